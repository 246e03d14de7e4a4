/** How a game stands. */
import { toFinish } from '../engine/places.ts';
import type { GameState, PlayerId } from '../engine/state.ts';

export function isOn({ status }: Pick<GameState, 'status'>): boolean {
  return status === 'running' || status === 'superGame';
}

/** Several if they are equally far; null while nobody has passed half. */
export function lastAtHalf(state: GameState): readonly PlayerId[] | null {
  const left = state.order.map((id) => toFinish(state, id));
  if (Math.min(...left) > state.board.length / 2) return null;
  const most = Math.max(...left);
  return state.order.filter((_, i) => left[i] === most);
}
