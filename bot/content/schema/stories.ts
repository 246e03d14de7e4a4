import { z } from 'zod';
import { DEEDS, type StoryDef } from '../../engine/stories/rules.ts';
import { entryFields } from './entry.ts';
import { someOps, test } from './operations.ts';
import { fact, id, some } from './words.ts';

const watch = z.strictObject({
  deed: z.enum(DEEDS),
  of: id.optional(),
  within: some.optional(),
  if: test.optional(),
  remember: z.strictObject({ fact, value: fact }),
  do: someOps.optional(),
  begins: id.optional(),
  goesOn: z.literal(true).optional(),
});

const follows = z.strictObject({
  if: z.array(test).min(1),
  zonesLater: z.int().min(0).max(4),
  at: z.array(z.enum(['story', 'market', 'gate', 'monster', 'camp'])).min(1),
});

/** The script is a file of its own beside these: `stories/<id>.ink`. */
export const storySchema = z.strictObject({
  ...entryFields,
  asks: z.enum(['player', 'chat', 'either']),
  seconds: some,
  fallback: some,
  watches: z.array(watch).min(1).optional(),
  follows: follows.optional(),
  chain: id.optional(),
}) satisfies z.ZodType<Omit<StoryDef, 'id' | 'ink'>>;
