/** What offers of every kind share: how many may be open, how soon one may ask again, how they are closed. */
import { type Refusal, refuse } from '../refusal.ts';
import type { PlayerId } from '../state.ts';
import { emit, type Work } from '../work.ts';
import { offerRest } from './evolve.ts';
import { paced, waitUntil } from './sign.ts';
import { diplomacyOf, type Offer } from './state.ts';

/** One open offer of a kind to one player, a few in all, and none for a while after a no. */
export function mayOffer(
  work: Work,
  id: PlayerId,
  { to, is }: { to: PlayerId; is: Offer['is'] },
): Refusal | null {
  const { offers, rests } = diplomacyOf(work.state);
  const most = work.rules.diplomacy?.offers.most ?? 0;
  const own = offers.filter((one) => one.from === id);
  const open = own.find((one) => one.to === to && one.is === is);
  if (open) return refuse('offer-waits', { player: to, wait: waitUntil(work, open.until) });
  const rest = rests[offerRest(id, to)] ?? 0;
  if (rest > work.at) return refuse('offer-again', { player: to, wait: waitUntil(work, rest) });
  return own.length >= most ? refuse('offers-full', { most }) : null;
}

type Why = 'accepted' | 'declined' | 'late' | 'withdrawn' | 'countered';

/** After a no, and after taking it back, the same player is left in peace for a while. */
export function close(work: Work, { n, from, to }: Offer, why: Why): void {
  const { diplomacy } = work.rules;
  const rests = diplomacy && (why === 'declined' || why === 'withdrawn');
  const again = rests ? work.at + paced(work, diplomacy.offers.again) : null;
  emit(work, { type: 'offerClosed', n, from, to, why, again });
}
