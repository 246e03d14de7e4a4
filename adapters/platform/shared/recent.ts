/** Ids seen lately, in bounded memory: the same message id again is the same message. */
export class Recent {
  readonly #seen = new Map<string, number>();
  /**
   * The same ids, oldest first, from `#head` on. A Map keeps that order too, but finding its first entry means
   * stepping over the gaps of all that were taken out before it.
   */
  #queue: string[] = [];
  #head = 0;
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
    this.#queue.push(id);
    this.#forget(now);
    return true;
  }

  has(id: string, now: number): boolean {
    this.#forget(now);
    return this.#seen.has(id);
  }

  #forget(now: number): void {
    for (; this.#head < this.#queue.length; this.#head += 1) {
      const oldest = this.#queue[this.#head]!;
      if (this.#seen.size <= this.#most && now - this.#seen.get(oldest)! <= this.#ttlMs) break;
      this.#seen.delete(oldest);
    }
    if (this.#head <= this.#most) return;
    this.#queue = this.#queue.slice(this.#head);
    this.#head = 0;
  }
}
