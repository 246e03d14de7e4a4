import { z } from 'zod';
import type { MaterialDef } from '../../engine/rules.ts';
import { element, physical } from './words.ts';

const kind = z.enum([...element.options, ...physical.options]);
/** Percent of harm more or less; small, so that nobody is dressed for one enemy alone. */
const percent = z.int().min(-15).max(15);

export const materialSchema = z.strictObject({
  takes: z.partialRecord(kind, percent),
}) satisfies z.ZodType<Omit<MaterialDef, 'id'>>;
