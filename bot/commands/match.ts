/** Finding names that people half-remember: by prefix, by a later word, by typo, through the wrong layout. */
import { distance, fold, otherLayout, tolerance, words } from './text.ts';

export interface Name {
  readonly id: string;
  /** As people write it; several for one id are fine. */
  readonly text: string;
}

export interface NameIndex {
  readonly names: readonly {
    readonly id: string;
    readonly words: readonly string[];
    readonly joined: string;
  }[];
}

/** How good a match is, best first. */
export const EXACT = 0;
export const PREFIX = 1;
export const INNER = 2;
export const LAYOUT = 3;
export const TYPO = 4;

export interface Found {
  readonly level: number;
  /** Without repeats, in the order of the index. More than one: ambiguous. */
  readonly ids: readonly string[];
}

/** Splits all names once. */
export function indexNames(names: readonly Name[]): NameIndex {
  return {
    names: names
      .map(({ id, text }) => ({ id, words: words(text), joined: words(text).join('') }))
      .filter((name) => name.words.length > 0),
  };
}

/** All ids whose name fits best; null when none fits. `only` limits the ids; `fuzzy: false` leaves out typos. */
export function findName(
  index: NameIndex,
  typed: string,
  options: { only?: ReadonlySet<string>; fuzzy?: boolean } = {},
): Found | null {
  const { names } = index;
  const { only } = options;
  const direct = words(typed);
  const found = best(names, direct, only);
  if (found) return found;
  const swapped = words(otherLayout(typed));
  const other = best(names, swapped, only);
  if (other) return { level: LAYOUT, ids: other.ids };
  if (options.fuzzy === false) return null;
  const open = only ? names.filter(({ id }) => only.has(id)) : names;
  for (const typedWords of [direct, swapped]) {
    const ids = nearest(open, typedWords);
    if (ids.length > 0) return { level: TYPO, ids };
  }
  return null;
}

type Names = NameIndex['names'];
/** One letter says too little, unless it is the whole name. */
const MIN_TYPED = 2;

/** The names that fit best without a wrong letter; all are looked at once. */
function best(names: Names, typed: readonly string[], only?: ReadonlySet<string>): Found | null {
  if (typed.length === 0) return null;
  const joined = typed.join('');
  let level = INNER + 1;
  let ids: string[] = [];
  for (const name of names) {
    const fit = levelOf(name, typed, joined);
    if (fit > level || fit > INNER || (only && !only.has(name.id))) continue;
    if (fit < level) ids = [];
    level = fit;
    if (!ids.includes(name.id)) ids.push(name.id);
  }
  return ids.length > 0 ? { level, ids } : null;
}

function levelOf(name: Names[number], typed: readonly string[], joined: string): number {
  if (name.joined === joined) return EXACT;
  if (joined.length < MIN_TYPED) return INNER + 1;
  if (startsAt(name.words, typed, 0) || name.joined.startsWith(joined)) return PREFIX;
  for (let from = 1; from < name.words.length; from += 1) if (startsAt(name.words, typed, from)) return INNER;
  return INNER + 1;
}

/** Each typed word begins the name's word of the same place. */
function startsAt(name: readonly string[], typed: readonly string[], from: number): boolean {
  if (typed.length > name.length - from) return false;
  for (let i = 0; i < typed.length; i += 1) if (!name[from + i]!.startsWith(typed[i]!)) return false;
  return true;
}

/** Ids with the fewest wrong letters, each word within its tolerance. */
function nearest(names: Names, typed: readonly string[]): string[] {
  if (typed.join('').length < MIN_TYPED) return [];
  let best = Number.POSITIVE_INFINITY;
  let ids = new Set<string>();
  for (const name of names) {
    const wrong = wrongLetters(name, typed);
    if (wrong === null || wrong > best) continue;
    if (wrong < best) ids = new Set();
    best = wrong;
    ids.add(name.id);
  }
  return [...ids];
}

function wrongLetters(name: Names[number], typed: readonly string[]): number | null {
  let least: number | null = null;
  for (let from = 0; from + typed.length <= name.words.length; from += 1) {
    const sum = wordByWord(name.words, typed, from);
    if (sum !== null && (least === null || sum < least)) least = sum;
  }
  const joined = typed.join('');
  const max = tolerance(joined.length);
  const whole = distance(joined, name.joined, max);
  return whole <= max && (least === null || whole < least) ? whole : least;
}

function wordByWord(name: readonly string[], typed: readonly string[], from: number): number | null {
  let sum = 0;
  for (let i = 0; i < typed.length; i += 1) {
    const max = tolerance(typed[i]!.length);
    const target = name[from + i]!;
    // The last word may be unfinished: a misspelt beginning counts as well.
    const cost = Math.min(
      distance(typed[i]!, target, max),
      typed[i]!.length < target.length
        ? distance(typed[i]!, target.slice(0, typed[i]!.length), max)
        : max + 1,
    );
    if (cost > max) return null;
    sum += cost;
  }
  return sum;
}

/** The folded form two spellings share. */
export function sameWord(a: string, b: string): boolean {
  const left = fold(a);
  const right = fold(b);
  return left === right || fold(otherLayout(a)) === right;
}
