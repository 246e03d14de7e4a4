/** The engine as the store and the host use it, in one place. */
import { decide } from '../engine/decide.ts';
import { fold, initialState } from '../engine/evolve.ts';
import { chanceFor } from '../engine/proof.ts';
import type { GameState } from '../engine/state.ts';
import type { EnginePort } from '../store/engine-port.ts';

/** Of the rules of play: raised whenever the same command on the same state may decide otherwise than before. */
export const ENGINE_VERSION = '4';

export const ENGINE: EnginePort<GameState> = {
  version: ENGINE_VERSION,
  initialState,
  fold,
  decide,
  board: (state) => state.board,
  chanceFor,
  over: (state) => overOf(state),
  places: (state) => state.places,
};

export function overOf({ status }: Pick<GameState, 'status'>): 'finished' | 'cancelled' | null {
  return status === 'finished' || status === 'cancelled' ? status : null;
}
