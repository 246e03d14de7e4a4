/** Monsters as data: families of templates, tiers, affixes, and what they can do in a fight. */
import type { FightRule, Move } from '../combat/rules.ts';
import type { Attribute, Attributes, Element, Entry, Physical } from '../rules.ts';

/** What a fighter is made of before any formula: the five attributes, and shares of harm that are shrugged off. */
export type RawStat = Attribute | `${Element | Physical}_resistance`;
export type RawStats = Readonly<Partial<Record<RawStat, number>>>;

/** Tiers of threat, 0 to 7. */
export const TIERS = [0, 1, 2, 3, 4, 5, 6, 7] as const;
export type Tier = (typeof TIERS)[number];

/** Where a template may stand: in the wild, before a gate, or at the end of the map. */
export const POSTS = ['wild', 'gate', 'boss'] as const;
export type Post = (typeof POSTS)[number];

export interface MonsterTemplate {
  readonly id: string;
  readonly family: string;
  /** A look and a mood in one breath, in English: no name, no figures. What a model or the grammar starts from. */
  readonly narrativeHint: string;
  readonly baseStats: RawStats;
  /** Ids of abilities. */
  readonly skills: readonly string[];
  readonly allowedTiers: readonly Tier[];
  readonly environmentTags: readonly string[];
  /** Absent: `wild`. */
  readonly post?: Post;
  /** How many come at once; absent: one. */
  readonly flock?: readonly [least: number, most: number];
  /** Relative, default 1. */
  readonly weight?: number;
}

export interface MonsterFamily {
  readonly id: string;
  /** Every template of the family has these too, but places are not looked up by them. */
  readonly defaultTags: readonly string[];
  readonly templates: Readonly<Record<string, MonsterTemplate>>;
}

export interface TierDef {
  readonly statMultiplier: number;
}

/** Keyed by the tag of the land that brings it. */
export interface AffixDef {
  readonly id: string;
  readonly visualPrefix: string;
  readonly addedStats: RawStats;
  readonly injectSkills: readonly string[];
  readonly element?: Element;
}

/** What a monster can do: a move that it announces, a rule that always holds, or both. */
export interface AbilityDef extends Pick<Entry, 'id' | 'tags'> {
  readonly moves?: readonly Move[];
  readonly rules?: readonly FightRule[];
  /** Comes with another one; loops are an error of the content. */
  readonly inject?: readonly string[];
}

/** Everything about monsters that is frozen with a game's rules. */
export interface MonsterRules {
  readonly families: Readonly<Record<string, MonsterFamily>>;
  readonly tiers: Readonly<Record<Tier, TierDef>>;
  readonly affixes: Readonly<Record<string, AffixDef>>;
  readonly abilities: Readonly<Record<string, AbilityDef>>;
}

/** A monster put together, before a fight: plain data. */
export interface Monster {
  readonly templateId: string;
  readonly affixId: string | null;
  readonly tier: Tier;
  readonly rawStats: RawStats;
  readonly derived: Derived;
  /** Without repeats, the template's first. */
  readonly skills: readonly string[];
  readonly hint: string;
}

/** What the modifiers calculator makes of raw stats, for players and monsters alike. */
export interface Derived {
  readonly maxHp: number;
  /** Points of a plain blow, by the distance it is struck over. */
  readonly damage: Readonly<Record<'near' | 'mid' | 'far', number>>;
  readonly initiative: number;
  /** Percent. */
  readonly crit: number;
  readonly evasion: number;
  /** Shares, 0 to 1, by element or physical property. */
  readonly resist: Readonly<Partial<Record<Element | Physical, number>>>;
}
export type { Attributes };
