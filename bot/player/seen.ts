/** Remembers what was met, at least the last so many things. */
const LEAST = 10_000;

/**
 * Two generations instead of taking out the oldest one by one: a Set that loses its first entry each time has to step
 * over all the gaps at its front, which cost more than everything else that is done with a line.
 */
export class Seen {
  #fresh = new Set<string>();
  #old = new Set<string>();

  /** True the first time. */
  first(key: string): boolean {
    if (this.#fresh.has(key) || this.#old.has(key)) return false;
    this.#fresh.add(key);
    if (this.#fresh.size > LEAST) {
      this.#old = this.#fresh;
      this.#fresh = new Set();
    }
    return true;
  }
}
