/**
 * The closed vocabulary of what content can do. A new item or effect is a list of these, never code.
 * `on` says who is touched; it defaults to `target`: the one an item was used on, or the holder of an effect.
 */
import type { Attribute, Element, Rarity } from '../rules.ts';

export const HOOKS = [
  'beforeRoll',
  'afterRoll',
  'move',
  'enterCell',
  'targeted',
  'trial',
  'round',
  'buy',
  'tick',
  'expire',
] as const;
/**
 * When a reaction runs, seen from its holder.
 * beforeRoll: dice chosen, not thrown · afterRoll: thrown, total not final · move: about to walk ·
 * enterCell: stopped on a cell, before its own matter · targeted: a hostile use arrives · trial: a trial of
 * the holder is being settled · round: a round of combat · buy: a price is asked · tick: the holder's turn begins ·
 * expire: it ended by itself.
 */
export type Hook = (typeof HOOKS)[number];

export const WHOS = [
  'target',
  'self',
  'leader',
  'last',
  'ahead',
  'behind',
  'nearest',
  'rivals',
  'all',
] as const;
/** `ahead`/`behind`: the nearest rival in that direction; where there is none, nobody is touched. */
export type Who = (typeof WHOS)[number];

/** Summed over class, skills, worn gear and effects by the modifiers calculator. */
export type Stats = Partial<Record<Attribute | StatName, number>>;
export const STATS = [
  /** Added to each total of a roll. */ 'roll',
  /** Added to checks. */ 'check',
  /** Percent on market prices. */ 'price',
  /** Cells added to the range of own items. */ 'range',
  /** Added to the tier of prizes. */ 'prize',
  /** Points of health. */ 'maxHp',
  /** Percent of harm taken. */ 'harm',
  /** Percent on influence earned. */ 'influence',
  /** Item slots of the bag. */ 'slots',
  /** Above 0: nobody else reads the bag. */ 'veil',
] as const;
export type StatName = (typeof STATS)[number];

export type Test =
  | { readonly is: 'leading' | 'last' | 'camp' | 'market' | 'alone' | 'odd' | 'even' | 'double' | 'hostile' }
  | { readonly is: 'gold' | 'hp' | 'total' | 'items'; readonly atLeast: number }
  | { readonly is: 'effect' | 'item' | 'zone' | 'cell' | 'kind'; readonly id: string }
  | { readonly is: 'fact'; readonly fact: string; readonly value?: string }
  | { readonly is: 'not'; readonly test: Test };

/** What to sample an item by. Absent fields do not limit. */
export interface ItemQuery {
  readonly tags?: readonly string[];
  /** All of these tags. */
  readonly all?: readonly string[];
  /** None of these tags. */
  readonly none?: readonly string[];
  readonly rarity?: readonly Rarity[];
  /** Added to the tier of the zone the receiver stands in. */
  readonly tier?: number;
}

export interface Option {
  /** Offered only if it holds for the asked player. */
  readonly if?: Test;
  readonly do: readonly Op[];
}

