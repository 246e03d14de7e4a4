/**
 * What platforms tell us by webhooks: taken into a durable inbox before the platform gets its answer, then handed to the
 * player processes of that channel until each has acknowledged it. A delivery may reach a process twice, never not at all.
 */
import type { LogDriver } from '../../../adapters/log/contract.ts';
import { type Hooked, HookReader } from './reader.ts';
import { HookSeats, type Meta } from './seats.ts';

export type Inbox = Meta & Pick<LogDriver, 'putInbox' | 'listInbox' | 'dropInbox' | 'sweepInbox'>;

/** A delivery with a good signature; `key` is the same for the same delivery. */
export interface Verified {
  readonly key: string;
  readonly platform: string;
  /** The platform's id of the channel; null if it named none. */
  readonly broadcaster: string | null;
  readonly stale: boolean;
  readonly delivery: unknown;
}

/** `unknown`: no seat plays from this channel. `stale`: too late to be acted on; its process is told that it came. */
export type Taken = 'taken' | 'stale' | 'repeated' | 'unknown';

interface Entry extends Hooked {
  readonly at: number;
  readonly channel: string;
  /** Seats that have not acknowledged it. */
  readonly owed: Set<string>;
}

/** Platforms send the same again, or a thief does, for a day; clocks differ by minutes. */
const KEPT_MS = 25 * 3_600_000;
const SWEEP_MS = 10 * 60_000;
/** Waiting for one channel. An evening's chat is of no use hours later; memory is. */
const MOST_WAITING = 5_000;

export interface DeskOptions {
  readonly inbox: Inbox;
  readonly onFault: (error: unknown, about: string) => void;
  readonly now?: () => number;
}

export class HookDesk {
  readonly #inbox: Inbox;
  readonly #seats: HookSeats;
  readonly #onFault: DeskOptions['onFault'];
  readonly #now: () => number;
  /** By channel, in order of arrival. */
  readonly #waiting = new Map<string, Map<string, Entry>>();
  readonly #readers = new Set<HookReader>();
  readonly #timer: NodeJS.Timeout;

  private constructor({ inbox, onFault, now = Date.now }: DeskOptions, seats: HookSeats) {
    this.#inbox = inbox;
    this.#seats = seats;
    this.#onFault = onFault;
    this.#now = now;
    this.#timer = setInterval(() => void this.sweep(), SWEEP_MS);
    this.#timer.unref();
  }

  /** Takes up what waited when the host ended. */
  static async open(options: DeskOptions): Promise<HookDesk> {
    const desk = new HookDesk(options, await HookSeats.open(options.inbox));
    for (const { key, at, bytes } of await options.inbox.listInbox()) {
      const kept = JSON.parse(new TextDecoder().decode(bytes)) as Omit<Verified, 'key'>;
      desk.#enter({ ...kept, key }, at);
    }
    return desk;
  }

  /** Durable when it resolves. @throws AdapterError when it could not be stored: then the platform has to send it again. */
  async take(verified: Verified): Promise<Taken> {
    const { key, ...kept } = verified;
    const at = this.#now();
    if (this.#seats.of(channelOf(verified), at).size === 0) return 'unknown';
    const bytes = new TextEncoder().encode(JSON.stringify(kept));
    if (!(await this.#inbox.putInbox({ key, at, bytes }))) return 'repeated';
    this.#enter(verified, at);
    return kept.stale ? 'stale' : 'taken';
  }

  /** A player process came. @param seat `game/player` */
  join(seat: string, send: (hook: Hooked) => void): HookReader {
    const reader = new HookReader(seat, send, {
      served: (channels) => this.#served(reader, channels),
      done: (key) => this.#done(seat, key),
      left: () => {
        this.#readers.delete(reader);
        this.#see(reader.channels, seat);
      },
    });
    this.#readers.add(reader);
    return reader;
  }

  /** Forgets what nobody can send again and nobody will fetch. */
  async sweep(): Promise<void> {
    const now = this.#now();
    for (const { seat, channels } of this.#readers) this.#see(channels, seat);
    this.#seats.sweep(now);
    const had: string[] = [];
    for (const [channel, entries] of this.#waiting) {
      const seats = this.#seats.of(channel, now);
      for (const { key, at, owed } of entries.values()) {
        if (at >= now - KEPT_MS && [...owed].some((seat) => seats.has(seat))) continue;
        // Old, or everybody has it but seats that are gone.
        entries.delete(key);
        if (at >= now - KEPT_MS) had.push(key);
      }
    }
    await this.#quietly(
      this.#seats.save(),
      this.#inbox.sweepInbox(now - KEPT_MS),
      ...had.map((key) => this.#inbox.dropInbox(key)),
    );
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #enter(verified: Verified, at: number): void {
    const { key, platform, delivery } = verified;
    const channel = channelOf(verified);
    const readers = [...this.#readers].filter((reader) => reader.channels.has(channel));
    for (const { seat } of readers) this.#see([channel], seat);
    const owed = this.#seats.of(channel, this.#now());
    const entries = this.#waiting.get(channel) ?? new Map<string, Entry>();
    this.#waiting.set(channel, entries.set(key, { key, platform, delivery, at, channel, owed }));
    if (entries.size > MOST_WAITING) this.#overflow(entries);
    for (const reader of readers) reader.offer({ key, platform, delivery });
  }

  #overflow(entries: Map<string, Entry>): void {
    const [oldest] = entries.values();
    if (!oldest) return;
    entries.delete(oldest.key);
    this.#onFault(
      new Error(`nobody fetches the webhooks of ${oldest.channel}; the oldest is dropped`),
      'inbox',
    );
    void this.#quietly(this.#inbox.dropInbox(oldest.key));
  }

  #served(reader: HookReader, channels: readonly string[]): void {
    if (this.#see(channels, reader.seat)) void this.#quietly(this.#seats.save());
    for (const channel of channels) {
      for (const entry of this.#waiting.get(channel)?.values() ?? []) {
        // A seat that was not known when it came: it is for this channel, and there is nobody else to give it to.
        if (entry.owed.size === 0) entry.owed.add(reader.seat);
        if (entry.owed.has(reader.seat)) reader.offer(entry);
      }
    }
  }

  #see(channels: Iterable<string>, seat: string): boolean {
    const news = [...channels].map((channel) => this.#seats.saw(channel, seat, this.#now()));
    return news.includes(true);
  }

  #done(seat: string, key: string): void {
    for (const reader of this.#readers) if (reader.seat === seat) reader.settled(key);
    for (const entries of this.#waiting.values()) {
      const entry = entries.get(key);
      if (!entry?.owed.delete(seat) || entry.owed.size > 0) continue;
      entries.delete(key);
      void this.#quietly(this.#inbox.dropInbox(key));
    }
  }

  /** What fails here is done again after a restart, and harms nothing then. */
  async #quietly(...works: Promise<void>[]): Promise<void> {
    for (const result of await Promise.allSettled(works)) {
      if (result.status === 'rejected') this.#onFault(result.reason, 'inbox');
    }
  }
}

function channelOf({ platform, broadcaster }: Verified): string {
  return broadcaster === null ? '' : `${platform}:${broadcaster}`;
}
