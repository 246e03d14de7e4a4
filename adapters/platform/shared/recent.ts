/** Ids seen lately, in bounded memory: the same message id again is the same message. */
export class Recent {
  readonly #seen = new Set<string>();
  /**
   * The same ids and their times, oldest first, from `#head` on. A Set keeps that order too, but finding its first
   * entry means stepping over the gaps of all that were taken out before it.
   */
  #queue: string[] = [];
  #times: number[] = [];
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
    this.#seen.add(id);
    this.#queue.push(id);
    this.#times.push(now);
    if (this.#seen.size > this.#most) this.#forget(now);
    return true;
  }

  has(id: string, now: number): boolean {
    this.#forget(now);
    return this.#seen.has(id);
  }

  #forget(now: number): void {
    for (; this.#head < this.#queue.length; this.#head += 1) {
      if (this.#seen.size <= this.#most && now - this.#times[this.#head]! <= this.#ttlMs) break;
      this.#seen.delete(this.#queue[this.#head]!);
    }
    if (this.#head <= this.#most) return;
    this.#queue = this.#queue.slice(this.#head);
    this.#times = this.#times.slice(this.#head);
    this.#head = 0;
  }
}