export type Op =
  // numbers; `percent` of what the player has (gold) or of the maximum (health)
  | { readonly op: 'gold'; readonly by?: number; readonly percent?: number; readonly on?: Who }
  | { readonly op: 'heal' | 'harm'; readonly percent: number; readonly element?: Element; readonly on?: Who }
  | { readonly op: 'shard'; readonly element: Element; readonly by: number; readonly on?: Who }
  | { readonly op: 'influence' | 'token'; readonly by: number; readonly on?: Who }
  // board; `land`: the new cell's matter happens too (default: it does not)
  | { readonly op: 'move'; readonly by: number; readonly land?: boolean; readonly on?: Who }
  | { readonly op: 'goto'; readonly place: 'camp' | 'start' | 'nextCamp' | 'user'; readonly on?: Who }
  | { readonly op: 'swap'; readonly on?: Who }
  | { readonly op: 'mark'; readonly trap: string; readonly rolls?: number }
  // dice: only inside beforeRoll (addDie, dropDie, faces) and afterRoll (the rest)
  | { readonly op: 'addDie'; readonly sides: number }
  | { readonly op: 'dropDie'; readonly which: 'lowest' | 'highest' }
  | { readonly op: 'faces'; readonly sides: number; readonly map: Readonly<Record<string, number>> }
  | { readonly op: 'shift'; readonly by: number; readonly each?: 'die' }
  | { readonly op: 'scale'; readonly by: number }
  | { readonly op: 'clamp'; readonly min?: number; readonly max?: number }
  | { readonly op: 'reroll'; readonly which: 'all' | 'lowest' | 'highest'; readonly keep: 'new' | 'better' }
  | { readonly op: 'repeatRoll' }
  // things
  | { readonly op: 'grant'; readonly item?: string; readonly sample?: ItemQuery; readonly on?: Who }
  | { readonly op: 'die'; readonly sides: number; readonly on?: Who }
  | {
      readonly op: 'lose';
      readonly what: 'item' | 'die';
      readonly pick: 'random' | 'cheapest' | 'dearest';
      readonly on?: Who;
    }
  | { readonly op: 'steal'; readonly what: 'item' | 'die' | 'gold'; readonly by?: number; readonly on?: Who }
  | { readonly op: 'give'; readonly what: 'item' | 'gold'; readonly by?: number; readonly on?: Who }
  | { readonly op: 'copyLast' }
  | { readonly op: 'lock'; readonly rolls: number; readonly on?: Who }
  // effects
  | { readonly op: 'apply'; readonly effect: string; readonly on?: Who }
  | {
      readonly op: 'cleanse';
      readonly polarity: 'positive' | 'negative' | 'any';
      readonly count: number;
      readonly on?: Who;
    }
  | { readonly op: 'end' }
  // answers to a hostile use; only inside `targeted`
  | { readonly op: 'ward' }
  | { readonly op: 'reflect' }
  | { readonly op: 'catch' }
  // trials; `difficulty`, `pass`, `prizeTier`, `mercy` only inside `trial`
  | {
      readonly op: 'trial';
      readonly tags?: readonly string[];
      readonly id?: string;
      /** Of games: one of these genres, a declared length in hours that meets this one, at most this hard. */
      readonly genres?: readonly string[];
      readonly hours?: readonly [min: number, max: number];
      readonly difficulty?: number;
      readonly on?: Who;
    }
  /** Another trial instead of the one that waits now. */
  | { readonly op: 'reoffer'; readonly on?: Who }
  | { readonly op: 'prize'; readonly tier: number; readonly on?: Who }
  | { readonly op: 'punish'; readonly on?: Who }
  | { readonly op: 'difficulty'; readonly by: number }
  | { readonly op: 'prizeTier'; readonly by: number }
  | { readonly op: 'mercy' }
  // knowledge
  /** So many cells in front of the cell an item was used on, or else of the player. */
  | { readonly op: 'reveal'; readonly cells: number }
  // asking; must be the last of its list
  | {
      readonly op: 'choose';
      readonly options: readonly Option[];
      readonly fallback: number;
      readonly on?: Who;
    }
  | {
      readonly op: 'chatChoose';
      readonly options: readonly Option[];
      readonly seconds: number;
      readonly on?: Who;
    }
  // chance and logic
  | { readonly op: 'coin'; readonly heads: readonly Op[]; readonly tails: readonly Op[] }
  | {
      readonly op: 'if';
      readonly test: Test;
      readonly then: readonly Op[];
      readonly else?: readonly Op[];
      readonly on?: Who;
    }
  // the world
  | { readonly op: 'remember'; readonly fact: string; readonly value?: string; readonly on?: Who }
  | { readonly op: 'rep'; readonly by: number; readonly on?: Who }
  // prices; only inside `buy`
  | { readonly op: 'discount'; readonly percent: number };

export type OpName = Op['op'];

export interface Reaction {
  readonly at: Hook;
  /** Runs only if it holds for the holder. */
  readonly if?: Test;
  readonly do: readonly Op[];
  /** The effect (or item charge) is used up when it has run. */
  readonly once?: boolean;
}
