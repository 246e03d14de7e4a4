/** Treaties as data: what each kind binds to, how long it lasts, and what breaking it costs. */
import type { Op } from '../effects/operations.ts';
import type { Attribute, OFFERED, Pace, TREATIES } from '../rules.ts';

export type TreatyKind = (typeof TREATIES)[number];
export type OfferedKind = (typeof OFFERED)[number];

/** Seconds. */
export type PerPace = Readonly<Record<Pace, number>>;

/** Two at war on one cell: round after round each chat votes for a stance, then dice and an attribute are counted. */
export interface ClashDef {
  readonly attribute: Attribute;
  /** The totals of so many rounds are added up. Absent: 1. */
  readonly rounds?: number;
  /** Options are stances, counted from 1; they do nothing by themselves. */
  readonly vote: Extract<Op, { readonly op: 'chatChoose' }>;
  /** The stance that stance `i + 1` beats. */
  readonly beats: readonly number[];
  /** Added to the total of whoever's stance beats the other's. Without both stances there is no edge. */
  readonly edge: number;
  /** Run by the winner (`self`) on the loser (`target`). */
  readonly spoils: readonly Op[];
}

/** What a treaty binds its two parties to. */
export interface TermsDef {
  /** Neither may aim a hostile item at the other. */
  readonly peace?: boolean;
  /** Gifts pass between them at any distance. */
  readonly gifts?: boolean;
  /** Added to the total of a partner in a fight, once a fight. */
  readonly assist?: number;
  /** Items used on each other have no limit of range. */
  readonly reach?: boolean;
  readonly clash?: ClashDef;
  /** Gold from one to the other: at once, and again every so many seconds. */
  readonly pay?: { readonly min: number; readonly max: number; readonly every: PerPace };
}

export interface TreatyDef {
  readonly id: TreatyKind;
  readonly terms: TermsDef;
  /** Absent: until somebody leaves. Layers of content take nulls out, so what is not there is absent. */
  readonly lasts?: PerPace;
  /** How many of this kind one player may be in; of wars, how many one may have declared. */
  readonly most: number;
  /** How many may be declared on one player at a time. */
  readonly mostAgainst?: number;
  /** Seconds from its end until the same player may declare another. */
  readonly rest?: PerPace;
  /** Kinds between the same two that end when this one is made. Any other kind stands in its way. */
  readonly replaces: readonly TreatyKind[];
  /** Whoever carries one of these effects is not signed with. */
  readonly bars: readonly string[];
  /** Seconds that it still holds after somebody has left; absent: nobody can leave. */
  readonly notice?: PerPace;
  /** What breaking it at once costs, run by the breaker (`self`) on the other (`target`); absent: it cannot be broken. */
  readonly betrayal?: readonly Op[];
}
export type TreatyDefs = Readonly<Record<TreatyKind, TreatyDef>>;

export interface DiplomacyDef {
  /** `again`: seconds before somebody who said no may be asked by the same player. `most`: open ones of one player. */
  readonly offers: { readonly seconds: PerPace; readonly again: PerPace; readonly most: number };
  /** `most`: things on one side. */
  readonly trade: { readonly seconds: number; readonly most: number };
  /** In-game chat: characters of a line; lines a speaker may say within `window` seconds. */
  readonly chat: { readonly length: number; readonly lines: number; readonly window: number };
}
