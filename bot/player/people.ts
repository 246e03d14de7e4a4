/** People seen in this chat lately, so that a name that was typed can be told from a stranger's: at least so many. */
const LEAST = 5_000;
/** Characters of a name on the wire. */
const LONGEST = 80;

/** Forgetting goes by whole generations: taking out the oldest one by one would cost more than all else a line costs. */
interface Generation {
  /** `platform:user` → name. */
  readonly names: Map<string, string>;
  /** Folded name → `platform:user`; null when two people carry it. */
  readonly byName: Map<string, string | null>;
}

const empty = (): Generation => ({ names: new Map(), byName: new Map() });

export class People {
  #fresh = empty();
  #old = empty();

  seen(name: string, person: string): void {
    const shown = name.slice(0, LONGEST);
    // Most lines are by people who wrote a moment ago.
    if (this.#fresh.names.get(person) === shown) return;
    const key = fold(name);
    const before = this.#person(key);
    this.#fresh.names.set(person, shown);
    this.#fresh.byName.set(key, before === undefined || before === person ? person : null);
    if (this.#fresh.names.size <= LEAST) return;
    this.#old = this.#fresh;
    this.#fresh = empty();
  }

  /** The name last seen of `platform:user`. */
  nameOf(person: string): string | undefined {
    return this.#fresh.names.get(person) ?? this.#old.names.get(person);
  }

  /** `platform:user` of the one person with this name. */
  find(name: string): string | undefined {
    return this.#person(fold(name)) ?? undefined;
  }

  #person(key: string): string | null | undefined {
    const fresh = this.#fresh.byName.get(key);
    return fresh === undefined ? this.#old.byName.get(key) : fresh;
  }
}

export function fold(name: string): string {
  return name.replace(/^@/, '').normalize('NFKC').toLowerCase();
}
