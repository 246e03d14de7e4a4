/** Every entry has its words in both languages, in the form that the screens and chats have room for. */
import type { TrialDef } from '../../engine/rules.ts';
import { faultIn } from '../document.ts';
import type { Fault, Path } from '../faults.ts';
import type { Documents } from '../gather.ts';
import { hint } from '../nearest.ts';
import {
  ENTRY_KINDS,
  type EntryKind,
  LANGS,
  type Lang,
  PART_KINDS,
  type PartKind,
  TEXT_KINDS,
  type TextKind,
} from '../schema/kinds.ts';
import type { Text, ZoneText } from '../schema/texts.ts';
import type { Scene } from './scene.ts';
import { type Holder, opsOf } from './walk.ts';
import { firstWords, wordFaults } from './wording.ts';

export function checkTexts(scene: Scene): readonly Fault[] {
  return LANGS.flatMap((lang) => [
    ...TEXT_KINDS.flatMap((kind) => [...missing(scene, lang, kind), ...orphans(scene, lang, kind)]),
    ...ENTRY_KINDS.flatMap((kind) => ofKind(scene, lang, kind)),
    ...(['zones', ...PART_KINDS] as const).flatMap((kind) => plainWords(scene, lang, kind)),
    ...firstWords(scene.draft.texts[lang].items).map(([id, message]) =>
      textFault(scene, [lang, 'items', id], ['name'], message),
    ),
  ]);
}

type Which = readonly [lang: Lang, kind: TextKind, id: string];

function textFault({ gathered }: Scene, [lang, kind, id]: Which, path: Path, message: string): Fault {
  const document = gathered.texts[lang][kind].get(id);
  return document
    ? faultIn(document, path, message)
    : { file: `texts/${lang}/${kind}.json`, path: id, message };
}

function things(scene: Scene, kind: TextKind): Documents {
  const { zones, entries, parts } = scene.gathered;
  if (kind === 'treaties') return treaties(scene);
  if (kind === 'zones') return zones;
  if (kind === 'monsters') return templates(scene);
  return isPart(kind) ? parts[kind] : entries[kind];
}

function isPart(kind: EntryKind | PartKind): kind is PartKind {
  return (PART_KINDS as readonly string[]).includes(kind);
}

/** Words are those of templates; families have none. */
function templates({ draft, gathered }: Scene): Documents {
  const all = Object.entries(draft.parts.monsters).flatMap(([family, { templates }]) => {
    const document = gathered.parts.monsters.get(family);
    return document ? Object.keys(templates).map((id) => [id, document] as const) : [];
  });
  return new Map(all);
}

/** All of them stand in one file. */
function treaties({ draft, gathered }: Scene): Documents {
  const document = gathered.diplomacy;
  if (!document) return new Map();
  return new Map(Object.keys(draft.diplomacy?.treaties ?? {}).map((id) => [id, document]));
}

function missing(scene: Scene, lang: Lang, kind: TextKind): readonly Fault[] {
  const texts = scene.gathered.texts[lang][kind];
  return [...things(scene, kind)].flatMap(([id, document]) =>
    texts.has(id)
      ? []
      : [
          faultIn(
            document,
            kind === 'monsters' ? ['templates', id] : [],
            `no text in this language: expected it in texts/${lang}/${kind}.json`,
          ),
        ],
  );
}

function orphans(scene: Scene, lang: Lang, kind: TextKind): readonly Fault[] {
  const ids = things(scene, kind);
  return [...scene.gathered.texts[lang][kind]].flatMap(([id, document]) =>
    ids.has(id) ? [] : [faultIn(document, [], `a text for none of the ${kind}${hint(id, ids.keys())}`)],
  );
}

function ofKind(scene: Scene, lang: Lang, kind: EntryKind): readonly Fault[] {
  return Object.entries(scene.draft.texts[lang][kind]).flatMap(([id, text]) => {
    const entry = scene.draft[kind][id] as (Holder & Partial<TrialDef>) | undefined;
    const complaints = [...wordFaults(text), ...(entry ? askedFor(entry, text) : [])];
    return complaints.map(([path, message]) => textFault(scene, [lang, kind, id], path, message));
  });
}

/** Of what asks nothing. */
function plainWords(scene: Scene, lang: Lang, kind: PartKind | 'zones'): readonly Fault[] {
  const texts: Readonly<Record<string, ZoneText>> = scene.draft.texts[lang][kind];
  return Object.entries(texts).flatMap(([id, text]) =>
    wordFaults(text).map(([path, message]) => textFault(scene, [lang, kind, id], path, message)),
  );
}

type Complaint = readonly [path: Path, message: string];

type Game = NonNullable<TrialDef['chat']>['game'];
/** Games that ask a question: a riddle, mixed letters, what to agree on. */
const ASKED: readonly Game[] = ['quiz', 'number', 'scramble', 'riddle', 'poll', 'recall', 'tug'];
/** Games in which viewers write a word. */
const WRITTEN: readonly Game[] = ['crowd', 'scramble', 'riddle', 'emote'];
/** A tug has two sides. */
const SIDES = 2;

/** The fields that depend on what the entry asks: labels of options, a question, a word. */
function askedFor(entry: Holder & Partial<TrialDef>, text: Text): readonly Complaint[] {
  const found: Complaint[] = [];
  const wanted = optionCount(entry);
  const came = text.options?.length ?? 0;
  if (came !== wanted) {
    found.push([['options'], `${came} came, expected ${wanted}: one for each option of the entry`]);
  }
  const game = entry.chat?.game;
  const asks = entry.kind === 'check' || entry.kind === 'performance' || (game && ASKED.includes(game));
  if (asks && !text.question) found.push([['question'], 'nothing came, expected what is asked']);
  const writes = game !== undefined && WRITTEN.includes(game);
  if (writes && !text.word) found.push([['word'], 'nothing came, expected what viewers write']);
  if (!writes && text.word) found.push([['word'], 'only a crowd trial has a word to write']);
  return found;
}

/** A quiz that also asks on passing would need two lists; `questions` in placement allows one an entry. */
function optionCount(entry: Holder & Partial<TrialDef>): number {
  if (entry.chat?.game === 'quiz' || entry.chat?.game === 'poll') return entry.chat.options;
  if (entry.chat?.game === 'tug') return SIDES;
  for (const { op } of opsOf(entry)) {
    if (op.op === 'choose' || op.op === 'chatChoose') return op.options.length;
  }
  return 0;
}
