/** Folds: joining, starting, pausing, ending; chance counters. */

import { shiftDiplomacy } from '../diplomacy/shift.ts';
import { calmed } from '../diplomacy/state.ts';
import type { EventOf } from '../events.ts';
import type { Evolvers } from '../evolving.ts';
import { runOf } from '../final/state.ts';
import { patchPlayer, playerOf } from '../patch.ts';
import { ELEMENTS } from '../rules.ts';
import type { GameState, Millis, Pending, Player, PlayerId } from '../state.ts';
import { shiftStories } from '../stories/evolve.ts';
import { shiftedTime } from '../time/shift.ts';
import { shiftTrials } from '../trials/shift.ts';
import { shiftTuning } from '../tuning/shift.ts';

export const LIFE: Evolvers<
  | 'joined'
  | 'prepared'
  | 'readied'
  | 'nonceCommitted'
  | 'nonceRevealed'
  | 'started'
  | 'paused'
  | 'resumed'
  | 'cancelled'
  | 'superGameOpened'
  | 'ended'
  | 'drawn'
  | 'pitied'
  | 'audience'
  | 'skillLearned'
> = {
  joined: (state, event) => {
    const player = newPlayer(state, event);
    const order = [...state.order, event.player].sort();
    return { ...state, order, players: { ...state.players, [event.player]: player } };
  },
  prepared: (state, { player, classId, skills, attributes }) =>
    patchPlayer(state, player, { classId, skills, attributes }),
  skillLearned: (state, { player, skill }) =>
    patchPlayer(state, player, { skills: [...playerOf(state, player).skills, skill] }),
  readied: (state, { player }) => patchPlayer(state, player, { ready: true }),
  nonceCommitted: (state, { player, hash }) => patchPlayer(state, player, { nonce: { hash, value: null } }),
  nonceRevealed: (state, { player, nonce }) => {
    const hash = playerOf(state, player).nonce?.hash ?? '';
    return patchPlayer(state, player, { nonce: { hash, value: nonce } });
  },
  started: (state) => ({ ...state, status: 'running', startedAt: state.at }),
  paused: (state) => ({ ...state, status: 'paused', pausedAt: state.at }),
  resumed: (state, { shift }) =>
    shifted({ ...state, status: anyFinal(state) ? 'superGame' : 'running', pausedAt: null }, shift),
  cancelled: (state) => rested(calmed({ ...state, status: 'cancelled', polls: {} })),
  superGameOpened: (state) => ({ ...state, status: 'superGame' }),
  ended: (state, { winner, places, points }) => {
    const over = calmed({ ...state, status: 'finished', winner, places, polls: {} });
    return rested(points ? { ...over, points } : over);
  },
  drawn: (state, { player, purpose, n }) => {
    const { draws } = playerOf(state, player);
    return patchPlayer(state, player, { draws: { ...draws, [purpose]: n + 1 } });
  },
  pitied: (state, { player, pool, count }) =>
    patchPlayer(state, player, { pity: { ...playerOf(state, player).pity, [pool]: count } }),
  audience: (state, { player, active, lag }) =>
    patchPlayer(state, player, lag === undefined ? { audience: active } : { audience: active, lag }),
};

/** Nobody is asked anything any more. */
function rested(state: GameState): GameState {
  return state.order.reduce((now, id) => patchPlayer(now, id, { pending: [] }), state);
}

function newPlayer(state: GameState, event: EventOf<'joined'>): Player {
  return {
    id: event.player,
    seat: Number(event.player.slice(1)),
    kind: event.kind,
    lang: event.lang,
    ready: false,
    classId: event.classId,
    skills: event.skills,
    attributes: event.attributes,
    weapons: { near: '', mid: '', far: '' },
    reach: 'near',
    cell: state.board.start,
    camp: state.board.start,
    hp: 0,
    gold: 0,
    shards: Object.fromEntries(ELEMENTS.map((element) => [element, 0])) as Player['shards'],
    influence: 0,
    score: 0,
    bag: [],
    dice: [],
    effects: [],
    tokens: { count: 0, since: 0 },
    pending: [],
    rolls: 0,
    lastRoll: null,
    draws: {},
    pity: {},
    reputation: {},
    facts: {},
    helpers: {},
    requests: [],
    audience: 0,
    challenges: [],
    lockedUntil: 0,
    finalTries: 0,
    nonce: null,
    stats: {},
  };
}

const anyFinal = (state: GameState): boolean =>
  state.order.some((id) => {
    const player = playerOf(state, id);
    return runOf(player) !== null || player.pending.some((one) => one.is === 'final');
  });

/** A pause costs nobody time: every moment to come is moved by its length. */
function shifted(state: GameState, shift: Millis): GameState {
  const move = <T extends Millis | null>(time: T): T => (time === null ? time : ((time + shift) as T));
  const players: Record<PlayerId, Player> = {};
  for (const id of state.order) {
    const player = playerOf(state, id);
    players[id] = {
      ...player,
      tokens: { ...player.tokens, since: player.tokens.since + shift },
      pending: player.pending.map((one): Pending => ({ ...one, until: move(one.until) })),
      effects: player.effects.map((effect) => ({ ...effect, until: move(effect.until) })),
      requests: player.requests.map((request) => ({ ...request, until: request.until + shift })),
      helpers: Object.fromEntries(
        Object.entries(player.helpers).map(([viewer, grant]) => [
          viewer,
          { ...grant, since: grant.since + shift, until: move(grant.until) },
        ]),
      ),
      challenges: player.challenges.map((one) => ({ ...one, at: one.at + shift })),
      lockedUntil: player.lockedUntil === 0 ? 0 : player.lockedUntil + shift,
      ...(player.time ? { time: shiftedTime(player.time, shift) } : {}),
      ...(player.stories ? { stories: shiftStories(player.stories, shift) } : {}),
    };
  }
  const polls = Object.fromEntries(
    Object.entries(state.polls).map(([id, poll]) => [
      id,
      {
        ...poll,
        opens: poll.opens + shift,
        closes: poll.closes + shift,
        ...(poll.settles === undefined ? {} : { settles: poll.settles + shift }),
      },
    ]),
  );
  const turns = state.turns ? { turns: { ...state.turns, until: state.turns.until + shift } } : {};
  return shiftTrials(
    shiftTuning(shiftDiplomacy({ ...state, ...turns, players, polls }, shift), shift),
    shift,
  );
}
