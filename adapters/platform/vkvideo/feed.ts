/** One feed out of two sources: the socket, which loses lines, and the history, which repeats them. */
import { Recent } from '../shared/recent.ts';
import { byId } from './meaning.ts';

export interface FeedLine {
  readonly id: string;
  readonly sentAt: number;
}

export interface FeedSettings<T extends FeedLine> {
  readonly deliver: (line: T) => void;
  /** Lines of the history older than this when they are found are no longer acted upon. */
  readonly lateMs: number;
}

/** A history answer has 200 lines at most; what was delivered must be known much longer than any of them is listed. */
const IDS_KEPT = 20_000;
const IDS_KEPT_MS = 7 * 24 * 3_600_000;
/** While a gap is being filled, new lines wait; no more of them than this. */
const MOST_HELD = 2_000;

export interface Filled {
  /** Lines that the socket had not brought. */
  readonly delivered: number;
  /** Lines that are too old to act upon. */
  readonly late: number;
  /** Not one of the lines was known: the gap may be longer than the history. */
  readonly open: boolean;
}

export class Feed<T extends FeedLine> {
  readonly #settings: FeedSettings<T>;
  readonly #done = new Recent(IDS_KEPT, IDS_KEPT_MS);
  /** Lines from before we read: the history must not bring them, but the socket may. */
  #before = new Set<string>();
  #primed = false;
  #held: T[] | null = null;

  constructor(settings: FeedSettings<T>) {
    this.#settings = settings;
  }

  get primed(): boolean {
    return this.#primed;
  }

  /** What the history has before the first connection is over. */
  prime(lines: readonly FeedLine[]): void {
    this.#primed = true;
    this.#before = new Set(lines.map(({ id }) => id));
  }

  /** A line of the socket. False if it was there already. */
  live(line: T, now: number): boolean {
    if (!this.#done.add(line.id, now)) return false;
    if (!this.#held) this.#settings.deliver(line);
    else this.#held.push(line);
    if (this.#held && this.#held.length > MOST_HELD) this.release();
    return true;
  }

  /** From now on lines of the socket wait, so that those of the gap can go before them. */
  hold(): void {
    this.#held ??= [];
  }

  /** Lines of the history, in any order: what is new goes out, oldest first. */
  fill(lines: readonly T[], now: number): Filled {
    const known = lines.filter(({ id }) => this.#done.has(id, now) || this.#before.has(id)).length;
    const fresh = lines.filter(({ id }) => !this.#before.has(id) && this.#done.add(id, now));
    const timely = fresh.filter(({ sentAt }) => now - sentAt <= this.#settings.lateMs);
    const wasHolding = this.#held !== null;
    this.hold();
    this.#held?.unshift(...timely);
    if (!wasHolding) this.release();
    return {
      delivered: timely.length,
      late: fresh.length - timely.length,
      open: lines.length > 0 && known === 0,
    };
  }

  /** What waited goes out in order. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    held.sort((a, b) => a.sentAt - b.sentAt || byId(a.id, b.id));
    for (const line of held) this.#settings.deliver(line);
  }

  /** The line was taken away before it could be acted upon, or will come late. */
  remove(id: string, now: number): void {
    this.#done.add(id, now);
    if (this.#held) this.#held = this.#held.filter((line) => line.id !== id);
  }
}
