import { z } from 'zod';

/** Lengths, letters and repeats are checked in `check/texts.ts`, where the other language is known too. */
const sentence = z.string().trim().min(1);

export const textSchema = z.strictObject({
  name: sentence,
  line: sentence,
  flavor: sentence,
  rule: sentence,
  /** Labels of the entry's own choice, or a quiz's answers, in their order. */
  options: z.array(sentence).min(1).optional(),
  /** quiz, number, check: what is asked. */
  question: sentence.optional(),
  /** crowd: what viewers write. */
  word: sentence.optional(),
});
export const zoneTextSchema = z.strictObject({ name: sentence, line: sentence });

export type Text = Readonly<z.infer<typeof textSchema>>;
export type ZoneText = Readonly<z.infer<typeof zoneTextSchema>>;
