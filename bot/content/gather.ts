/** Reads the files of all layers and lays the layers over one another; nothing is checked but the outer form. */
import { BrokenFile, type ContentSource, isContent, LayerMissing } from '../../adapters/content/contract.ts';
import { type Document, layered } from './document.ts';
import type { Fault } from './faults.ts';
import { isObject, type Json, type JsonObject } from './merge.ts';
import { hint } from './nearest.ts';
import {
  ENTRY_KINDS,
  type EntryKind,
  LANGS,
  type Lang,
  PART_KINDS,
  type PartKind,
  TEXT_KINDS,
  type TextKind,
} from './schema/kinds.ts';
import { ID_PATTERN } from './schema/words.ts';

export type Documents = Map<string, Document>;

export interface Script {
  readonly file: string;
  readonly text: string;
}

export interface Gathered {
  /** One a layer that has a pack.json, in the order of the layers. */
  readonly packs: Document[];
  tunables: Document | undefined;
  prizes: Document | undefined;
  /** Treaties and what goes with them. */
  diplomacy: Document | undefined;
  /** Rules of the book by id, and what answers to which. */
  readonly book: Documents;
  links: Document | undefined;
  readonly zones: Documents;
  readonly entries: Readonly<Record<EntryKind, Documents>>;
  /** Of fights; `monsters` are families. */
  readonly parts: Readonly<Record<PartKind, Documents>>;
  tiers: Document | undefined;
  /** Scripts of stories, by story; a later layer's takes the place of an earlier one's. */
  readonly scripts: Map<string, Script>;
  readonly texts: Readonly<Record<Lang, Readonly<Record<TextKind, Documents>>>>;
  readonly faults: Fault[];
}

/** Written for editors, or by other layers: not part of this one. */
const OUTSIDE = ['schema', 'seasons'];
const SINGLE_FILES = [
  'pack.json',
  'tunables.json',
  'zones.json',
  'prizes.json',
  'diplomacy.json',
  'tiers.json',
];

export async function gather(source: ContentSource, layers: readonly string[]): Promise<Gathered> {
  const gathered = empty();
  for (const layer of layers) await gatherLayer(source, layer, gathered);
  return gathered;
}

function empty(): Gathered {
  const maps = <K extends string>(kinds: readonly K[]) =>
    Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as unknown as Record<K, Documents>;
  return {
    packs: [],
    tunables: undefined,
    prizes: undefined,
    diplomacy: undefined,
    book: new Map(),
    links: undefined,
    zones: new Map(),
    entries: maps(ENTRY_KINDS),
    parts: maps(PART_KINDS),
    tiers: undefined,
    scripts: new Map(),
    texts: { ru: maps(TEXT_KINDS), en: maps(TEXT_KINDS) },
    faults: [],
  };
}

async function gatherLayer(source: ContentSource, layer: string, into: Gathered): Promise<void> {
  const paths = await listLayer(source, layer, into);
  /** `items/half_sandwich` → the file of this layer that has it: two files may not both define one id. */
  const seen = new Map<string, string>();
  const files = await Promise.all(paths.map((path) => readFile(source, layer, path)));
  for (const file of files) {
    if ('fault' in file) into.faults.push(file.fault);
    else if ('text' in file) placeScript(file, into);
    else place(file, into, seen);
  }
}

async function listLayer(source: ContentSource, layer: string, into: Gathered): Promise<readonly string[]> {
  try {
    const paths = await source.list(layer);
    return paths.filter((path) => isContent(path) && !OUTSIDE.includes(path.split('/')[0] ?? ''));
  } catch (error) {
    if (!(error instanceof LayerMissing)) throw error;
    into.faults.push({ file: source.describe(layer, ''), path: '', message: error.message });
    return [];
  }
}

interface File {
  readonly path: string;
  readonly name: string;
  readonly value: JsonObject;
}

