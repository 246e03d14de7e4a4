/** A pause costs nobody time: moments of trials and paid wishes that are kept outside of what waits for an answer. */
import type { GameState, HeldWish, Millis } from '../state.ts';

export function shiftTrials(state: GameState, shift: Millis): GameState {
  if (!state.held) return state;
  const held: Record<string, HeldWish> = {};
  for (const [id, wish] of Object.entries(state.held)) held[id] = { ...wish, until: wish.until + shift };
  return { ...state, held };
}
