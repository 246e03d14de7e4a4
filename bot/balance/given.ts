/** For tests of this room: the real pack in the laboratory, and outcomes and measurements that are planted. */
import { jsonContent } from '../../adapters/content/json.ts';
import { loadContent } from '../content/load.ts';
import type { Rules } from '../engine/rules.ts';
import type { Measured, Shares } from './measure.ts';
import type { Laboratory } from './plan.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });

export const lab: Laboratory = { rules, size: 'S', pace: 'session', players: 6, seed: 'test' };

export function labWith(change: (rules: Rules) => Rules): Laboratory {
  return { ...lab, rules: change(rules) };
}

/** Games that are as they should be, but for what is planted. */
export function measuredWith(planted: Partial<Measured> = {}): Measured {
  const fair: Shares = { a: { wins: 100, fair: 100 }, b: { wins: 100, fair: 100 } };
  return {
    games: 1000,
    ended: 1000,
    stuck: [],
    seat: fair,
    class: fair,
    policy: fair,
    audience: fair,
    skill: fair,
    lengths: Array.from({ length: 1000 }, (_, i) => 13 + (i % 3)),
    minutes: Array.from({ length: 1000 }, (_, i) => 70 + (i % 11)),
    comeback: { games: 1000, wins: 120 },
    commands: 200_000,
    refusals: {},
    ...planted,
  };
}
