/** Refusals as people read them: ids become names, seconds become words. */
import type { EntryKind, Lang, PackTexts } from '../../protocol/texts.ts';
import { REFUSALS, refusalText } from '../../refusals.ts';
import { tagName } from '../args/tags.ts';
import type { FaultArgs } from '../spec.ts';
import { clean, cut, echo } from '../text.ts';
import { HARD, shorten } from './compose.ts';
import { cellNumber, entryName, entryText, playerName, type Speech, viewerName, wordsOf } from './say.ts';
import { duration, fill, type Values, variant } from './template.ts';

const KINDS: Readonly<Record<string, EntryKind>> = {
  item: 'items',
  trial: 'trials',
  effect: 'effects',
  skill: 'skills',
  class: 'classes',
};
const PEOPLE = new Set(['player', 'target', 'to', 'from']);
/** Longest text of ours inside a sentence: candidates, the parser's complaint. */
const MAX_VALUE = 160;

/** Any code's arguments, known or not; nothing in them can break out of the sentence. */
export function presentable(speech: Speech, args: FaultArgs): Values {
  const values: Record<string, string | number | undefined> = {};
  for (const [name, value] of Object.entries(args)) values[name] = present(speech, name, value);
  // A cell comes as its id, and people know it by another number.
  if (typeof args.got === 'number') values.cell = cellNumber(speech, args.got);
  if (args.target !== undefined) values.whom = whom(speech, String(args.target));
  return values;
}

function present(speech: Speech, name: string, value: string | number): string | number | undefined {
  if (name === 'wait') return Number(value) > 0 ? duration(speech.lang, Number(value)) : undefined;
  if (name === 'range' && value === 0) return wordsOf(speech.lang).ranges.same;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (Object.hasOwn(KINDS, name)) return entryName(speech, KINDS[name]!, plainText(value));
  if (PEOPLE.has(name)) return Object.hasOwn(speech.names, value) ? playerName(speech, value) : echo(value);
  if (name === 'tags') return trusted(speech, value);
  if (name === 'viewer') return viewerName(speech, value);
  if (name === 'got') return known(speech, value) ?? (echo(value) || '?');
  if (name === 'typed') return echo(value) || '?';
  return word(speech, name, value) ?? plainText(value);
}

/** Words of a grant, as the engine lists them: tags and items. */
function trusted(speech: Speech, list: string): string {
  const names = list
    .split(', ')
    .map((id) => entryText(speech.texts, 'items', id)?.name ?? tagName(speech.lang, id));
  return plainText(names.join(', '));
}

/** A distance is told to a player or to a cell; in Russian the noun before the name carries the case. */
function whom(speech: Speech, target: string): string {
  const { toPlayer, toCell, toThatCell } = wordsOf(speech.lang);
  if (!/^\d+$/.test(target))
    return `${toPlayer} ${Object.hasOwn(speech.names, target) ? playerName(speech, target) : echo(target)}`.trim();
  const number = cellNumber(speech, Number(target));
  return number === undefined ? toThatCell : `${toCell} ${number}`;
}

/** What came, if it is an id that has a name. */
function known(speech: Speech, id: string): string | undefined {
  if (Object.hasOwn(speech.names, id)) return playerName(speech, id);
  return (['items', 'classes', 'skills', 'effects'] as const)
    .map((kind) => entryText(speech.texts, kind, id)?.name)
    .find((name) => name !== undefined);
}

function word(speech: Speech, name: string, value: string): string | undefined {
  const words = wordsOf(speech.lang);
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    is: words.pendings,
    status: words.statuses,
    reach: words.reaches,
    per: words.per,
    slot: words.slots,
    range: words.ranges,
    treaty: words.treaties,
  };
  const table = Object.hasOwn(tables, name) ? tables[name] : undefined;
  return table && Object.hasOwn(table, value) ? table[value] : undefined;
}

function plainText(value: string): string {
  return cut(clean(value).replace(/[@/]/g, ''), MAX_VALUE);
}

const ZONE_NAMES = ['forest', 'crystal', 'static', 'hell', 'heaven'] as const;
/** Where no pack is at hand: ids stand for themselves. */
export const NO_TEXTS: PackTexts = {
  ...{
    items: {},
    effects: {},
    trials: {},
    traps: {},
    finds: {},
    punishments: {},
    rewards: {},
    classes: {},
    skills: {},
    objects: {},
  },
  zones: Object.fromEntries(ZONE_NAMES.map((id) => [id, { name: id, line: '' }])) as PackTexts['zones'],
};

/** Some codes are said in another way in some states: a game that is over is not started with `!start`. */
function sentenceOf(code: string, args: FaultArgs): string {
  const special = `${code}:${args.status}`;
  return code === 'not-running' && Object.hasOwn(REFUSALS, special) ? special : code;
}

/** The sentence of any code, known or not, in the variant of the speech's turn. */
export function refusalLine(speech: Speech, code: string, args: FaultArgs): string {
  const winner = speech.board?.winner;
  const values = {
    ...presentable(speech, args),
    ...{ code, winner: winner ? playerName(speech, winner) : undefined },
  };
  return shorten(
    fill(variant(refusalText(sentenceOf(code, args))[speech.lang], speech.turn), {
      values,
      lang: speech.lang,
    }),
    HARD,
  );
}

/** The same without names and texts, for doors that have neither; null for a code that has no sentence here. */
export function refusalSentence(code: string, args: FaultArgs, lang: Lang): string | null {
  if (!Object.hasOwn(REFUSALS, code)) return null;
  return refusalLine(
    { lang, names: {}, viewers: {}, texts: NO_TEXTS, board: null, turn: 0, at: 0 },
    code,
    args,
  );
}
