/** Time: what is due, and what happens then. Deadlines are in the state; the host only says that they have come. */
import { endEffect } from './effects/apply.ts';
import { throwLast } from './final/last-throw.ts';
import { playerOf } from './patch.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { GameState, Millis, Pending, PlayerId } from './state.ts';
import { closePoll } from './trials/decide.ts';
import { failTrial } from './trials/settle.ts';
import { takeOption, takeWay } from './turn/decide.ts';
import { emit, type Work, who } from './work.ts';

/** The earliest moment at which `expire` has something to do; null if none, or while the game rests. */
export function nextDeadline(state: GameState): Millis | null {
  if (state.status !== 'running' && state.status !== 'superGame') return null;
  let next = Number.POSITIVE_INFINITY;
  for (const id of state.order) {
    const player = playerOf(state, id);
    for (const one of player.pending) next = Math.min(next, one.until ?? next);
    for (const one of player.effects) next = Math.min(next, one.until ?? next);
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
      if (effect.until !== null && effect.until <= work.at)
        endEffect(work, id, { n: effect.n, why: 'expired' });
    }
    for (const one of who(work, id).pending) {
      if (one.until !== null && one.until <= work.at && work.state.status !== 'finished')
        lapse(work, id, one);
    }
  }
  return work.events.length === before ? refuse('nothing-due') : undefined;
}

/** Nobody answered: the main way, the fallback, a failed trial, a throw all the same. */
function lapse(work: Work, id: PlayerId, pending: Pending): void {
  switch (pending.is) {
    case 'fork':
      return takeWay(work, id, { fork: pending, way: 1, by: 'clock' });
    case 'choice':
      return takeOption(work, id, { choice: pending, option: pending.fallback, by: 'clock' });
    case 'final':
      throwLast(work, id, pending.n);
      return undefined;
    case 'trial': {
      const poll = Object.values(work.state.polls).find((one) => one.pending === pending.n);
      if (poll) return closePoll(work, poll, { totals: {}, voters: 0, root: '' });
      return failTrial(work, id, pending, 'late');
    }
  }
}
