/** Which seats play from which outside channel. Kept over a restart, so that what comes meanwhile waits for them. */
import type { LogDriver } from '../../../adapters/log/contract.ts';

export type Meta = Pick<LogDriver, 'getMeta' | 'setMeta'>;

const KEY = 'hook-seats';
/** A seat that nobody played for this long is no longer waited for. */
const FORGOTTEN_MS = 24 * 3_600_000;
/** A process that fell is back within seconds, a streamer's machine within minutes. */
const AWAY_MS = 10 * 60_000;
const MOST_CHANNELS = 10_000;

export class HookSeats {
  readonly #meta: Meta;
  /** Channel → seat → when it was there last, in milliseconds since 1970. */
  readonly #seen: Map<string, Map<string, number>>;

  private constructor(meta: Meta, seen: Map<string, Map<string, number>>) {
    this.#meta = meta;
    this.#seen = seen;
  }

  static async open(meta: Meta): Promise<HookSeats> {
    const known = JSON.parse((await meta.getMeta(KEY)) ?? '[]') as [string, [string, number][]][];
    return new HookSeats(meta, new Map(known.map(([channel, seats]) => [channel, new Map(seats)])));
  }

  /** The seat is there now. True if it was not known for this channel. */
  saw(channel: string, seat: string, now: number): boolean {
    const seats = this.#seen.get(channel) ?? new Map<string, number>();
    const isNew = !seats.has(seat);
    seats.set(seat, now);
    this.#seen.set(channel, seats);
    if (this.#seen.size > MOST_CHANNELS) this.#seen.delete(this.#seen.keys().next().value ?? '');
    return isNew;
  }

  /** Whom something for this channel is for: who was there lately, or else everybody who ever was. */
  of(channel: string, now: number): Set<string> {
    const seats = [...(this.#seen.get(channel) ?? [])];
    const lately = seats.filter(([, at]) => now - at < AWAY_MS);
    return new Set((lately.length > 0 ? lately : seats).map(([seat]) => seat));
  }

  sweep(now: number): void {
    for (const [channel, seats] of this.#seen) {
      for (const [seat, at] of seats) if (now - at > FORGOTTEN_MS) seats.delete(seat);
      if (seats.size === 0) this.#seen.delete(channel);
    }
  }

  async save(): Promise<void> {
    const all = [...this.#seen].map(([channel, seats]) => [channel, [...seats]]);
    await this.#meta.setMeta(KEY, JSON.stringify(all));
  }
}
