/** Layers that passed their schemas, as typed records; what did not pass is left out and known by id. */
import type { z } from 'zod';
import type { PropDef, SynergyDef } from '../engine/combat/rules.ts';
import type { AbilityDef, AffixDef } from '../engine/monsters/rules.ts';
import type { MaterialDef, Prize, Tunables, ZoneDef, ZoneId } from '../engine/rules.ts';
import { type Document, faultIn } from './document.ts';
import { problemsOf } from './explain.ts';
import type { Fault } from './faults.ts';
import type { Documents, Gathered } from './gather.ts';
import { hint } from './nearest.ts';
import { type DiplomacyFile, diplomacySchema } from './schema/diplomacy.ts';
import {
  ENTRY_KINDS,
  ENTRY_SCHEMAS,
  type EntryKind,
  LANGS,
  type Lang,
  PART_KINDS,
  PART_SCHEMAS,
} from './schema/kinds.ts';
import { type FamilyFile, type TiersFile, tiersSchema } from './schema/monsters.ts';
import { type Pack, packSchema } from './schema/pack.ts';
import { prizesSchema } from './schema/prizes.ts';
import { type Links, linksSchema, type RuleFile, ruleSchema } from './schema/rulebook.ts';
import {
  type AffixText,
  affixTextSchema,
  shortTextSchema,
  type Text,
  textSchema,
  type ZoneText,
  zoneTextSchema,
} from './schema/texts.ts';
import { tunablesSchema } from './schema/tunables.ts';
import { zoneId } from './schema/words.ts';
import { zoneSchema } from './schema/zones.ts';

type Entries = {
  readonly [K in EntryKind]: Readonly<Record<string, { id: string } & z.infer<(typeof ENTRY_SCHEMAS)[K]>>>;
};
export type Texts = Readonly<Record<EntryKind, Readonly<Record<string, Text>>>> & {
  readonly zones: Readonly<Record<string, ZoneText>>;
  readonly treaties: Readonly<Record<string, Text>>;
  /** By template. */
  readonly monsters: Readonly<Record<string, Text>>;
  readonly synergies: Readonly<Record<string, Text>>;
  readonly abilities: Readonly<Record<string, ZoneText>>;
  readonly props: Readonly<Record<string, ZoneText>>;
  readonly affixes: Readonly<Record<string, AffixText>>;
  readonly materials: Readonly<Record<string, ZoneText>>;
};

/** What fights are made of, as it is written; `monsters` are families. */
export interface Parts {
  readonly monsters: Readonly<Record<string, FamilyFile>>;
  readonly affixes: Readonly<Record<string, AffixDef>>;
  readonly abilities: Readonly<Record<string, AbilityDef>>;
  readonly synergies: Readonly<Record<string, SynergyDef>>;
  readonly props: Readonly<Record<string, PropDef>>;
  readonly materials: Readonly<Record<string, MaterialDef>>;
}

export interface Draft extends Entries {
  readonly packs: readonly Pack[];
  readonly tunables: Tunables | undefined;
  readonly zones: Readonly<Partial<Record<ZoneId, ZoneDef>>>;
  readonly prizes: readonly Prize[];
  readonly diplomacy: DiplomacyFile | undefined;
  readonly parts: Parts;
  readonly tiers: TiersFile | undefined;
  readonly book: Readonly<Record<string, RuleFile>>;
  readonly links: Links | undefined;
  readonly texts: Readonly<Record<Lang, Texts>>;
}

/** @returns what passed, and a fault for each thing that did not. */
export function draftOf(gathered: Gathered): { readonly draft: Draft; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const texts = (lang: Lang) => ({
    ...each(ENTRY_KINDS, (kind) => passing(textSchema, gathered.texts[lang][kind], faults)),
    zones: passing(zoneTextSchema, gathered.texts[lang].zones, faults),
    treaties: passing(textSchema, gathered.texts[lang].treaties, faults),
    monsters: passing(textSchema, gathered.texts[lang].monsters, faults),
    synergies: passing(textSchema, gathered.texts[lang].synergies, faults),
    abilities: passing(shortTextSchema, gathered.texts[lang].abilities, faults),
    props: passing(shortTextSchema, gathered.texts[lang].props, faults),
    affixes: passing(affixTextSchema, gathered.texts[lang].affixes, faults),
    materials: passing(shortTextSchema, gathered.texts[lang].materials, faults),
  });
  const draft = {
    ...each(ENTRY_KINDS, (kind) =>
      withIds(passing<object>(ENTRY_SCHEMAS[kind], gathered.entries[kind], faults)),
    ),
    parts: each(PART_KINDS, (kind) =>
      withIds(passing<object>(PART_SCHEMAS[kind], gathered.parts[kind], faults)),
    ),
    tiers: passed(tiersSchema, gathered.tiers, faults),
    packs: gathered.packs.flatMap((document) => passed(packSchema, document, faults) ?? []),
    tunables: passed(tunablesSchema, gathered.tunables, faults),
    prizes: passed(prizesSchema, gathered.prizes, faults)?.prizes ?? [],
    diplomacy: passed(diplomacySchema, gathered.diplomacy, faults),
    book: passing(ruleSchema, gathered.book, faults),
    links: passed(linksSchema, gathered.links, faults),
    zones: withIds(passing(zoneSchema, gathered.zones, faults)),
    texts: each(LANGS, texts),
  };
  faults.push(...missingFiles(gathered), ...zoneIds(gathered));
  // The schemas are held to the engine's types where they are written; the record types follow from the table.
  return { draft: draft as unknown as Draft, faults };
}

/** The value, if its schema takes it. Values are used as they were written: no schema changes anything. */
function passed<T>(schema: z.ZodType<T>, document: Document | undefined, faults: Fault[]): T | undefined {
  if (!document) return undefined;
  const problems = problemsOf(schema, document.value);
  for (const { path, message } of problems) faults.push(faultIn(document, path, message));
  return problems.length === 0 ? (document.value as T) : undefined;
}

function passing<T>(schema: z.ZodType<T>, documents: Documents, faults: Fault[]): Record<string, T> {
  const values = [...documents].map(([id, document]) => [id, passed(schema, document, faults)] as const);
  return Object.fromEntries(values.filter((pair): pair is [string, T] => pair[1] !== undefined));
}

function withIds<T>(entries: Record<string, T>): Record<string, T & { readonly id: string }> {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, { ...entry, id }]));
}

function each<K extends string, T>(keys: readonly K[], make: (key: K) => T): Record<K, T> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, T>;
}

function missingFiles(gathered: Gathered): readonly Fault[] {
  const missing = (file: string) => ({
    file,
    path: '',
    message: 'no layer has this file, expected one that does',
  });
  return [
    ...(gathered.packs.length === 0 ? [missing('pack.json')] : []),
    ...(gathered.tunables ? [] : [missing('tunables.json')]),
    ...(gathered.prizes ? [] : [missing('prizes.json')]),
  ];
}

/** Exactly the zones that the rules know. */
function zoneIds({ zones }: Gathered): readonly Fault[] {
  const known: readonly string[] = zoneId.options;
  const strange = [...zones].flatMap(([id, document]) =>
    known.includes(id)
      ? []
      : [faultIn(document, [], `an unknown zone, expected ${known.join(', ')}${hint(id, known)}`)],
  );
  const absent = known
    .filter((id) => !zones.has(id))
    .map((id) => ({
      file: 'zones.json',
      path: id,
      message: 'the zone is missing, expected an entry for it',
    }));
  return [...strange, ...absent];
}
