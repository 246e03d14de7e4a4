/** The pack's words for the panel: names, lines and what the rules say of each thing, without the rule book. */
import type { Facts } from '../../content/facts.ts';
import {
  type BothTexts,
  ENTRY_KINDS,
  type Entries,
  type EntryText,
  type PackTexts,
} from '../../protocol/texts.ts';
import { versionOf } from './snapshot.ts';

export interface PackBodies {
  readonly ru: string;
  readonly en: string;
  readonly version: string;
}

export function packBodies(texts: BothTexts, facts: Facts): PackBodies {
  const ru = JSON.stringify(panelTexts(texts.ru, facts));
  const en = JSON.stringify(panelTexts(texts.en, facts));
  return { ru, en, version: versionOf(ru + en) };
}

function panelTexts(texts: PackTexts, facts: Facts): object {
  const of: Partial<Record<string, Readonly<Record<string, object>>>> = { ...facts };
  const told = ENTRY_KINDS.map((kind) => {
    const entries = Object.entries(texts[kind]).map(([id, text]) => [
      id,
      { ...of[kind]?.[id], ...short(text) },
    ]);
    return [kind, Object.fromEntries(entries)];
  });
  const { zones, treaties = {}, monsters = {}, stories = {}, affixes = {}, abilities = {} } = texts;
  const more = { treaties: shorts(treaties), monsters: shorts(monsters), stories: shorts(stories) };
  return { ...Object.fromEntries(told), ...more, zones, affixes, abilities };
}

function shorts(entries: Entries): object {
  return Object.fromEntries(Object.entries(entries).map(([id, text]) => [id, short(text)]));
}

function short({ rule: _rule, ...text }: EntryText): object {
  return text;
}
