/** Tasks that may be on a page at once; older ones are forgotten. */
const KEPT = 24;

/** The longest time that was seen to be left of each task, where the view does not say how long it lasts. */
export class Longest {
  readonly #seen = new Map<string, number>();

  /** Milliseconds; `left` is what is left now. */
  of(key: string, left: number): number {
    const longest = Math.max(left, this.#seen.get(key) ?? 0);
    // Set anew, so that the first in the map is what has not been asked for longest.
    this.#seen.delete(key);
    this.#seen.set(key, longest);
    for (const old of this.#seen.keys()) {
      if (this.#seen.size <= KEPT) break;
      this.#seen.delete(old);
    }
    return longest;
  }
}
