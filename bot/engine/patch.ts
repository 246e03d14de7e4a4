/**
 * Immutable updates with shared structure: what did not change keeps its reference, so views find changes fast.
 *
 * A command is several events, and nobody keeps the states in between. While one is decided or folded, its state is a
 * *draft*: the state itself and its record of players are copied once and then written to. Everything inside of them,
 * each player above all, is copied at every change, so whoever holds a player holds it as it was.
 */
import type { GameState, Player, PlayerId } from './state.ts';

type Players = Record<PlayerId, Player>;
type Open = { -readonly [K in keyof GameState]: GameState[K] };

/** The one state that may be written to, and its record of players once that is its own. */
let draft: GameState | null = null;
let own: Players | null = null;

/** From now on this state, which nobody else has seen, may be written to. One at a time: an earlier one is copied again. */
export function openDraft(state: GameState): void {
  draft = state;
  own = null;
}

/** To be called with what a draft became; the states before it must not be used any more. */
export function keepDraft(before: GameState, after: GameState): void {
  if (before === draft) draft = after;
}

/** What was drafted is a state like any other again. */
export function closeDraft(): void {
  draft = null;
  own = null;
}

export function playerOf(state: GameState, id: PlayerId): Player {
  const player = state.players[id];
  if (!player) throw new RangeError(`no player ${id} in game ${state.game}`);
  return player;
}

export function patchPlayer(state: GameState, id: PlayerId, patch: Partial<Player>): GameState {
  const player = { ...playerOf(state, id), ...patch };
  if (state !== draft) return { ...state, players: { ...state.players, [id]: player } };
  if (own === null || state.players !== own) {
    own = { ...state.players };
    (state as Open).players = own;
  }
  own[id] = player;
  return state;
}

/** A copy of a record without one key. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}
