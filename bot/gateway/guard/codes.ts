/** Codes that stand in for an address with a token in it: printed for a person, good once, and not for long. */
import { randomBytes } from 'node:crypto';

const LIVES_MS = 24 * 3_600_000;
const MOST = 1000;

export class Codes {
  readonly #codes = new Map<string, { readonly to: string; readonly until: number }>();

  /** A code that leads once to this address. */
  make(to: string): string {
    const code = randomBytes(9).toString('base64url');
    if (this.#codes.size >= MOST) this.#codes.delete(this.#codes.keys().next().value ?? '');
    this.#codes.set(code, { to, until: Date.now() + LIVES_MS });
    return code;
  }

  /** The address, the first time; null ever after. */
  spend(code: string): string | null {
    const found = this.#codes.get(code);
    this.#codes.delete(code);
    return found && found.until > Date.now() ? found.to : null;
  }
}
