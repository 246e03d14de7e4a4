/** What differs between two sets of rules, by path; whole entries where one has come or gone. */
import type { Rules } from '../engine/rules.ts';

export interface Changed {
  /** `tunables.tokens.every`, or `items.echo_jar` for an entry that came or went. */
  readonly path: string;
  readonly was: string | number | boolean | null;
  readonly would: string | number | boolean | null;
}

export function changedNumbers(was: Rules, would: Rules): readonly Changed[] {
  return diff('', was, would);
}

function diff(path: string, was: unknown, would: unknown): readonly Changed[] {
  if (was === would) return [];
  if (!isTree(was) || !isTree(would)) {
    return leaf(was) === leaf(would) ? [] : [{ path, was: leaf(was), would: leaf(would) }];
  }
  const keys = [...new Set([...Object.keys(was), ...Object.keys(would)])].sort();
  return keys.flatMap((key) => diff(path === '' ? key : `${path}.${key}`, was[key], would[key]));
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** A whole entry is told as being there. */
function leaf(value: unknown): Changed['was'] {
  if (value === undefined) return null;
  return isTree(value) ? true : (value as Changed['was']);
}
