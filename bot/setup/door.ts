/**
 * Where sign-ins come back to, and Kick's webhooks while a connection is tested: our own listener on the host's port, or
 * the running host, if it has the port already.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { readText } from '../../adapters/vault/durable-file.ts';
import { MsigError } from '../errors.ts';
import { type Arrival, AuthDesk, callbackPage } from '../gateway/routes/auth.ts';
import { ROOT } from '../settings.ts';
import type { Settings } from '../settings-table.ts';
import { SignInFault } from './faults.ts';

export interface Hook {
  readonly headers: IncomingMessage['headers'];
  readonly rawBody: Uint8Array;
  readonly now: number;
}
/** Answers the status. */
export type OnHook = (hook: Hook) => number;

export interface Door {
  /** The host of a running game has the port: it receives for us, but webhooks stay with it. */
  readonly hosted: boolean;
  /** From here on a browser that comes back with this state is let in. @throws MsigError SETUP_HOST_TOKEN */
  expect(platform: string, state: string): Promise<void>;
  /** What the browser came back with. @throws SignInFault late, MsigError SETUP_HOST_TOKEN */
  arrival(platform: string, state: string, signal: AbortSignal): Promise<Arrival>;
  /** Webhooks of this platform from now on; null: no longer. Without effect when hosted. */
  onHook(platform: string, listener: OnHook | null): void;
  close(): Promise<void>;
}

type Place = Pick<Settings, 'host' | 'port' | 'data' | 'public'>;

/** As the platform's app has to have it, to the letter. */
export function redirectOf(
  { public: outside, port }: Pick<Settings, 'public' | 'port'>,
  platform: string,
): string {
  return `${outside ?? `http://127.0.0.1:${port}`}/auth/${platform}/callback`;
}

/** Where the platform's webhooks have to go; null without a public address. */
export function hookOf({ public: outside }: Pick<Settings, 'public'>, platform: string): string | null {
  return outside === null ? null : `${outside}/hooks/${platform}`;
}

const WAITING_MS = 10 * 60_000;
const LOOK_MS = 100;
const CALL_MS = 5_000;
const MOST_HOOK_BYTES = 256 * 1024;

/** @throws MsigError SETUP_PORT, PORT_IN_USE, PORT_FORBIDDEN, HOST_UNUSABLE, SETUP_HOST_TOKEN */
export async function openDoor(place: Place): Promise<Door> {
  if (place.port === 0) throw new MsigError('SETUP_PORT');
  const own = new OwnDoor();
  const fault = await own.listen(place);
  if (fault === null) return own;
  const { host, port } = place;
  if (fault.code === 'EACCES' || fault.code === 'EPERM')
    throw new MsigError('PORT_FORBIDDEN', { port, host, detail: fault.message }, { cause: fault });
  if (fault.code !== 'EADDRINUSE')
    throw new MsigError('HOST_UNUSABLE', { host, detail: fault.code ?? fault.message }, { cause: fault });
  const url = `http://${nameOf(host)}:${port}`;
  if (!(await isHost(url))) throw new MsigError('PORT_IN_USE', { port, host, next: port + 1 });
  return new HostDoor(url, adminToken(place));
}

abstract class WaitingDoor {
  protected abstract ask(platform: string, state: string): Promise<Arrival | null>;

  async expect(platform: string, state: string): Promise<void> {
    // The first question begins the waiting; a host that is not there now gets it with the next.
    await this.ask(platform, state);
  }

  async arrival(platform: string, state: string, signal: AbortSignal): Promise<Arrival> {
    for (const end = Date.now() + WAITING_MS; Date.now() < end && !signal.aborted; ) {
      const found = await this.ask(platform, state);
      if (found) return found;
      await new Promise((next) => setTimeout(next, LOOK_MS));
    }
    throw new SignInFault('late');
  }
}

class OwnDoor extends WaitingDoor implements Door {
  readonly hosted = false;
  readonly #desk = new AuthDesk();
  readonly #hooks = new Map<string, OnHook>();
  readonly #server: Server;

  constructor() {
    super();
    this.#server = createServer({ headersTimeout: 10_000, requestTimeout: 20_000 }, (request, response) => {
      void this.#answer(request, response).catch(() => response.destroy());
    });
  }

  /** Null when it listens. */
  listen({ host, port }: Place): Promise<NodeJS.ErrnoException | null> {
    return new Promise((done) => {
      this.#server.once('error', done);
      this.#server.listen(port, host, () => done(null));
    });
  }

  protected async ask(platform: string, state: string): Promise<Arrival | null> {
    return this.#desk.ask(platform, state);
  }

  onHook(platform: string, listener: OnHook | null): void {
    if (listener) this.#hooks.set(platform, listener);
    else this.#hooks.delete(platform);
  }

  close(): Promise<void> {
    return new Promise((done) => {
      this.#server.close(() => done());
      this.#server.closeAllConnections();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.parse(request.url ?? '/', 'http://127.0.0.1');
    const [, kind, platform = '', rest] = url?.pathname.replace(/\/$/, '').split('/') ?? [];
    if (request.method === 'GET' && kind === 'auth' && rest === 'callback' && url) {
      const page = callbackPage(this.#desk.take(platform, Object.fromEntries(url.searchParams)));
      return void response.writeHead(page.status, page.headers).end(page.html);
    }
    const hook = kind === 'hooks' && rest === undefined ? this.#hooks.get(platform) : undefined;
    if (request.method !== 'POST' || !hook) return void response.writeHead(404).end();
    const rawBody = await bytesOf(request);
    const status = rawBody ? hook({ headers: request.headers, rawBody, now: Date.now() }) : 413;
    response.writeHead(status).end();
  }
}

/** Null if it is too long. */
async function bytesOf(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_HOOK_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

class HostDoor extends WaitingDoor implements Door {
  readonly hosted = true;
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    super();
    this.#url = url;
    this.#token = token;
  }

  protected async ask(platform: string, state: string): Promise<Arrival | null> {
    const address = `${this.#url}/auth/${platform}/code?${new URLSearchParams({ state })}`;
    const headers = { authorization: `Bearer ${this.#token}` };
    // A host that restarts meanwhile is asked again.
    const answer = await fetch(address, { headers, signal: AbortSignal.timeout(CALL_MS) }).catch(() => null);
    if (answer?.status === 401 || answer?.status === 403)
      throw new MsigError('SETUP_HOST_TOKEN', { url: this.#url });
    return answer?.status === 200 ? ((await answer.json()) as Arrival) : null;
  }

  onHook(): void {}

  async close(): Promise<void> {}
}

async function isHost(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(CALL_MS) });
    const body = (await answer.json()) as { version?: unknown; games?: unknown };
    return typeof body.version === 'string' && body.games !== undefined;
  } catch {
    return false;
  }
}

/** @throws MsigError SETUP_HOST_TOKEN */
function adminToken({ data, host, port }: Place): string {
  const token = readText(join(resolve(ROOT, data), 'admin.token'))?.trim();
  if (!token) throw new MsigError('SETUP_HOST_TOKEN', { url: `http://${nameOf(host)}:${port}` });
  return token;
}

function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
