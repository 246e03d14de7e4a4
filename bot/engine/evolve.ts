/** Folds events into the state. Never draws, never refuses. */
import type { GameEvent } from './events.ts';
import type { Rules } from './rules.ts';
import type { GameState, Millis, Setup } from './state.ts';

export function initialState(_setup: Setup, _rules: Rules): GameState {
  throw new Error('being written');
}

/** One accepted command: its time stamp, then its events in order. */
export function fold(state: GameState, at: Millis, _events: readonly GameEvent[], _rules: Rules): GameState {
  return { ...state, at };
}
