/** Markets: what is on the shelf, and what it costs whom. Nothing is stored: both follow from the map and the player. */

import { mapDraws } from '../board/random.ts';
import { attribute } from '../effects/derive.ts';
import { reactionsTo, statSteps } from '../effects/reactions.ts';
import { holds } from '../effects/test.ts';
import { playerOf } from '../patch.ts';
import type { ItemDef, Rules } from '../rules.ts';
import type { GameState, PlayerId } from '../state.ts';
import { tuningsFor } from '../tuning/knobs.ts';
import type { Step } from '../why/step.ts';

export interface Offer {
  readonly item: string;
  readonly price: number;
}

type Look = { readonly state: GameState; readonly rules: Rules };

export function isMarket(state: GameState, cell: number): boolean {
  return state.board.cells[cell]?.kind === 'market';
}

/** Ids on the shelf of a market cell, the same all game; healing is always there. */
export function stock({ state, rules }: Look, cell: number): readonly string[] {
  const zone = state.board.cells[cell]?.zone ?? 'forest';
  const draws = mapDraws(`market|${state.mapSeed}|${cell}`, 0);
  const open = Object.values(rules.items).filter(
    (item) => forSale(item, rules) && (item.zone === 'any' || item.zone === zone),
  );
  const out: string[] = [];
  const heal = open.find((item) => item.tags.includes('heal') && item.rarity === 'common');
  if (heal) out.push(heal.id);
  for (let tries = 0; out.length < rules.tunables.market.stock && tries < 60 && open.length > 0; tries += 1) {
    const item = open[draws.int(open.length) - 1];
    if (item && !out.includes(item.id)) out.push(item.id);
  }
  return out;
}

function forSale(item: ItemDef, rules: Rules): boolean {
  if (item.category === 'weapon' || item.unique || item.protected || item.weight === 0 || item.price <= 0)
    return false;
  return item.rarity !== 'legendary' && !Object.values(rules.classes).some((one) => one.item === item.id);
}

/** One part of a price: percent of what the thing costs everybody. */
export interface PriceStep extends Omit<Step, 'by' | 'dice'> {
  readonly percent: number;
}
export interface PriceWhy {
  readonly item: string;
  /** Gold before anything bends it. */
  readonly base: number;
  readonly steps: readonly PriceStep[];
  readonly total: number;
}

/** No price falls below this share. */
const LEAST_PERCENT = 20;

/** Gold for this player here, and all that makes it: reputation, gear, a quick mind, what reacts to buying, the admin. */
export function priceWhy({ state, rules }: Look, id: PlayerId, item: ItemDef): PriceWhy {
  const player = playerOf(state, id);
  const zone = state.board.cells[player.cell]?.zone ?? 'forest';
  const steps: PriceStep[] = [
    ...statSteps(player, rules, 'price').map(({ by, ...step }) => ({ ...step, percent: by })),
    { from: 'standing', percent: -(player.reputation[zone] ?? 0) * rules.tunables.market.reputation },
    { from: 'mind', percent: rules.tunables.attributes.base - attribute(player, rules, 'mind') },
  ];
  for (const { reaction, source } of reactionsTo('buy', player, rules)) {
    if (reaction.if && !holds(reaction.if, { state, rules, player: id })) continue;
    for (const op of reaction.do)
      if (op.op === 'discount') steps.push({ from: source.kind, id: source.id, percent: -op.percent });
  }
  for (const { n, value } of tuningsFor(state, id, 'price'))
    steps.push({ from: 'tuning', id: String(n), percent: value });
  const percent = steps.reduce((sum, step) => sum + step.percent, 100);
  if (percent < LEAST_PERCENT) steps.push({ from: 'least', percent: LEAST_PERCENT - percent });
  const total = Math.max(1, Math.round((item.price * Math.max(LEAST_PERCENT, percent)) / 100));
  return { item: item.id, base: item.price, steps: steps.filter((step) => step.percent !== 0), total };
}

/** At least 1. */
export function priceOf(look: Look, id: PlayerId, item: ItemDef): number {
  return priceWhy(look, id, item).total;
}

/** Shards of the thing's own element that go into its price: as many as fit, without change. */
export function shardsFor(look: Look, id: PlayerId, item: ItemDef): number {
  const worth = look.rules.tunables.market.shard ?? 0;
  if (!item.element || worth <= 0) return 0;
  const has = playerOf(look.state, id).shards[item.element];
  return Math.min(has, Math.floor(priceOf(look, id, item) / worth));
}

export function offers(look: Look, id: PlayerId): readonly Offer[] {
  const { cell } = playerOf(look.state, id);
  return stock(look, cell).flatMap((item) => {
    const def = look.rules.items[item];
    return def ? [{ item, price: priceOf(look, id, def) }] : [];
  });
}

/** Gold a market pays. */
export function sellPrice({ rules }: Look, item: ItemDef): number {
  return Math.floor((item.price * rules.tunables.market.sell) / 100);
}
