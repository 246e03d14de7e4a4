/** People seen in this chat lately, so that a name that was typed can be told from a stranger's. */
const MOST = 5_000;
/** Characters of a name on the wire. */
const LONGEST = 80;

export class People {
  /** `platform:user` → name, the latest last. */
  readonly #names = new Map<string, string>();
  /** Folded name → `platform:user`, the latest last; null when two people carry it. */
  readonly #byName = new Map<string, string | null>();

  seen(name: string, person: string): void {
    this.#names.delete(person);
    this.#names.set(person, name.slice(0, LONGEST));
    if (this.#names.size > MOST) this.#names.delete(this.#names.keys().next().value ?? '');
    const key = fold(name);
    const before = this.#byName.get(key);
    this.#byName.delete(key);
    this.#byName.set(key, before === undefined || before === person ? person : null);
    if (this.#byName.size > MOST) this.#byName.delete(this.#byName.keys().next().value ?? '');
  }

  /** The name last seen of `platform:user`. */
  nameOf(person: string): string | undefined {
    return this.#names.get(person);
  }

  /** `platform:user` of the one person with this name. */
  find(name: string): string | undefined {
    return this.#byName.get(fold(name)) ?? undefined;
  }
}

export function fold(name: string): string {
  return name.replace(/^@/, '').normalize('NFKC').toLowerCase();
}
