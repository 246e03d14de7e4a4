/** The rule book: numbered rules in both languages, and which rule each entry of the pack answers to. */
import { z } from 'zod';
import { ENTRY_KINDS, PART_KINDS } from './kinds.ts';
import { cellKind, id, matching } from './words.ts';

const sentence = z.string().trim().min(1);
const both = z.strictObject({ ru: sentence, en: sentence });
const words = z.strictObject({ title: sentence.max(60), text: sentence.max(900) });

export const ruleSchema = z.strictObject({
  number: matching(/^[1-9]\d?(\.[1-9]\d?){0,2}$/, 'a number like 5 or 5.2'),
  ru: words,
  en: words,
  /** What was changed when, the latest last. */
  history: z
    .array(both.extend({ version: matching(/^\d+\.\d+\.\d+$/, 'three numbers like 1.0.0') }))
    .min(1)
    .optional(),
});
export type RuleFile = Readonly<z.infer<typeof ruleSchema>>;

/** By the value of one field of the entry, `*` for all others; `entries` names single ones. Values are ids of rules. */
const linkSchema = z.strictObject({
  by: sentence.optional(),
  to: z.record(z.string(), id),
  entries: z.record(id, id).optional(),
});
export type Link = Readonly<z.infer<typeof linkSchema>>;

export const linksSchema = z.strictObject({
  ...(Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, linkSchema])) as Record<
    (typeof ENTRY_KINDS)[number],
    typeof linkSchema
  >),
  /** What fights are made of; monsters by template. Absent: a pack without fights. */
  ...(Object.fromEntries(PART_KINDS.map((kind) => [kind, linkSchema.optional()])) as Record<
    (typeof PART_KINDS)[number],
    z.ZodOptional<typeof linkSchema>
  >),
  cells: z.record(cellKind, id),
});
export type Links = Readonly<z.infer<typeof linksSchema>>;
