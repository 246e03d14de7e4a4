import { z } from 'zod';
import type { ClassDef } from '../../engine/rules.ts';
import { entryFields } from './entry.ts';
import { attribute, id, int } from './words.ts';

export const classSchema = z.strictObject({
  ...entryFields,
  shifts: z.partialRecord(attribute, int),
  skill: id,
  item: id,
}) satisfies z.ZodType<Omit<ClassDef, 'id'>>;
