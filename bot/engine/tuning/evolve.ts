/** Folds: tunings, changes of the rules, who plays a seat. */
import type { Evolvers } from '../evolving.ts';
import { patchPlayer } from '../patch.ts';
import type { GameState } from '../state.ts';
import type { TuningEvent } from './events.ts';
import { patchTuning, tuningOf } from './state.ts';

const counted = (state: GameState): GameState => ({ ...state, serial: state.serial + 1 });

export const TUNING: Evolvers<TuningEvent['type']> = {
  tuned: (state, { tuning }) =>
    counted(patchTuning(state, { tunings: [...tuningOf(state).tunings, tuning] })),
  untuned: (state, { n }) =>
    patchTuning(state, { tunings: tuningOf(state).tunings.filter((one) => one.n !== n) }),
  corrected: (state) => state,
  reseated: (state, { player, kind, lang }) => patchPlayer(state, player, { kind, lang }),
  ruleChangeSet: (state, { change }) =>
    counted(patchTuning(state, { changes: [...tuningOf(state).changes, change] })),
  ruleChangeTook: (state, { n }) => {
    const { changes } = tuningOf(state);
    const took = changes.find((one) => one.n === n);
    const others = changes.filter((one) => one.n !== n);
    // Last in the list is last to have been laid over the rules.
    return patchTuning(state, { changes: took ? [...others, { ...took, took: state.at }] : others });
  },
  ruleChangeDropped: (state, { n }) =>
    patchTuning(state, { changes: tuningOf(state).changes.filter((one) => one.n !== n) }),
};
