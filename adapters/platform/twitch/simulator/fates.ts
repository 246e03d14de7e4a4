/** What becomes of events on bad days: lost, doubled, late. PLATFORMS 0.3. */

/** Shares of events, 0 to 1. */
export interface Trouble {
  readonly lost?: number;
  readonly doubled?: number;
  readonly late?: number;
  readonly lateMs?: number;
  /** The same numbers in every run. */
  readonly seed?: number;
}

/** `lose`, `double`, or milliseconds that an event is late; null for an event that goes well. */
export type Fate = 'lose' | 'double' | number | null;

export class Fates {
  /** Of the next events, whatever their kind. */
  readonly #next: Fate[] = [];
  #trouble: Required<Trouble> = { lost: 0, doubled: 0, late: 0, lateMs: 0, seed: 1 };
  #random: () => number = () => 1;

  next(fate: Fate): void {
    this.#next.push(fate);
  }

  from(trouble: Trouble): void {
    this.#trouble = { lost: 0, doubled: 0, late: 0, lateMs: 200, seed: 1, ...trouble };
    this.#random = chance(this.#trouble.seed);
  }

  draw(): Fate {
    const forced = this.#next.shift();
    if (forced !== undefined) return forced;
    const { lost, doubled, late, lateMs } = this.#trouble;
    const roll = this.#random();
    if (roll < lost) return 'lose';
    if (roll < lost + doubled) return 'double';
    return roll < lost + doubled + late ? lateMs : null;
  }
}

/** Numbers from 0 to 1, the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
