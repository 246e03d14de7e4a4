/** Names of seats and of people in chats: a side table that can be deleted, never in the log. */

export interface Person {
  readonly name: string;
  /** `seat` for a player. */
  readonly platform: string;
  /** Platform id, kept only here. */
  readonly user?: string;
}

export interface NameStore {
  save(key: string, person: Person): void;
}

export class Names {
  readonly #names = new Map<string, string>();
  /** Pseudonym → `platform:user`, as far as it is known. */
  readonly #identities = new Map<string, string>();
  readonly #store: NameStore;
  #seats: Readonly<Record<string, string>> | null = null;
  #all: Readonly<Record<string, string>> | null = null;

  constructor(people: Iterable<readonly [string, Person]>, store: NameStore) {
    for (const [key, person] of people) this.#learn(key, person);
    this.#store = store;
  }

  #learn(key: string, { name, platform, user }: Person): void {
    this.#names.set(key, name);
    if (user !== undefined) this.#identities.set(key, `${platform}:${user}`);
  }

  /** The name of a seat or a pseudonym, or the key itself. */
  of(key: string): string {
    return this.#names.get(key) ?? key;
  }
  has(key: string): boolean {
    return this.#names.has(key);
  }

  /** Who is behind a pseudonym, as `platform:user`; undefined for somebody who was forgotten. */
  identityOf(key: string): string | undefined {
    return this.#identities.get(key);
  }

  put(key: string, person: Person): void {
    if (this.#names.get(key) === person.name) return;
    this.#learn(key, person);
    this.#all = null;
    if (!key.startsWith('v_')) this.#seats = null;
    this.#store.save(key, person);
  }

  /** Pseudonyms of people with this name, as typed, with or without @. Seats are not among them. */
  find(name: string): readonly string[] {
    const wanted = fold(name);
    return [...this.#names]
      .filter(([key, one]) => key.startsWith('v_') && fold(one) === wanted)
      .map(([key]) => key);
  }

  /** Of the players only. The same object until one of them changes. */
  seats(): Readonly<Record<string, string>> {
    this.#seats ??= Object.fromEntries([...this.#names].filter(([key]) => !key.startsWith('v_')));
    return this.#seats;
  }
  all(): Readonly<Record<string, string>> {
    this.#all ??= Object.fromEntries(this.#names);
    return this.#all;
  }
}

function fold(name: string): string {
  return name.replace(/^@/, '').normalize('NFKC').toLowerCase().replaceAll('ё', 'е');
}
