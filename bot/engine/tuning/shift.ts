/** A pause stops the clocks of tunings too. */
import type { GameState, Millis } from '../state.ts';
import { patchTuning, tuningOf } from './state.ts';

/** A tuning for ten minutes is ten minutes of play. */
export function shiftTuning(state: GameState, shift: Millis): GameState {
  const { tunings } = tuningOf(state);
  if (tunings.length === 0) return state;
  return patchTuning(state, {
    tunings: tunings.map((one) => ({ ...one, until: one.until === null ? null : one.until + shift })),
  });
}
