/**
 * Under which pseudonyms one person acts in one game. Each identity keeps its own pseudonym, so that nothing in the log
 * has to change when people are linked or part: what is chosen anew is only under which of them they speak.
 */
import type { GameState, Grant, Millis, PlayerId, ViewerKey } from '../engine/state.ts';
import type { Pseudonyms } from './identity.ts';
import { isSeat, type Known, type Persons, seatIdentity, seatIn, standsFor } from './persons.ts';

/** One name of a person in this game. */
export interface Self extends Known {
  readonly key: ViewerKey;
}

const SEAT_VOTER = /^seat:p[1-8]$/;

/** `platform:user`, or `seat:p1` → the identity that has the person's one vote in this game. */
export function votersOf(persons: Persons, game: string): (voter: string) => string {
  return (voter) => {
    const identity = SEAT_VOTER.test(voter) ? seatIdentity(game, voter.slice('seat:'.length)) : voter;
    const known = persons.of(identity);
    return known ? standsFor(known) : identity;
  };
}

/** Keys are what a page may know of a viewer; everything else that names one has a platform in front. */
export function isKey(person: string): boolean {
  return person.startsWith('v_') || !person.includes(':');
}

export class Selves {
  readonly #game: string;
  readonly #persons: Persons;
  readonly #pseudonyms: Pseudonyms;
  /** Pseudonym → identity, of linked people. */
  readonly #owners = new Map<ViewerKey, string>();

  constructor(game: string, persons: Persons, pseudonyms: Pseudonyms) {
    this.#game = game;
    this.#persons = persons;
    this.#pseudonyms = pseudonyms;
  }

  /** The pseudonym of an identity alone. */
  keyOf(identity: string): ViewerKey {
    const colon = identity.indexOf(':');
    return this.#pseudonyms(this.#game, identity.slice(0, colon), identity.slice(colon + 1));
  }

  /** All of the person that are no seats, the first linked first; null for somebody who is linked to nobody. */
  of(identity: string): readonly Self[] | null {
    const known = this.#persons.of(identity)?.filter((one) => !isSeat(one.identity));
    if (!known) return null;
    const selves = known.map((one) => ({ ...one, key: this.keyOf(one.identity) }));
    for (const { key, identity: own } of selves) this.#owners.set(key, own);
    return selves;
  }

  /** Whose key it is, if that is somebody who was linked since the start. */
  ownerOf(key: ViewerKey): string | undefined {
    return this.#owners.get(key);
  }

  /** The player for whom this person speaks, or null. */
  seat(identity: string): PlayerId | null {
    return seatIn(this.#persons.of(identity), this.#game);
  }
}

/** Rights that a player has given. */
export interface Giving {
  readonly state: GameState;
  readonly player: PlayerId;
  readonly now: Millis;
}

/** Those of the person with rights from this player, those whose rights are not over first. */
export function trusted(selves: readonly Self[], { state, player, now }: Giving): readonly Self[] {
  const grants: Readonly<Record<ViewerKey, Grant>> = state.players[player]?.helpers ?? {};
  const held = selves.filter(({ key }) => Object.hasOwn(grants, key));
  const isLive = ({ key }: Self) => {
    const until = grants[key]?.until ?? null;
    return until === null || until > now;
  };
  return [...held.filter(isLive), ...held.filter((self) => !isLive(self))];
}
