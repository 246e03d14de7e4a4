import { z } from 'zod';
import type { ClashDef, DiplomacyDef, PerPace, TreatyDef } from '../../engine/diplomacy/rules.ts';
import { TREATIES } from '../../engine/rules.ts';
import { ops, option, someOps } from './operations.ts';
import { attribute, count, id, some } from './words.ts';

const treaty = z.enum(TREATIES);
/** Seconds in an evening's game and in one of many days. */
const perPace = z.strictObject({ session: some, marathon: some }) satisfies z.ZodType<PerPace>;

const clash = z.strictObject({
  rounds: some.max(9).optional(),
  attribute,
  vote: z.strictObject({
    op: z.literal('chatChoose'),
    seconds: some,
    options: z.array(option).min(2).max(9),
  }),
  beats: z.array(some).min(2).max(9),
  edge: count,
  spoils: ops,
}) satisfies z.ZodType<ClashDef>;

const terms = z.strictObject({
  peace: z.boolean().optional(),
  gifts: z.boolean().optional(),
  assist: count.optional(),
  reach: z.boolean().optional(),
  clash: clash.optional(),
  pay: z.strictObject({ min: some, max: some, every: perPace }).optional(),
});

export const treatySchema = z.strictObject({
  terms,
  lasts: perPace.optional(),
  most: some,
  mostAgainst: some.optional(),
  rest: perPace.optional(),
  replaces: z.array(treaty),
  bars: z.array(id),
  notice: perPace.optional(),
  betrayal: someOps.optional(),
}) satisfies z.ZodType<Omit<TreatyDef, 'id'>>;

const general = {
  offers: z.strictObject({ seconds: perPace, again: perPace, most: some }),
  trade: z.strictObject({ seconds: some, most: some }),
  chat: z.strictObject({ length: some, lines: some, window: some }),
} satisfies Record<keyof DiplomacyDef, z.ZodType>;

/** Absent: a pack in which nobody can make a treaty. */
export const diplomacySchema = z.strictObject({ treaties: z.record(treaty, treatySchema), ...general });
export type DiplomacyFile = z.infer<typeof diplomacySchema>;
