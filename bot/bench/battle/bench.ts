/** `bench battle`: fights and rounds a second, of the core alone and with the policy that plays for whoever is silent. */

import type { Draws } from '../../engine/chance.ts';
import { keyedChance } from '../../engine/chance.ts';
import type { Action } from '../../engine/combat/action.ts';
import { arenaWith, challenger, rawOf } from '../../engine/combat/alone.ts';
import { choose, options } from '../../engine/combat/policy.ts';
import type { Arena } from '../../engine/combat/ring.ts';
import type { Fight } from '../../engine/combat/state.ts';
import { playWhole } from '../../engine/combat/whole.ts';
import { encounterFor } from '../../engine/monsters/encounter.ts';
import { type Rules, ZONES, type ZoneId } from '../../engine/rules.ts';
import { duel } from '../limits/duel.ts';
import { interleave, median, rate, ratioOf } from '../measure.ts';
import { type BenchReport, type Figure, figure } from '../report.ts';
import { loadRules } from './rules.ts';

const REPEATS = 5;
const TURN_MS = 700;
/** Fights in one go. */
const FIGHTS = 60;
/** Measured on another day on such a machine: two cores, one used. Turns a second, and turns a battle. */
const ANCHORS = '@pkmn/sim 725 turns/s (gen 9, 32.5 a battle) and 2,446 (gen 1, 37.5), random choices';

type Act = (arena: Arena, fight: Fight, draws: Draws) => Action;

export async function benchBattle(): Promise<BenchReport> {
  const rules = await loadRules();
  const counts = { fights: 0, rounds: 0 };
  const rounds = (act: Act) => () => rate(TURN_MS, () => fightMany(rules, act, counts));
  const rates = await interleave(
    { limit: () => rate(TURN_MS, () => duel(FIGHTS)), random: rounds(anything), policy: rounds(choose) },
    REPEATS,
  );
  const length = counts.rounds / counts.fights;
  return {
    bench: 'battle',
    figures: [
      against('rounds, random choices', rates.random, rates.limit),
      against('rounds, by the policy', rates.policy, rates.limit),
      figure({ name: 'fights, random choices', unit: 'fights/s', value: median(rates.random) / length }),
      figure({ name: 'fights, by the policy', unit: 'fights/s', value: median(rates.policy) / length }),
      figure({ name: 'rounds a fight', unit: 'rounds', value: length }),
    ],
    notes: [
      'limit: two fighters, three bands and a JSON log, written out by hand: no rules as data, no statuses, no skills',
      `the anchor of another engine, whose rules are far richer: ${ANCHORS}`,
      'the policy tries every action for one round before it takes one',
    ],
  };
}

/** Any action that is possible. */
function anything(arena: Arena, fight: Fight, draws: Draws): Action {
  const all = options(arena, fight);
  return all[draws.int(Math.max(1, all.length)) - 1] ?? { is: 'rest' };
}

let next = 0;

/** Rounds played. Classes, zones and tiers take turns; no fight comes twice. */
function fightMany(rules: Rules, act: Act, counts: { fights: number; rounds: number }): number {
  const chance = keyedChance(new Uint8Array(32).fill(7));
  const classes = Object.keys(rules.classes);
  let rounds = 0;
  for (let i = 0; i < FIGHTS; i += 1) {
    next += 1;
    const draws = chance.draw(0, 'fight', next);
    const zone = ZONES[next % ZONES.length] as ZoneId;
    const [tier] = rules.zones[zone].tiers;
    const foes = encounterFor({ rules, zone, tier, draws });
    const classId = classes[next % classes.length] ?? '';
    const arena = arenaWith(rules, [rules.classes[classId]?.skill ?? '']);
    const me = challenger(rules, rawOf(rules, classId, next), 1);
    const opening = { n: 1, bout: 'wild', me, foes, prop: null } as const;
    rounds += playWhole(arena, opening, { draws, act: (ring, fight) => act(ring, fight, draws) }).rounds;
  }
  counts.fights += FIGHTS;
  counts.rounds += rounds;
  return rounds;
}

function against(name: string, ours: readonly number[], limit: readonly number[]): Figure {
  const value = median(ours);
  return figure({ name, unit: 'rounds/s', value, limit: value / ratioOf(ours, limit) });
}
