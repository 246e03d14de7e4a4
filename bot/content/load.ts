/** From layers of JSON files to the frozen rules of a game and the texts beside them. */
import type { ContentSource } from '../../adapters/content/contract.ts';
import type { TreatyDefs } from '../engine/diplomacy/rules.ts';
import type { MonsterTemplate } from '../engine/monsters/rules.ts';
import type { Rules } from '../engine/rules.ts';
import { canonical } from '../protocol/canonical.ts';
import type { Book } from '../protocol/texts.ts';
import { bookOf } from './book.ts';
import { unusedEntries } from './check/unused.ts';
import { checkContent } from './check.ts';
import { type Draft, draftOf, type Texts } from './draft.ts';
import { ContentError, type Fault } from './faults.ts';
import { deepFreeze } from './freeze.ts';
import { gather } from './gather.ts';
import { withGear } from './gear-words.ts';
import { hashOf } from './hash.ts';
import type { DiplomacyFile } from './schema/diplomacy.ts';
import type { Lang } from './schema/kinds.ts';
import type { FamilyFile } from './schema/monsters.ts';
import type { Pack } from './schema/pack.ts';
import { countStories, type StoryCounts } from './stories/count.ts';
import { type Told, tellStories } from './stories/tell.ts';

export interface Content {
  /** Deep-frozen; objects hold their keys in canonical order, as they come back from a log. */
  readonly rules: Rules;
  readonly texts: Readonly<Record<Lang, Texts & { readonly book?: Book }>>;
  /** SHA-256 in hex over the canonical JSON of `rules`. */
  readonly rulesHash: string;
  /** The packs of the layers, the base first. */
  readonly packs: readonly Pack[];
  /** What the walk through all stories has come by. */
  readonly stories: StoryCounts;
  /** Always empty: content with faults is thrown, not returned. */
  readonly faults: readonly [];
  /** Entries that no game can meet; the game starts all the same. */
  readonly notes: readonly Fault[];
}

export interface Layers {
  /** Names that the source knows, the base first; later ones override earlier ones. */
  readonly layers: readonly string[];
  readonly source: ContentSource;
}

/** @throws ContentError with every fault of every layer. */
export async function loadContent({ layers, source }: Layers): Promise<Content> {
  const gathered = await gather(source, layers);
  const { draft, faults } = draftOf(gathered);
  const told = tellStories({ draft, gathered });
  const all = [...gathered.faults, ...faults, ...checkContent({ draft, gathered }), ...told.faults];
  const notes = unusedEntries({ draft, gathered }, told);
  if (all.length > 0) throw new ContentError(all, notes);
  const rules = inCanonicalOrder({ ...rulesOf(draft), ...storiesOf(told) });
  return deepFreeze({
    rules,
    texts: { ru: withBook(draft, 'ru'), en: withBook(draft, 'en') },
    rulesHash: hashOf(rules),
    packs: draft.packs,
    stories: countStories(told),
    faults: [] as const,
    notes,
  });
}

function withBook(draft: Draft, lang: Lang): Texts & { readonly book?: Book } {
  const book = bookOf(draft, lang);
  const texts = withGear(draft, lang);
  return book ? { ...texts, book } : texts;
}

/** A draft without faults has every part of the rules. */
function rulesOf(draft: Draft): Rules {
  const { packs, texts, book, links, tunables, zones, diplomacy, parts, tiers, stories, ...entries } = draft;
  return {
    ...entries,
    ...(diplomacy ? treatiesOf(diplomacy) : {}),
    ...fightsOf(draft),
    // Layers as build metadata: 1.0.0, or 1.0.0+frost.1.2.0 with a season over it.
    version: packs.map(({ id, version }, i) => (i === 0 ? version : `${id}.${version}`)).join('+'),
    tunables: tunables!,
    zones: zones as Rules['zones'],
  };
}

/** A pack without families has no monsters; what stands on a stage is nothing without fights. */
function fightsOf({ parts, tiers }: Draft): Pick<Rules, 'monsters' | 'synergies' | 'props' | 'materials'> {
  const { monsters, affixes, abilities, synergies, props, materials } = parts;
  const has = (record: object) => Object.keys(record).length > 0;
  const families = Object.fromEntries(
    Object.entries(monsters).map(([id, family]) => [
      id,
      { ...family, id, templates: templatesOf(id, family) },
    ]),
  );
  return {
    ...(tiers && has(monsters) ? { monsters: { families, tiers, affixes, abilities } } : {}),
    ...(has(synergies) ? { synergies } : {}),
    ...(has(props) ? { props } : {}),
    ...(has(materials) ? { materials } : {}),
  };
}

function templatesOf(family: string, { templates }: FamilyFile): Readonly<Record<string, MonsterTemplate>> {
  return Object.fromEntries(Object.entries(templates).map(([id, one]) => [id, { ...one, id, family }]));
}

/** A pack without stories has none: there, story cells are checks. */
function storiesOf({ stories }: Told): Pick<Rules, 'stories'> {
  if (stories.length === 0) return {};
  return { stories: Object.fromEntries(stories.map(({ def }) => [def.id, def])) };
}

/** Kinds of treaties are entries of their own, so that a choice in one is found by its path. */
function treatiesOf({ treaties, ...diplomacy }: DiplomacyFile): Pick<Rules, 'treaties' | 'diplomacy'> {
  const withIds = Object.entries(treaties).map(([id, treaty]) => [id, { ...treaty, id }] as const);
  return { treaties: Object.fromEntries(withIds) as unknown as TreatyDefs, diplomacy };
}

/**
 * Rules are replayed from a log that holds them in canonical form. Whoever walks their keys (a sampler, the map)
 * must meet the same order live and in the replay, so the order of the log is taken from the start.
 */
function inCanonicalOrder(rules: Rules): Rules {
  return JSON.parse(canonical(rules)) as Rules;
}
