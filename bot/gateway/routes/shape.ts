/** Checks what came against a schema, and says in one line what was wrong. */
import { z } from 'zod';
import { Denied } from '../guard/answers.ts';

const LONGEST_DETAIL = 500;

/** @throws Denied bad-request with every fault found. */
export function shape<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const detail = z.prettifyError(read.error).replace(/\s+/g, ' ').slice(0, LONGEST_DETAIL);
  throw new Denied('bad-request', { detail });
}

/** For the API's description; what zod cannot say there is left open. */
export function described(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  return rest;
}
