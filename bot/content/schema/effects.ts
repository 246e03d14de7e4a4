import { z } from 'zod';
import type { EffectDef } from '../../engine/rules.ts';
import { fightStatusSchema } from './combat.ts';
import { entryFields } from './entry.ts';
import { reaction, stats } from './operations.ts';
import { int, some } from './words.ts';

export const effectSchema = z.strictObject({
  ...entryFields,
  polarity: z.enum(['positive', 'negative', 'mixed']),
  kind: z.enum(['global', 'local', 'instant', 'delayed', 'lasting', 'dispelling']),
  stacking: z.enum(['refresh', 'stack', 'ignore', 'replace']),
  max: some.optional(),
  priority: int,
  duration: z.strictObject({
    rolls: some.optional(),
    turns: some.optional(),
    minutes: some.optional(),
    untilCamp: z.boolean().optional(),
  }),
  stats: stats.optional(),
  hooks: z.array(reaction).min(1).optional(),
  fight: fightStatusSchema.optional(),
  wayOut: z.enum(['camp', 'wait', 'undress', 'ally', 'peace', 'trial']).optional(),
}) satisfies z.ZodType<Omit<EffectDef, 'id'>>;
