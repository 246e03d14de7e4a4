/** What was answered to an id, so that the same id gets the first answer again. Bounded in number and, for refusals, in time. */
import type { Millis } from '../../engine/state.ts';
import type { Outcome } from './outcome.ts';

/** Refusals draw nothing and are not in the log; this long the same id gets the same one. */
export const REFUSALS_KEPT_MS = 10 * 60_000;
const MOST_ACCEPTED = 20_000;
const MOST_REFUSED = 5_000;

export class Memory {
  readonly #accepted = new Map<string, Outcome>();
  readonly #refused = new Map<string, { readonly outcome: Outcome; readonly until: Millis }>();
  /** False once something accepted may not be here: then the log has to be asked. */
  complete: boolean;

  constructor(complete: boolean) {
    this.complete = complete;
  }

  get(key: string, now: Millis): Outcome | null {
    const accepted = this.#accepted.get(key);
    if (accepted) return accepted;
    const refused = this.#refused.get(key);
    if (!refused) return null;
    if (refused.until > now) return refused.outcome;
    this.#refused.delete(key);
    return null;
  }

  /** The first answer stays: asking again does not prolong it. */
  put(key: string, outcome: Outcome, now: Millis): void {
    if (this.get(key, now) !== null) return;
    if (!outcome.ok) {
      this.#refused.set(key, { outcome, until: now + REFUSALS_KEPT_MS });
      this.#forget(this.#refused, MOST_REFUSED);
      return;
    }
    this.#accepted.set(key, outcome);
    if (this.#forget(this.#accepted, MOST_ACCEPTED)) this.complete = false;
  }

  #forget(map: Map<string, unknown>, most: number): boolean {
    if (map.size <= most) return false;
    const oldest = map.keys().next();
    if (!oldest.done) map.delete(oldest.value);
    return true;
  }
}
