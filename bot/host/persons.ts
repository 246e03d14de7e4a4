/** Who is the same person as whom: what the host needs to know of it. `bot/accounts` knows; it comes in by injection. */
import type { PlayerId } from '../engine/state.ts';

/** One name of a person. */
export interface Known {
  /** `platform:user`, or `seat:game:player`. */
  readonly identity: string;
  /** For show. */
  readonly name: string;
}

export interface Change {
  /** Whose person is another one now. */
  readonly identities: readonly string[];
  /** Each stands for itself no more, but is one of those of `to`: see `standsFor`. */
  readonly joined: readonly { readonly from: string; readonly to: string }[];
}

export interface Persons {
  /** All of the person who holds this identity, the first linked first; null if it is linked to none. */
  of(identity: string): readonly Known[] | null;
  /** Called after each change, when it is durable. Returns the way to stop. */
  onChange(listener: (change: Change) => void): () => void;
}

export const NOBODY_LINKED: Persons = { of: () => null, onChange: () => () => {} };

const SEAT = 'seat:';

export function seatIdentity(game: string, player: PlayerId): string {
  return `${SEAT}${game}:${player}`;
}

export function isSeat(identity: string): boolean {
  return identity.startsWith(SEAT);
}

/** The identity under which a person is counted: the first that is no seat. */
export function standsFor(known: readonly Known[]): string {
  return (known.find(({ identity }) => !isSeat(identity)) ?? known[0])?.identity ?? '';
}

/** The player of this game for whom the person speaks, or null. */
export function seatIn(known: readonly Known[] | null, game: string): PlayerId | null {
  const start = seatIdentity(game, '');
  const seat = known?.find(({ identity }) => identity.startsWith(start));
  return seat ? seat.identity.slice(start.length) : null;
}
