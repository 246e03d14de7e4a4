/** Trade in a market: an offer, counter-offers, and both hands at once. */
import { isMarket } from '../bag/market.ts';
import { slots } from '../effects/derive.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { BagItem, PlayerId } from '../state.ts';
import { emit, type Work, who } from '../work.ts';
import type { DiplomacyCommand, Wares } from './commands.ts';
import { close, mayOffer } from './desk.ts';
import { moveGold, partyFault } from './sign.ts';
import { diplomacyOf, type Goods, type Offer } from './state.ts';

type TradeCommand = Extract<DiplomacyCommand, { readonly type: 'trade' }>;
type TradeOffer = Extract<Offer, { readonly is: 'trade' }>;
/** What passes from whom to whom. */
type Deal = Pick<TradeOffer, 'from' | 'to' | 'give' | 'want'>;

export function trade(work: Work, id: PlayerId, { to, give, want }: TradeCommand): Refusal | undefined {
  const { diplomacy } = work.rules;
  if (!diplomacy) return refuse('no-treaties');
  const fault = partyFault(work, id, to) ?? apart(work, id, to);
  if (fault) return fault;
  const own = goodsOf(work, id, give);
  if ('refused' in own) return own;
  const theirs = goodsOf(work, to, want);
  if ('refused' in theirs) return theirs;
  const deal: Deal = { from: id, to, give: own, want: theirs };
  const wrong = dealFault(work, deal);
  if (wrong) return wrong;
  const answered = diplomacyOf(work.state).offers.find(
    (one) => one.is === 'trade' && one.from === to && one.to === id,
  );
  const busy = answered ? null : mayOffer(work, id, { to, is: 'trade' });
  if (busy) return busy;
  if (answered) close(work, answered, 'countered');
  const until = work.at + diplomacy.trade.seconds * 1000;
  emit(work, { type: 'offered', offer: { n: work.state.serial, is: 'trade', until, ...deal } });
  return undefined;
}

/** Whoever offered has confirmed by offering; this is the other's word. All of it happens, or nothing. */
export function acceptTrade(work: Work, offer: TradeOffer): Refusal | undefined {
  const fault = tradeFault(work, offer);
  if (fault) return fault;
  const { n, from, to, give, want } = offer;
  close(work, offer, 'accepted');
  emit(work, { type: 'traded', n, from, to });
  const given = take(work, from, give);
  const got = take(work, to, want);
  for (const one of given) put(work, to, one);
  for (const one of got) put(work, from, one);
  moveGold(work, { from, to, gold: give.gold, why: 'trade' });
  moveGold(work, { from: to, to: from, gold: want.gold, why: 'trade' });
  return undefined;
}

/** Why this cannot be done as things are now. */
export function tradeFault(work: Work, offer: TradeOffer): Refusal | null {
  return apart(work, offer.to, offer.from) ?? dealFault(work, offer);
}

function apart(work: Work, id: PlayerId, other: PlayerId): Refusal | null {
  const { cell } = who(work, id);
  const together = cell === who(work, other).cell && isMarket(work.state, cell);
  return together ? null : refuse('trade-apart', { player: other });
}

/** The things meant, each once; worn ones stay where they are. */
function goodsOf(work: Work, id: PlayerId, { items, gold }: Wares): Goods | Refusal {
  const left = who(work, id).bag.filter((got) => !got.worn);
  const taken: { n: number; item: string }[] = [];
  for (const wanted of items) {
    const at = left.findIndex((got) => String(got.n) === wanted || got.item === wanted);
    const [got] = at < 0 ? [] : left.splice(at, 1);
    if (!got) return refuse('trade-gone', { player: id, item: wanted });
    taken.push({ n: got.n, item: got.item });
  }
  return { items: taken, gold };
}

/** Everything that can be wrong with a deal as things are now. */
function dealFault(work: Work, { from, to, give, want }: Deal): Refusal | null {
  const most = work.rules.diplomacy?.trade.most ?? 0;
  const count = give.items.length + want.items.length;
  if (count + give.gold + want.gold === 0) return refuse('trade-empty');
  if (give.items.length > most || want.items.length > most) return refuse('trade-much', { most });
  return (
    sideFault(work, from, give) ??
    sideFault(work, to, want) ??
    roomFault(work, from, { out: give, into: bagOf(work, to, want) }) ??
    roomFault(work, to, { out: want, into: bagOf(work, from, give) })
  );
}

function sideFault(work: Work, id: PlayerId, goods: Goods): Refusal | null {
  const held = bagOf(work, id, goods);
  const gone = goods.items.find(({ n }) => !held.some((got) => got.n === n));
  if (gone) return refuse('trade-gone', { player: id, item: gone.item });
  for (const { item } of held) {
    const def = work.rules.items[item];
    if (!def || def.protected || def.transferable === false) return refuse('not-transferable', { item });
  }
  const { gold } = who(work, id);
  return gold < goods.gold ? refuse('cannot-pay', { player: id, price: goods.gold, gold }) : null;
}

function bagOf(work: Work, id: PlayerId, { items }: Goods): readonly BagItem[] {
  return who(work, id).bag.filter((got) => !got.worn && items.some(({ n }) => n === got.n));
}

/** Things may carry pockets of their own, so the room is that of the bag as it would be. */
function roomFault(
  work: Work,
  id: PlayerId,
  { out, into }: { out: Goods; into: readonly BagItem[] },
): Refusal | null {
  const player = who(work, id);
  const bag = [...player.bag.filter((got) => !out.items.some(({ n }) => n === got.n)), ...into];
  const room = slots({ ...player, bag }, work.rules);
  // Whoever has too much already may still give things away.
  const worse = into.length > 0 || room < slots(player, work.rules);
  return bag.length > room && worse ? refuse('trade-room', { player: id, slots: room }) : null;
}

function take(work: Work, id: PlayerId, goods: Goods): readonly BagItem[] {
  const held = bagOf(work, id, goods);
  for (const { n, item } of held) emit(work, { type: 'itemLost', player: id, n, item, why: 'trade' });
  return held;
}

/** With its charges and age. */
function put(work: Work, id: PlayerId, got: BagItem): void {
  emit(work, { type: 'itemGained', player: id, got: { ...got, n: work.state.serial }, why: 'trade' });
}
