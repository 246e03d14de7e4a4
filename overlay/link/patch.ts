/** Applies the changed slices of a view without touching the old one: unchanged parts keep their identity. */
import type { Patch } from '../../bot/protocol/wire.ts';

type Path = Patch[0];

/** Keys that would reach into the prototype instead of the data. */
const FORBIDDEN = new Set<string | number>(['__proto__', 'constructor', 'prototype']);

function setAt(node: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (FORBIDDEN.has(key)) throw new Error(`a patch may not set ${String(key)}`);
  if (Array.isArray(node)) {
    const copy = node.slice();
    copy[Number(key)] = setAt(copy[Number(key)], rest, value);
    return copy;
  }
  const from = (typeof node === 'object' && node !== null ? node : {}) as Record<string, unknown>;
  if (rest.length === 0 && value === undefined) {
    const { [key]: _gone, ...left } = from;
    return left;
  }
  return { ...from, [key]: setAt(from[key], rest, value) };
}

/**
 * Returns `data` with all patches applied in order. An empty path replaces the whole view.
 * Setting `length` of an array cuts it, as views that keep only the last lines do.
 */
export function applyPatches(data: unknown, set: readonly Patch[]): unknown {
  return set.reduce<unknown>((now, [path, value]) => {
    const last = path.at(-1);
    if (last !== 'length' || typeof value !== 'number') return setAt(now, path, value);
    const parent = path.slice(0, -1);
    const list = parent.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], now);
    return Array.isArray(list) ? setAt(now, parent, list.slice(0, value)) : setAt(now, path, value);
  }, data);
}
