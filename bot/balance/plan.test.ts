import { describe, expect, it } from 'vitest';
import { POLICIES } from '../engine/bots/style.ts';
import { choiceFault } from '../engine/life/character.ts';
import { AUDIENCE_NAMES } from './audience.ts';
import { lab } from './given.ts';
import { planOf } from './plan.ts';

const plans = Array.from({ length: 24 }, (_, i) => planOf(lab, i + 1));
const seats = plans.flatMap((plan) => plan.seats);

function counts(values: readonly string[]): readonly number[] {
  const by = new Map<string, number>();
  for (const value of values) by.set(value, (by.get(value) ?? 0) + 1);
  return [...by.values()];
}

describe('the plan of a game', () => {
  it('deals classes, policies and audiences equally often', () => {
    const classes = Object.keys(lab.rules.classes).length;
    expect(counts(seats.map(({ classId }) => classId))).toEqual(
      Array.from({ length: classes }, () => 144 / classes),
    );
    expect(counts(seats.map(({ policy }) => policy))).toEqual(POLICIES.map(() => 144 / POLICIES.length));
    expect(counts(seats.map(({ audience }) => audience))).toEqual(
      AUDIENCE_NAMES.map(() => 144 / AUDIENCE_NAMES.length),
    );
  });

  it('gives every seat a character that the rules allow, all of its points spent', () => {
    for (const seat of seats) {
      expect(choiceFault(lab.rules, seat)).toBeNull();
      const spent = Object.values(seat.attributes).reduce((sum, points) => sum + points, 0);
      expect(spent).toBe(lab.rules.tunables.attributes.points);
    }
  });

  it('is the same for the same seed and number, and another for others', () => {
    expect(planOf(lab, 3)).toEqual(plans[2]);
    expect(planOf({ ...lab, seed: 'other' }, 3)).not.toEqual(plans[2]);
    expect(planOf(lab, 4).seats).not.toEqual(plans[2]?.seats);
  });
});
