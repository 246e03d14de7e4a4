/** Remembers what was met, up to a number of things. */
const MOST = 10_000;

export class Seen {
  readonly #all = new Set<string>();

  /** True the first time. */
  first(key: string): boolean {
    if (this.#all.has(key)) return false;
    this.#all.add(key);
    if (this.#all.size > MOST) this.#all.delete(this.#all.keys().next().value ?? '');
    return true;
  }
}
