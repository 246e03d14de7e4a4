/** Against whom a chat duels. */
import { neighbour } from '../places.ts';
import type { GameState, PlayerId } from '../state.ts';

/** The nearest rival; another one if that chat is busy with a vote. Null in a game for one. */
export function rivalFor(state: GameState, id: PlayerId): PlayerId | null {
  const nearest = neighbour(state, id, 'nearest');
  const asked = new Set(Object.values(state.polls).map((poll) => poll.player));
  if (nearest === null || !asked.has(nearest)) return nearest;
  return state.order.find((one) => one !== id && !asked.has(one)) ?? nearest;
}
