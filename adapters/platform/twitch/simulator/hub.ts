/**
 * The events of the simulated Twitch: sockets, subscriptions, and what goes wrong on the way. PLATFORMS 1.2: welcome
 * first, at least one subscription within 10 s (4003), no word from the client (4001), keepalives, moves to another
 * server with 30 s of grace (4004), revocations; nothing is sent again that was missed.
 */
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { Fates } from './fates.ts';
import { Refusal } from './fault.ts';
import { type Subscription, subscriptionBody } from './subscription.ts';

export interface HubLimits {
  /** As the welcome says; Twitch's least is 10. */
  keepaliveS: number;
  unusedMs: number;
  /** Connections with subscriptions that one sign-in may have. */
  transports: number;
  /** What a dead socket leaves behind stays "enabled" and is in the way of the next. */
  orphansStay: boolean;
}

interface Connection {
  readonly socket: WebSocket;
  session: string;
  user: string | null;
  /** Heard nothing, says nothing: half open. */
  silent: boolean;
  /** Its session has moved; events come here too until the client closes it. */
  moved: boolean;
  keepalive: NodeJS.Timeout | null;
}

export class Hub {
  readonly limits: HubLimits = { keepaliveS: 10, unusedMs: 10_000, transports: 3, orphansStay: false };
  readonly subscriptions = new Map<string, Subscription>();
  readonly #connections = new Set<Connection>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly fates = new Fates();
  /** Ids of messages that were lost on purpose, with the type of their event. */
  readonly lost: { readonly id: string; readonly type: string; readonly event: unknown }[] = [];
  silentFromNow = false;

  get sockets(): number {
    return this.#connections.size;
  }

