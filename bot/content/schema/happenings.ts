import { z } from 'zod';
import type { HappeningDef } from '../../engine/rules.ts';
import { entryFields } from './entry.ts';
import { someOps } from './operations.ts';

/** Traps, chest finds and punishments have one shape. */
export const happeningSchema = z.strictObject({
  ...entryFields,
  do: someOps,
}) satisfies z.ZodType<Omit<HappeningDef, 'id'>>;
