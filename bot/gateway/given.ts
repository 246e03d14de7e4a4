/** For tests: a gateway over games in memory, and a client for its socket. */
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { Applications } from '../accounts/applications.ts';
import { factsOf } from '../content/facts.ts';
import { type GivenCatalog, givenCatalog, givenContent } from '../host/given.ts';
import type { FromServer } from '../protocol/wire.ts';
import { ApplicationsDesk } from './accounts/applications.ts';
import { AccountDesk } from './accounts/desk.ts';
import type { ExtensionWorld } from './extension/extension.ts';
import { Codes } from './guard/codes.ts';
import { Tokens } from './guard/tokens.ts';
import type { Verifiers } from './routes/hooks.ts';
import { buildGateway, type Gateway } from './server.ts';
import { LIMITS, type Limits } from './socket/limits.ts';

export interface GivenGateway extends GivenCatalog, Gateway {
  readonly tokens: Tokens;
  readonly codes: Codes;
  readonly admin: string;
  readonly faults: unknown[];
  /** Opens the port, if that has not happened; `127.0.0.1:port`. */
  listen(): Promise<string>;
  end(): Promise<void>;
}

export const SECRET = new Uint8Array(32).fill(9);

export async function givenGateway(
  options: Parameters<typeof givenCatalog>[0] & {
    readonly limits?: Partial<Limits>;
    readonly names?: readonly string[];
    readonly verifiers?: Verifiers;
    readonly extension?: Omit<ExtensionWorld, 'meta'>;
  } = {},
): Promise<GivenGateway> {
  const given = await givenCatalog(options);
  let keys: readonly (readonly [string, string])[] = [];
  const tokens = await Tokens.open(SECRET, {
    load: async () => keys,
    save: async (next) => {
      keys = next;
    },
  });
  const codes = new Codes();
  const faults: unknown[] = [];
  const content = await givenContent();
  const gateway = await buildGateway({
    catalog: given.catalog,
    tokens,
    accounts: new AccountDesk({ accounts: given.accounts, game: (id) => given.catalog.get(id) }),
    applications: new ApplicationsDesk({
      applications: await Applications.open(given.log),
      catalog: given.catalog,
    }),
    codes,
    texts: content.texts,
    facts: factsOf(content.rules),
    hosts: { names: options.names ?? ['board.example'], open: false },
    limits: { ...LIMITS, ...options.limits },
    version: '0.0.0',
    pages: '/nowhere',
    metrics: { contentType: 'text/plain', text: async () => 'msig_up 1\n' },
    hooks: { verifiers: options.verifiers ?? {}, inbox: given.log },
    extension: options.extension && { ...options.extension, meta: given.log },
    onFault: (error) => faults.push(error),
  });
  return {
    ...given,
    ...gateway,
    tokens,
    codes,
    faults,
    admin: await tokens.sign({ role: 'admin' }),
    async listen() {
      if (!gateway.app.server.listening) await gateway.app.listen({ host: '127.0.0.1', port: 0 });
      return `127.0.0.1:${(gateway.app.server.address() as AddressInfo).port}`;
    },
    async end() {
      await gateway.close();
      await given.catalog.close();
    },
  };
}

type Of<T extends FromServer['type']> = Extract<FromServer, { readonly type: T }>;

/** A client that keeps everything it hears. */
export class TestSocket {
  readonly heard: FromServer[] = [];
  readonly socket: WebSocket;
  closed: { readonly code: number; readonly reason: string } | null = null;

  static async open(address: string, headers: Record<string, string> = {}): Promise<TestSocket> {
    const client = new TestSocket(new WebSocket(`ws://${address}/ws`, { headers }));
    await new Promise((resolve, reject) => client.socket.once('open', resolve).once('error', reject));
    return client;
  }

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data, isBinary) => {
      if (!isBinary) this.heard.push(JSON.parse(data.toString()) as FromServer);
    });
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
    });
    socket.on('error', () => {});
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  hello(token: string, game: string, more: Record<string, unknown> = {}): void {
    this.send({ type: 'hello', v: 1, token, game, views: ['board'], ...more });
  }

  all<T extends FromServer['type']>(type: T): Of<T>[] {
    return this.heard.filter((message): message is Of<T> => message.type === type);
  }

  /** The first message of this kind, now or soon. */
  async next<T extends FromServer['type']>(
    type: T,
    which: (message: Of<T>) => boolean = () => true,
  ): Promise<Of<T>> {
    for (const end = Date.now() + 5000; Date.now() < end; ) {
      const found = this.all(type).find(which);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`no ${type} came; heard: ${JSON.stringify(this.heard).slice(0, 500)}`);
  }

  async gone(): Promise<{ readonly code: number; readonly reason: string }> {
    for (const end = Date.now() + 8000; Date.now() < end; ) {
      if (this.closed) return this.closed;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('the socket was not closed');
  }

  close(): void {
    this.socket.close();
  }
}
