/** The gateway's socket: hello, identify, heartbeats, resume, and what goes wrong with them (PLATFORMS.md 6). */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { DiscordWorld } from './world.ts';

interface Frame {
  readonly op: number;
  readonly d?: unknown;
}

/** A session outlives its socket: whoever resumes it gets what was missed. */
interface Session {
  readonly id: string;
  readonly events: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | null;
}

const GUILD_MESSAGES = 1 << 9;
const MESSAGE_CONTENT = 1 << 15;
const PRIVILEGED = MESSAGE_CONTENT | (1 << 1) | (1 << 8);

export class Gateway {
  readonly #world: DiscordWorld;
  readonly #server: WebSocketServer;
  readonly #sessions = new Map<string, Session>();
  #address = '';
  #intents = 0;
  /** Of the heartbeats the bot is told to make; the real one says 41250. */
  heartbeatMs = 41_250;
  /** The socket stays open and nothing comes: no events, no answer to heartbeats. */
  silent = false;
  /** New sockets are let in, but get no hello. */
  mute = false;
  readonly counts = { identified: 0, resumed: 0, beats: 0 };

  constructor(world: DiscordWorld, server: Server) {
    this.#world = world;
    this.#server = new WebSocketServer({ server });
    this.#server.on('connection', (socket) => this.#connected(socket));
  }

  set address(address: string) {
    this.#address = address;
  }
  /** Bits the bot asked for when it identified last. */
  get intents(): number {
    return this.#intents;
  }
  get open(): number {
    return this.#server.clients.size;
  }

  /** To every session. Without the intent the event does not come, and without the privilege texts are empty. */
  send(t: string, d: Record<string, unknown>): void {
    if (t === 'MESSAGE_CREATE' && !(this.#intents & GUILD_MESSAGES)) return;
    const data = t === 'MESSAGE_CREATE' && !(this.#intents & MESSAGE_CONTENT) ? { ...d, content: '' } : d;
    for (const session of this.#sessions.values()) this.#tell(session, t, data);
  }

  /** Cuts all sockets without a word. Sessions stay: they can be resumed. */
  cut(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  /** Closes all sockets with a code of the gateway, and forgets the sessions. */
  close(code: number): void {
    this.#sessions.clear();
    for (const socket of this.#server.clients) socket.close(code);
  }

  /** The sessions are forgotten: a resume is answered with "invalid session". */
  forget(): void {
    this.#sessions.clear();
  }

  end(): void {
    this.cut();
    this.#server.close();
  }

  #tell(session: Session, t: string, d: unknown): void {
    const s = session.events.length + 1;
    session.events.push({ s, t, d });
    if (session.socket && !this.silent) put(session.socket, { op: 0, s, t, d });
  }

  #connected(socket: WebSocket): void {
    if (this.mute) return;
    put(socket, { op: 10, d: { heartbeat_interval: this.heartbeatMs } });
    socket.on('error', () => {});
    socket.on('message', (data) => this.#hear(socket, JSON.parse(String(data)) as Frame));
    socket.on('close', () => {
      for (const session of this.#sessions.values()) if (session.socket === socket) session.socket = null;
    });
  }

  #hear(socket: WebSocket, { op, d }: Frame): void {
    if (this.silent) return;
    if (op === 1) {
      this.counts.beats += 1;
      put(socket, { op: 11 });
    }
    if (op === 2) this.#identify(socket, d as { token: string; intents: number });
    if (op === 6) this.#resume(socket, d as { token: string; session_id: string; seq: number });
  }

  #identify(socket: WebSocket, { token, intents }: { token: string; intents: number }): void {
    if (token !== this.#world.token) return socket.close(4004, 'Authentication failed.');
    if (intents & PRIVILEGED & ~this.#world.intents) return socket.close(4014, 'Disallowed intent(s).');
    this.#intents = intents;
    this.counts.identified += 1;
    const session: Session = { id: randomUUID(), events: [], socket };
    this.#sessions.set(session.id, session);
    this.#tell(session, 'READY', {
      v: 10,
      user: this.#world.user(this.#world.bot, true),
      guilds: [{ id: this.#world.guild, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: this.#address,
      application: { id: this.#world.application, flags: 0 },
    });
    this.#tell(session, 'GUILD_CREATE', this.#world.guildData());
  }

  #resume(
    socket: WebSocket,
    { token, session_id: id, seq }: { token: string; session_id: string; seq: number },
  ): void {
    const session = this.#sessions.get(id);
    if (token !== this.#world.token) return socket.close(4004, 'Authentication failed.');
    if (!session) return put(socket, { op: 9, d: false });
    this.counts.resumed += 1;
    session.socket = socket;
    for (const { s, t, d } of session.events.filter(({ s }) => s > seq)) put(socket, { op: 0, s, t, d });
    this.#tell(session, 'RESUMED', {});
  }
}

function put(socket: WebSocket, frame: unknown): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
}