  /** @param moving the session that a reconnect address names */
  connect(socket: WebSocket, moving: string | null): void {
    const connection: Connection = {
      socket,
      session: moving ?? `session-${randomUUID()}`,
      user: null,
      silent: this.silentFromNow,
      moved: false,
      keepalive: null,
    };
    const old = [...this.#connections].find(({ session, moved }) => session === moving && !moved);
    if (moving !== null && !old) return socket.close(4007, 'invalid reconnect');
    if (old) {
      connection.user = old.user;
      old.moved = true;
      if (old.keepalive) clearInterval(old.keepalive);
    }
    this.#connections.add(connection);
    socket.on('message', () => socket.close(4001, 'client sent inbound traffic'));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#closed(connection));
    this.#welcome(connection);
  }

  #welcome(connection: Connection): void {
    const { keepaliveS, unusedMs } = this.limits;
    const session = { id: connection.session, status: 'connected', connected_at: new Date().toISOString() };
    const more = { keepalive_timeout_seconds: keepaliveS, reconnect_url: null };
    this.#send(connection, 'session_welcome', { session: { ...session, ...more } });
    connection.keepalive = setInterval(
      () => this.#send(connection, 'session_keepalive', {}),
      keepaliveS * 1000,
    );
    this.#after(unusedMs, () => {
      const used = [...this.subscriptions.values()].some((one) => one.session === connection.session);
      if (!used && !connection.moved) connection.socket.close(4003, 'connection unused');
    });
  }

  #closed(connection: Connection): void {
    this.#connections.delete(connection);
    if (connection.keepalive) clearInterval(connection.keepalive);
    if (connection.moved) return;
    // Its session may live on at a new socket.
    if ([...this.#connections].some(({ session }) => session === connection.session)) return;
    if (this.limits.orphansStay) return;
    for (const one of this.subscriptions.values()) {
      if (one.session === connection.session) one.status = 'websocket_disconnected';
    }
  }

  /** @throws Refusal 400, 409, 429 */
  subscribe(wanted: Pick<Subscription, 'type' | 'version' | 'condition' | 'user' | 'session'>): Subscription {
    const { session, user, type, condition } = wanted;
    const connection = [...this.#connections].find((one) => one.session === session && !one.moved);
    if (!connection)
      throw new Refusal(400, 'websocket transport session does not exist or has already disconnected');
    const others = new Set(
      [...this.#connections].filter((one) => one.user === user).map((one) => one.session),
    );
    others.add(session);
    if (others.size > this.limits.transports) {
      throw new Refusal(429, 'number of websocket transports limit exceeded');
    }
    const same = JSON.stringify(condition);
    const there = [...this.subscriptions.values()].some(
      (one) =>
        one.status === 'enabled' &&
        one.type === type &&
        one.user === user &&
        JSON.stringify(one.condition) === same,
    );
    if (there) throw new Refusal(409, 'subscription already exists');
    connection.user = user;
    const made = {
      ...wanted,
      id: randomUUID(),
      status: 'enabled',
      createdAt: new Date().toISOString(),
    };
    this.subscriptions.set(made.id, made);
    return made;
  }

  /** An event to everybody who asked for it. */
  publish(type: string, event: Readonly<Record<string, unknown>>, about: Publishing): void {
    const fate = this.fates.draw();
    const made = { id: about.id ?? randomUUID(), type, event };
    if (fate === 'lose') return void this.lost.push(made);
    const at = about.at ?? Date.now();
    const deliver = () => this.#deliver(made, at, about.channel);
    if (typeof fate === 'number') return this.#after(fate, deliver);
    deliver();
    if (fate === 'double') deliver();
  }

  #deliver(
    { id, type, event }: { id: string; type: string; event: unknown },
    at: number,
    channel: string,
  ): void {
    for (const one of this.subscriptions.values()) {
      if (one.status !== 'enabled' || one.type !== type) continue;
      if (!Object.values(one.condition).includes(channel)) continue;
      const about = { type, version: one.version, id, at };
      for (const connection of this.#connections) {
        if (connection.session === one.session) {
          this.#send(connection, 'notification', { subscription: subscriptionBody(one), event }, about);
        }
      }
    }
  }

  #send(
    connection: Connection,
    kind: string,
    payload: unknown,
    about: { type?: string; version?: string; id?: string; at?: number } = {},
  ): void {
    if (connection.silent) return;
    const metadata = {
      message_id: about.id ?? randomUUID(),
      message_type: kind,
      // Nine digits after the point, as Twitch writes them.
      message_timestamp: new Date(about.at ?? Date.now()).toISOString().replace('Z', '456789Z'),
      ...(about.type ? { subscription_type: about.type, subscription_version: about.version } : {}),
    };
    connection.socket.send(JSON.stringify({ metadata, payload }));
  }

  /** Bytes as they are, to everybody. */
  raw(text: string): void {
    for (const { socket } of this.#connections) socket.send(text);
  }

  /** Twitch asks everybody to move; the old sockets are closed after the grace. */
  move(url: (session: string) => string, graceMs: number): void {
    for (const connection of [...this.#connections].filter(({ moved }) => !moved)) {
      const session = {
        id: connection.session,
        status: 'reconnecting',
        reconnect_url: url(connection.session),
      };
      this.#send(connection, 'session_reconnect', { session });
      this.#after(graceMs, () => connection.socket.close(4004, 'reconnect grace time expired'));
    }
  }

  revoke(type: string, status: string): void {
    for (const one of [...this.subscriptions.values()].filter((some) => some.type === type)) {
      this.subscriptions.delete(one.id);
      one.status = status;
      for (const connection of this.#connections) {
        if (connection.session !== one.session) continue;
        this.#send(
          connection,
          'revocation',
          { subscription: subscriptionBody(one) },
          { type, version: one.version },
        );
      }
    }
  }

  /** All sockets stay open and say nothing more. */
  silence(): void {
    for (const connection of this.#connections) connection.silent = true;
  }

  cut(): void {
    for (const { socket } of [...this.#connections]) socket.terminate();
  }

  close(code: number): void {
    for (const { socket } of [...this.#connections]) socket.close(code, 'closed by the test');
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.cut();
    for (const { keepalive } of this.#connections) if (keepalive) clearInterval(keepalive);
  }

  #after(ms: number, what: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      what();
    }, ms);
    this.#timers.add(timer);
  }
}

export interface Publishing {
  /** User id that the condition of the subscription has to name. */
  readonly channel: string;
  readonly id?: string;
  /** Milliseconds since 1970; now if absent. */
  readonly at?: number;
}
