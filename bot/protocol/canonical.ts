/**
 * Canonical JSON (RFC 8785): the one text of a value, the same on every machine, so that its hash means something.
 * Own code instead of the `canonicalize` package, because it stands in the path of every command: it is measured
 * against JSON.stringify (decisions/0002-log-format.md has the numbers).
 */

/** Anything that would make JSON.stringify and us differ from `"` + text + `"`: quotes, controls, surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNSAFE = /["\\\u0000-\u001f\ud800-\udfff]/;

/** The writer's only failure; `explain` then finds out where and why. Made once: stack traces are slow. */
const FAULT = new TypeError('not canonical');

/**
 * @returns the RFC 8785 text: keys sorted by UTF-16 units, no spaces, numbers as ECMAScript writes them.
 *   Object fields that are `undefined` are left out.
 * @throws TypeError naming the path, on what JSON cannot say: undefined in a list or alone, functions, symbols,
 *   bigints, NaN, infinities, lone surrogates, class instances (Date, Map …), cycles.
 */
export function canonical(value: unknown): string {
  try {
    return write(value);
  } catch (error) {
    if (error !== FAULT && !(error instanceof RangeError)) throw error;
    explain(value, '$', []);
    throw error;
  }
}

function write(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      // A double's own text is RFC 8785's, -0 included; only x - x of NaN and infinities is not 0.
      if (value - value !== 0) throw FAULT;
      return `${value}`;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? writeList(value) : writeObject(value as Record<string, unknown>);
    default:
      throw FAULT;
  }
}

function writeList(list: readonly unknown[]): string {
  if (list.length === 0) return '[]';
  let text = `[${write(list[0])}`;
  for (let i = 1; i < list.length; i += 1) text += `,${write(list[i])}`;
  return `${text}]`;
}

function writeObject(object: Record<string, unknown>): string {
  if (!isPlain(object)) throw FAULT;
  const own = Object.keys(object);
  const { keys, labels } = own.length > MAX_KEYS ? makePlan(own) : planOf(own);
  let text = '';
  for (let i = 0; i < keys.length; i += 1) {
    const value = object[keys[i]!];
    if (value === undefined) continue;
    text += (text === '' ? '{' : ',') + labels[i] + write(value);
  }
  return text === '' ? '{}' : `${text}}`;
}

/** What is known of objects with these keys in this order: the sorted keys, and each as `"key":`. */
interface Plan {
  readonly keys: readonly string[];
  readonly labels: readonly string[];
}
interface Node {
  readonly next: Map<string, Node>;
  plan: Plan | null;
}

/**
 * Events have some hundred shapes in all; walking a tree of their keys is quicker than sorting them each time.
 * Bounded, because some objects are keyed by people or cells and would fill it.
 */
const ROOT: Node = { next: new Map(), plan: null };
const MAX_KEYS = 16;
const MAX_NODES = 5000;
let nodes = 0;

function planOf(keys: readonly string[]): Plan {
  let node = ROOT;
  for (let i = 0; i < keys.length; i += 1) {
    let next = node.next.get(keys[i]!);
    if (next === undefined) {
      if (nodes >= MAX_NODES) return makePlan(keys);
      next = { next: new Map(), plan: null };
      node.next.set(keys[i]!, next);
      nodes += 1;
    }
    node = next;
  }
  node.plan ??= makePlan(keys);
  return node.plan;
}

function makePlan(keys: readonly string[]): Plan {
  const inOrder = [...keys].sort();
  return { keys: inOrder, labels: inOrder.map((key) => `${quote(key)}:`) };
}

function quote(text: string): string {
  if (isSafe(text)) return `"${text}"`;
  // JSON.stringify escapes exactly as RFC 8785 wants, except that it lets lone surrogates pass as \udXXX.
  if (!text.isWellFormed()) throw FAULT;
  return JSON.stringify(text);
}

/** A loop is quicker for words, a regular expression for the rest (measured; they meet near 16 characters). */
function isSafe(text: string): boolean {
  if (text.length > 16) return !UNSAFE.test(text);
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit === 0x22 || unit === 0x5c || (unit >= 0xd800 && unit <= 0xdfff)) return false;
  }
  return true;
}

/** Plain also when it comes from another realm (a worker, a vm): its prototype is somebody's Object.prototype. */
function isPlain(object: object): boolean {
  const proto: unknown = Object.getPrototypeOf(object);
  return proto === Object.prototype || proto === null || Object.getPrototypeOf(proto) === null;
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
