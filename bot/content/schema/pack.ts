import { z } from 'zod';
import { id, matching } from './words.ts';

/** What a layer of content is called; the file may be absent in every layer but the first. */
export const packSchema = z.strictObject({
  id,
  version: matching(/^\d+\.\d+\.\d+$/, 'three numbers like 1.0.0'),
  name: z.strictObject({ ru: z.string().min(1), en: z.string().min(1) }),
});
export type Pack = z.infer<typeof packSchema>;
