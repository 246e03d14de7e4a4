/** Answers that were given lately, so that the same message twice is answered once. */
import type { AccountAnswer } from '../protocol/accounts.ts';

/** As long as the game's refusals are remembered. */
const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 2_000;

export class Keep {
  readonly #answers = new Map<string, { readonly answer: AccountAnswer; readonly until: number }>();

  get(key: string, now: number): AccountAnswer | null {
    const kept = this.#answers.get(key);
    return kept && kept.until > now ? kept.answer : null;
  }

  put(key: string, answer: AccountAnswer, now: number): void {
    this.#answers.set(key, { answer, until: now + KEPT_MS });
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= MOST_KEPT) break;
      this.#answers.delete(oldest);
    }
  }

  /** Everything whose key begins so. */
  forget(start: string): void {
    for (const key of this.#answers.keys()) if (key.startsWith(start)) this.#answers.delete(key);
  }
}
