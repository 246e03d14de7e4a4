import { z } from 'zod';
import type { ChatGame, TrialDef } from '../../engine/rules.ts';
import { entryFields } from './entry.ts';
import { ops } from './operations.ts';
import { attribute, int, some } from './words.ts';

const seconds = some.max(600);

export const chatGame = z
  .discriminatedUnion('game', [
    z.strictObject({ game: z.literal('quiz'), seconds, options: z.int().min(2).max(9), answer: some.max(9) }),
    z.strictObject({ game: z.literal('crowd'), seconds, ease: z.number().positive() }),
    z.strictObject({ game: z.literal('number'), seconds, answer: int, tolerance: z.number().min(0).max(1) }),
  ])
  .meta({ id: 'ChatGame' }) satisfies z.ZodType<ChatGame>;

export const trialSchema = z.strictObject({
  ...entryFields,
  kind: z.enum(['check', 'chat', 'game']),
  scope: z.literal('individual'),
  check: z.strictObject({ attribute, harder: int }).optional(),
  chat: chatGame.optional(),
  game: z
    .strictObject({
      genre: z.string().min(1),
      hours: z.tuple([z.number().positive(), z.number().positive()]),
      difficulty: int,
    })
    .optional(),
  prize: int.optional(),
  onPass: ops.optional(),
  onFail: ops.optional(),
}) satisfies z.ZodType<Omit<TrialDef, 'id'>>;
