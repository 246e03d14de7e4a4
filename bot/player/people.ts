/** People seen in this chat lately, so that a name that was typed can be told from a stranger's: at least so many. */
const LEAST = 5_000;
/** Characters of a name on the wire. */
const LONGEST = 80;

/** Somebody who wrote. */
export interface Person {
  /** `platform:user`, made once: the same text for each line. */
  readonly key: string;
  readonly name: string;
  /** When the audience heard of this person; the chat's affair. */
  counted: number;
}

/** Forgetting goes by whole generations: taking out the oldest one by one would cost more than all else a line costs. */
interface Generation {
  /** By the platform's own id: one chat is one platform's. */
  readonly people: Map<string, Person>;
  /** Folded name → `platform:user`; null when two people carry it. */
  readonly byName: Map<string, string | null>;
}

const empty = (): Generation => ({ people: new Map(), byName: new Map() });

export class People {
  #fresh = empty();
  #old = empty();

  seen({ platform, user, name }: { platform: string; user: string; name: string }): Person {
    const last = this.#fresh.people.get(user);
    // Most lines are by people who wrote a moment ago.
    if (last?.name === name) return last;
    const before = last ?? this.#old.people.get(user);
    const key = before?.key ?? `${platform}:${user}`;
    const person = { key, name, counted: before?.counted ?? Number.NEGATIVE_INFINITY };
    const folded = fold(name);
    const holder = this.#person(folded);
    this.#fresh.people.set(user, person);
    this.#fresh.byName.set(folded, holder === undefined || holder === key ? key : null);
    if (this.#fresh.people.size > LEAST) {
      this.#old = this.#fresh;
      this.#fresh = empty();
    }
    return person;
  }

  /** The name last seen of `platform:user`. */
  nameOf(person: string): string | undefined {
    const user = person.slice(person.indexOf(':') + 1);
    const found = this.#fresh.people.get(user) ?? this.#old.people.get(user);
    return found?.key === person ? found.name.slice(0, LONGEST) : undefined;
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
