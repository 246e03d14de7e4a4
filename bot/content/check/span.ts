/**
 * What the whole set must span: so many entries of each sort, so that no kind of play is forgotten. Nothing here is a
 * fault of a single file: a cell that is short says what to write next.
 */
import type { Entry, ItemDef, Rules, TrialDef } from '../../engine/rules.ts';
import { RARITIES } from '../../engine/rules.ts';
import { LEAST } from './span-table.ts';

/** One cell: `have` entries where there should be at least `least`. */
export interface Cell {
  /** `items by target`, `trials by scope` … */
  readonly table: string;
  readonly cell: string;
  readonly least: number;
  readonly have: number;
}

type Spanned = Pick<Rules, 'items' | 'effects' | 'trials' | 'traps' | 'finds' | 'punishments'>;

/** Every cell of every table. Weapons are not counted: everybody has them from the start. */
export function spanOf(rules: Spanned): readonly Cell[] {
  const lists = {
    items: Object.values(rules.items).filter(({ category }) => category !== 'weapon'),
    effects: Object.values(rules.effects),
    trials: Object.values(rules.trials),
    traps: Object.values(rules.traps),
    finds: Object.values(rules.finds),
    punishments: Object.values(rules.punishments),
  };
  const all: readonly (readonly [kind: string, list: readonly Entry[]])[] = Object.entries(lists);
  const { items, effects, trials } = lists;
  return [
    ...all.flatMap(([kind, list]) => cells(`${kind} by purpose`, list, ({ purpose }) => [purpose])),
    ...all.flatMap(([kind, list]) => cells(`${kind} by zone`, list, ({ zone }) => [zone])),
    ...RARITIES.flatMap((rarity) =>
      cells(
        `${rarity} items by purpose`,
        items.filter((item) => item.rarity === rarity),
        ({ purpose }) => [purpose],
      ),
    ),
    ...cells('items by category', items, ({ category }) => [category]),
    ...cells('items by target', items, (item) => [targetOf(item)]),
    ...cells('items by range', items, (item) => [rangeOf(item)]),
    ...cells('items by element', items, ({ element, physical }) =>
      element || physical ? [element, physical].filter((one) => one !== undefined) : ['none'],
    ),
    ...cells('effects by kind', effects, ({ kind }) => [kind]),
    ...cells('effects by polarity', effects, ({ polarity }) => [polarity]),
    ...cells('effects by stacking', effects, ({ stacking }) => [stacking]),
    ...cells('trials by scope', trials, ({ scope }) => [scope]),
    ...cells('trials by kind', trials, sortsOf),
    ...cells('games by hours', trials, hoursOf),
  ];
}

/** Those that hold less than they should. */
export function shortOf(span: readonly Cell[]): readonly Cell[] {
  return span.filter(({ least, have }) => have < least);
}

function cells<T>(table: string, list: readonly T[], by: (one: T) => readonly string[]): readonly Cell[] {
  const found = list.flatMap(by);
  return Object.entries(LEAST[table] ?? {}).map(([cell, least]) => ({
    ...{ table, cell, least },
    have: found.filter((name) => name === cell).length,
  }));
}

/** Whom an item is used on, by its own fields; what asks a chat counts as that. */
export function targetOf({ target, use = [] }: ItemDef): string {
  if (use.some(({ op }) => op === 'chatChoose')) return 'vote';
  return target === 'none' ? 'self' : target;
}

/** How far it reaches. What is worn or kept works on its owner. */
export function rangeOf({ target, range }: ItemDef): string {
  if (target === 'self' || target === 'none') return 'self';
  if (typeof range === 'string') return range;
  return range <= NEAR ? '1–6' : '7–12';
}
const NEAR = 6;

/** Its kind, and for the chat which game it is; a trial for everybody counts as one of those as well. */
function sortsOf({ kind, chat, scope }: TrialDef): readonly string[] {
  return [kind, ...(kind === 'chat' && chat ? [chat.game] : []), ...(scope === 'mass' ? ['mass'] : [])];
}

function hoursOf({ game }: TrialDef): readonly string[] {
  if (!game) return [];
  const [, most] = game.hours;
  if (most <= 3) return ['up to 3'];
  return [most <= 8 ? 'up to 8' : most <= 20 ? 'up to 20' : 'longer'];
}
