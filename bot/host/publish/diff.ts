/**
 * What changed between two versions of a view. Parts that are the same object are skipped without being looked at,
 * so the price follows what changed, not the size of the view.
 */
import type { Patch } from '../../protocol/wire.ts';

type Path = readonly (string | number)[];

/** Patches that turn `before` into `after`, in order. Empty if nothing that JSON can see differs. */
export function diff(before: unknown, after: unknown): Patch[] {
  const set: Patch[] = [];
  compare(before, after, [], set);
  return set;
}

function compare(before: unknown, after: unknown, path: Path, set: Patch[]): void {
  if (before === after) return;
  if (Array.isArray(before) && Array.isArray(after)) {
    if (compareLists(before, after, path, set)) return;
  } else if (isRecord(before) && isRecord(after) && keepsKeys(before, after)) {
    for (const key of Object.keys(after)) compare(before[key], after[key], [...path, key], set);
    return;
  }
  set.push([path, after]);
}

/** Lists that kept their beginning are told by index; others are told whole. */
function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: Path,
  set: Patch[],
): boolean {
  if (after.length < before.length) return false;
  // A list that moved (its first entry is another thing) would be told entry by entry: whole is shorter.
  if (before.length > 0 && after.length > 4 && identity(before[0]) !== identity(after[0])) return false;
  for (let i = 0; i < after.length; i += 1) {
    if (i >= before.length) set.push([[...path, i], after[i]]);
    else compare(before[i], after[i], [...path, i], set);
  }
  return true;
}

function identity(entry: unknown): unknown {
  if (!isRecord(entry)) return entry;
  return entry.id ?? entry.n ?? entry.seq ?? entry;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key that went away cannot be told by a patch: then the object is told whole. */
function keepsKeys(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  for (const key of Object.keys(before)) {
    if (before[key] !== undefined && after[key] === undefined) return false;
  }
  return true;
}
