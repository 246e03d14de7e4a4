/** What must not be seen: secrets that were typed or came from a platform, blotted out of every line that is shown. */

/** Shorter ones would blot out half of any sentence, and are no secrets that a platform gives. */
const SHORTEST = 6;

export class Discretion {
  readonly #secrets = new Set<string>();

  learn(...secrets: readonly (string | null | undefined)[]): void {
    for (const secret of secrets) {
      if (!secret || secret.length < SHORTEST) continue;
      this.#secrets.add(secret);
      // In an address it looks otherwise.
      this.#secrets.add(encodeURIComponent(secret));
    }
  }

  clean(text: string): string {
    // The longest first: one secret may be the beginning of another.
    const known = [...this.#secrets].sort((a, b) => b.length - a.length);
    return known.reduce((line, secret) => line.replaceAll(secret, '…'), text);
  }
}
