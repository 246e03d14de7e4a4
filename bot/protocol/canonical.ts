/**
 * Canonical JSON (RFC 8785): the one text of a value, the same on every machine, so that its hash means something.
 * Own code instead of the `canonicalize` package, because it stands in the path of every command: it is measured
 * against JSON.stringify (decisions/0002-log-format.md has the numbers).
 */
import { FAULT, isPlain, written } from './canonical-bytes.ts';

/**
 * @returns the RFC 8785 text: keys sorted by UTF-16 units, no spaces, numbers as ECMAScript writes them.
 *   Object fields that are `undefined` are left out.
 * @throws TypeError naming the path, on what JSON cannot say: undefined in a list or alone, functions, symbols,
 *   bigints, NaN, infinities, lone surrogates, class instances (Date, Map …), cycles.
 */
export function canonical(value: unknown): string {
  try {
    return typeof value === 'string' ? quote(value) : written(value);
  } catch (error) {
    if (error !== FAULT && !(error instanceof RangeError)) throw error;
    explain(value, '$', []);
    throw error;
  }
}

/** A text by itself, an id mostly: needs no buffer. */
function quote(text: string): string {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit === 0x22 || unit === 0x5c || (unit >= 0xd800 && unit <= 0xdfff))
      return written(text);
  }
  return `"${text}"`;
}

/** The slow way, taken once something is wrong: finds the first fault and throws with its path. */
function explain(value: unknown, path: string, above: readonly object[]): void {
  const fault = faultOf(value, above);
  if (fault !== null) throw new TypeError(`canonical JSON cannot hold ${fault} at ${path}`);
  if (typeof value !== 'object' || value === null) return;
  const inside = [...above, value];
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i += 1) explain(value[i], `${path}[${i}]`, inside);
    return;
  }
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue;
    if (!key.isWellFormed())
      throw new TypeError(`canonical JSON cannot hold a lone surrogate in a key at ${path}`);
    explain(field, `${path}.${key}`, inside);
  }
}

function faultOf(value: unknown, above: readonly object[]): string | null {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? null : 'a lone surrogate';
    case 'number':
      return Number.isFinite(value) ? null : String(value);
    case 'boolean':
      return null;
    case 'object':
      if (value === null) return null;
      if (above.includes(value)) return 'a cycle';
      if (above.length > 2000) return 'more than 2000 levels';
      return Array.isArray(value) || isPlain(value)
        ? null
        : `a ${value.constructor?.name ?? 'class instance'}`;
    default:
      return typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`;
  }
}
