/** Many fights of every class against everybody it may meet: who wins, how long it takes, with what. */

import { type Chance, keyedChance } from '../engine/chance.ts';
import { arenaWith, challenger, rawOf } from '../engine/combat/alone.ts';
import type { Bout } from '../engine/combat/state.ts';
import { playWhole, type Whole } from '../engine/combat/whole.ts';
import { encounterFor } from '../engine/monsters/encounter.ts';
import { REACHES, type Reach, type Rules, ZONES, type ZoneId } from '../engine/rules.ts';

export interface Rate {
  readonly fights: number;
  /** Shares, 0 to 1. Won counts those that ended in peace. */
  readonly won: number;
  readonly lost: number;
  /** Mean number of rounds, and the share of the health that was lost. */
  readonly rounds: number;
  readonly spent: number;
}

export interface FightReport {
  readonly all: Rate;
  readonly byBout: Readonly<Record<string, Rate>>;
  readonly byClass: Readonly<Record<string, Rate>>;
  readonly bySkill: Readonly<Record<string, Rate>>;
  /** By the reach that most blows were struck with. */
  readonly byReach: Readonly<Record<string, Rate>>;
  readonly byTier: Readonly<Record<string, Rate>>;
  readonly byMonster: Readonly<Record<string, Rate>>;
  readonly longest: number;
  /** Fights in which health did not add up; always 0. */
  readonly wrong: number;
}

export interface FightPlan {
  readonly rules: Rules;
  readonly fights: number;
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** Share of the health that everybody comes with. Absent: 0.85. */
  readonly health?: number;
}

/** Of every ten fights so many are in the wild, at gates and at the end of the map. */
const BOUTS: readonly Bout[] = [
  'wild',
  'wild',
  'wild',
  'wild',
  'wild',
  'wild',
  'wild',
  'gate',
  'gate',
  'boss',
];
const USUAL_HEALTH = 0.85;

export interface Fought extends Whole {
  readonly bout: Bout;
  readonly classId: string;
  readonly skill: string;
  readonly tier: number;
  readonly monster: string;
  readonly reach: Reach;
}

export function runFights(plan: FightPlan): FightReport {
  const chance = keyedChance(plan.key);
  const fought: Fought[] = [];
  for (let i = 0; i < plan.fights; i += 1) {
    const one = fightOne(plan, chance, i);
    if (one) fought.push(one);
  }
  return reportOf(fought);
}

/** The classes take turns, and so do the zones; null where nobody lives. */
export function fightOne(plan: FightPlan, chance: Chance, i: number): Fought | null {
  const { rules } = plan;
  const draws = chance.draw(0, 'fight', i);
  const classes = Object.keys(rules.classes);
  const classId = classes[i % classes.length] ?? '';
  const bout = BOUTS[draws.int(BOUTS.length) - 1] ?? 'wild';
  const zone = bout === 'boss' ? ZONES[4] : (ZONES[draws.int(ZONES.length) - 1] as ZoneId);
  const [min, max] = rules.zones[zone].tiers;
  const tier = bout === 'boss' ? 7 : min - 1 + draws.int(max - min + 1);
  const post = bout === 'wild' ? {} : { post: bout as 'gate' | 'boss' };
  const foes = encounterFor({ rules, zone, tier, draws, ...post });
  const [first] = foes;
  if (!first) return null;
  const skill = rules.classes[classId]?.skill ?? '';
  const props = Object.values(rules.props ?? {}).filter((prop) => prop.zone === zone);
  const prop = props[draws.int(Math.max(1, props.length)) - 1]?.id ?? null;
  const me = challenger(rules, rawOf(rules, classId, i), plan.health ?? USUAL_HEALTH);
  const whole = playWhole(arenaWith(rules, [skill]), { n: 1, bout, me, foes, prop }, { draws });
  return { ...whole, bout, classId, skill, tier, monster: first.templateId, reach: reachOf(whole) };
}

