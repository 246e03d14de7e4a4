/**
 * The rules and content of one game, as plain frozen data. The engine only reads it.
 * `bot/content` loads and checks it; `config/content` holds it. Sentences live beside it, in texts.
 */

import type {
  CombatTunables,
  FightOp,
  FightRule,
  FightStatus,
  PropDef,
  SynergyDef,
  WeaponDef,
} from './combat/rules.ts';
import type { DiplomacyDef, TreatyDefs } from './diplomacy/rules.ts';
import type { Op, Reaction, Stats } from './effects/operations.ts';
import type { SuperGame } from './final/rules.ts';
import type { MonsterRules } from './monsters/rules.ts';
import type { StoryDef } from './stories/rules.ts';
import type { TimeRules } from './time/rules.ts';

export const ZONES = ['forest', 'crystal', 'static', 'hell', 'heaven'] as const;
export type ZoneId = (typeof ZONES)[number];

export const CELL_KINDS = [
  'plain',
  'trial',
  'trap',
  'chest',
  'monster',
  'story',
  'market',
  'camp',
  'object',
  'gate',
  'start',
  'finish',
] as const;
export type CellKind = (typeof CELL_KINDS)[number];

export const ATTRIBUTES = ['strength', 'agility', 'endurance', 'mind', 'luck'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];
export type Attributes = Readonly<Record<Attribute, number>>;

export const ELEMENTS = ['earth', 'water', 'fire', 'electricity'] as const;
export type Element = (typeof ELEMENTS)[number];
export const PHYSICAL = ['push', 'stun', 'slow', 'bleed'] as const;
export type Physical = (typeof PHYSICAL)[number];

export const REACHES = ['near', 'mid', 'far'] as const;
export type Reach = (typeof REACHES)[number];

export const RARITIES = ['common', 'uncommon', 'rare', 'epic', 'legendary'] as const;
export type Rarity = (typeof RARITIES)[number];

