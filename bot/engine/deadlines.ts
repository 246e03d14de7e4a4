/** Time: what is due, and what happens then. Deadlines are in the state; the host only says that they have come. */
import { lapseRound } from './combat/rounds.ts';
import { expireDiplomacy, nextOfDiplomacy } from './diplomacy/expire.ts';
import { endEffect } from './effects/apply.ts';
import { playStage } from './final/stages.ts';
import { playerOf } from './patch.ts';
import { type Refusal, refuse } from './refusal.ts';
import { expireLedger, nextOfLedger } from './rewards/ledger.ts';
import type { GameState, Millis, Pending, Player, PlayerId } from './state.ts';
import { expireStories, nextOfStories } from './stories/after.ts';
import { fallbackOf } from './stories/fallback.ts';
import { takeScene } from './stories/play.ts';
import { dueAt, runsOn } from './time/clock.ts';
import { expireTurn } from './time/rounds.ts';
import { turnsOf } from './time/turns.ts';
import { lapseTrial } from './trials/decide.ts';
import { expireTuning, nextOfTuning } from './tuning/expire.ts';
import { takeOption, takeWay } from './turn/decide.ts';
import { emit, type Work, who } from './work.ts';

/** The earliest moment at which `expire` has something to do; null if none, or while the game rests. */
export function nextDeadline(state: GameState): Millis | null {
  if (state.status !== 'running' && state.status !== 'superGame') return null;
  let next = Math.min(nextOfDiplomacy(state), nextOfTuning(state), nextOfLedger(state));
  next = Math.min(next, nextOfStories(state));
  next = Math.min(next, turnsOf(state)?.until ?? next);
  for (const id of state.order) {
    const player = playerOf(state, id);
    for (const one of player.pending) next = Math.min(next, pendingDue(state, player, one) ?? next);
    for (const one of player.effects)
      next = Math.min(next, one.until === null ? next : dueAt(state, player, one.until));
    for (const one of player.requests) next = Math.min(next, one.until);
  }
  return next === Number.POSITIVE_INFINITY ? null : next;
}

/** Decides everything that is due, with the answer that hurts nobody. */
export function expire(work: Work): Refusal | undefined {
  const before = work.events.length;
  for (const id of work.state.order) {
    for (const request of who(work, id).requests) {
      if (request.until <= work.at)
        emit(work, { type: 'helpAnswered', player: id, n: request.n, yes: false });
    }
    for (const effect of who(work, id).effects) {
      if (effect.until !== null && dueAt(work.state, who(work, id), effect.until) <= work.at)
        endEffect(work, id, { n: effect.n, why: 'expired' });
    }
    for (const one of who(work, id).pending) {
      const due = pendingDue(work.state, who(work, id), one);
      if (due !== null && due <= work.at && work.state.status !== 'finished') lapse(work, id, one);
    }
  }
  expireDiplomacy(work);
  expireTuning(work);
  expireLedger(work);
  expireStories(work);
  expireTurn(work);
  return work.events.length === before ? refuse('nothing-due') : undefined;
}

/** A vote runs on without the player; everything else waits while the player's clock stands. */
function pendingDue(state: GameState, player: Player, one: Pending): Millis | null {
  return one.until === null || runsOn(one) ? one.until : dueAt(state, player, one.until);
}

/** Nobody answered: the main way, the fallback, a failed trial, a throw all the same. */
function lapse(work: Work, id: PlayerId, pending: Pending): void {
  switch (pending.is) {
    case 'fork':
      return takeWay(work, id, { fork: pending, way: 1, by: 'clock' });
    case 'choice':
      return takeOption(work, id, { choice: pending, option: pending.fallback, by: 'clock' });
    case 'scene':
      return takeScene(work, id, { scene: pending, option: fallbackOf(work.rules, pending), by: 'clock' });
    case 'fight':
      return lapseRound(work, id);
    case 'final':
      return playStage(work, id, pending);
    case 'trial':
      return lapseTrial(work, id, pending);
  }
}
