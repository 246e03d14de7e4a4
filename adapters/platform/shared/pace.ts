/** How fast we may write, counted here before the platform counts. */

export interface Pace {
  readonly lines: number;
  readonly windowMs: number;
  /** Between two lines. */
  readonly gapMs: number;
}

/** Times of the lines written lately; bounded by the pace itself. */
export class Pacer {
  readonly #sent: number[] = [];
  readonly #longestMs: number;
  #heldUntil = 0;

  /** @param longestMs the longest window that will be asked about; older lines are forgotten. */
  constructor(longestMs: number) {
    this.#longestMs = longestMs;
  }

  /** Milliseconds from `now` until the next line may go. */
  waitMs(now: number, pace: Pace): number {
    while (this.#sent.length > 0 && now - (this.#sent[0] ?? 0) >= this.#longestMs) this.#sent.shift();
    const inWindow = this.#sent.filter((at) => now - at < pace.windowMs);
    const last = inWindow.at(-1);
    const gap = last === undefined ? 0 : last + pace.gapMs - now;
    const first = inWindow.at(-pace.lines);
    const full = first === undefined ? 0 : first + pace.windowMs - now;
    return Math.max(0, gap, full, this.#heldUntil - now);
  }

  wrote(now: number): void {
    this.#sent.push(now);
  }

  /** The platform said that we are too fast: nothing goes until then. */
  hold(until: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, until);
  }
}
