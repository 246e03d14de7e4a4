import { type BothTexts, LANGS, type Lang } from '../../protocol/texts.ts';
import { EXACT, type Found, findName, indexNames, type NameIndex } from '../match.ts';
import { type Fault, fault, type ReadContext, type Typed } from '../spec.ts';
import { echo, fold } from '../text.ts';
import { wholeNumber } from './number.ts';
import { readPlayers, withoutFillers } from './player.ts';

const INDEXES = new WeakMap<BothTexts, NameIndex>();

function items(texts: BothTexts): NameIndex {
  let index = INDEXES.get(texts);
  if (!index) {
    const names = LANGS.flatMap((lang) =>
      Object.entries(texts[lang].items).map(([id, text]) => ({ id, text: text.name })),
    );
    index = indexNames(names);
    INDEXES.set(texts, index);
  }
  return index;
}

/** The item's name in a language; its id when the pack has no text for it. */
export function itemName(texts: BothTexts, lang: Lang, id: string): string {
  return Object.hasOwn(texts[lang].items, id) ? texts[lang].items[id]!.name : id;
}

export interface Hand {
  /** What the player can reach: the bag, the market. */
  readonly hand: readonly string[];
  /** Of these, what the command would work with; it decides between names that fit equally well. */
  readonly ready?: readonly string[];
}

/**
 * Items that fit best: those at hand first (the bag, the market), then all of the pack, so that the engine can say
 * that it is not there. An id in full is as good as a name.
 */
export function findItem(
  text: string,
  context: ReadContext,
  { hand, ready = [], fuzzy = true }: Hand & { fuzzy?: boolean },
): Found | null {
  const id = fold(text).replace(/[\s-]+/g, '_');
  if (Object.hasOwn(context.texts.ru.items, id)) return { level: EXACT, ids: [id] };
  const index = items(context.texts);
  const here = hand.length > 0 ? findName(index, text, { only: new Set(hand), fuzzy }) : null;
  return here ? preferring(here, ready) : findName(index, text, { fuzzy });
}

/** Of several at hand, those that can be used now; all of them when none can. */
function preferring(found: Found, ready: readonly string[]): Found {
  const ids = found.ids.filter((id) => ready.includes(id));
  return ids.length > 0 ? { ...found, ids } : found;
}

export interface ItemAndRest {
  readonly item: string;
  /** Words after the name: targets or a cell. */
  readonly rest: readonly string[];
}

/** An item alone: the whole text is its name. */
export function readItem(typed: Typed, context: ReadContext, hand: Hand): string | Fault {
  if (typed.words.length === 0) return fault('needs-item', { command: typed.name });
  const found = findItem(typed.rest, context, hand);
  return found
    ? oneItem(found, typed.rest, context)
    : fault('unknown-item', { typed: echo(typed.rest) || '?' });
}

interface Cut {
  readonly found: Found;
  readonly used: number;
}

/**
 * The text as a name and what follows it. Well-typed names come first, the longest of equals; a misspelt longer one
 * is taken when what would be left over names nobody.
 */
export function readItemFirst(typed: Typed, context: ReadContext, hand: Hand): ItemAndRest | Fault {
  if (typed.words.length === 0) return fault('needs-item', { command: typed.name });
  const words = mentionLast(typed.words);
  const at = words.findIndex((word) => word.startsWith('@'));
  const most = Math.min(at < 0 ? words.length : at, MAX_WORDS);
  const look = (from: number, fuzzy: boolean) => bestCut(words, { from, most, context, hand, fuzzy });
  const certain = look(1, false);
  const clear = certain !== null && namesSomebody(words.slice(certain.used), context);
  const best = clear ? certain : (look((certain?.used ?? 0) + 1, true) ?? certain);
  if (!best)
    return fault('unknown-item', { typed: echo(words.slice(0, Math.max(1, most)).join(' ')) || '?' });
  const id = oneItem(best.found, words.slice(0, best.used).join(' '), context);
  return typeof id === 'string' ? { item: id, rest: words.slice(best.used) } : id;
}

/** No name of the pack has more words. */
const MAX_WORDS = 6;

interface Search {
  readonly from: number;
  readonly most: number;
  readonly context: ReadContext;
  readonly hand: Hand;
  readonly fuzzy: boolean;
}

function bestCut(words: readonly string[], { from, most, context, hand, fuzzy }: Search): Cut | null {
  let best: Cut | null = null;
  for (let used = most; used >= from; used -= 1) {
    const found = findItem(words.slice(0, used).join(' '), context, { ...hand, fuzzy });
    if (found && (best === null || rank(found) < rank(best.found))) best = { found, used };
  }
  return best;
}

/** Is what follows an item players, a cell, or nothing? */
function namesSomebody(rest: readonly string[], context: ReadContext): boolean {
  const words = withoutFillers(rest);
  if (words.length === 0 || (words.length === 1 && wholeNumber(words[0]!) !== null)) return true;
  return Array.isArray(readPlayers(words, context));
}

/** `@name item` means the same as `item @name`. */
function mentionLast(words: readonly string[]): readonly string[] {
  return words.length > 1 && words[0]!.startsWith('@') ? [...words.slice(1), words[0]!] : words;
}

/** A certain match beats an ambiguous one of the same kind. */
function rank(found: Found): number {
  return found.level + (found.ids.length > 1 ? 0.5 : 0);
}

/** The only id of a match, or the question which one was meant. */
export function oneItem(found: Found, typed: string, context: ReadContext): string | Fault {
  if (found.ids.length === 1) return found.ids[0]!;
  const candidates = found.ids
    .slice(0, 4)
    .map((id) => itemName(context.texts, context.lang, id))
    .join(', ');
  return fault('ambiguous', { typed: echo(typed) || '?', candidates });
}

/** What the bag holds, worn or not, each item once. */
export function inBag(context: ReadContext, worn?: boolean): string[] {
  const fits = context.bag.filter((entry) => worn === undefined || entry.worn === worn);
  return [...new Set(fits.map((entry) => entry.item))];
}

/** What of the bag can be used now: neither worn nor resting. */
export function readyInBag(context: ReadContext): string[] {
  return context.bag.filter(({ worn, waits }) => !worn && !waits).map(({ item }) => item);
}
