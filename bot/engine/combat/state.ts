/** A fight: the plain combat session. One at a time for each player. */
import type { Derived, Monster } from '../monsters/rules.ts';
import type { Element, Physical, Reach } from '../rules.ts';
import type { Band } from './rules.ts';

/** Whoever strikes and is struck; health of a player is the player's own and is copied in each round. */
export interface Fighter {
  readonly band: Band;
  readonly hp: number;
  readonly derived: Derived;
  /** Statuses: effects of the pack, with rounds left. */
  readonly statuses: readonly { readonly effect: string; readonly rounds: number }[];
  /** Marks of rules; rounds left, or null for as long as it takes. */
  readonly flags: Readonly<Record<string, number | null>>;
  /** Rounds in this band, this one included. */
  readonly stood: number;
  /** Blows taken in the last round, the one that is ending included. */
  readonly hits: number;
  /** Percent of harm that is always added or taken off; absent: none. */
  readonly takes?: number;
  /** Own blows that landed; absent: none. */
  readonly strikes?: number;
  /** Rules that may be used once a fight and have been: `skill/index`. */
  readonly used?: readonly string[];
}

export interface Foe extends Fighter, Omit<Monster, 'derived'> {
  readonly n: number;
  /** What it will do this round, and where that lands; null while it does nothing. */
  readonly next: { readonly move: string; readonly lands: readonly Band[] } | null;
  readonly home: Band;
  /** How it left the fight, and percent of its loot that stays; absent while it stands. */
  readonly out?: { readonly how: 'fell' | 'left' | 'spared'; readonly loot: number };
  readonly used?: readonly string[];
  /** Own blows that landed. */
  readonly strikes?: number;
}

export interface Me extends Fighter {
  readonly reach: Reach;
  /** Rounds until the next dash. */
  readonly dash: number;
  /** Own hits so far. */
  readonly strikes: number;
  readonly decoy: { readonly band: Band; readonly rounds: number } | null;
  /** Rules that may be used once a fight and have been: `skill/index`. */
  readonly used: readonly string[];
}

export const BOUTS = ['wild', 'gate', 'boss', 'waves'] as const;
export type Bout = (typeof BOUTS)[number];

export interface Fight {
  readonly n: number;
  readonly bout: Bout;
  /** From 1. */
  readonly round: number;
  readonly me: Me;
  readonly foes: readonly Foe[];
  /** Of `waves`: monsters that are still to come. */
  readonly waves?: readonly (readonly Monster[])[];
  /** Of `waves`: the one on stage, from 1. */
  readonly wave?: number;
  readonly prop: { readonly id: string; readonly used: boolean } | null;
  /**
   * A vote of the player's chat about something in this fight; `rule` says whose question it is. Where the right answer
   * is hidden, it is drawn when the votes are counted: until then nobody can know it.
   */
  readonly vote: { readonly poll: string; readonly rule: string; readonly options: number } | null;
  /** The cell it is fought on. */
  readonly cell?: number;
  /** Cells to walk on when the gate gives way. */
  readonly steps?: number;
  /** Allies who have lent a hand. */
  readonly helped: readonly string[];
  /** Plays by itself until the end. */
  readonly auto: boolean;
  /** Rounds that passed without a word from the player. */
  readonly silent?: number;
  /** Percent on top of the loot. */
  readonly loot?: number;
  /** Effects that stay with the player afterwards. */
  readonly leaves?: readonly string[];
  /** What will be remembered: fact and value. */
  readonly facts?: readonly (readonly [fact: string, value: string])[];
  /** The player has called a skill whose vote is still open: the round goes on when it is counted. */
  readonly calling?: boolean;
  /** What gear and effects made of this trial: tiers on the prize, and whether a loss is forgiven. */
  readonly prize?: number;
  readonly forgiven?: boolean;
  /** Health of the player when it began. */
  readonly hpBefore?: number;
  /** The last round in which a helper has used something on the fighter; absent: none. */
  readonly aided?: number;
}

/** One thing that happened in a round, for the log in words and for pictures. `who`: `me` or a foe's number. */
export type Beat =
  | {
      readonly is: 'move';
      readonly who: 'me' | number;
      readonly from: Band;
      readonly to: Band;
      readonly dash?: true;
    }
  | {
      readonly is: 'blow';
      readonly who: 'me' | 'ally' | number;
      readonly on: 'me' | 'decoy' | number;
      readonly harm: number;
      readonly kind?: Element | Physical;
      readonly how: 'hit' | 'critical' | 'missed' | 'negated' | 'immune';
      /** Move of a monster, reach of a player, or the rule that struck. */
      readonly by: string;
    }
  | { readonly is: 'heal'; readonly who: 'me' | number; readonly by: string; readonly points: number }
  | { readonly is: 'hurt'; readonly who: 'me' | number; readonly by: string; readonly points: number }
  | { readonly is: 'status'; readonly who: 'me' | number; readonly effect: string; readonly rounds: number }
  /** A skill, ability or synergy showed itself. */
  | { readonly is: 'rule'; readonly who: 'me' | number; readonly id: string }
  | { readonly is: 'fell' | 'left' | 'slept' | 'woke' | 'dug' | 'thrownOut'; readonly who: 'me' | number }
  | { readonly is: 'came'; readonly who: number }
  | { readonly is: 'prop'; readonly id: string }
  /** The chat has spoken; 0: it kept quiet. `right`: the rule's `then` follows. */
  | { readonly is: 'voted'; readonly option: number; readonly right: boolean; readonly where?: number };
