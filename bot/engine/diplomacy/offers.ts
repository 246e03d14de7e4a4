/** Offers: made, accepted, declined, taken back. Unanswered ones end by themselves, as a no that costs nothing. */
import { type Refusal, refuse } from '../refusal.ts';
import type { PlayerId } from '../state.ts';
import { emit, type Work } from '../work.ts';
import type { DiplomacyCommand } from './commands.ts';
import { close, mayOffer } from './desk.ts';
import type { TreatyDef } from './rules.ts';
import { defOf, paced, partyFault, type Signing, sign, signFault } from './sign.ts';
import { diplomacyOf, type Offer } from './state.ts';
import { acceptTrade } from './trade.ts';

type Proposal = Extract<DiplomacyCommand, { readonly type: 'propose' }>;
type TreatyOffer = Extract<Offer, { readonly is: 'treaty' }>;

export function propose(work: Work, id: PlayerId, proposal: Proposal): Refusal | undefined {
  const { to, kind } = proposal;
  const def = defOf(work, kind);
  if ('refused' in def) return def;
  const { diplomacy } = work.rules;
  if (!diplomacy) return refuse('no-treaties');
  const pay = payOf(id, proposal, def);
  if (pay && 'refused' in pay) return pay;
  const fault = partyFault(work, id, to) ?? signFault(work, def, { kind, by: id, other: to, pay });
  if (fault) return fault;
  const same = crossing(work, id, { to, kind });
  // Both want it: that is an agreement already.
  if (same) return accept(work, id, same.n);
  const busy = mayOffer(work, id, { to, is: 'treaty' });
  if (busy) return busy;
  const until = work.at + paced(work, diplomacy.offers.seconds);
  emit(work, {
    type: 'offered',
    offer: { n: work.state.serial, is: 'treaty', from: id, to, until, kind, pay },
  });
  return undefined;
}

/** The other's open offer of the same, when there are no sums to differ in. */
function crossing(work: Work, id: PlayerId, { to, kind }: Pick<Proposal, 'to' | 'kind'>): Offer | undefined {
  return diplomacyOf(work.state).offers.find(
    (one) =>
      one.is === 'treaty' &&
      one.from === to &&
      one.to === id &&
      one.kind === kind &&
      one.pay === null &&
      one.until > work.at,
  );
}

function payOf(id: PlayerId, proposal: Proposal, def: TreatyDef): TreatyOffer['pay'] | Refusal {
  const { pay } = def.terms;
  if (!pay) return null;
  const gold = proposal.gold ?? 0;
  if (!Number.isInteger(gold) || gold < pay.min || gold > pay.max)
    return refuse('bad-tribute', { got: String(proposal.gold ?? '—'), min: pay.min, max: pay.max });
  const from = proposal.payer ?? id;
  if (from !== id && from !== proposal.to) return refuse('not-a-player', { player: from });
  return { from, gold };
}

export function accept(work: Work, id: PlayerId, n: number): Refusal | undefined {
  const offer = diplomacyOf(work.state).offers.find((one) => one.n === n);
  if (offer?.from === id) return refuse('own-offer', { player: offer.to });
  if (offer?.to !== id || offer.until <= work.at) return refuse('no-offer', { got: n });
  if (offer.is === 'trade') return acceptTrade(work, offer);
  const def = defOf(work, offer.kind);
  if ('refused' in def) return def;
  const signing: Signing = { kind: offer.kind, by: offer.from, other: id, pay: offer.pay };
  const fault = signFault(work, def, signing);
  if (fault) return fault;
  close(work, offer, 'accepted');
  sign(work, def, signing);
  return undefined;
}

export function decline(work: Work, id: PlayerId, n: number): Refusal | undefined {
  const offer = diplomacyOf(work.state).offers.find((one) => one.n === n);
  if (!offer || (offer.from !== id && offer.to !== id)) return refuse('no-offer', { got: n });
  close(work, offer, offer.from === id ? 'withdrawn' : 'declined');
  return undefined;
}
