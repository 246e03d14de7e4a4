import { z } from 'zod';
import type { RewardDef } from '../../engine/rules.ts';
import { entryFields } from './entry.ts';
import { someOps } from './operations.ts';
import { some } from './words.ts';

export const rewardSchema = z.strictObject({
  ...entryFields,
  cost: some.max(1_000_000),
  do: someOps,
}) satisfies z.ZodType<Omit<RewardDef, 'id'>>;