/** Health that a fighter comes with: in simulated games 0.77 at gates and 0.84 in the wild, on average. */
const WORN = 0.8;

/**
 * One skill alone, with an even spread of points and no class, against what the game has for it: guardians of gates and
 * the wild by turns, in every zone, of the zone's tiers.
 */
export function skillFights({ rules, fights, key }: FightPlan, skill: string): readonly Fought[] {
  const chance = keyedChance(key);
  const arena = arenaWith(rules, [skill]);
  const me = challenger(rules, rawOf(rules, ''), WORN);
  return Array.from({ length: fights }, (_, i) => i).flatMap((i) => {
    const draws = chance.draw(1, 'fight', i);
    const zone = ZONES[draws.int(ZONES.length) - 1] as ZoneId;
    const bout: Bout = i % 2 === 0 ? 'gate' : 'wild';
    const [low, high] = rules.zones[zone].tiers;
    const tier = low + draws.int(high - low + 1) - 1;
    const foes = encounterFor({ rules, zone, tier, draws, ...(bout === 'gate' ? { post: 'gate' } : {}) });
    const [first] = foes;
    if (!first) return [];
    const whole = playWhole(arena, { n: 1, bout, me, foes, prop: null }, { draws });
    return [{ ...whole, bout, classId: '', skill, tier, monster: first.templateId, reach: reachOf(whole) }];
  });
}

/** The reach of most of the player's own blows. */
function reachOf({ beats }: Whole): Reach {
  const count = (reach: Reach) =>
    beats.filter((beat) => beat.is === 'blow' && beat.who === 'me' && beat.by === reach).length;
  return REACHES.toSorted((a, b) => count(b) - count(a))[0] ?? 'near';
}

/** Health at the end is health at the beginning, less harm, and healing on top: for the player and for every foe. */
export function addsUp({ first, last, beats }: Pick<Whole, 'first' | 'last' | 'beats'>): boolean {
  const change = (side: 'me' | number): number =>
    beats.reduce((sum, beat) => {
      if (beat.is === 'blow' && beat.on === side) return sum - beat.harm;
      if (beat.is === 'hurt' && beat.who === side) return sum - beat.points;
      return beat.is === 'heal' && beat.who === side ? sum + beat.points : sum;
    }, 0);
  const foes = last.foes.every((foe) => foe.derived.maxHp + change(foe.n) === foe.hp);
  return foes && (first.hpBefore ?? first.me.hp) + change('me') === last.me.hp;
}

export function reportOf(fought: readonly Fought[]): FightReport {
  const by = (key: (one: Fought) => string) => {
    const groups = Object.groupBy(fought, key);
    const names = Object.keys(groups).toSorted();
    return Object.fromEntries(names.map((name) => [name, rateOf(groups[name] ?? [])]));
  };
  return {
    all: rateOf(fought),
    byBout: by(({ bout }) => bout),
    byClass: by(({ classId }) => classId),
    bySkill: by(({ skill }) => skill),
    byReach: by(({ reach }) => reach),
    byTier: by(({ tier, bout }) => `${bout} ${tier}`),
    byMonster: by(({ monster }) => monster),
    longest: fought.reduce((most, { rounds }) => Math.max(most, rounds), 0),
    wrong: fought.filter((one) => !addsUp(one)).length,
  };
}

export function rateOf(fought: readonly Whole[]): Rate {
  const fights = fought.length;
  const mean = (value: (one: Whole) => number) =>
    fights === 0 ? 0 : Math.round((1000 * fought.reduce((sum, one) => sum + value(one), 0)) / fights) / 1000;
  return {
    fights,
    won: mean(({ end }) => (end === 'won' || end === 'spared' ? 1 : 0)),
    lost: mean(({ end }) => (end === 'lost' ? 1 : 0)),
    rounds: mean(({ rounds }) => rounds),
    spent: mean(({ first, last }) => 1 - last.me.hp / (first.hpBefore ?? first.me.hp)),
  };
}
