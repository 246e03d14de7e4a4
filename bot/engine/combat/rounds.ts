/** Rounds of a game's fights: an action is played, told, and what follows from it is done. */

import type { Draws } from '../chance.ts';
import { react } from '../effects/run.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Pending, PlayerId } from '../state.ts';
import { ownNow } from '../time/clock.ts';
import { framed, settlesAt } from '../trials/polls.ts';
import { drawing, emit, type Work, who } from '../work.ts';
import type { Action } from './action.ts';
import { arenaOf, upToDate } from './arena.ts';
import { endFight } from './end.ts';
import { openVote } from './play.ts';
import { choose } from './policy.ts';
import { type Arena, hasStatus, open } from './ring.ts';
import { type Outcome, playRound, playVote } from './round.ts';
import { secondsOfRound } from './seconds.ts';
import type { Fight } from './state.ts';

/** After a vote is closed the host has a while to bring its totals; milliseconds. */
const TOTALS_LATE = 10_000;
const NO_DRAWS: Draws = { int: () => 1 };

export type FightPending = Extract<Pending, { is: 'fight' }>;

export function pendingOf(work: Work, id: PlayerId): FightPending | undefined {
  return who(work, id).pending.find((one): one is FightPending => one.is === 'fight');
}

/** The fight as it stands now, or null. */
export function fightOf(work: Work, id: PlayerId): Fight | null {
  const player = who(work, id);
  return player.fight ? upToDate(player.fight, player, work.rules) : null;
}

/** The player's own action; rounds that are lost to a stun pass at once, and all of them on `auto`. */
export function act(work: Work, id: PlayerId, action: Action): void {
  step(work, id, (arena, fight, draws) => playRound(arena, { ...fight, silent: 0 }, action, draws));
  goOn(work, id);
}

/** From now on the policy plays. */
export function playAlone(work: Work, id: PlayerId): void {
  step(work, id, (arena, fight, draws) => byPolicy(arena, { ...fight, auto: true }, draws));
  goOn(work, id);
}

/** Nobody has said anything: the policy plays this round, after several of them the rest. */
export function lapseRound(work: Work, id: PlayerId): void {
  const fight = fightOf(work, id);
  if (!fight) return;
  if (fight.vote) return lapseVote(work, id, fight.vote.poll);
  const silent = (fight.silent ?? 0) + 1;
  const auto = fight.auto || silent >= (work.rules.tunables.combat?.silent ?? 3);
  step(work, id, (arena, now, draws) => byPolicy(arena, { ...now, silent, auto }, draws));
  goOn(work, id);
}

/** Nobody has brought totals: the poll is over, so that a late count answers no other question. */
function lapseVote(work: Work, id: PlayerId, poll: string): void {
  if (work.state.polls[poll])
    emit(work, { type: 'pollClosed', poll, totals: {}, voters: 0, root: '', result: 0 });
  countVote(work, id, 0);
}

/** The player waits for the chat's word. */
export function voteOpen(work: Work, poll: string): Refusal {
  const closes = work.state.polls[poll]?.closes ?? work.at;
  return refuse('fight-vote', { wait: Math.max(1, Math.ceil((closes - work.at) / 1000)) });
}

/** What the chat has said; 0: nothing. */
export function countVote(work: Work, id: PlayerId, option: number): void {
  if (!fightOf(work, id)?.vote) return;
  step(work, id, (arena, fight, draws) => playVote(arena, fight, option, draws));
  goOn(work, id);
}

function byPolicy(arena: Arena, fight: Fight, draws: Draws): Outcome {
  return playRound(arena, fight, choose(arena, fight), draws);
}

/** A fight is bounded by its rounds; this is for content that goes round in circles. */
const MOST = 200;

function goOn(work: Work, id: PlayerId): void {
  for (let i = 0; i < MOST; i += 1) {
    const fight = fightOf(work, id);
    if (!fight || fight.vote || work.state.status === 'finished') return;
    const ring = open(arenaOf(who(work, id), work.rules), fight, NO_DRAWS);
    const stunned = hasStatus(ring, ring.fight.me, 'stun');
    if (!stunned && !fight.auto) return;
    step(work, id, (arena, now, draws) =>
      stunned ? playRound(arena, now, { is: 'rest' }, draws) : byPolicy(arena, now, draws),
    );
  }
}

type Playing = (arena: Arena, fight: Fight, draws: Draws) => Outcome;

/** One piece of a fight. Its numbers are drawn as one stream, and logged. */
export function step(work: Work, id: PlayerId, play: Playing): void {
  const fight = fightOf(work, id);
  if (!fight) return;
  const arena = arenaOf(who(work, id), work.rules);
  const outcome = drawing(work, { player: id, purpose: 'fight' }, (draws) => play(arena, fight, draws));
  take(work, id, outcome, 'fightRound');
  if (outcome.end === null && outcome.fight.round > fight.round) react(work, id, 'round');
}

/** Tells it, changes the player by it, and waits for the next action or ends it. */
export function take(work: Work, id: PlayerId, outcome: Outcome, type: 'fightBegun' | 'fightRound'): void {
  const { beats, end } = outcome;
  const fight = named(outcome.fight);
  const before = who(work, id).fight;
  emit(work, { type, player: id, fight, beats });
  const { hp, reach } = who(work, id);
  if (fight.me.hp !== hp)
    emit(work, { type: 'counted', player: id, what: 'hp', by: fight.me.hp - hp, why: 'fight' });
  if (fight.me.reach !== reach) emit(work, { type: 'weaponDrawn', player: id, reach: fight.me.reach });
  if (end !== null) endFight(work, id, { fight, how: end });
  else if (!before || !isSameWait(before, fight)) arm(work, id, fight);
}

/** An ally's hand changes neither the round nor the question: its clock runs on. */
function isSameWait(before: Fight, now: Fight): boolean {
  return before.round === now.round && before.vote?.poll === now.vote?.poll;
}

/** A vote that has just been asked for gets its number. */
function named(fight: Fight): Fight {
  if (fight.vote?.poll !== '') return fight;
  const own = fight.vote.rule.startsWith('me') ? 'm' : '';
  return { ...fight, vote: { ...fight.vote, poll: `f${fight.n}.${fight.round}${own}` } };
}

/** Until when this round waits, and its vote. */
function arm(work: Work, id: PlayerId, fight: Fight): void {
  const pending = pendingOf(work, id);
  if (!pending || work.state.status === 'finished') return;
  const now = ownNow(work.state, who(work, id), work.at);
  const plain = now + secondsOfRound(work) * 1000;
  const asked = fight.vote && openVote(open(arenaOf(who(work, id), work.rules), fight, NO_DRAWS));
  if (!fight.vote || !asked) {
    emit(work, { type: 'begun', player: id, n: pending.n, until: plain, poll: null });
    return;
  }
  const { options, seconds } = asked.op;
  const frame = { kind: 'choice' as const, options, need: 0, seconds };
  const poll = framed(work, { id: fight.vote.poll, player: id, pending: pending.n, frame });
  emit(work, { type: 'pollOpened', poll });
  const until = settlesAt(poll, work.rules.tunables.poll.grace) + TOTALS_LATE;
  emit(work, { type: 'begun', player: id, n: pending.n, until, poll: poll.id });
}
