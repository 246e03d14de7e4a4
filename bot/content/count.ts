/** How much of what there is in a pack, for whoever writes one. */
import { TIERS, type Tier } from '../engine/monsters/rules.ts';
import type { Entry } from '../engine/rules.ts';
import { type Cell, shortOf, spanOf } from './check/span.ts';
import { opsOf } from './check/walk.ts';
import type { Content } from './load.ts';
import { ENTRY_KINDS, type EntryKind, LANGS, type Lang } from './schema/kinds.ts';

export interface KindCount {
  readonly total: number;
  readonly byZone: Readonly<Record<string, number>>;
  readonly byPurpose: Readonly<Record<string, number>>;
  /** Categories of items, kinds of effects and trials; empty for the rest. */
  readonly bySort: Readonly<Record<string, number>>;
}

export interface Counts {
  readonly kinds: Readonly<Record<EntryKind, KindCount>>;
  /** What fights are made of, by kind; `templates` of all families, and how many of them each tier has. */
  readonly fights: Readonly<
    Record<'families' | 'templates' | 'affixes' | 'abilities' | 'synergies' | 'props', number>
  >;
  readonly templatesByTier: Readonly<Record<string, number>>;
  /** Zone → items that its markets may have on the shelf. */
  readonly market: Readonly<Record<string, number>>;
  /** Cells of the coverage that hold less than they should: what to write next. */
  readonly short: readonly Cell[];
  /** Ids that operations name, each of them checked. */
  readonly references: number;
  /** Entries that have all their words, by language. */
  readonly translations: Readonly<Record<Lang, number>>;
}

export function countsOf({ rules, texts }: Pick<Content, 'rules' | 'texts'>): Counts {
  const kinds = Object.fromEntries(
    ENTRY_KINDS.map((kind) => [kind, ofKind(Object.values<Sorted>(rules[kind] ?? {}))]),
  ) as unknown as Counts['kinds'];
  const words = (lang: Lang) =>
    ENTRY_KINDS.reduce((sum, kind) => sum + Object.keys(texts[lang][kind]).length, 0);
  const market = Object.keys(rules.zones).map((zone) => [
    zone,
    Object.values(rules.items).filter((item) => item.weight !== 0 && isSold(item) && isIn(item, zone)).length,
  ]);
  return {
    kinds,
    ...fightsOf(rules),
    market: Object.fromEntries(market),
    short: shortOf(spanOf(rules)),
    references: ENTRY_KINDS.flatMap((kind) => Object.values<object>(rules[kind] ?? {})).reduce(
      (sum, entry) => sum + namesIn(entry),
      0,
    ),
    translations: Object.fromEntries(LANGS.map((lang) => [lang, words(lang)])) as Counts['translations'],
  };
}

function fightsOf({
  monsters,
  synergies,
  props,
}: Content['rules']): Pick<Counts, 'fights' | 'templatesByTier'> {
  const count = (record: object | undefined) => Object.keys(record ?? {}).length;
  const templates = Object.values(monsters?.families ?? {}).flatMap(({ templates }) =>
    Object.values(templates),
  );
  const ofTier = (tier: Tier) => templates.filter((one) => one.allowedTiers.includes(tier)).length;
  return {
    fights: {
      families: count(monsters?.families),
      templates: templates.length,
      affixes: count(monsters?.affixes),
      abilities: count(monsters?.abilities),
      synergies: count(synergies),
      props: count(props),
    },
    templatesByTier: Object.fromEntries(TIERS.map((tier) => [String(tier), ofTier(tier)])),
  };
}

type Sorted = Entry & { readonly category?: string; readonly kind?: string };

function ofKind(entries: readonly Sorted[]): KindCount {
  const by = (key: (entry: Sorted) => string | undefined) => {
    const counts: Record<string, number> = {};
    for (const entry of entries) {
      const word = key(entry);
      if (word !== undefined) counts[word] = (counts[word] ?? 0) + 1;
    }
    return counts;
  };
  return {
    total: entries.length,
    byZone: by(({ zone }) => zone),
    byPurpose: by(({ purpose }) => purpose),
    bySort: by(({ category, kind }) => category ?? kind),
  };
}

/** As `engine/bag/market.ts` fills its shelves. */
function isSold(item: {
  category: string;
  rarity: string;
  unique?: boolean;
  protected?: boolean;
  price: number;
}) {
  return (
    item.category !== 'weapon' &&
    item.rarity !== 'legendary' &&
    !item.unique &&
    !item.protected &&
    item.price > 0
  );
}

function isIn({ zone }: Entry, wanted: string): boolean {
  return zone === 'any' || zone === wanted;
}

function namesIn(entry: Parameters<typeof opsOf>[0]): number {
  return opsOf(entry).filter(
    ({ op }) =>
      op.op === 'apply' ||
      op.op === 'mark' ||
      (op.op === 'grant' && op.item !== undefined) ||
      (op.op === 'trial' && op.id !== undefined),
  ).length;
}