export const CATEGORIES = [
  'consumable',
  'wearable',
  'die',
  'artifact',
  'tool',
  'scroll',
  'key',
  'weapon',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const PURPOSES = [
  'speed',
  'control',
  'defence',
  'information',
  'economy',
  'chat',
  'diplomacy',
  'comeback',
  'risk',
] as const;
/** What an entry is for, as VOICE.md's coverage matrix counts it. */
export type Purpose = (typeof PURPOSES)[number];

export const TREATIES = ['alliance', 'truce', 'tribute', 'war'] as const;
/** What is offered and accepted; a war is declared. */
export const OFFERED = ['alliance', 'truce', 'tribute'] as const;

export const SLOTS = ['head', 'body', 'hands', 'feet', 'trinket'] as const;
export type Slot = (typeof SLOTS)[number];

export type Size = 'S' | 'M' | 'L';
export type Pace = 'session' | 'marathon';

/** What every sampled entry carries. `weight` defaults to 1, `zone` is the zone it belongs to or `any`. */
export interface Entry {
  readonly id: string;
  readonly zone: ZoneId | 'any';
  readonly tags: readonly string[];
  readonly purpose: Purpose;
  readonly weight?: number;
  readonly tiers?: readonly [min: number, max: number];
  readonly pace?: Pace;
}

export const TARGETS = ['self', 'rival', 'ally', 'cell', 'all', 'none'] as const;
/** Whom an item is used on. `all`: every other player, no name is typed. `none`: cannot be used (worn, kept). */
export type Target = (typeof TARGETS)[number];

export interface ItemDef extends Entry {
  readonly category: Category;
  readonly rarity: Rarity;
  readonly element?: Element;
  readonly physical?: Physical;
  /** Id of a material; in fights that of worn things counts. */
  readonly material?: string;
  /** Worn: percent on top of the wearer's strikes in fights; of a weapon: of strikes with it. */
  readonly power?: number;
  /** Worn: percent on top of what the wearer's skills, thrown things and elements do in fights. */
  readonly magic?: number;
  /** Gold in a market of neutral reputation. */
  readonly price: number;
  readonly target: Target;
  /** Cells along the track; `zone`: same zone; `any`: no limit. 0 for self. */
  readonly range: number | 'zone' | 'any';
  /** How many rivals one use may name. Default 1. */
  readonly targets?: number;
  /** A use on a rival counts as hostile: camps, wards and reflections answer it. */
  readonly hostile?: boolean;
  /** Uses before it is spent; absent: one for consumables, scrolls and dice, no limit for the rest. */
  readonly charges?: number;
  /** Own rolls that must pass between two uses. */
  readonly cooldown?: number;
  /** Own rolls it stays in the bag. */
  readonly ttl?: number;
  readonly transferable?: boolean;
  readonly stealable?: boolean;
  readonly protected?: boolean;
  readonly unique?: boolean;
  readonly slot?: Slot;
  readonly reach?: Reach;
  /** Of weapons: how it strikes in a fight. */
  readonly weapon?: WeaponDef;
  /** What a use does, in order, once per target. */
  readonly use?: readonly Op[];
  /** Of `ally`: the smaller thing it does for its owner when no ally is in reach and nobody is named. */
  readonly alone?: readonly Op[];
  /** Thrown at the first foe, what it does there instead of `use`: in the user's own fight, when nobody and no cell is named. */
  readonly fight?: readonly FightOp[];
  /** While worn (or, without a slot, while it lies in the bag). */
  readonly stats?: Stats;
  readonly hooks?: readonly Reaction[];
}

/** What things are made of. `takes`: percent of harm of that kind on top, for whoever wears it; below 0: less. */
export interface MaterialDef {
  readonly id: string;
  readonly takes: Readonly<Partial<Record<Element | Physical, number>>>;
}

export interface Duration {
  /** Own rolls it is there for; counted down after each. */
  readonly rolls?: number;
  /** Own turns: counted down when the next roll begins. */
  readonly turns?: number;
  readonly minutes?: number;
  readonly untilCamp?: boolean;
}

export interface EffectDef extends Entry {
  readonly polarity: 'positive' | 'negative' | 'mixed';
  readonly kind: 'global' | 'local' | 'instant' | 'delayed' | 'lasting' | 'dispelling';
  readonly stacking: 'refresh' | 'stack' | 'ignore' | 'replace';
  /** Only for `stack`. */
  readonly max?: number;
  /** Hooks run from low to high; ties by age. */
  readonly priority: number;
  readonly duration: Duration;
  readonly stats?: Stats;
  readonly hooks?: readonly Reaction[];
  /** As a status in a fight, and of its holder in fights while it lasts. */
  readonly fight?: FightStatus;
  /** How its victim gets rid of it; required of negative effects. */
  readonly wayOut?: 'camp' | 'wait' | 'undress' | 'ally' | 'peace' | 'trial';
}

export const TRIAL_KINDS = ['check', 'chat', 'game', 'performance', 'duel'] as const;
export type TrialKind = (typeof TRIAL_KINDS)[number];

export const SCOPES = ['individual', 'random', 'mass', 'regional'] as const;
/** Whom a trial is for: who came upon it, somebody drawn, everybody, or everybody in that zone. */
export type Scope = (typeof SCOPES)[number];

export interface TrialDef extends Entry {
  readonly kind: TrialKind;
  readonly scope: Scope;
  /**
   * Seconds there are for it, by pace. A timed check goes on beside everything else: the player throws with `done`
   * when the moment is good, and the clock throws at the end.
   */
  readonly timed?: Readonly<Record<Pace, number>>;
  /** check: own dice + attribute against base difficulty + this. */
  readonly check?: { readonly attribute: Attribute; readonly harder: number };
  /** chat, and duel: what both chats play. */
  readonly chat?: ChatGame;
  readonly performance?: Performance;
  /** Declared length in hours. */
  readonly game?: {
    readonly genre: string;
    readonly hours: readonly [number, number];
    readonly difficulty: number;
  };
  /** Added to the tier of the prize. */
  readonly prize?: number;
  readonly onPass?: readonly Op[];
  /** Instead of a sampled punishment. */
  readonly onFail?: readonly Op[];
}

export interface Performance {
  /** Seconds to think and to act; the vote comes after, or sooner with `done`. */
  readonly think: number;
  readonly act: number;
  /** Share of yes among the votes that passes, 0 to 1. */
  readonly share: number;
  /** Thrown instead by whoever swaps it, or when too few vote; the prize is a tier lower. Default mind. */
  readonly swap?: Attribute;
}

export const RECALLS = ['leader', 'last', 'richest', 'falls', 'traps', 'passed', 'rolls'] as const;
/** What a question on the race itself asks: who is, or has had, the most of it when the count ends. */
export type Recall = (typeof RECALLS)[number];

export type ChatGame =
  /** `answer`: 1-based number of the right option. */
  | { readonly game: 'quiz'; readonly seconds: number; readonly options: number; readonly answer: number }
  /** Different viewers who write the word; how many: printed equaliser over the active audience. */
  /** `most`: more than so many times the needed number is too many. */
  | { readonly game: 'crowd'; readonly seconds: number; readonly ease: number; readonly most?: number }
  /** Different viewers who find the word: of mixed letters, or of a riddle. */
  | { readonly game: 'scramble' | 'riddle'; readonly seconds: number; readonly ease: number }
  /** Different viewers who send the emote; twice the needed number is worth a better prize. */
  | { readonly game: 'emote'; readonly seconds: number; readonly ease: number }
  /** No answer is right: the leading option must hold at least `share` of the votes, 0 to 1. */
  | { readonly game: 'poll'; readonly seconds: number; readonly options: number; readonly share: number }
  /** A question on this very race; the options are the players by seat. */
  | { readonly game: 'recall'; readonly seconds: number; readonly ask: Recall }
  /** Only in duels: each chat pulls (1) or lets go (2), round by round. */
  | { readonly game: 'tug'; readonly seconds: number; readonly rounds: number }
  /** Median of the guesses within `tolerance` (a share of the answer). */
  | {
      readonly game: 'number';
      readonly seconds: number;
      readonly answer: number;
      readonly tolerance: number;
    };

/** A trap, a chest find or a punishment: something that happens to one player, once. */
export interface HappeningDef extends Entry {
  readonly do: readonly Op[];
}

/** What opens an object: a drawn weapon of that reach, or a thing in the bag with that tag. */
export type Opener = { readonly reach: Reach } | { readonly tool: string };

/** Something of the world that stands on a cell, shut until somebody has what opens it; then open for all. */
export interface ObjectDef extends Entry {
  readonly opens: Opener;
  /** Treasure: a find of the place, for whoever opens it. */
  readonly find?: true;
  /** A short way on from here, for all who come after. */
  readonly passage?: true;
  /** Secrets and anything else, for whoever opens it. */
  readonly do?: readonly Op[];
}

/** What viewers buy with channel points or their like; the operations touch the player of that chat. */
export interface RewardDef extends Entry {
  /** In the platform's points. */
  readonly cost: number;
  readonly do: readonly Op[];
}

export interface ClassDef extends Entry {
  /** Sums to +2. */
  readonly shifts: Partial<Attributes>;
  readonly skill: string;
  readonly item: string;
}

export interface SkillDef extends Entry {
  readonly stats?: Stats;
  readonly hooks?: readonly Reaction[];
  /** What it does in fights. */
  readonly fight?: readonly FightRule[];
}

export interface ZoneDef {
  readonly id: ZoneId;
  /** Zones lie along the track by `order`; equal ones are shuffled by the seed. */
  readonly order: number;
  readonly elements: readonly Element[];
  readonly tags: readonly string[];
  readonly tiers: readonly [number, number];
  /** Weights for filling cells; fixed kinds (start, finish, gate, camp) are placed by the generator. */
  readonly cells: Readonly<Partial<Record<CellKind, number>>>;
  readonly loot: Readonly<Record<Rarity, number>>;
  /** Added to the total of rolls that begin here. */
  readonly dice?: number;
}

export interface Prize {
  readonly tier: number;
  readonly weight: number;
  readonly do: readonly Op[];
}

export interface MapSize {
  readonly cells: number;
  readonly width: number;
  readonly height: number;
  readonly lanes: number;
  readonly forks: number;
}

/** Every number of GAME.md marked (t). Times in seconds unless the name says otherwise. */
export interface Tunables {
  readonly players: { readonly min: number; readonly max: number };
  readonly attributes: { readonly base: number; readonly points: number; readonly cap: number };
  readonly hp: { readonly base: number; readonly perEndurance: number; readonly campHeal: number };
  readonly dice: {
    readonly start: readonly number[];
    readonly pouch: number;
    readonly overGold: number;
    /**
     * In marathons: the die for a finished video game is that of the last entry whose `hours` the declared length is
     * longer than. Absent in older logs: `trials/settle.ts` has what stood there.
     */
    readonly games?: readonly { readonly hours: number; readonly sides: number }[];
  };
  readonly tokens: { readonly every: number; readonly keep: number; readonly start: number };
  readonly bag: { readonly slots: number };
  readonly gold: { readonly start: number; readonly lostOnFall: number };
  readonly fork: { readonly seconds: number };
  readonly choice: { readonly seconds: number };
  readonly trials: {
    readonly queued: number;
    readonly checkBase: number;
    readonly perTier: number;
    readonly contest: number;
    /** Percent of a given-up game's least hours that the next one has to be declared for; absent: it may be any. */
    readonly keep?: number;
  };
  readonly challenge: {
    readonly cost: number;
    readonly perViewer: number;
    readonly perPlayer: number;
    readonly window: number;
    readonly earn: number;
    readonly cap: number;
    /** How long a paid trial may wait in the queue before the points go back. */
    readonly hold?: number;
  };
  readonly equaliser: {
    readonly factor: number;
    readonly power: number;
    readonly min: number;
    readonly max: number;
    /** Of those who are known to be there, 0 to 1: more are never needed. Absent: no such limit. */
    readonly share?: number;
    /** Influence that a chat can earn in an hour. Absent: each vote earns by heads, without a budget. */
    readonly perHour?: number;
  };
  readonly market: {
    readonly stock: number;
    readonly sell: number;
    readonly reputation: number;
    /** Gold that a shard is worth for a thing of its element. Absent: shards buy nothing. */
    readonly shard?: number;
  };
  readonly gate: { readonly difficulty: number; readonly mercy: number };
  /** A skill for every so many passed trials, up to so many skills. Absent: none are learned. */
  readonly skills?: { readonly every: number; readonly most: number };
  readonly luck: { readonly perPoint: number; readonly pity: number; readonly pityStep: number };
  readonly final: {
    readonly house: readonly number[];
    readonly bonus: number;
    readonly mercy: number;
    readonly seconds: number;
    readonly lock: number;
  };
  /** Absent in logs from before there were stages: there, one throw decides. */
  readonly superGame?: SuperGame;
  /** Absent in logs from before: there, nobody is ever away. */
  readonly time?: TimeRules;
  /** Absent in logs from before there were fights: there, monsters and guardians are checks. */
  readonly combat?: CombatTunables;
  readonly helpers: { readonly max: number; readonly approval: number };
  /** `lag`: the longest that a count waits for the chats of slow platforms. */
  readonly poll: { readonly grace: number; readonly lag?: number };
  /** `size` viewers are drawn, no fewer than `least`; `stake`: gold that contesting costs, unless the jury agrees. */
  readonly jury?: {
    readonly size: number;
    readonly least: number;
    readonly seconds: number;
    readonly stake: number;
  };
  /** `vote`: seconds; `quorum`: ease of the equaliser for how many must vote. */
  readonly performance?: { readonly vote: number; readonly quorum: number };
  readonly map: {
    readonly campEvery: number;
    readonly noTrapBefore: number;
    readonly shortcut: number;
    readonly sizes: Readonly<Record<Size, MapSize>>;
  };
}

export interface Rules {
  readonly version: string;
  readonly tunables: Tunables;
  readonly zones: Readonly<Record<ZoneId, ZoneDef>>;
  readonly items: Readonly<Record<string, ItemDef>>;
  readonly effects: Readonly<Record<string, EffectDef>>;
  readonly trials: Readonly<Record<string, TrialDef>>;
  readonly traps: Readonly<Record<string, HappeningDef>>;
  readonly finds: Readonly<Record<string, HappeningDef>>;
  readonly punishments: Readonly<Record<string, HappeningDef>>;
  readonly rewards: Readonly<Record<string, RewardDef>>;
  readonly classes: Readonly<Record<string, ClassDef>>;
  readonly skills: Readonly<Record<string, SkillDef>>;
  readonly prizes: readonly Prize[];
  /** Absent in logs from before: there, whoever stops at an object opens it. */
  readonly objects?: Readonly<Record<string, ObjectDef>>;
  /** Absent in logs from before there were treaties: there, nobody can make one. */
  readonly treaties?: TreatyDefs;
  readonly diplomacy?: DiplomacyDef;
  /** Absent in logs from before there were fights. */
  readonly monsters?: MonsterRules;
  /** What two skills make together in a fight. */
  readonly synergies?: Readonly<Record<string, SynergyDef>>;
  /** What stands on the stage of a fight. */
  readonly props?: Readonly<Record<string, PropDef>>;
  /** Absent in packs whose things are made of nothing in particular. */
  readonly materials?: Readonly<Record<string, MaterialDef>>;
  /** Absent in logs from before there were stories: there, story cells are checks. */
  readonly stories?: Readonly<Record<string, StoryDef>>;
}
