/**
 * The writer behind `canonical`. It fills one buffer with UTF-8 and makes one string of it at the end: text put
 * together from small strings has to be joined before it can be hashed, which took as long as all the rest.
 */

/** The writer's only failure; `canonical` then finds out where and why. Made once: stack traces are slow. */
export const FAULT = new TypeError('not canonical');

const QUOTE = 0x22;
const COMMA = 0x2c;
const BEGIN_SIZE = 64 * 1024;
/** A buffer that one great value has made larger than this is given back. */
const MOST_KEPT = 1024 * 1024;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
let bytes = new Uint8Array(BEGIN_SIZE);
/** How much of it is filled. */
let at = 0;

/** @throws FAULT on what JSON cannot say; RangeError on a cycle. */
export function written(value: unknown): string {
  at = 0;
  write(value);
  const text = decoder.decode(bytes.subarray(0, at));
  if (bytes.length > MOST_KEPT) bytes = new Uint8Array(BEGIN_SIZE);
  return text;
}

function write(value: unknown): void {
  switch (typeof value) {
    case 'string':
      return writeText(value);
    case 'number':
      return writeNumber(value);
    case 'boolean':
      return copy(value ? TRUE : FALSE);
    case 'object':
      if (value === null) return copy(NULL);
      return Array.isArray(value) ? writeList(value) : writeObject(value as Record<string, unknown>);
    default:
      throw FAULT;
  }
}

function writeList(list: readonly unknown[]): void {
  if (list.length === 0) return copy(NO_LIST);
  for (let i = 0; i < list.length; i += 1) {
    put(i === 0 ? 0x5b : COMMA);
    write(list[i]);
  }
  put(0x5d);
}

function writeObject(object: Record<string, unknown>): void {
  if (!isPlain(object)) throw FAULT;
  const { order, labels } = planOf(object, Object.keys(object));
  // All at once: to ask for them by name one by one takes longer than to write them.
  const values = Object.values(object);
  const start = at;
  for (let i = 0; i < order.length; i += 1) {
    const value = values[order[i]!];
    if (value === undefined) continue;
    copy(labels[i]!);
    write(value);
  }
  if (at === start) return copy(NO_OBJECT);
  // Every label begins with a comma; that of the first one is the brace.
  bytes[start] = 0x7b;
  put(0x7d);
}

/** A double's own text is RFC 8785's, -0 included; only x - x of NaN and infinities is not 0. */
function writeNumber(value: number): void {
  if (value - value !== 0) throw FAULT;
  if (value >= 0 && value < MILLIARD && value === (value | 0)) writeDigits(value, 1);
  else if (value >= MILLIARD && value < MILLIARD * MILLIONS && Math.floor(value) === value) {
    // A time stamp, new each time: quicker than the text of a number that nobody has asked for before.
    const high = Math.floor(value / MILLIARD);
    writeDigits(high, 1);
    writeDigits(value - high * MILLIARD, 9);
  } else writeAscii(`${value}`);
}

const MILLIARD = 1_000_000_000;
/** So that both parts are exact. */
const MILLIONS = 1_000_000;

/** A whole number below a milliard, with zeros in front if it is shorter than `least`. */
function writeDigits(value: number, least: number): void {
  let count = 1;
  for (let rest = value; rest >= 10; rest = (rest / 10) | 0) count += 1;
  if (count < least) count = least;
  room(count);
  const out = bytes;
  let left = value;
  for (let i = at + count - 1; i >= at; i -= 1) {
    const rest = (left / 10) | 0;
    out[i] = 0x30 + (left - rest * 10);
    left = rest;
  }
  at += count;
}

function writeAscii(text: string): void {
  const { length } = text;
  room(length);
  const out = bytes;
  const from = at;
  for (let i = 0; i < length; i += 1) out[from + i] = text.charCodeAt(i);
  at = from + length;
}

