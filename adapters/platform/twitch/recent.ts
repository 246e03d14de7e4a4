/** Ids seen lately, in bounded memory: the same message id again is the same message. */
export class Recent {
  readonly #seen = new Map<string, number>();
  readonly #most: number;
  readonly #ttlMs: number;

  /** @param ttlMs how long an id is remembered; redeliveries come within seconds. */
  constructor(most: number, ttlMs: number) {
    this.#most = most;
    this.#ttlMs = ttlMs;
  }

  get size(): number {
    return this.#seen.size;
  }

  /** Remembers the id; true if it was new. `now` in milliseconds, never going back. */
  add(id: string, now: number): boolean {
    this.#forget(now);
    if (this.#seen.has(id)) return false;
    this.#seen.set(id, now);
    this.#forget(now);
    return true;
  }

  has(id: string, now: number): boolean {
    this.#forget(now);
    return this.#seen.has(id);
  }

  #forget(now: number): void {
    // A Map keeps the order of insertion, so the oldest is always first.
    for (const [id, at] of this.#seen) {
      if (this.#seen.size <= this.#most && now - at <= this.#ttlMs) return;
      this.#seen.delete(id);
    }
  }
}
