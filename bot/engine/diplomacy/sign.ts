/** Making and ending treaties, with everything that can stand in the way. */
import { type Refusal, refuse } from '../refusal.ts';
import type { GameState, Millis, PlayerId } from '../state.ts';
import { emit, type Work, who } from '../work.ts';
import type { PerPace, TreatyDef, TreatyKind } from './rules.ts';
import { diplomacyOf, type Payment, type Treaty } from './state.ts';
import { isParty, otherOf, treatyBetween } from './treaties.ts';

export interface Signing {
  readonly kind: TreatyKind;
  /** Who offered or declared it. */
  readonly by: PlayerId;
  readonly other: PlayerId;
  readonly pay: { readonly from: PlayerId; readonly gold: number } | null;
}

export function defOf({ rules }: Pick<Work, 'rules'>, kind: TreatyKind): TreatyDef | Refusal {
  return rules.treaties?.[kind] ?? refuse('no-treaties');
}

export function paced(work: Work, seconds: PerPace): Millis {
  return seconds[work.state.pace] * 1000;
}

/** Whole seconds from now. */
export function waitUntil(work: Work, at: Millis): number {
  return Math.max(0, Math.ceil((at - work.at) / 1000));
}

/** Somebody else in this game, or what is wrong. */
export function partyFault(work: Work, id: PlayerId, other: PlayerId): Refusal | null {
  if (!work.state.players[other]) return refuse('bad-target', { got: other });
  return other === id ? refuse('self-treaty') : null;
}

/** Why these two cannot sign this now. */
export function signFault(work: Work, def: TreatyDef, signing: Signing): Refusal | null {
  const { by, other, pay } = signing;
  const stands = treatyBetween(work.state, by, other);
  if (stands && !def.replaces.includes(stands.kind))
    return refuse('treaty-stands', { player: other, treaty: stands.kind });
  // Of declared ones the limit is on whoever declares.
  const parties = def.mostAgainst === undefined ? [by, other] : [by];
  for (const player of parties) {
    if (countOf(work.state, def, player) >= def.most)
      return refuse('treaty-full', { player, treaty: def.id, most: def.most });
  }
  for (const player of [by, other]) {
    const effect = def.bars.find((id) => who(work, player).effects.some((active) => active.effect === id));
    if (effect !== undefined) return refuse('treaty-barred', { player, effect });
  }
  if (pay && who(work, pay.from).gold < pay.gold)
    return refuse('cannot-pay', { player: pay.from, price: pay.gold, gold: who(work, pay.from).gold });
  return null;
}

function countOf(state: GameState, def: TreatyDef, id: PlayerId): number {
  const { treaties } = diplomacyOf(state);
  const own = (one: Treaty) => (def.mostAgainst === undefined ? isParty(one, id) : one.between[0] === id);
  return treaties.filter((one) => one.kind === def.id && own(one)).length;
}

/** Nothing stands in the way any more. */
export function sign(work: Work, def: TreatyDef, signing: Signing): void {
  const { by, other, pay } = signing;
  const stands = treatyBetween(work.state, by, other);
  if (stands) endTreaty(work, stands, { why: 'replaced', by: null });
  const until = def.lasts ? work.at + paced(work, def.lasts) : null;
  const treaty: Treaty = {
    n: work.state.serial,
    kind: def.id,
    between: [by, other],
    since: work.at,
    until,
    terms: {
      peace: def.terms.peace === true,
      gifts: def.terms.gifts === true,
      assist: def.terms.assist ?? 0,
      reach: def.terms.reach === true,
      clash: def.terms.clash !== undefined,
    },
    price: def.betrayal ? `treaties/${def.id}/betrayal` : null,
    pay: pay && def.terms.pay ? payment(work, pay, def.terms.pay.every) : null,
    leaving: null,
  };
  const again = def.rest && until !== null ? until + paced(work, def.rest) : null;
  emit(work, { type: 'treatySigned', treaty, again });
  // Paid in advance: peace that was not paid for has never been there.
  if (treaty.pay) payTribute(work, treaty);
}

/** Due at once; the next one a period later. */
function payment(work: Work, pay: { from: PlayerId; gold: number }, every: PerPace): Payment {
  return { ...pay, every: paced(work, every), due: work.at };
}

/** One payment; false when the gold is not there. */
export function payTribute(work: Work, treaty: Treaty): boolean {
  const { pay, n } = treaty;
  if (!pay || who(work, pay.from).gold < pay.gold) return false;
  const { from, gold } = pay;
  const to = otherOf(treaty, from);
  emit(work, { type: 'tributePaid', n, from, to, gold, due: pay.due + pay.every });
  moveGold(work, { from, to, gold, why: 'tribute' });
  return true;
}

export function moveGold(
  work: Work,
  { from, to, gold, why }: { from: PlayerId; to: PlayerId; gold: number; why: string },
): void {
  if (gold === 0) return;
  emit(work, { type: 'counted', player: from, what: 'gold', by: -gold, why });
  emit(work, { type: 'counted', player: to, what: 'gold', by: gold, why });
}

type Ended = 'expired' | 'left' | 'betrayed' | 'replaced' | 'unpaid';

export function endTreaty(
  work: Work,
  { n, kind, between }: Treaty,
  { why, by }: { why: Ended; by: PlayerId | null },
): void {
  emit(work, { type: 'treatyEnded', n, kind, between, why, by });
}
