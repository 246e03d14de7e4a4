/** Answers to one chat, gathered into few lines: short ones share a line, equal ones are said once, the rate is kept. */
import type { Millis } from '../engine/state.ts';
import { lengthOf } from './text.ts';

export interface MergeLimits {
  /** Characters of one line of this platform. */
  readonly maxLength: number;
  /** Lines that may be written within a window, as the platform says. */
  readonly pace: { readonly lines: number; readonly seconds: number };
  /** Milliseconds between two lines, in which answers gather. Default 1000. */
  readonly gap?: number;
  /** Answers kept waiting; beyond, the oldest are dropped. Default 40. */
  readonly keep?: number;
}

export interface Merger {
  /** Queues an answer. False when it was dropped: empty, or the same was said in the last 30 s or waits already. */
  push(text: string, at: Millis): boolean;
  /** The next line to write now, oldest answers first; null when nothing waits or the rate does not allow it. */
  take(at: Millis): string | null;
  /** When `take` will give something; null when nothing waits. */
  nextAt(): Millis | null;
  /** Answers given up because too many waited, or because they waited too long. */
  readonly dropped: number;
  readonly waiting: number;
}

/** Platforms swallow a line equal to the last one within this time. */
const SAME = 30_000;
/** An answer older than this helps nobody. */
const STALE = 45_000;
const JOINT = ' · ';
const SIGN = /^\p{Extended_Pictographic}\ufe0f?\s*/u;

export function createMerger(limits: MergeLimits): Merger {
  return new Queue(limits);
}

class Queue implements Merger {
  dropped = 0;
  readonly #limits: Required<MergeLimits>;
  #queue: { text: string; at: Millis }[] = [];
  /** Times of the last lines, as many as the pace counts, oldest first. */
  #sent: Millis[] = [];
  readonly #said = new Map<string, Millis>();

  constructor(limits: MergeLimits) {
    this.#limits = { gap: 1000, keep: 40, ...limits };
  }

  push(text: string, at: Millis): boolean {
    for (const [old, when] of this.#said) if (at - when >= SAME) this.#said.delete(old);
    if (text === '' || this.#said.has(text) || this.#queue.some((one) => one.text === text)) return false;
    this.#queue.push({ text, at });
    if (this.#queue.length > this.#limits.keep) {
      this.#queue.shift();
      this.dropped += 1;
    }
    return true;
  }

  take(at: Millis): string | null {
    const fresh = this.#queue.filter((one) => at - one.at < STALE);
    this.dropped += this.#queue.length - fresh.length;
    this.#queue = fresh;
    if (fresh.length === 0 || at < this.#freeAt()) return null;
    const { maxLength, pace } = this.#limits;
    const texts = fresh.map(({ text }) => text);
    const taken = texts.slice(0, fitting(texts, maxLength));
    this.#queue = fresh.slice(taken.length);
    for (const text of taken) this.#said.set(text, at);
    this.#sent = [...this.#sent, at].slice(-pace.lines);
    return joined(taken, maxLength);
  }

  nextAt(): Millis | null {
    const first = this.#queue[0];
    return first ? Math.max(first.at, this.#freeAt()) : null;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  #freeAt(): Millis {
    const { gap, pace } = this.#limits;
    const spaced = (this.#sent.at(-1) ?? Number.NEGATIVE_INFINITY) + gap;
    const oldest = this.#sent.at(-pace.lines);
    return oldest === undefined ? spaced : Math.max(spaced, oldest + pace.seconds * 1000);
  }
}

/** How many of the first answers share one line; at least one. */
function fitting(texts: readonly string[], maxLength: number): number {
  let count = 1;
  while (
    count < texts.length &&
    lengthOf(joined(texts.slice(0, count + 1), Number.POSITIVE_INFINITY)) <= maxLength
  )
    count += 1;
  return count;
}

/** The first keeps its sign; a line has one. A single answer that is too long is cut. */
function joined(texts: readonly string[], maxLength: number): string {
  const line = texts.map((text, i) => (i === 0 ? text : text.replace(SIGN, ''))).join(JOINT);
  return lengthOf(line) <= maxLength ? line : `${[...line].slice(0, Math.max(0, maxLength - 1)).join('')}…`;
}
