/** How late the lines of each platform come: the time between its own stamp and our hearing of it. */

/** Lines that count; older ones say little about now. */
const KEPT = 64;
/** Later than this it was not the wire: a history read again, or a clock that is wrong. */
const LONGEST_MS = 10 * 60_000;
/** Nine of ten lines come sooner. */
const SHARE = 0.9;

export class Lag {
  readonly #lags = new Map<string, number[]>();

  heard(platform: string, sentAt: number, now: number): void {
    const lag = now - sentAt;
    // A platform's clock that is ahead of ours shows no lag at all.
    if (!(lag < LONGEST_MS)) return;
    const lags = this.#lags.get(platform) ?? [];
    if (lags.length === 0) this.#lags.set(platform, lags);
    lags.push(Math.max(0, lag));
    if (lags.length > KEPT) lags.shift();
  }

  /** Milliseconds; null before the first line. */
  of(platform: string): number | null {
    const lags = this.#lags.get(platform);
    if (!lags || lags.length === 0) return null;
    const sorted = [...lags].sort((a, b) => a - b);
    return sorted[Math.floor((sorted.length - 1) * SHARE)] ?? null;
  }
}
