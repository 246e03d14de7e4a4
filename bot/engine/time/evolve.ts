/** Folds: presence, days off, autopilot, turns, epochs. */
import type { Evolvers } from '../evolving.ts';
import { patchPlayer, playerOf } from '../patch.ts';
import type { GameState, Millis, PlayerId } from '../state.ts';
import { streamTime } from './clock.ts';
import { shiftedPlayer } from './shift.ts';
import { nowOf, type PlayerTime, timeOf } from './state.ts';

export const TIME: Evolvers<
  | 'wentOff'
  | 'wentLive'
  | 'daysOffSet'
  | 'autopilotSet'
  | 'goodsReleased'
  | 'turnOrderSet'
  | 'turnGiven'
  | 'epochTurned'
  | 'luckClosed'
> = {
  wentOff: (state, { player, hold }) =>
    timed(state, player, {
      ...{ live: false, since: nowOf(state), hold },
      streamed: streamTime(playerOf(state, player), nowOf(state)),
    }),
  wentLive: (state, { player, shift }) =>
    timed(moved(state, player, shift), player, { live: true, since: nowOf(state), hold: nowOf(state) }),
  daysOffSet: (state, { player, daysOff, hold }) => timed(state, player, { daysOff, hold }),
  autopilotSet: (state, { player, on, shift }) =>
    timed(moved(state, player, shift), player, {
      ...{ autopilot: on, live: true, since: nowOf(state), hold: nowOf(state) },
      // A pilot's hours are nobody's stream.
      streamed: on
        ? streamTime(playerOf(state, player), nowOf(state))
        : timeOf(playerOf(state, player)).streamed,
    }),
  goodsReleased: (state) => state,
  turnOrderSet: (state, { order }) => ({
    ...state,
    turns: order === 'rounds' ? { player: null, n: 0, until: 0, rolls: 0 } : null,
  }),
  turnGiven: (state, { player, n, until }) => {
    // The same turn, given more time, keeps its count of rolls.
    const rolls = state.turns?.n === n ? state.turns.rolls : playerOf(state, player).rolls;
    return { ...state, turns: { player, n, until, rolls } };
  },
  epochTurned: ({ luck, ...state }, { n, seed }) => ({
    ...state,
    epoch: { n, since: state.at, seed, ...(luck ? { luck: luck.root } : {}) },
  }),
  luckClosed: (state, { words, root }) => ({ ...state, luck: { words, root } }),
};

function timed(state: GameState, id: PlayerId, patch: Partial<PlayerTime>): GameState {
  return patchPlayer(state, id, { time: { ...timeOf(playerOf(state, id)), ...patch } });
}

function moved(state: GameState, id: PlayerId, shift: Millis): GameState {
  return shift === 0 ? state : patchPlayer(state, id, shiftedPlayer(playerOf(state, id), shift, false));
}
