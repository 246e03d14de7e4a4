import { z } from 'zod';
import { id } from './words.ts';

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
  /** stories: what is said and asked, by the key that the script has for it. */
  lines: z.record(id, sentence).optional(),
});
export const zoneTextSchema = z.strictObject({ name: sentence, line: sentence });

/** Of what is only named and said in a line: abilities and props. */
export const shortTextSchema = zoneTextSchema;
/** `form`: how it stands beside a monster's name, the same for every gender: «{name} · ледяной извод». */
export const affixTextSchema = z.strictObject({
  name: sentence,
  line: sentence,
  form: sentence.includes('{name}', { error: 'expected a form that holds {name}' }),
});

export type AffixText = Readonly<z.infer<typeof affixTextSchema>>;
export type Text = Readonly<z.infer<typeof textSchema>>;
export type ZoneText = Readonly<z.infer<typeof zoneTextSchema>>;
