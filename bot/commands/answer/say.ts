/** One language with everything it needs to speak: phrases, words, names, texts of the pack. */
import type { Die, Grant, Millis, PlayerId, ViewerKey } from '../../engine/state.ts';
import type { Entries, EntryKind, EntryText, Lang, PackTexts } from '../../protocol/texts.ts';
import type { BoardView } from '../../protocol/views.ts';
import { tagName } from '../args/tags.ts';
import { clean, cut } from '../text.ts';
import { cellsDone, trackLength } from '../track.ts';
import { PHRASES_EN, WORDS_EN } from './en.ts';
import type { Phrase, Phrases, Words } from './phrases.ts';
import { PHRASES_RU, WORDS_RU } from './ru.ts';
import { duration, fill, signed, type Values, variant } from './template.ts';

const PHRASES: Readonly<Record<Lang, Phrases>> = { ru: PHRASES_RU, en: PHRASES_EN };
const WORDS: Readonly<Record<Lang, Words>> = { ru: WORDS_RU, en: WORDS_EN };

export interface Speech {
  readonly lang: Lang;
  readonly names: Readonly<Record<PlayerId, string>>;
  readonly texts: PackTexts;
  /** Null while no game is seen yet: cells are then not named. */
  readonly board: BoardView | null;
  /** Rotates variants; a counter of the chat. */
  readonly turn: number;
  readonly at: Millis;
  readonly viewers: Readonly<Record<ViewerKey, string>>;
}

/** A phrase in the speech's language, in the variant of its turn. */
export function say(
  { lang, turn }: Speech,
  phrase: Phrase,
  { values = {}, capital = true }: { values?: Values; capital?: boolean },
): string {
  return fill(variant(PHRASES[lang][phrase], turn), { values, lang, capital });
}

export function wordsOf(lang: Lang): Words {
  return WORDS[lang];
}

/**
 * A person's name as it may stand in a line: nothing invisible, at most 25 characters, and no sign in front that a
 * platform takes for a command.
 */
export function shownName(name: string): string {
  return cut(clean(name).replace(/^[/.!@\s]+/, ''), 25);
}

export function playerName(speech: Pick<Speech, 'names'>, id: PlayerId): string {
  const name = Object.hasOwn(speech.names, id) ? shownName(speech.names[id] ?? '') : '';
  return name || id;
}

export function viewerName(speech: Speech, key: ViewerKey | null): string {
  return knownViewer(speech, key) ?? wordsOf(speech.lang).someone;
}

/** Undefined when this chat was not told the name. */
export function knownViewer({ viewers }: Speech, key: ViewerKey | null): string | undefined {
  const name = key !== null && Object.hasOwn(viewers, key) ? shownName(viewers[key] ?? '') : '';
  return name || undefined;
}

export function entryText(texts: PackTexts, kind: EntryKind, id: string): EntryText | undefined {
  return entryOf(texts[kind], id);
}

/** The text of an id from outside; `constructor` has none. */
export function entryOf(entries: Entries, id: string): EntryText | undefined {
  return Object.hasOwn(entries, id) ? entries[id] : undefined;
}

export function entryName(speech: Speech, kind: EntryKind, id: string): string {
  return entryText(speech.texts, kind, id)?.name ?? id;
}

/** «14», of the track that is done; undefined while no map is known: ids are not for people. */
export function cellNumber(speech: Speech, cell: number): string | undefined {
  const done = speech.board ? cellsDone(speech.board.map, cell) : null;
  return done === null ? undefined : String(done);
}

/** «Лесная чаща, клетка 14/59, сундук»; a plain cell has no kind. Empty while no map is known. */
export function place(speech: Speech, cell: number, withKind = true): string {
  const found = speech.board?.map.cells[cell];
  const words = wordsOf(speech.lang);
  if (!speech.board || !found) return '';
  const number = `${words.cell} ${cellNumber(speech, cell)}/${trackLength(speech.board.map)}`;
  const kind = withKind ? words.kinds[found.kind] : '';
  return `${speech.texts.zones[found.zone]?.name ?? found.zone}, ${number}${kind ? `, ${kind}` : ''}`;
}

/** `2+4+1`, with the bonus if there is one: `2+4+1−2`. */
export function diceText(speech: Speech, dice: readonly Die[], bonus: number): string {
  const faces = dice.map((die) => die.value).join('+');
  return bonus === 0 ? faces : `${faces}${signed(speech.lang, bonus)}`;
}

/** The entry a list of operations belongs to, by its path: `items/take_two/use/0`. */
export function entryOfPath(
  speech: Speech,
  path: string,
): { kind: EntryKind; id: string; text: EntryText | undefined } | null {
  const [kind, id] = path.split('/');
  if (!kind || !id || !Object.hasOwn(speech.texts, kind) || kind === 'zones') return null;
  return { kind: kind as EntryKind, id, text: entryText(speech.texts, kind as EntryKind, id) };
}

/** «1 — выйти, 2 — остаться»: the open options with the labels of their entry. */
export function optionsText(labels: readonly string[] | undefined, open: readonly number[]): string {
  return open.map((n) => (labels?.[n - 1] ? `${n} — ${labels[n - 1]}` : String(n))).join(', ');
}

/** What a helper was trusted with and for how long; `wait` is absent when there is no end. */
export function grantTerms(
  speech: Speech,
  { tags, items, until }: Pick<Grant, 'tags' | 'items' | 'until'>,
): { readonly what: string; readonly wait: string | undefined } {
  const things = items.map((id) => entryName(speech, 'items', id));
  return {
    what: [...tags.map((tag) => tagName(speech.lang, tag)), ...things].join(', '),
    wait: until === null ? undefined : duration(speech.lang, (until - speech.at) / 1000),
  };
}
