/** Who sits where in the n-th game. Everything is dealt from decks, so that over many games each comes up equally often. */
import { mapDraws, shuffled } from '../engine/board/random.ts';
import { POLICIES, type Policy } from '../engine/bots/style.ts';
import type { Draws } from '../engine/chance.ts';
import { ATTRIBUTES, type Attributes, type Pace, type Rules, type Size } from '../engine/rules.ts';
import { AUDIENCE_NAMES, type Audience } from './audience.ts';

export interface Laboratory {
  readonly rules: Rules;
  readonly size: Size;
  readonly pace: Pace;
  readonly players: number;
  /** What all chance follows from. */
  readonly seed: string;
  /** Commands after which a game is taken not to end; by default far beyond the longest. */
  readonly most?: number;
}

export interface SeatPlan {
  readonly classId: string;
  /** Two, beside the one of the class. */
  readonly skills: readonly string[];
  readonly attributes: Attributes;
  readonly policy: Policy;
  readonly audience: Audience;
}

export interface GamePlan {
  /** Counted from 1. */
  readonly n: number;
  /** Text that map and dice follow from. */
  readonly seed: string;
  readonly seats: readonly SeatPlan[];
}

/** Pure: the same laboratory and number, the same plan. */
export function planOf(lab: Laboratory, n: number): GamePlan {
  const seed = `${lab.seed} ${n}`;
  const draws = mapDraws(`balance|${seed}`, 0);
  const classes = Object.keys(lab.rules.classes).sort();
  const seats = Array.from({ length: lab.players }, (_, seat): SeatPlan => {
    const place = { seed: lab.seed, at: (n - 1) * lab.players + seat };
    const classId = dealt(classes, 'class', place);
    return {
      classId,
      skills: twoSkills(lab.rules, classId, draws),
      attributes: spread(lab.rules, draws),
      policy: dealt(POLICIES, 'policy', place),
      audience: dealt(AUDIENCE_NAMES, 'audience', place),
    };
  });
  return { n, seed, seats };
}

/** The card at this place of an endless row of decks, each shuffled by itself. */
function dealt<T>(deck: readonly T[], what: string, { seed, at }: { seed: string; at: number }): T {
  const draws = mapDraws(`balance|${what}|${seed}`, Math.floor(at / deck.length));
  return shuffled(draws, deck)[at % deck.length] as T;
}

function twoSkills({ classes, skills }: Rules, classId: string, draws: Draws): readonly string[] {
  const others = Object.keys(skills)
    .sort()
    .filter((id) => id !== classes[classId]?.skill);
  return shuffled(draws, others).slice(0, 2);
}

/** All points there are, two at a time, nothing above the cap. */
function spread({ tunables: { attributes: limits } }: Rules, draws: Draws): Attributes {
  const out = Object.fromEntries(ATTRIBUTES.map((name) => [name, 0])) as Record<keyof Attributes, number>;
  let left = limits.points;
  while (left > 0) {
    const step = Math.min(2, left);
    const open = ATTRIBUTES.filter((name) => limits.base + out[name] + step <= limits.cap);
    const name = open[draws.int(Math.max(1, open.length)) - 1];
    if (name === undefined) break;
    out[name] += step;
    left -= step;
  }
  return out;
}
