/** Immutable updates with shared structure: what did not change keeps its reference, so views find changes fast. */
import type { GameState, Player, PlayerId } from './state.ts';

export function playerOf(state: GameState, id: PlayerId): Player {
  const player = state.players[id];
  if (!player) throw new RangeError(`no player ${id} in game ${state.game}`);
  return player;
}

export function patchPlayer(state: GameState, id: PlayerId, patch: Partial<Player>): GameState {
  return { ...state, players: { ...state.players, [id]: { ...playerOf(state, id), ...patch } } };
}

/** A copy of a record without one key. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}
