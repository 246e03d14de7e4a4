/** Commands on the bag: use, wear, take off, drop, buy, sell, gift, draw a weapon. */
import { useOwn } from '../combat/things.ts';
import { giftsReach } from '../diplomacy/treaties.ts';
import { slots } from '../effects/derive.ts';
import { reactionsTo } from '../effects/reactions.ts';
import { useUp } from '../effects/run.ts';
import type { Asked, Deciders } from '../handling.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { ItemDef } from '../rules.ts';
import type { BagItem, PlayerId } from '../state.ts';
import { isShut, unlock } from '../turn/unlock.ts';
import { emit, type Work, who } from '../work.ts';
import { isMarket, priceOf, sellPrice, shardsFor, stock } from './market.ts';
import { gain, handOver, lose } from './things.ts';
import { inBag } from './use.ts';

export const BAG: Deciders<'use' | 'wear' | 'unwear' | 'discard' | 'sell' | 'buy' | 'gift' | 'weapon'> = {
  use: (work, { command, player }) => useOwn(work, player, command),
  wear(work, asked) {
    const held = hold(work, asked);
    if ('refused' in held) return held;
    const { got, def } = held;
    if (!def.slot) return refuse('not-wearable', { item: def.id });
    if (got.worn) return refuse('already-worn', { item: def.id });
    const other = who(work, asked.player).bag.find(
      (one) => one.worn && work.rules.items[one.item]?.slot === def.slot,
    );
    if (other) return refuse('slot-taken', { slot: def.slot, item: other.item });
    emit(work, { type: 'itemChanged', player: asked.player, got: { ...got, worn: true } });
    return undefined;
  },
  unwear(work, { command, player }) {
    const got = who(work, player).bag.find(
      (one) => one.worn && (String(one.n) === command.item || one.item === command.item),
    );
    if (!got) return refuse('not-worn', { got: command.item });
    emit(work, { type: 'itemChanged', player, got: { ...got, worn: false } });
    return undefined;
  },
  discard(work, asked) {
    const held = hold(work, asked);
    if ('refused' in held) return held;
    if (held.def.protected) return refuse('item-protected', { item: held.def.id });
    lose(work, asked.player, { n: held.got.n, why: 'discarded' });
    return undefined;
  },
  sell(work, asked) {
    const { player } = asked;
    if (!isMarket(work.state, who(work, player).cell)) return refuse('no-market');
    const held = hold(work, asked);
    if ('refused' in held) return held;
    if (held.def.protected) return refuse('item-protected', { item: held.def.id });
    lose(work, player, { n: held.got.n, why: 'sold' });
    const by = sellPrice(work, held.def);
    if (by > 0) emit(work, { type: 'counted', player, what: 'gold', by, why: 'sold' });
    return undefined;
  },
  buy(work, { command, player }) {
    const before = who(work, player);
    const { cell, gold, bag } = before;
    if (!isMarket(work.state, cell)) return refuse('no-market');
    const def = work.rules.items[command.item];
    if (!def || !stock(work, cell).includes(def.id)) return refuse('not-sold-here', { got: command.item });
    const shards = shardsFor(work, player, def);
    const price = priceOf(work, player, def) - shards * (work.rules.tunables.market.shard ?? 0);
    if (gold < price) return refuse('no-gold', { price, gold });
    const room = slots(who(work, player), work.rules);
    if (bag.length >= room) return refuse('bag-full', { slots: room });
    if (def.element && shards > 0) emit(work, { type: 'shards', player, element: def.element, by: -shards });
    if (price > 0) emit(work, { type: 'counted', player, what: 'gold', by: -price, why: 'bought' });
    gain(work, player, { item: def.id, why: 'bought' });
    for (const { reaction, source } of reactionsTo('buy', before, work.rules))
      if (reaction.once) useUp(work, player, source);
    return undefined;
  },
  gift(work, asked) {
    const { command, player } = asked;
    const held = hold(work, asked);
    if ('refused' in held) return held;
    const fault = giftFault(work, player, { def: held.def, to: command.to });
    if (fault) return fault;
    handOver(work, player, command.to, { got: held.got, why: 'gift' });
    return undefined;
  },
  weapon(work, { command, player }) {
    if (who(work, player).reach === command.reach) return refuse('no-weapon', { reach: command.reach });
    emit(work, { type: 'weaponDrawn', player, reach: command.reach });
    if (isShut(work.state, who(work, player).cell)) unlock(work, player, { quiet: true });
    return undefined;
  },
};

function hold(
  work: Work,
  { command, player }: Asked<'wear' | 'discard' | 'sell' | 'gift'>,
): { got: BagItem; def: ItemDef } | Refusal {
  const got = inBag(work, player, command.item);
  const def = got && work.rules.items[got.item];
  if (!got || !def) return refuse('no-item', { got: command.item });
  return { got, def };
}

/** Gifts pass by hand, on one cell; between allies at any distance. */
function giftFault(
  work: Work,
  player: PlayerId,
  { def, to }: { def: ItemDef; to: PlayerId },
): Refusal | null {
  const receiver = work.state.players[to];
  if (!receiver) return refuse('bad-target', { got: to });
  if (to === player) return refuse('self-target', { item: def.id });
  if (def.protected || def.transferable === false) return refuse('not-transferable', { item: def.id });
  if (receiver.cell !== who(work, player).cell && !giftsReach(work.state, player, to))
    return refuse('too-far', { target: to, item: def.id, range: 0, cells: 1 });
  const room = slots(receiver, work.rules);
  return receiver.bag.length >= room ? refuse('bag-full', { slots: room }) : null;
}