interface ScriptFile {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

async function readFile(
  source: ContentSource,
  layer: string,
  path: string,
): Promise<File | ScriptFile | { readonly fault: Fault }> {
  const name = source.describe(layer, path);
  try {
    const value = (await source.read(layer, path)) as Json;
    if (typeof value === 'string' && path.endsWith('.ink')) return { path, name, text: value };
    if (!isObject(value)) return { fault: { file: name, path: '', message: 'expected an object {...}' } };
    const { $schema, ...rest } = value;
    return { path, name, value: rest };
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    return { fault: { file: name, path: '', message: error.message } };
  }
}

/** `stories/agathas_ladder.ink` */
function placeScript({ path, name, text }: ScriptFile, into: Gathered): void {
  const id = /^stories\/([^/]+)\.ink$/.exec(path)?.[1];
  if (id !== undefined && ID_PATTERN.test(id)) into.scripts.set(id, { file: name, text });
  else
    into.faults.push({ file: name, path: '', message: 'nothing reads this file, expected stories/<id>.ink' });
}

function place(file: File, into: Gathered, seen: Map<string, string>): void {
  const [top = '', second = '', third] = file.path.split('/');
  if (file.path === 'pack.json') into.packs.push(layered(undefined, [], part(file))!);
  else if (file.path === 'tunables.json') into.tunables = layered(into.tunables, [], part(file));
  else if (file.path === 'prizes.json') into.prizes = layered(into.prizes, [], part(file));
  else if (file.path === 'diplomacy.json') into.diplomacy = layered(into.diplomacy, [], part(file));
  else if (file.path === 'tiers.json') into.tiers = layered(into.tiers, [], part(file));
  else if (file.path === 'rulebook/links.json') into.links = layered(into.links, [], part(file));
  else if (top === 'rulebook' && second !== '') placeAll(file, into.book, { into, seen, name: 'rulebook' });
  else if (file.path === 'zones.json') placeAll(file, into.zones, { into, seen, name: 'zones' });
  else if (isOf(ENTRY_KINDS, top) && second !== '') {
    placeAll(file, into.entries[top], { into, seen, name: top });
  } else if (isOf(PART_KINDS, partName(file.path))) {
    const kind = partName(file.path) as PartKind;
    placeAll(file, into.parts[kind], { into, seen, name: kind });
    if (kind === 'monsters') forgetTemplates(file, into);
  } else if (top === 'texts' && isOf(LANGS, second) && third !== undefined)
    placeTexts(file, second, into, seen);
  else into.faults.push({ file: file.name, path: '', message: strayFile(file.path) });
}

/** `abilities/beasts.json` and `abilities.json` are both of the kind abilities. */
function partName(path: string): string {
  const [top = '', second] = path.split('/');
  return second === undefined ? top.replace(/\.json$/, '') : top;
}

/** Templates that a layer takes out of a family leave no texts behind either. */
function forgetTemplates({ value }: File, into: Gathered): void {
  for (const family of Object.values(value)) {
    const templates = isObject(family) && isObject(family.templates) ? family.templates : {};
    for (const [id, template] of Object.entries(templates))
      if (template === null) for (const lang of LANGS) into.texts[lang].monsters.delete(id);
  }
}

/** `texts/ru/items.json`, or in parts: `texts/ru/items/forest.json`. */
function placeTexts(file: File, lang: Lang, into: Gathered, seen: Map<string, string>): void {
  const kind = file.path.split('/')[2]?.replace(/\.json$/, '') ?? '';
  if (isOf(TEXT_KINDS, kind)) {
    placeAll(file, into.texts[lang][kind], { into, seen, name: `texts/${lang}/${kind}` });
    return;
  }
  const known = TEXT_KINDS.join(', ');
  const message = `texts of the kind "${kind}" came, expected one of ${known}${hint(kind, TEXT_KINDS)}`;
  into.faults.push({ file: file.name, path: '', message });
}

interface Where {
  readonly into: Gathered;
  readonly seen: Map<string, string>;
  readonly name: string;
}

function placeAll(file: File, documents: Documents, { into, seen, name }: Where): void {
  for (const [id, value] of Object.entries(file.value)) {
    const fault = (message: string) => into.faults.push({ file: file.name, path: id, message });
    const key = `${name}/${id}`;
    const other = seen.get(key);
    if (!ID_PATTERN.test(id) || id === 'constructor') {
      fault(`${JSON.stringify(id)} came, expected an id like half_sandwich`);
    } else if (other !== undefined) {
      fault(`the id stands already in ${other}; ids are unique in their kind`);
    } else {
      seen.set(key, file.name);
      const document = layered(documents.get(id), [id], { file: file.name, value });
      if (document) documents.set(id, document);
      else takeOut(id, documents, into);
    }
  }
}

/** An entry that a layer takes out leaves no texts behind. */
function takeOut(id: string, documents: Documents, into: Gathered): void {
  const value = documents.get(id)?.value;
  documents.delete(id);
  const kind: TextKind | undefined =
    ENTRY_KINDS.find((kind) => into.entries[kind] === documents) ??
    PART_KINDS.find((kind) => into.parts[kind] === documents);
  if (!kind) return;
  const templates = isObject(value) && isObject(value.templates) ? Object.keys(value.templates) : [];
  for (const lang of LANGS)
    for (const one of kind === 'monsters' ? templates : [id]) into.texts[lang][kind].delete(one);
}

function part(file: File): { readonly file: string; readonly value: Json } {
  return { file: file.name, value: file.value };
}

function strayFile(path: string): string {
  const top = path.split('/')[0] ?? '';
  const folders = [...ENTRY_KINDS, ...PART_KINDS, 'rulebook', 'texts'];
  const known = path.includes('/') ? folders : SINGLE_FILES;
  const expected = `${SINGLE_FILES.join(', ')} or the folders ${folders.join(', ')}`;
  return `nothing reads this file, expected ${expected}${hint(top, known)}`;
}

function isOf<T extends string>(list: readonly T[], word: string): word is T {
  return (list as readonly string[]).includes(word);
}
