import { z } from 'zod';
import type { Prize } from '../../engine/rules.ts';
import { someOps } from './operations.ts';
import { tier, weight } from './words.ts';

export const prizeSchema = z.strictObject({ tier, weight, do: someOps }) satisfies z.ZodType<Prize>;
export const prizesSchema = z.strictObject({ prizes: z.array(prizeSchema).min(1) });
