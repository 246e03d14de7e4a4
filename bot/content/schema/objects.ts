import { z } from 'zod';
import type { ObjectDef } from '../../engine/rules.ts';
import { entryFields } from './entry.ts';
import { someOps } from './operations.ts';
import { id, reach } from './words.ts';

const opener = z.union([z.strictObject({ reach }), z.strictObject({ tool: id })], {
  error: () => 'expected {"reach": "near" | "mid" | "far"} or {"tool": a tag of things}',
});

export const objectSchema = z.strictObject({
  ...entryFields,
  opens: opener,
  find: z.literal(true).optional(),
  passage: z.literal(true).optional(),
  do: someOps.optional(),
}) satisfies z.ZodType<Omit<ObjectDef, 'id'>>;
