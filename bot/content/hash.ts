import { createHash } from 'node:crypto';
import { canonical } from '../protocol/canonical.ts';

/** SHA-256 over the canonical JSON of a value, in hex: equal for equal rules, whatever order they were written in. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value), 'utf8').digest('hex');
}
