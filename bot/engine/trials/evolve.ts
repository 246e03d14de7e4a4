/** Folds: trials, votes, helpers, viewers. */
import type { Evolvers } from '../evolving.ts';
import { patchPlayer, playerOf, without } from '../patch.ts';
import { count } from '../turn/evolve.ts';

export const TRIALS: Evolvers<
  | 'proofGiven'
  | 'trialPassed'
  | 'trialFailed'
  | 'punished'
  | 'spared'
  | 'pollOpened'
  | 'pollClosed'
  | 'helperGranted'
  | 'helperUsed'
  | 'helperRevoked'
  | 'helpAsked'
  | 'helpAnswered'
  | 'challenged'
> = {
  proofGiven: (state, { player, n, proof }) =>
    patchPlayer(state, player, {
      pending: playerOf(state, player).pending.map((one) =>
        one.n === n && one.is === 'trial' ? { ...one, done: proof } : one,
      ),
    }),
  trialPassed: (state, { player }) => count(state, player, 'trialsPassed'),
  trialFailed: (state, { player }) => count(state, player, 'trialsFailed'),
  punished: (state, { player }) => count(state, player, 'punished'),
  spared: (state) => state,
  pollOpened: (state, { poll }) => ({ ...state, polls: { ...state.polls, [poll.id]: poll } }),
  pollClosed: (state, { poll }) => ({ ...state, polls: without(state.polls, poll) }),
  helperGranted: (state, { player, viewer, grant }) =>
    patchPlayer(state, player, { helpers: { ...playerOf(state, player).helpers, [viewer]: grant } }),
  helperUsed: (state, { player, viewer, grant }) =>
    patchPlayer(state, player, { helpers: { ...playerOf(state, player).helpers, [viewer]: grant } }),
  helperRevoked: (state, { player, viewer }) =>
    patchPlayer(state, player, { helpers: without(playerOf(state, player).helpers, viewer) }),
  helpAsked: (state, { player, request }) => {
    const next = patchPlayer(state, player, { requests: [...playerOf(state, player).requests, request] });
    return { ...next, serial: state.serial + 1 };
  },
  helpAnswered: (state, { player, n }) =>
    patchPlayer(state, player, { requests: playerOf(state, player).requests.filter((one) => one.n !== n) }),
  challenged: (state, { player, viewer }) => {
    const { challenges } = playerOf(state, player);
    return patchPlayer(state, player, {
      challenges: [...challenges.slice(-63), { by: viewer, at: state.at }],
    });
  },
};
