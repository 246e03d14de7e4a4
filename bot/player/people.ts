/** People seen in this chat lately, so that a name that was typed can be told from a stranger's. */
const MOST = 5_000;

export class People {
  /** Folded name → `platform:user`, the latest last; null when two people carry it. */
  readonly #byName = new Map<string, string | null>();

  seen(name: string, person: string): void {
    const key = fold(name);
    const before = this.#byName.get(key);
    this.#byName.delete(key);
    this.#byName.set(key, before === undefined || before === person ? person : null);
    if (this.#byName.size > MOST) this.#byName.delete(this.#byName.keys().next().value ?? '');
  }

  /** `platform:user` of the one person with this name. */
  find(name: string): string | undefined {
    return this.#byName.get(fold(name)) ?? undefined;
  }
}

export function fold(name: string): string {
  return name.replace(/^@/, '').normalize('NFKC').toLowerCase();
}
