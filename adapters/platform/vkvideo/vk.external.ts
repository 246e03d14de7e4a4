/** Reading the platform's objects: every field may be missing or of another kind than the mirrors of the documentation say. */

export type Json = Readonly<Record<string, unknown>>;

export function recordOf(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

/** What lies at the path; undefined where it breaks off. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const key of path) {
    const record = recordOf(here);
    if (!record || !Object.hasOwn(record, key)) return undefined;
    here = record[key];
  }
  return here;
}

/** The text there; empty for anything else. */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}

/** Users, messages and demands have numbers for ids, streams and rewards have texts: both become text; empty if none. */
export function idAt(value: unknown, ...path: readonly string[]): string {
  const found = at(value, ...path);
  if (typeof found === 'string') return found;
  return typeof found === 'number' && Number.isSafeInteger(found) ? String(found) : '';
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

export function trueAt(value: unknown, ...path: readonly string[]): boolean {
  return at(value, ...path) === true;
}

export function numberAt(value: unknown, ...path: readonly string[]): number | null {
  const found = at(value, ...path);
  return typeof found === 'number' && Number.isFinite(found) ? found : null;
}

/** Later than this as seconds is the year 5138, as milliseconds it is 1973. */
const SECONDS_END = 1e11;

/** Milliseconds since 1970; chat has seconds, streams were seen with milliseconds. Null for no usable time. */
export function timeAt(value: unknown, ...path: readonly string[]): number | null {
  const found = at(value, ...path);
  const time = typeof found === 'string' && found !== '' ? timeOfText(found) : found;
  if (typeof time !== 'number' || !Number.isFinite(time) || time <= 0) return null;
  return Math.round(time < SECONDS_END ? time * 1000 : time);
}

function timeOfText(text: string): number {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Date.parse(text);
}