/** Most text is plain; what has to be escaped goes the slow way from its beginning. */
function writeText(text: string): void {
  // Three bytes a unit at most, and the quotes.
  room(text.length * 3 + 2);
  const out = bytes;
  let to = at;
  out[to++] = QUOTE;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      if (unit < 0x20 || unit === QUOTE || unit === 0x5c) return writeEscaped(text);
      out[to++] = unit;
    } else if (unit < 0x800) {
      out[to++] = 0xc0 | (unit >> 6);
      out[to++] = 0x80 | (unit & 0x3f);
    } else if (unit >= 0xd800 && unit <= 0xdfff) return writeEscaped(text);
    else {
      out[to++] = 0xe0 | (unit >> 12);
      out[to++] = 0x80 | ((unit >> 6) & 0x3f);
      out[to++] = 0x80 | (unit & 0x3f);
    }
  }
  out[to++] = QUOTE;
  at = to;
}

const encoder = new TextEncoder();

/** JSON.stringify escapes exactly as RFC 8785 wants, except that it lets lone surrogates pass as \udXXX. */
function writeEscaped(text: string): void {
  if (!text.isWellFormed()) throw FAULT;
  copy(encoder.encode(JSON.stringify(text)));
}

function put(byte: number): void {
  if (at === bytes.length) room(1);
  bytes[at++] = byte;
}

function copy(from: Uint8Array): void {
  const { length } = from;
  room(length);
  const out = bytes;
  const to = at;
  for (let i = 0; i < length; i += 1) out[to + i] = from[i]!;
  at = to + length;
}

function room(count: number): void {
  if (at + count <= bytes.length) return;
  const larger = new Uint8Array(Math.max(bytes.length * 2, at + count));
  larger.set(bytes);
  bytes = larger;
}

const [TRUE, FALSE, NULL, NO_LIST, NO_OBJECT] = ['true', 'false', 'null', '[]', '{}'].map((word) =>
  encoder.encode(word),
) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];

/** What is known of objects with these keys in this order. Labels are `,"key":`, sorted. */
interface Plan {
  readonly own: readonly string[];
  /** Places in `own`, sorted by key. */
  readonly order: readonly number[];
  readonly labels: readonly Uint8Array[];
}

/**
 * Events have some hundred shapes in all; comparing with those met before is quicker than sorting. Under the type of
 * an event or command, or else under the first key. Bounded, because some objects are keyed by people or cells.
 */
const PLANS = new Map<string, Plan[]>();
const MOST_PLANS = 2_000;
const MOST_ALIKE = 8;
const MOST_KEYS = 16;
let plans = 0;

function planOf(object: Record<string, unknown>, own: readonly string[]): Plan {
  if (own.length === 0) return EMPTY;
  const [first = ''] = own;
  const name = first === 'type' && typeof object.type === 'string' ? object.type : first;
  const alike = PLANS.get(name);
  if (alike) for (const plan of alike) if (isFor(plan, own)) return plan;
  const plan = makePlan(own);
  if (own.length > MOST_KEYS || plans >= MOST_PLANS || (alike?.length ?? 0) >= MOST_ALIKE) return plan;
  plans += 1;
  if (alike) alike.push(plan);
  else PLANS.set(name, [plan]);
  return plan;
}

function isFor({ own: known }: Plan, own: readonly string[]): boolean {
  if (known.length !== own.length) return false;
  for (let i = 0; i < own.length; i += 1) if (known[i] !== own[i]) return false;
  return true;
}

function makePlan(own: readonly string[]): Plan {
  const keys = [...own].sort();
  for (const key of keys) if (!key.isWellFormed()) throw FAULT;
  const labels = keys.map((key) => encoder.encode(`,${JSON.stringify(key)}:`));
  return { own, order: keys.map((key) => own.indexOf(key)), labels };
}
const EMPTY = makePlan([]);

/** Plain also when it comes from another realm (a worker, a vm): its prototype is somebody's Object.prototype. */
export function isPlain(object: object): boolean {
  const proto: unknown = Object.getPrototypeOf(object);
  return proto === Object.prototype || proto === null || Object.getPrototypeOf(proto) === null;
}
