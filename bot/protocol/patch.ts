/** Puts changed slices into a view without touching the old one: what did not change keeps its identity. */
import type { Patch } from './wire.ts';

/** Keys that would reach into the prototype instead of the data. */
const FORBIDDEN = new Set<string | number>(['__proto__', 'constructor', 'prototype']);

/** @returns the view after these patches, in order. @throws TypeError on a path that could only do harm. */
export function patched(view: unknown, set: readonly Patch[]): unknown {
  let now = view;
  for (const [path, value] of set) now = place(now, path, value);
  return now;
}

function place(node: unknown, [key, ...rest]: Patch[0], value: unknown): unknown {
  if (key === undefined) return value;
  if (FORBIDDEN.has(key)) throw new TypeError(`a patch may not set ${key}`);
  if (Array.isArray(node)) {
    const copy = node.slice();
    copy[Number(key)] = place(copy[Number(key)], rest, value);
    return copy;
  }
  const from = (typeof node === 'object' && node !== null ? node : {}) as Record<string, unknown>;
  return { ...from, [key]: place(from[key], rest, value) };
}
