/** Who is where, compared with the others. */
import { playerOf } from './patch.ts';
import type { GameState, PlayerId } from './state.ts';

/** Cells to the finish. */
export function toFinish(state: GameState, id: PlayerId): number {
  return state.board.cells[playerOf(state, id).cell]?.toFinish ?? 0;
}

/** All players, nearest to the finish first; equal distances by seat. */
export function ranking(state: GameState): readonly PlayerId[] {
  return [...state.order].sort(
    (a, b) => toFinish(state, a) - toFinish(state, b) || seat(state, a) - seat(state, b),
  );
}

const seat = (state: GameState, id: PlayerId): number => playerOf(state, id).seat;

/** Cells of track between two players; 0 on the same cell. */
export function distance(state: GameState, a: PlayerId, b: PlayerId): number {
  return Math.abs(toFinish(state, a) - toFinish(state, b));
}

/** The nearest rival in a direction, or in any; ties by seat. */
export function neighbour(
  state: GameState,
  id: PlayerId,
  side: 'ahead' | 'behind' | 'nearest',
): PlayerId | null {
  const own = toFinish(state, id);
  const fitting = state.order.filter((other) => {
    if (other === id) return false;
    const theirs = toFinish(state, other);
    return side === 'nearest' || (side === 'ahead' ? theirs < own : theirs > own);
  });
  const byDistance = (a: PlayerId, b: PlayerId) =>
    distance(state, id, a) - distance(state, id, b) || seat(state, a) - seat(state, b);
  return [...fitting].sort(byDistance)[0] ?? null;
}
