/** Folds: what viewers have paid for, and what the platform has been told of it. */
import type { Evolvers } from '../evolving.ts';
import { without } from '../patch.ts';
import { count } from '../turn/evolve.ts';

export const REWARDS: Evolvers<'redeemed' | 'settled'> = {
  redeemed: (state, { player, redemption, outcome }) => {
    const unsettled = { ...state.unsettled, [redemption]: { player, outcome } };
    return count({ ...state, unsettled }, player, outcome === 'applied' ? 'wishesApplied' : 'wishesReturned');
  },
  settled: (state, { redemption }) => ({ ...state, unsettled: without(state.unsettled, redemption) }),
};
