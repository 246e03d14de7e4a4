/** One client of the simulated socket server. */
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Pubsub } from './pubsub.ts';

type Body = Readonly<Record<string, unknown>>;

interface Command {
  readonly id?: number;
  readonly connect?: Body;
  readonly subscribe?: Body;
  readonly unsubscribe?: Body;
  readonly refresh?: Body;
  readonly sub_refresh?: Body;
}

const MESSAGES: Readonly<Record<number, string>> = {
  101: 'unauthorized',
  102: 'unknown channel',
  103: 'permission denied',
  105: 'already subscribed',
  109: 'token expired',
};

export class Session {
  readonly #socket: WebSocket;
  readonly #server: Pubsub;
  readonly channels = new Set<string>();
  #user: string | null = null;
  #pings: NodeJS.Timeout | null = null;
  #pongAwaited = false;

  constructor(socket: WebSocket, server: Pubsub) {
    this.#socket = socket;
    this.#server = server;
    socket.on('error', () => {});
    socket.on('close', () => this.#stop());
    socket.on('message', (data) => {
      if (server.deaf) return;
      // One or more objects, a line each.
      for (const line of String(data).split('\n')) if (line.trim() !== '') this.#line(line);
    });
  }

  /** A push to this client, if it is subscribed. */
  push(channel: string, push: Body): void {
    if (this.channels.has(channel)) this.raw(JSON.stringify({ push }));
  }

  raw(frame: string): void {
    if (!this.#server.deaf) this.#socket.send(frame);
  }

  /** The server takes the subscription away: below 2500 for good, from there on for now. */
  unsubscribe(channel: string, code: number): void {
    this.push(channel, { channel, unsubscribe: { code, reason: 'by the server' } });
    this.channels.delete(channel);
  }

  /** A close frame with a code of Centrifugo. */
  disconnect(code: number, reason: string): void {
    this.#stop();
    this.#socket.close(code, reason);
  }

  /** Pulls the cable. */
  end(): void {
    this.#stop();
    this.#socket.terminate();
  }

  ping(): void {
    // No answer to the last one: 3012 "no pong".
    if (this.#pongAwaited && !this.#server.deaf) return this.disconnect(3012, 'no pong');
    this.#pongAwaited = true;
    this.raw('{}');
  }

  #stop(): void {
    if (this.#pings) clearInterval(this.#pings);
    this.#pings = null;
  }

  #line(line: string): void {
    let command: Command;
    try {
      command = JSON.parse(line) as Command;
    } catch {
      return this.disconnect(3501, 'bad request');
    }
    if (command.id === undefined) {
      this.#pongAwaited = false;
      return;
    }
    if (command.connect) return this.#connect(command.id, command.connect);
    // Anything before `connect` is against the protocol.
    if (this.#user === null) return this.disconnect(3501, 'bad request');
    if (command.subscribe) return this.#subscribe(command.id, command.subscribe);
    if (command.refresh) return this.#refresh(command.id, command.refresh);
    if (command.sub_refresh) return this.#subRefresh(command.id, command.sub_refresh);
    if (command.unsubscribe) {
      this.channels.delete(String(command.unsubscribe.channel));
      return this.#answer(command.id, { unsubscribe: {} });
    }
    this.#answer(command.id, { error: { code: 104, message: 'method not found' } });
  }

  #connect(id: number, { token }: Body): void {
    const read = this.#server.read(String(token ?? ''), null);
    // An expired token is an error to come again with a new one; a wrong one ends the connection.
    if (read === 109) return this.#error(id, 109);
    if (read === 101) return this.disconnect(3500, 'invalid token');
    this.#user = read.user;
    const { pingSeconds } = this.#server;
    const life = { expires: true, ttl: ttlOf(read.expiresAt) };
    this.#answer(id, {
      connect: { client: randomUUID(), version: '4.1.5', ping: pingSeconds, pong: true, ...life },
    });
    this.#pings = setInterval(() => this.ping(), pingSeconds * 1000);
  }

  #refresh(id: number, { token }: Body): void {
    const read = this.#server.read(String(token ?? ''), null);
    if (typeof read === 'number') return this.#error(id, read);
    const life = { expires: true, ttl: ttlOf(read.expiresAt) };
    this.#answer(id, { refresh: { client: 'same', version: '4.1.5', ...life } });
  }

  #subRefresh(id: number, { channel, token }: Body): void {
    const read = this.#server.read(String(token ?? ''), String(channel));
    if (typeof read === 'number') return this.#error(id, read);
    this.#answer(id, { sub_refresh: { expires: true, ttl: ttlOf(read.expiresAt) } });
  }

  #subscribe(id: number, asked: Body): void {
    const channel = String(asked.channel);
    if (!this.#server.known(channel)) return this.#error(id, 102);
    if (this.channels.has(channel)) return this.#error(id, 105);
    const owner = channel.split('#')[1];
    // `channel#user` is that user's alone, by the connection's token.
    if (owner !== undefined && owner !== this.#user) return this.#error(id, 103);
    const wantsToken = /private|limited/.test(channel) || this.#server.closed.has(channel);
    const read = wantsToken ? this.#server.read(String(asked.token ?? ''), channel) : null;
    if (read === 101) return this.#error(id, 103);
    if (read === 109) return this.#error(id, 109);
    this.channels.add(channel);
    const life = read ? { expires: true, ttl: ttlOf(read.expiresAt) } : {};
    this.#answer(id, { subscribe: { ...this.#recovered(channel, asked), ...life } });
  }

  #recovered(channel: string, asked: Body): Body {
    const { recovery } = this.#server;
    if (recovery === 'none') return {};
    const { epoch, offset, kept } = this.#server.stream(channel);
    const position = { recoverable: true, epoch, offset };
    if (asked.recover !== true) return position;
    if (recovery === 'refused') return { ...position, was_recovering: true, recovered: false };
    const since = Number(asked.offset ?? 0);
    const publications = kept.filter((one) => (one.offset ?? 0) > since);
    return { ...position, was_recovering: true, recovered: true, publications };
  }

  #error(id: number, code: number): void {
    this.#answer(id, { error: { code, message: MESSAGES[code] ?? 'internal server error' } });
  }

  #answer(id: number, body: Body): void {
    this.raw(JSON.stringify({ id, ...body }));
  }
}

function ttlOf(expiresAt: number): number {
  return Math.max(1, Math.ceil((expiresAt - Date.now()) / 1000));
}
