/** For the walk: the real pack with a few plain things, effects and objects, each made to show one rule. */
import { rules as base, Court } from '../diplomacy/given.ts';
import type { EffectDef, ItemDef, ObjectDef, Rules } from '../rules.ts';
import type { BagItem, PlayerId, Setup } from '../state.ts';

export const SYSTEM = { by: 'system' } as const;
export const ADMIN = { by: 'admin' } as const;

const entry = { zone: 'any', tags: ['test'], purpose: 'risk' } as const;

export function itemOf(id: string, more: Partial<ItemDef>): ItemDef {
  return {
    ...{ id, ...entry, category: 'consumable', rarity: 'common', price: 20, target: 'self', range: 0 },
    ...more,
  } as ItemDef;
}
export function effectOf(id: string, more: Partial<EffectDef>): EffectDef {
  return {
    ...{ id, ...entry, polarity: 'positive', kind: 'lasting', stacking: 'refresh', priority: 50 },
    duration: { rolls: 2 },
    ...more,
  } as EffectDef;
}
export function objectOf(id: string, more: Partial<ObjectDef>): ObjectDef {
  return { id, ...entry, opens: { reach: 'near' }, ...more } as ObjectDef;
}

/** The pack with these entries added or changed. */
export function packOf(
  more: {
    readonly items?: readonly ItemDef[];
    readonly effects?: readonly EffectDef[];
    readonly objects?: readonly ObjectDef[];
  } = {},
  rules: Rules = base,
): Rules {
  const index = <T extends { readonly id: string }>(list: readonly T[] = []) =>
    Object.fromEntries(list.map((one) => [one.id, one]));
  return {
    ...rules,
    items: { ...rules.items, ...index(more.items) },
    effects: { ...rules.effects, ...index(more.effects) },
    objects: { ...rules.objects, ...index(more.objects) },
  };
}

/** Rules without fights: there, monsters and guardians are checks, which are over at once. */
export function unfought(rules: Rules = packOf()): Rules {
  const { combat: _fights, ...tunables } = rules.tunables;
  return { ...rules, tunables };
}

/** Everybody on a cell of their own on a plain road, with nothing but 50 gold; cell 20 is a market, 30 a camp. */
export function court(rules: Rules = packOf(), setup: Partial<Setup> = {}): Court {
  const game = new Court({ rules, setup }).flat({ 20: 'market', 30: 'camp' });
  game.state.order.forEach((id, i) => {
    game.set(id, { cell: 10 + i, gold: 50, bag: [], skills: [], effects: [], hp: 30, camp: 0 });
    game.set(id, { tokens: { count: 2, since: game.at } });
  });
  return game;
}

/** One thing as it comes out of the pack. */
export function thing(rules: Rules, item: string, more: Partial<BagItem> = {}): BagItem {
  const def = rules.items[item];
  const once = ['consumable', 'scroll', 'die'].includes(def?.category ?? '');
  const charges = def?.charges ?? (once ? 1 : null);
  return { n: 700, item, charges, ttl: def?.ttl ?? null, worn: false, wait: 0, ...more };
}

/** Makes the cell an object of that kind, shut. */
export function standing(game: Court, cell: number, object: string, passage?: number): void {
  const { board } = game.state;
  const cells = board.cells.map((one) =>
    one.id === cell
      ? { ...one, kind: 'object' as const, secret: object, ...(passage === undefined ? {} : { passage }) }
      : one,
  );
  game.state = { ...game.state, board: { ...board, cells } };
}

/** Rolls three ones from right before the cell, so that the walk ends on it. */
export function comeTo(game: Court, cell: number, id: PlayerId = 'p1', more: readonly number[] = []): void {
  game.set(id, { cell: cell - 3, tokens: { count: 2, since: game.at } });
  game.must({ type: 'roll' }, id, [1, 1, 1, ...more]);
}
