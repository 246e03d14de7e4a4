/** What can be done here, with an account and without. */
import type { Capabilities, Feature } from '../contract.ts';
import { LONGEST_LINE, PACE } from './outbox.ts';

/** No rewards, no replies: YouTube has neither. Its polls are only seen by their end. */
const READING: readonly Feature[] = ['read', 'roles', 'stream-status', 'donations'];
const WRITING: readonly Feature[] = ['write', 'moderation', 'delete-message'];
/** Reasons that mean: this sign-in may read, and never write. */
const NEVER_WRITES: ReadonlySet<string> = new Set([
  'insufficientPermissions',
  'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
]);

export function capabilities(write: boolean): Capabilities {
  return {
    write,
    ownPages: false,
    maxLength: LONGEST_LINE,
    pace: { lines: PACE.lines, seconds: PACE.windowMs / 1000 },
    features: write ? [...READING, ...WRITING] : READING,
  };
}

/** @param code the reason of a refusal. */
export function neverWrites(code: string): boolean {
  return NEVER_WRITES.has(code);
}
