import { z } from 'zod';
import type { SkillDef } from '../../engine/rules.ts';
import { fightRulesSchema } from './combat.ts';
import { entryFields } from './entry.ts';
import { reaction, stats } from './operations.ts';

export const skillSchema = z.strictObject({
  ...entryFields,
  stats: stats.optional(),
  hooks: z.array(reaction).min(1).optional(),
  fight: fightRulesSchema.optional(),
}) satisfies z.ZodType<Omit<SkillDef, 'id'>>;
