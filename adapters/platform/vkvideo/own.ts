/**
 * Which lines of our account are ours. A streamer often signs in with the account that they also type with, and sending
 * tells no message id (PLATFORMS.md 5.1), so a line is known by its words: letters and digits, since the platform may
 * set signs, smiles and links in another way than they were sent.
 */

/** Lines come back within seconds; one that the socket lost is found by a later reading of the history. */
const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 200;

export class OwnLines {
  #sent: { readonly words: string; readonly at: number }[] = [];

  /** The line is about to be written. `now` in milliseconds. */
  sent(text: string, now: number): void {
    this.#sent.push({ words: wordsOf(text), at: now });
    if (this.#sent.length > MOST_KEPT) this.#sent.shift();
  }

  /** True once for each line that was sent. */
  returned(text: string, now: number): boolean {
    this.#sent = this.#sent.filter(({ at }) => now - at <= KEPT_MS);
    const words = wordsOf(text);
    const index = this.#sent.findIndex((one) => one.words === words);
    if (index < 0) return false;
    this.#sent.splice(index, 1);
    return true;
  }
}

function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase() || text.trim();
}
