/** Small seeded numbers for tests that try a great many things: the same seed, the same test. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0 || 1;
  }

  /** 0 … n − 1. */
  below(n: number): number {
    // Xorshift: even enough for choosing what to try, and nothing else.
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x >>> 0;
    return this.#state % n;
  }
}
