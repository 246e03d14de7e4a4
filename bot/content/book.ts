/** The rule book of a pack in one language, as it is served: in the order of its numbers, every entry with its rule. */

import { CELL_KINDS } from '../engine/rules.ts';
import type { Book, BookRule } from '../protocol/texts.ts';
import type { Draft } from './draft.ts';
import { ENTRY_KINDS, type EntryKind, type Lang, PART_KINDS, type PartKind } from './schema/kinds.ts';
import type { Links } from './schema/rulebook.ts';

/** `5.10` comes after `5.9`. */
export function byNumber(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const gap = (left[i] ?? 0) - (right[i] ?? 0);
    if (gap !== 0) return gap;
  }
  return 0;
}

/** `{tokens.every}` in a rule is the number of the rules: the book can never say another one. */
const HOLE = /\{([^}]*)\}/g;

/** Holes of a text that name no number; empty when all do. */
export function strangeHoles(text: string, draft: Pick<Draft, 'tunables'>): readonly string[] {
  const names = [...text.matchAll(HOLE)].map(([, name = '']) => name);
  return names.filter((name) => valueAt(draft, name) === null);
}

function filled(text: string, draft: Draft, lang: Lang): string {
  return text.replace(HOLE, (hole, name: string) => {
    const value = valueAt(draft, name);
    if (value === null) return hole;
    if (typeof value !== 'number') return value.map((sides) => `d${sides}`).join(' + ');
    return lang === 'ru' ? String(value).replace('.', ',') : String(value);
  });
}

/** A number of the tunables, or a list of dice. */
function valueAt({ tunables }: Pick<Draft, 'tunables'>, name: string): number | readonly number[] | null {
  let here: unknown = tunables;
  for (const step of name.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return null;
    here = (here as Record<string, unknown>)[step];
  }
  if (typeof here === 'number') return here;
  return Array.isArray(here) && here.every((one) => typeof one === 'number') ? here : null;
}

/** Undefined for a pack without a book. */
export function bookOf(draft: Draft, lang: Lang): Book | undefined {
  const all = Object.entries(draft.book);
  if (all.length === 0 || !draft.links) return undefined;
  const rules = all
    .map(
      ([id, rule]): BookRule => ({
        id,
        number: rule.number,
        title: rule[lang].title,
        text: filled(rule[lang].text, draft, lang),
        history: (rule.history ?? []).map(({ version, ...words }) => ({ version, text: words[lang] })),
      }),
    )
    .sort((a, b) => byNumber(a.number, b.number));
  return { rules, links: linksOf(draft, draft.links) };
}

function linksOf(draft: Draft, links: Links): Readonly<Record<string, string>> {
  const numberOf = (rule: string | undefined) => (rule === undefined ? '' : (draft.book[rule]?.number ?? ''));
  const entries = LINKED_KINDS.flatMap((kind) =>
    Object.keys(linkedOf(draft, kind)).map((id) => [
      `${kind}/${id}`,
      numberOf(ruleFor(draft, links, { kind, id })),
    ]),
  );
  const cells = CELL_KINDS.map((kind) => [`cells/${kind}`, numberOf(links.cells[kind])]);
  return Object.fromEntries([...entries, ...cells]);
}

export type LinkedKind = EntryKind | PartKind;
export const LINKED_KINDS: readonly LinkedKind[] = [...ENTRY_KINDS, ...PART_KINDS];

/** Everything of a kind that answers to a rule, by id; monsters by template, with their family among the fields. */
export function linkedOf(
  draft: Pick<Draft, EntryKind | 'parts'>,
  kind: LinkedKind,
): Readonly<Record<string, object>> {
  if (kind === 'monsters')
    return Object.fromEntries(
      Object.entries(draft.parts.monsters).flatMap(([family, { templates }]) =>
        Object.entries(templates).map(([id, template]) => [id, { ...template, family }]),
      ),
    );
  return isPart(kind) ? draft.parts[kind] : draft[kind];
}

export const isPart = (kind: LinkedKind): kind is PartKind =>
  (PART_KINDS as readonly string[]).includes(kind);

/** The id of the rule that an entry answers to; undefined where nothing names one. */
export function ruleFor(
  draft: Draft,
  links: Links,
  { kind, id }: { readonly kind: LinkedKind; readonly id: string },
): string | undefined {
  const link = links[kind];
  if (!link) return undefined;
  const { by, to, entries } = link;
  if (entries && Object.hasOwn(entries, id)) return entries[id];
  const entry: Readonly<Record<string, unknown>> = { ...linkedOf(draft, kind)[id] };
  const value = by === undefined ? undefined : entry[by];
  return typeof value === 'string' && Object.hasOwn(to, value) ? to[value] : to['*'];
}
