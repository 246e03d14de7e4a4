/** Four ways to play. What a practice bot prefers is data; how it thinks is the same for all. */
import type { GameState, PlayerId } from '../state.ts';

export const POLICIES = ['greedy', 'cautious', 'hostile', 'diplomatic'] as const;
export type Policy = (typeof POLICIES)[number];

/** Worths are in cells of the track; chances in percent. */
export interface Style {
  /** Health below which healing comes first, percent of the maximum. */
  readonly heal: number;
  /** What a cell that a rival loses is worth of an own one, and what one that a partner gains is. */
  readonly malice: number;
  readonly kindness: number;
  /** What a use must be worth; below that the thing is kept. */
  readonly keep: number;
  /** Booster dice kept for the last throw, and the chance that one of the others goes along with a roll. */
  readonly reserve: number;
  readonly boost: number;
  /** Chances that a turn begins in talks with the others, or in the market with a purchase. */
  readonly talk: number;
  readonly shop: number;
  /** Chances of a yes to what is offered. `pays`: tribute from the own purse. */
  readonly accepts: {
    readonly alliance: number;
    readonly truce: number;
    readonly tribute: number;
    readonly pays: number;
  };
  /** How often each subject comes up when there are talks. */
  readonly subjects: Readonly<Record<Subject, number>>;
  /** Chance of throwing dice instead of performing. */
  readonly shy: number;
  /** Chance of leaving a fight that goes badly. */
  readonly flight: number;
  /** Middle length in hours of a video game that is not even begun. */
  readonly hours: number;
}

export const SUBJECTS = [
  'alliance',
  'truce',
  'tribute',
  'war',
  'part',
  'betray',
  'trade',
  'gift',
  'contest',
] as const;
export type Subject = (typeof SUBJECTS)[number];

export const STYLES: Readonly<Record<Policy, Style>> = {
  greedy: {
    heal: 30,
    malice: 0.3,
    kindness: 0.05,
    keep: 0.5,
    reserve: 0,
    boost: 90,
    talk: 10,
    shop: 80,
    accepts: { alliance: 50, truce: 70, tribute: 95, pays: 5 },
    subjects: {
      alliance: 2,
      truce: 1,
      tribute: 2,
      war: 1,
      part: 2,
      betray: 1,
      trade: 5,
      gift: 0,
      contest: 1,
    },
    shy: 15,
    flight: 20,
    hours: 24,
  },
  cautious: {
    heal: 60,
    malice: 0.15,
    kindness: 0.15,
    keep: 0.8,
    reserve: 2,
    boost: 60,
    talk: 18,
    shop: 60,
    accepts: { alliance: 70, truce: 95, tribute: 80, pays: 60 },
    subjects: {
      alliance: 2,
      truce: 6,
      tribute: 3,
      war: 0,
      part: 1,
      betray: 0,
      trade: 2,
      gift: 1,
      contest: 1,
    },
    shy: 50,
    flight: 80,
    hours: 60,
  },
  hostile: {
    heal: 35,
    malice: 0.8,
    kindness: 0,
    keep: 0.4,
    reserve: 1,
    boost: 75,
    talk: 25,
    shop: 70,
    accepts: { alliance: 25, truce: 20, tribute: 90, pays: 5 },
    subjects: {
      alliance: 1,
      truce: 0,
      tribute: 3,
      war: 7,
      part: 1,
      betray: 4,
      trade: 1,
      gift: 0,
      contest: 3,
    },
    shy: 20,
    flight: 0,
    hours: 60,
  },
  diplomatic: {
    heal: 45,
    malice: 0.15,
    kindness: 0.4,
    keep: 0.6,
    reserve: 1,
    boost: 70,
    talk: 35,
    shop: 60,
    accepts: { alliance: 90, truce: 95, tribute: 70, pays: 30 },
    subjects: {
      alliance: 6,
      truce: 4,
      tribute: 1,
      war: 0,
      part: 1,
      betray: 0,
      trade: 4,
      gift: 3,
      contest: 0,
    },
    shy: 20,
    flight: 40,
    hours: 60,
  },
};

/** Mixed by seat and map, so that a table of bots is never four of a kind; the same for everybody who looks. */
export function policyOf(state: Pick<GameState, 'mapSeed' | 'players'>, id: PlayerId): Policy {
  const seat = state.players[id]?.seat ?? 0;
  return POLICIES[(textHash(state.mapSeed) + seat) % POLICIES.length] as Policy;
}

/** FNV-1a, 32 bits. */
function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
