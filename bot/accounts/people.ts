/** People as sets of identities. The sets never share a member, and none has fewer than two. */
import type { Identity } from '../../adapters/log/contract.ts';
import { type Change, isSeat, type Known, standsFor } from '../host/persons.ts';

/** More names than anybody has; a bound for what one code after another could make. */
export const MOST_IDENTITIES = 12;

/** What has to be stored for a change, before it is made. */
export interface Plan {
  readonly put: readonly Identity[];
  readonly drop: readonly string[];
  readonly change: Change;
}

/** Why two cannot be one: a refusal's code and its figures. */
export interface Obstacle {
  readonly code: 'link-already' | 'link-too-many' | 'link-two-seats';
  readonly args: Readonly<Record<string, number>>;
}

export class People {
  readonly #rows = new Map<string, Identity>();
  readonly #sets = new Map<string, readonly Identity[]>();

  constructor(rows: Iterable<Identity> = []) {
    this.make(rows, []);
  }

  of(identity: string): readonly Identity[] | null {
    const row = this.#rows.get(identity);
    return row ? (this.#sets.get(row.person) ?? null) : null;
  }

  /** Null if nothing is in the way. */
  obstacle(first: Known, second: Known): Obstacle | null {
    const [a, b] = [this.#whole(first), this.#whole(second)];
    if (a.some(({ identity }) => identity === second.identity)) return { code: 'link-already', args: {} };
    if (a.length + b.length > MOST_IDENTITIES)
      return { code: 'link-too-many', args: { max: MOST_IDENTITIES } };
    const games = [...a, ...b].flatMap(({ identity }) => (isSeat(identity) ? [gameOf(identity)] : []));
    return new Set(games).size < games.length ? { code: 'link-two-seats', args: {} } : null;
  }

  /** The two people as one, those of `first` in front. @param fresh a name for the set that is new to the table. */
  joining(first: Known, second: Known, fresh: string): Plan {
    const sides = [this.#whole(first), this.#whole(second)];
    const put = sides.flat().map(({ identity, name }, place) => ({ identity, person: fresh, place, name }));
    const to = standsFor(put);
    const from = sides.map(standsFor).filter((one) => one !== to);
    const joined = from.map((one) => ({ from: one, to }));
    return { put, drop: [], change: { identities: put.map(({ identity }) => identity), joined } };
  }

  /** Without this identity; whoever is then left alone is nobody's part any more. */
  leaving(identity: string): Plan | null {
    const known = this.of(identity);
    if (!known) return null;
    const rest = known.filter((one) => one.identity !== identity);
    const drop = rest.length > 1 ? [identity] : known.map((one) => one.identity);
    return { put: [], drop, change: { identities: known.map((one) => one.identity), joined: [] } };
  }

  /** Nobody is left of this person. */
  forgetting(identity: string): Plan | null {
    const all = this.of(identity)?.map((one) => one.identity);
    return all ? { put: [], drop: all, change: { identities: all, joined: [] } } : null;
  }

  /** Makes a stored plan true. */
  make(put: Iterable<Identity>, drop: readonly string[]): void {
    for (const identity of drop) this.#take(identity);
    for (const row of put) {
      this.#take(row.identity);
      this.#rows.set(row.identity, row);
      const set = [...(this.#sets.get(row.person) ?? []), row];
      this.#sets.set(
        row.person,
        set.sort((a, b) => a.place - b.place),
      );
    }
  }

  #take(identity: string): void {
    const row = this.#rows.get(identity);
    if (!row) return;
    this.#rows.delete(identity);
    const rest = (this.#sets.get(row.person) ?? []).filter((one) => one.identity !== identity);
    if (rest.length > 0) this.#sets.set(row.person, rest);
    else this.#sets.delete(row.person);
  }

  #whole(known: Known): readonly Known[] {
    return this.of(known.identity) ?? [known];
  }
}

/** `seat:game:` of a seat. */
function gameOf(seat: string): string {
  return seat.slice(0, seat.lastIndexOf(':'));
}
