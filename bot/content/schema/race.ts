/** The super game and the clocks, as parts of the tunables. */
import { z } from 'zod';
import type { SuperGame } from '../../engine/final/rules.ts';
import type { TimeRules } from '../../engine/time/rules.ts';
import { attribute, count, int, some } from './words.ts';

const share = z.number().min(0).max(1);
const number = z.number();

export const superGameSchema = z.strictObject({
  need: some.max(3),
  guardian: z.strictObject({
    fight: z.enum(['check', 'combat']),
    attribute: attribute.or(z.enum(['best', 'mean'])),
    tier: count.max(7),
    harder: int,
    mercy: number.positive(),
  }),
  chorus: z.strictObject({ tags: z.array(z.string()).min(1), ease: number.positive(), mercy: share }),
  duel: z.strictObject({
    near: count,
    bonus: number,
    stakes: count,
    perStake: number.min(0),
    boosters: count.optional(),
  }),
  lock: z.strictObject({ minutes: count, hours: count }).optional(),
  points: z.array(count).min(1).max(8),
}) satisfies z.ZodType<SuperGame>;

export const timeSchema = z.strictObject({
  absence: z.strictObject({
    shield: some,
    hold: some,
    referee: z.strictObject({ session: some, marathon: some }),
  }),
  daysOff: z.strictObject({ notice: count, most: some, budget: some }),
  rounds: z.strictObject({ seconds: some }),
  epochs: z.strictObject({ hours: some, count: some.max(1000), luck: some.optional() }),
}) satisfies z.ZodType<TimeRules>;
