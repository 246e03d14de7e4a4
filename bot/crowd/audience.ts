/**
 * How many different people have written in a chat in the last minutes, for the equaliser. Exact up to `max` people;
 * beyond that a sample by hash (adaptive sampling): those whose hash ends in k zeros are kept, and counted 2^k times.
 */
import type { Millis } from '../engine/state.ts';

export interface Audience {
  /** Somebody wrote. Called for every line, so it does little. */
  seen(user: string, at: Millis): void;
  /** Different people within the window. */
  active(at: Millis): number;
  /** Entries held. */
  readonly size: number;
}

/** FNV-1a with a last mixing step, so that low bits are as good as high ones. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  return h >>> 0;
}

export function createAudience({ minutes = 10, max = 50_000 } = {}): Audience {
  return new Sample(minutes * 60_000, max);
}

class Sample implements Audience {
  readonly #window: number;
  readonly #max: number;
  /** Time is kept in steps of a thirtieth of the window: a busy talker is moved once a step, not once a line. */
  readonly #step: number;
  /** User → last step, in the order of steps. */
  readonly #last = new Map<string, number>();
  #zeros = 0;
  #thinned: Millis = 0;

  constructor(window: number, max: number) {
    this.#window = window;
    this.#max = max;
    this.#step = window / 30;
  }

  seen(user: string, at: Millis): void {
    const now = Math.floor(at / this.#step);
    const before = this.#last.get(user);
    if (before !== undefined && before >= now) return;
    if (before === undefined && !this.#kept(user)) return;
    this.#last.delete(user);
    this.#last.set(user, now);
    if (this.#last.size <= this.#max) return;
    this.#expire(at);
    this.#thin(at);
  }

  active(at: Millis): number {
    this.#expire(at);
    return this.#last.size * 2 ** this.#zeros;
  }

  get size(): number {
    return this.#last.size;
  }

  #kept(user: string): boolean {
    return this.#zeros === 0 || (hash(user) & ((1 << this.#zeros) - 1)) === 0;
  }

  #expire(at: Millis): void {
    const edge = Math.floor((at - this.#window) / this.#step);
    for (const [user, when] of this.#last) {
      if (when > edge) break;
      this.#last.delete(user);
    }
    // With room again the sample gets finer, one step a window: those who were left out come back as they write.
    if (this.#zeros > 0 && this.#last.size < this.#max / 4 && at - this.#thinned >= this.#window) {
      this.#zeros -= 1;
      this.#thinned = at;
    }
  }

  #thin(at: Millis): void {
    while (this.#last.size > this.#max && this.#zeros < 20) {
      this.#zeros += 1;
      this.#thinned = at;
      for (const user of this.#last.keys()) if (!this.#kept(user)) this.#last.delete(user);
    }
  }
}
