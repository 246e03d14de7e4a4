/**
 * How the day's units are spent, and in which order things are given up when there are too few:
 *
 * 0 `full`       the chat is streamed, or read as often as YouTube says; every line is written at once
 * 1 `gathered`   lines for the chat are gathered, joined into one where they fit, and some are not written
 * 2 `stretched`  without the stream, the chat is read less often than YouTube would allow
 * 3 `quiet`      nothing is written any more: what is left is for reading and for the moderators' orders
 * 4 `spent`      nothing is read until the units are new, at midnight in California
 *
 * Reading and writing have a purse each, filled evenly over the evening that is planned for; a purse holds enough for
 * a lively start. Both together are never fuller than what the day has left, so the day cannot be overdrawn.
 */
import type { Clock } from './clock.ts';
import type { QuotaBook } from './quota.ts';

export const STEPS = ['full', 'gathered', 'stretched', 'quiet', 'spent'] as const;
export type Step = (typeof STEPS)[number];

export interface StepChange {
  readonly step: Step;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Units left at that moment. */
  readonly left: number;
}

/** Units: 40 pages, so that an evening of a quarter of an hour needs no plan at all. */
const READ_PURSE = 200;
/** Twelve lines: a lively start, then one every few minutes. */
const WRITE_PURSE = 600;
/** Units below which nothing is written: at least 100 pages. */
const QUIET_BELOW = 500;
const HOUR_MS = 3_600_000;
const MOST_CHANGES = 100;

export type ReadMode = 'stream' | 'poll';

/** Reading's part of what comes in. The stream needs next to nothing. */
const READ_SHARE: Readonly<Record<ReadMode, number>> = { stream: 0.25, poll: 0.7 };

export class Plan {
  readonly #book: QuotaBook;
  readonly #clock: Clock;
  readonly #eveningMs: number;
  readonly #startedAt: number;
  #filledAt: number;
  #read = READ_PURSE;
  #write = WRITE_PURSE;
  #mode: ReadMode = 'stream';
  #gathering = false;
  #stretched = false;
  #step: Step = 'full';
  readonly #changes: StepChange[] = [];
  /** Told of each change of the step. */
  onStep: (change: StepChange) => void = () => {};

  /** @param eveningMs how long the units have to last. */
  constructor(book: QuotaBook, clock: Clock, eveningMs: number) {
    this.#book = book;
    this.#clock = clock;
    this.#eveningMs = eveningMs;
    this.#startedAt = clock.now();
    this.#filledAt = this.#startedAt;
  }

  get step(): Step {
    return this.#step;
  }

  /** All changes, oldest first. */
  get changes(): readonly StepChange[] {
    return this.#changes;
  }

  set mode(mode: ReadMode) {
    this.#mode = mode;
    if (mode === 'stream') this.#stretched = false;
    this.look();
  }

  /** Milliseconds until the units allow a reading call. `Infinity`: not before they are new. */
  readWaitMs(kind: 'read' | 'stream'): number {
    this.#fill();
    const cost = this.#book.costs[kind];
    if (this.#book.use().left >= cost) return this.#untilFull(cost - this.#read, this.#rates().read);
    this.look();
    return Number.POSITIVE_INFINITY;
  }

  /** The next page comes in `waitMs` by the units, and in `toldMs` by YouTube. */
  pacing(waitMs: number, toldMs: number): void {
    // As with the lines, two bounds.
    if (this.#mode === 'poll' && waitMs > toldMs) this.#stretched = true;
    else if (this.#mode === 'stream' || this.#read >= READ_PURSE / 2) this.#stretched = false;
    this.look();
  }

  /** A reading call is made now. */
  tookRead(kind: 'read' | 'stream'): void {
    this.#read -= this.#book.costs[kind];
  }

  /** Milliseconds until a line may be written. `Infinity`: not before the units are new. */
  writeWaitMs(): number {
    this.#fill();
    const cost = this.#book.costs.write;
    if (this.#book.use().left < QUIET_BELOW + cost) return Number.POSITIVE_INFINITY;
    return this.#untilFull(cost - this.#write, this.#rates().write);
  }

  tookWrite(): void {
    this.#write -= this.#book.costs.write;
    this.look();
  }

  /** Lines should wait a moment for others to join them. */
  get gathering(): boolean {
    return this.#gathering;
  }

  /** Finds out the step, and tells of it if it is another. */
  look(): void {
    this.#fill();
    // Two bounds, so that every single line does not turn it to and fro.
    if (this.#write < WRITE_PURSE / 2) this.#gathering = true;
    if (this.#write >= WRITE_PURSE) this.#gathering = false;
    const { left } = this.#book.use();
    const step = this.#stepAt(left);
    if (step === this.#step) return;
    this.#step = step;
    const change = { step, at: this.#clock.now(), left };
    this.#changes.push(change);
    if (this.#changes.length > MOST_CHANGES) this.#changes.shift();
    this.onStep(change);
  }

  #stepAt(left: number): Step {
    if (left < this.#book.costs.read) return 'spent';
    if (left < QUIET_BELOW + this.#book.costs.write) return 'quiet';
    if (this.#stretched) return 'stretched';
    return this.#gathering ? 'gathered' : 'full';
  }

  #untilFull(missing: number, rate: number): number {
    if (missing <= 0) return 0;
    return rate > 0 ? Math.ceil(missing / rate) : Number.POSITIVE_INFINITY;
  }

  #fill(): void {
    const now = this.#clock.now();
    const passed = Math.max(0, now - this.#filledAt);
    if (passed === 0) return;
    const rates = this.#rates();
    this.#filledAt = now;
    this.#read = Math.min(READ_PURSE, this.#read + rates.read * passed);
    this.#write = Math.min(WRITE_PURSE, this.#write + rates.write * passed);
  }

  /** Units a millisecond: what the day has left beyond both purses, spread over the rest of the evening. */
  #rates(): { read: number; write: number } {
    const { left, resetsAt } = this.#book.use();
    const now = this.#clock.now();
    const evening = this.#startedAt + this.#eveningMs - now;
    // An evening that lasts longer than planned goes on with what is left, ever slower; new units end all saving.
    const horizon = Math.max(1, Math.min(resetsAt - now, Math.max(HOUR_MS, evening)));
    const quiet = left < QUIET_BELOW + this.#book.costs.write;
    // Nothing is written any more: what the purse for it holds is reading's as well.
    const held = quiet ? 0 : Math.max(0, this.#write);
    const free = Math.max(0, left - Math.max(0, this.#read) - held);
    const read = (free / horizon) * (quiet ? 1 : READ_SHARE[this.#mode]);
    return { read, write: free / horizon - read };
  }
}
