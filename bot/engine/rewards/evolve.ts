/** Folds: what viewers have paid for, and what the platform has been told of it. */
import type { Evolvers } from '../evolving.ts';
import { patchPlayer, playerOf, without } from '../patch.ts';
import type { GameState, PlayerId, ViewerKey } from '../state.ts';
import { count } from '../turn/evolve.ts';

export const REWARDS: Evolvers<'redeemed' | 'settled' | 'wishHeld'> = {
  redeemed: (state, { player, viewer, redemption, outcome, trial }) => {
    const unsettled = { ...state.unsettled, [redemption]: { player, outcome } };
    const held = state.held?.[redemption] ? { held: without(state.held, redemption) } : {};
    const next = trial ? called(state, player, viewer) : state;
    return count(
      { ...next, unsettled, ...held },
      player,
      outcome === 'applied' ? 'wishesApplied' : 'wishesReturned',
    );
  },
  wishHeld: (state, { player, viewer, redemption, reward, until }) => {
    const held = { ...state.held, [redemption]: { player, viewer, reward, until } };
    return called({ ...state, held }, player, viewer);
  },
  settled: (state, { redemption }) => ({ ...state, unsettled: without(state.unsettled, redemption) }),
};

/** Enough for any window. */
const KEPT = 63;

/** A viewer has called a trial: it counts against the limits. */
export function called(state: GameState, player: PlayerId, viewer: ViewerKey): GameState {
  const { challenges } = playerOf(state, player);
  return patchPlayer(state, player, {
    challenges: [...challenges.slice(-KEPT), { by: viewer, at: state.at }],
  });
}
