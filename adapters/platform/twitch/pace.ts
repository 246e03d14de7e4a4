/** How fast we may write, by Twitch's rules, counted here before Twitch counts. */

export interface Pace {
  readonly lines: number;
  readonly windowMs: number;
  readonly gapMs: number;
}

/**
 * Twitch: 20 lines in 30 s and about one a second in a channel; moderators and the broadcaster 100 in 30 s. Our window
 * is a second longer, since lines can arrive closer together than they were sent; over the limit Twitch ignores the
 * account for half an hour. The count for moderators also stays under the library's own (100 in 32 s).
 */
export const VIEWER_PACE: Pace = { lines: 20, windowMs: 31_000, gapMs: 1_200 };
export const MODERATOR_PACE: Pace = { lines: 90, windowMs: 31_000, gapMs: 100 };

/** Times of the lines written lately; bounded by the pace itself. */
export class Pacer {
  readonly #sent: number[] = [];
  #heldUntil = 0;

  /** Milliseconds from `now` until the next line may go. */
  waitMs(now: number, pace: Pace): number {
    while (this.#sent.length > 0 && now - (this.#sent[0] ?? 0) >= MODERATOR_PACE.windowMs) this.#sent.shift();
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

  /** Twitch said that we are too fast: nothing goes until then. */
  hold(until: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, until);
  }
}
