/** Deadlines between players, each with an end that nobody gains from by waiting. */
import type { GameState, Millis } from '../state.ts';
import type { Work } from '../work.ts';
import { settleClashes } from './clash.ts';
import { close } from './desk.ts';
import { endTreaty, payTribute } from './sign.ts';
import { diplomacyOf, type Treaty } from './state.ts';

/** Infinity: nothing waits. */
export function nextOfDiplomacy(state: GameState): Millis {
  const { treaties, offers, clashes } = diplomacyOf(state);
  let next = Number.POSITIVE_INFINITY;
  for (const one of treaties) next = Math.min(next, one.until ?? next, one.pay?.due ?? next);
  for (const one of offers) next = Math.min(next, one.until);
  for (const one of clashes) next = Math.min(next, one.until);
  return next;
}

/** An offer is declined, a tribute paid or over, a treaty ended, a fight fought with the votes there are. */
export function expireDiplomacy(work: Work): void {
  if (work.state.status !== 'running' && work.state.status !== 'superGame') return;
  for (const offer of diplomacyOf(work.state).offers) if (offer.until <= work.at) close(work, offer, 'late');
  for (const { n } of diplomacyOf(work.state).treaties) {
    collect(work, n);
    const treaty = byNumber(work, n);
    if (treaty && treaty.until !== null && treaty.until <= work.at)
      endTreaty(work, treaty, { why: treaty.leaving === null ? 'expired' : 'left', by: treaty.leaving });
  }
  settleClashes(work);
}

function byNumber(work: Work, n: number): Treaty | undefined {
  return diplomacyOf(work.state).treaties.find((one) => one.n === n);
}

/** Every payment that has come due while the treaty held. Whoever cannot pay has no treaty any more. */
function collect(work: Work, n: number): void {
  for (let treaty = byNumber(work, n); treaty?.pay; treaty = byNumber(work, n)) {
    const { pay, until } = treaty;
    if (pay.due > work.at || (until !== null && pay.due >= until)) return;
    if (!payTribute(work, treaty)) endTreaty(work, treaty, { why: 'unpaid', by: pay.from });
  }
}
