/** Folds: trials, votes, helpers, viewers. */
import type { Evolvers } from '../evolving.ts';
import { patchPlayer, playerOf, without } from '../patch.ts';
import { called } from '../rewards/evolve.ts';
import type { GameState, Pending, PlayerId, Review, Shown } from '../state.ts';
import { count } from '../turn/evolve.ts';

export const TRIALS: Evolvers<
  | 'proofGiven'
  | 'trialPassed'
  | 'hoursKept'
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
  | 'contested'
  | 'juryDrawn'
  | 'juryVoted'
  | 'proofVoted'
  | 'caseClosed'
  | 'trialCalled'
  | 'trialRerolled'
  | 'performed'
  | 'duelCalled'
  | 'duelScored'
  | 'duelEnded'
  | 'earned'
  | 'streamed'
> = {
  proofGiven: (state, { player, n, proof, review }) =>
    patchTrial(state, player, {
      n,
      change: (one) =>
        review
          ? { ...one, done: proof, until: review.until, poll: review.poll, review: { left: review.left } }
          : { ...one, done: proof },
    }),
  trialPassed: (state, { player, trial }) => count(over(state, player, trial), player, 'trialsPassed'),
  trialFailed: (state, { player, trial }) => count(over(state, player, trial), player, 'trialsFailed'),
  hoursKept: (state, { player, hours }) => patchPlayer(state, player, { leastHours: hours }),
  punished: (state, { player }) => count(state, player, 'punished'),
  spared: (state) => state,
  pollOpened: (state, { poll }) => ({ ...state, polls: { ...state.polls, [poll.id]: poll } }),
  pollClosed: (state, { poll }) => ({ ...state, polls: without(state.polls, poll) }),
  helperGranted: (state, { player, viewer, grant }) =>
    patchPlayer(state, player, { helpers: { ...playerOf(state, player).helpers, [viewer]: grant } }),
  helperUsed: (state, { player, viewer, grant, round }) => {
    const { helpers, fight } = playerOf(state, player);
    const aided = fight && round !== undefined ? { fight: { ...fight, aided: round } } : {};
    return patchPlayer(state, player, { helpers: { ...helpers, [viewer]: grant }, ...aided });
  },
  helperRevoked: (state, { player, viewer }) =>
    patchPlayer(state, player, { helpers: without(playerOf(state, player).helpers, viewer) }),
  helpAsked: (state, { player, request }) => {
    const next = patchPlayer(state, player, { requests: [...playerOf(state, player).requests, request] });
    return { ...next, serial: state.serial + 1 };
  },
  helpAnswered: (state, { player, n }) =>
    patchPlayer(state, player, { requests: playerOf(state, player).requests.filter((one) => one.n !== n) }),
  challenged: (state, { player, viewer }) => called(state, player, viewer),
  contested: (state, { player, n, by, stake }) =>
    patchTrial(state, player, {
      n,
      change: (one) => ({ ...one, review: { ...reviewOf(one), contest: { by, stake } } }),
    }),
  juryDrawn: (state, { player, n, jurors, until }) =>
    patchTrial(state, player, {
      n,
      change: (one) => ({
        ...one,
        until,
        review: { ...reviewOf(one), jurors: jurors.map((keys) => ({ keys, yes: null })) },
      }),
    }),
  juryVoted: (state, { player, n, viewer, yes }) =>
    patchTrial(state, player, {
      n,
      change: (one) => {
        const review = reviewOf(one);
        const jurors = review.jurors?.map((juror) =>
          juror.keys.includes(viewer) ? { ...juror, yes } : juror,
        );
        return { ...one, review: jurors ? { ...review, jurors } : review };
      },
    }),
  proofVoted: (state, { player, n, yes, no }) =>
    patchTrial(state, player, {
      n,
      change: (one) => ({ ...one, review: { ...reviewOf(one), vote: { yes, no } } }),
    }),
  caseClosed: (state, { player, n, until }) => {
    const polls = Object.values(state.polls).filter((poll) => poll.pending === n);
    const left = polls.reduce((rest, poll) => without(rest, poll.id), state.polls);
    return patchTrial({ ...state, polls: left }, player, {
      n,
      change: ({ review, contestedBy = [], ...one }) => {
        const doubters = review?.contest ? [...contestedBy, review.contest.by] : contestedBy;
        return { ...one, until, poll: null, done: null, contestedBy: doubters };
      },
    });
  },
  trialCalled: (state, { players }) => players.reduce((now, id) => count(now, id, 'trialsCalled'), state),
  trialRerolled: (state, { player }) => count(state, player, 'rerolls'),
  performed: (state, { player }) => count(state, player, 'performances'),
  duelCalled: (state, { player, n, rival, round }) =>
    patchTrial(state, player, { n, change: (one) => ({ ...one, until: null, rival, round, scores: {} }) }),
  duelScored: (state, { player, n, of, score }) =>
    patchTrial(state, player, { n, change: (one) => ({ ...one, scores: { ...one.scores, [of]: score } }) }),
  duelEnded: (state, { winner }) => (winner === null ? state : count(state, winner, 'duelsWon')),
  earned: (state, { player, from, sum }) => patchPlayer(state, player, { earned: { from, sum } }),
  streamed: (state, { player, category, live }) => {
    const before = (playerOf(state, player).stream ?? []).map((one) =>
      one.until === null ? { ...one, until: state.at } : one,
    );
    const now: Shown[] = live ? [{ category, from: state.at, until: null }] : [];
    return patchPlayer(state, player, { stream: [...before, ...now].slice(-SHOWN) });
  },
};

/** Evenings back that a stream's history goes. */
const SHOWN = 20;
/** Trials that do not come again soon. */
const RECENT = 24;

type Waiting = Extract<Pending, { is: 'trial' }>;

function reviewOf(waiting: Waiting): Review {
  return waiting.review ?? { left: 0 };
}

function patchTrial(
  state: GameState,
  player: PlayerId,
  { n, change }: { n: number; change: (waiting: Waiting) => Waiting },
): GameState {
  const pending = playerOf(state, player).pending.map((one) =>
    one.n === n && one.is === 'trial' ? change(one) : one,
  );
  return patchPlayer(state, player, { pending });
}

/** It has ended, however: others come first for a while. */
function over(state: GameState, player: PlayerId, trial: string): GameState {
  const recent = (playerOf(state, player).recent ?? []).filter((one) => one !== trial);
  return patchPlayer(state, player, { recent: [...recent, trial].slice(-RECENT) });
}
