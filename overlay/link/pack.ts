/** Texts of the pack by kind and id, as `GET /api/texts/ru|en` gives them, read with care: an unknown id gets its own name. */
import type { Category, Element, Purpose, Rarity, Reach, Target } from './types.ts';

export type PackKind =
  | 'items'
  | 'effects'
  | 'trials'
  | 'traps'
  | 'finds'
  | 'punishments'
  | 'rewards'
  | 'classes'
  | 'objects'
  | 'treaties'
  | 'stories'
  | 'monsters'
  | 'skills'
  | 'zones'
  | 'monsters'
  | 'affixes'
  | 'abilities'
  | 'synergies'
  | 'props'
  | 'stories';

/** Everything but the name may be missing. */
export interface Entry {
  readonly name: string;
  readonly line?: string;
  readonly flavor?: string;
  readonly rule?: string;
  /** Quiz answers or choices, in the order of their numbers. */
  readonly options?: readonly string[];
  /** What chat is asked, and the word it has to write. */
  readonly question?: string;
  readonly word?: string;
  /** Of an affix: what it makes of a monster's name, which stands for `{name}`. */
  readonly form?: string;
  /** Of a story: its sentences by key. */
  readonly lines?: Readonly<Record<string, string>>;
  // what the rules say of it, if the host adds that
  readonly rarity?: Rarity;
  readonly category?: Category;
  readonly element?: Element;
  readonly purpose?: Purpose;
  readonly polarity?: 'positive' | 'negative' | 'mixed';
  readonly target?: Target;
  readonly targets?: number;
  readonly usable?: boolean;
  readonly slot?: string;
  readonly icon?: string;
  /** Of a prop: which weapon sets it off. */
  readonly reach?: Reach;
  /** What it is about, and what it does (`move`, `gold`), in the order of the rules. */
  readonly tags?: readonly string[];
  readonly does?: readonly string[];
}

/** A rule of the book, as it is cited. */
export interface Cited {
  readonly number: string;
  readonly title: string;
  readonly text: string;
}

export interface Pack {
  /** The rule of the book that answers for an entry or a kind of cell (`cells`), or null. */
  cited(kind: PackKind | 'cells', id: string): Cited | null;
  entry(kind: PackKind, id: string): Entry;
  /** Texts of a choice by the path of its operation, or null. */
  options(path: string): readonly string[] | null;
  /** All effects with their polarity, for the board. */
  readonly effects: Readonly<Record<string, Entry>>;
}

type Raw = Readonly<Record<string, Readonly<Record<string, Partial<Entry>>>>>;

const nameless = (id: string) => id.replace(/[_-]+/g, ' ');

/** Takes `{items: {id: {…}}, …}`, bare or under `texts`; anything else counts as empty. */
export function readPack(json: unknown): Pack {
  const body = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  const raw = (typeof body.texts === 'object' && body.texts !== null ? body.texts : body) as Raw;
  const entry = (kind: PackKind, id: string): Entry => {
    const found = Object.hasOwn(raw, kind) ? raw[kind] : undefined;
    const own = found && Object.hasOwn(found, id) ? found[id] : undefined;
    return { ...own, name: own?.name ?? nameless(id) };
  };
  const effects = Object.fromEntries(Object.keys(raw.effects ?? {}).map((id) => [id, entry('effects', id)]));
  const cited = citing((raw as { readonly book?: unknown }).book);
  return { entry, cited, options: (path) => optionsAt(entry, path), effects };
}

interface RawBook {
  readonly rules?: readonly Partial<Cited>[];
  readonly links?: Readonly<Record<string, string>>;
}

/** Reads the book with care: what is not there is not cited. */
function citing(raw: unknown): Pack['cited'] {
  const { rules, links } = (typeof raw === 'object' && raw !== null ? raw : {}) as RawBook;
  const known = new Map(Array.isArray(rules) ? rules.map((rule: Partial<Cited>) => [rule.number, rule]) : []);
  return (kind, id) => {
    const path = `${kind}/${id}`;
    const rule = links && Object.hasOwn(links, path) ? known.get(links[path]) : undefined;
    if (!rule?.number || !rule.title) return null;
    return { number: rule.number, title: rule.title, text: rule.text ?? '' };
  };
}

const KINDS = new Set<string>([
  'items',
  'effects',
  'trials',
  'traps',
  'finds',
  'punishments',
  'rewards',
  'skills',
  'objects',
  'treaties',
]);

function optionsAt(entry: Pack['entry'], path: string): readonly string[] | null {
  const [kind, id] = path.split('/');
  if (kind === undefined || id === undefined || !KINDS.has(kind)) return null;
  return entry(kind as PackKind, id).options ?? null;
}

export const EMPTY_PACK = readPack({});
