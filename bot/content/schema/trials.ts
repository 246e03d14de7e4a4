import { z } from 'zod';
import {
  type ChatGame,
  type Performance,
  RECALLS,
  SCOPES,
  TRIAL_KINDS,
  type TrialDef,
} from '../../engine/rules.ts';
import { entryFields } from './entry.ts';
import { ops } from './operations.ts';
import { attribute, int, share, some } from './words.ts';

const seconds = some.max(600);
const ease = z.number().positive();

export const chatGame = z
  .discriminatedUnion('game', [
    z.strictObject({ game: z.literal('quiz'), seconds, options: z.int().min(2).max(9), answer: some.max(9) }),
    z.strictObject({ game: z.literal('crowd'), seconds, ease, most: z.number().min(1).optional() }),
    z.strictObject({ game: z.literal(['scramble', 'riddle']), seconds, ease }),
    z.strictObject({ game: z.literal('emote'), seconds, ease }),
    z.strictObject({ game: z.literal('poll'), seconds, options: z.int().min(2).max(9), share }),
    z.strictObject({ game: z.literal('recall'), seconds, ask: z.enum(RECALLS) }),
    z.strictObject({ game: z.literal('tug'), seconds, rounds: some.max(5) }),
    z.strictObject({ game: z.literal('number'), seconds, answer: int, tolerance: z.number().min(0).max(1) }),
  ])
  .meta({ id: 'ChatGame' }) satisfies z.ZodType<ChatGame>;

const performance = z.strictObject({
  think: seconds,
  act: seconds,
  share,
  swap: attribute.optional(),
}) satisfies z.ZodType<Performance>;

export const trialSchema = z.strictObject({
  ...entryFields,
  kind: z.enum(TRIAL_KINDS),
  scope: z.enum(SCOPES),
  timed: z.strictObject({ session: some, marathon: some }).optional(),
  check: z.strictObject({ attribute, harder: int }).optional(),
  chat: chatGame.optional(),
  performance: performance.optional(),
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
