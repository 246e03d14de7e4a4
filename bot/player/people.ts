import { clean } from '../commands/text.ts';

/** People seen in these chats lately, so that a name that was typed can be told from a stranger's: at least so many. */
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
  /** By platform, then by its own id: no text has to be made for each line to look somebody up. */
  readonly people: Map<string, Map<string, Person>>;
  count: number;
  /** Folded name → `platform:user`; null when two people carry it. */
  readonly byName: Map<string, string | null>;
}

const empty = (): Generation => ({ people: new Map(), byName: new Map(), count: 0 });

function put(generation: Generation, { platform, user, person }: Entry): void {
  const ofPlatform = generation.people.get(platform) ?? new Map<string, Person>();
  if (ofPlatform.size === 0) generation.people.set(platform, ofPlatform);
  if (!ofPlatform.has(user)) generation.count += 1;
  ofPlatform.set(user, person);
}

interface Entry {
  readonly platform: string;
  readonly user: string;
  readonly person: Person;
}

export class People {
  #fresh = empty();
  #old = empty();

  seen({ platform, user, name }: { platform: string; user: string; name: string }): Person {
    const last = this.#fresh.people.get(platform)?.get(user);
    // Most lines are by people who wrote a moment ago.
    if (last?.name === name) return last;
    const before = last ?? this.#old.people.get(platform)?.get(user);
    const key = before?.key ?? `${platform}:${user}`;
    const person = { key, name, counted: before?.counted ?? Number.NEGATIVE_INFINITY };
    const folded = typable(name);
    const holder = this.#person(folded);
    put(this.#fresh, { platform, user, person });
    this.#fresh.byName.set(folded, holder === undefined || holder === key ? key : null);
    if (this.#fresh.count > LEAST) {
      this.#old = this.#fresh;
      this.#fresh = empty();
    }
    return person;
  }

  /** The name last seen of `platform:user`. */
  nameOf(person: string): string | undefined {
    const [platform = ''] = person.split(':', 1);
    const user = person.slice(platform.length + 1);
    const found = this.#fresh.people.get(platform)?.get(user) ?? this.#old.people.get(platform)?.get(user);
    return found?.name.slice(0, LONGEST);
  }

  /** `platform:user` of the one person with this name. */
  find(name: string): string | undefined {
    return this.#person(typable(name)) ?? undefined;
  }

  #person(key: string): string | null | undefined {
    const fresh = this.#fresh.byName.get(key);
    return fresh === undefined ? this.#old.byName.get(key) : fresh;
  }
}

/** As a command has it: emoji and what cannot be seen taken out, one space between words. */
function typable(name: string): string {
  return fold(clean(name) || name);
}

export function fold(name: string): string {
  return name.replace(/^@/, '').normalize('NFKC').toLowerCase();
}
