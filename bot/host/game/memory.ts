/** What was answered to an id, so that the same id gets the first answer again. Bounded in number and, for refusals, in time. */
import type { Millis } from '../../engine/state.ts';
import type { Outcome } from './outcome.ts';

/** Refusals draw nothing and are not in the log; this long the same id gets the same one. */
export const REFUSALS_KEPT_MS = 10 * 60_000;
const MOST_ACCEPTED = 20_000;
const MOST_REFUSED = 5_000;

/**
 * At most so many entries, in two generations: the older half is dropped at once. Taking out the oldest one by one
 * means stepping over the gaps that all before it have left in the Map, which cost more than deciding the command.
 */
class Lately<T> {
  readonly #half: number;
  #fresh = new Map<string, T>();
  #old: ReadonlyMap<string, T> = new Map();

  constructor(most: number) {
    this.#half = most / 2;
  }

  get(key: string): T | undefined {
    return this.#fresh.get(key) ?? this.#old.get(key);
  }

  /** True if others were forgotten for it. */
  set(key: string, value: T): boolean {
    const full = this.#fresh.size >= this.#half;
    const forgets = full && this.#old.size > 0;
    if (full) {
      this.#old = this.#fresh;
      this.#fresh = new Map();
    }
    this.#fresh.set(key, value);
    return forgets;
  }
}

export class Memory {
  readonly #accepted = new Lately<Outcome>(MOST_ACCEPTED);
  readonly #refused = new Lately<{ readonly outcome: Outcome; readonly until: Millis }>(MOST_REFUSED);
  /** False once something accepted may not be here: then the log has to be asked. */
  complete: boolean;

  constructor(complete: boolean) {
    this.complete = complete;
  }

  get(key: string, now: Millis): Outcome | null {
    const accepted = this.#accepted.get(key);
    if (accepted) return accepted;
    const refused = this.#refused.get(key);
    return refused && refused.until > now ? refused.outcome : null;
  }

  /** The first answer stays: asking again does not prolong it. */
  put(key: string, outcome: Outcome, now: Millis): void {
    if (this.get(key, now) !== null) return;
    if (!outcome.ok) this.#refused.set(key, { outcome, until: now + REFUSALS_KEPT_MS });
    else if (this.#accepted.set(key, outcome)) this.complete = false;
  }
}
