/**
 * The simulated socket server: Centrifugo 4 with JSON in protocol v2 (PLATFORMS.md 5.4, 5.6). Frames hold one or more
 * JSON objects, one a line; a command has an `id`, its answer the same; what comes without an id is a push, and `{}` is
 * a ping. Errors: 101 unauthorized, 102 unknown channel, 103 permission denied, 109 token expired. Close codes below
 * 3500 ask to come again, those from 3500 on not to.
 */
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { Session } from './session.ts';

export interface SimPublication {
  readonly data: unknown;
  readonly offset?: number;
}

/** Chances from 0 to 1 for each push; the history by HTTP is not touched. "Acceptable loss" (5.4). */
export interface Weather {
  lost: number;
  doubled: number;
  late: number;
  /** How late at most. */
  lateMs: number;
  random: () => number;
}

interface Token {
  readonly user: string;
  readonly channel: string | null;
  expiresAt: number;
}

const HISTORY = 300;

export class Pubsub {
  readonly sessions = new Set<Session>();
  readonly weather: Weather = { lost: 0, doubled: 0, late: 0, lateMs: 200, random: Math.random };
  /** When each person wrote last; milliseconds. */
  readonly lastWrite = new Map<string, number>();
  readonly #tokens = new Map<string, Token>();
  readonly #streams = new Map<string, { epoch: string; offset: number; kept: SimPublication[] }>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #count = 0;
  /** Seconds; the real one announced 25. */
  pingSeconds = 25;
  tokenSeconds = 3_600;
  /** `none`: as VK, which promises no recovery; `refused`: asked for and not had; `full`: as a Centrifugo with history. */
  recovery: 'none' | 'refused' | 'full' = 'none';
  /** Channels that want a token although they are public. */
  readonly closed = new Set<string>();
  /** The server answers nothing and sends nothing, while the socket stays open. */
  deaf = false;
  /** Lets commands be answered, but no publication through. */
  mute = false;

  readonly known: (channel: string) => boolean;

  /** @param known whether there is such a channel */
  constructor(known: (channel: string) => boolean) {
    this.known = known;
  }

  connectionToken(user: string): string {
    return this.#issue({ user, channel: null });
  }

  subscriptionToken(channel: string): string {
    return this.#issue({ user: '', channel });
  }

  /** What the token is good for; a code of Centrifugo if for nothing. */
  read(token: string, channel: string | null): Token | 101 | 109 {
    const found = this.#tokens.get(token);
    if (!found || found.channel !== channel) return 101;
    return found.expiresAt > Date.now() ? found : 109;
  }

  expireTokens(): void {
    for (const token of this.#tokens.values()) token.expiresAt = 0;
  }

  accept(socket: WebSocket): void {
    const session = new Session(socket, this);
    this.sessions.add(session);
    socket.on('close', () => this.sessions.delete(session));
  }

  /** To all subscribers, as the weather lets it. */
  publish(channel: string, data: unknown): void {
    const stream = this.stream(channel);
    stream.offset += 1;
    const publication = { data, offset: stream.offset };
    stream.kept.push(publication);
    if (stream.kept.length > HISTORY) stream.kept.shift();
    const { lost, doubled, late, lateMs, random } = this.weather;
    if (this.mute || random() < lost) return;
    if (random() < late) return this.#after(random() * lateMs, () => this.#push(channel, publication));
    this.#push(channel, publication);
    if (random() < doubled) this.#push(channel, publication);
  }

  stream(channel: string): { epoch: string; offset: number; kept: SimPublication[] } {
    const known = this.#streams.get(channel);
    if (known) return known;
    const made = { epoch: randomUUID().slice(0, 4), offset: 0, kept: [] };
    this.#streams.set(channel, made);
    return made;
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    for (const session of this.sessions) session.end();
  }

  #push(channel: string, publication: SimPublication): void {
    const pub = this.recovery === 'none' ? { data: publication.data } : publication;
    for (const session of this.sessions) session.push(channel, { channel, pub });
  }

  #issue(about: { user: string; channel: string | null }): string {
    this.#count += 1;
    const token = `${about.channel === null ? 'connect' : 'subscribe'}-${this.#count}`;
    this.#tokens.set(token, { ...about, expiresAt: Date.now() + this.tokenSeconds * 1000 });
    return token;
  }

  #after(ms: number, what: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      what();
    }, ms);
    this.#timers.add(timer);
  }
}
