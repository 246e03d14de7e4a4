/** The sentences of a pack, by language: what `GET /api/texts/ru|en` serves and every face renders ids with. */
import type { ZoneId } from '../engine/rules.ts';

export type Lang = 'ru' | 'en';
export const LANGS = ['ru', 'en'] as const satisfies readonly Lang[];

/** What is written about one entry of the pack. */
export interface EntryText {
  readonly name: string;
  /** What it does, short enough for the overlay. */
  readonly line: string;
  /** The joke; carries no rule. */
  readonly flavor: string;
  /** Everything, plainly. */
  readonly rule: string;
  /** Labels of the entry's own choice, or a quiz's answers, in their order. */
  readonly options?: readonly string[];
  /** quiz, number, check: what is asked. */
  readonly question?: string;
  /** crowd: what viewers write. */
  readonly word?: string;
  /** stories: sentences by the keys that scenes are told in; `{name}`: the player, `{rival}`: whom it is about. */
  readonly lines?: Readonly<Record<string, string>>;
}

export interface ZoneText {
  readonly name: string;
  readonly line: string;
}

/** What is only named, and said in a line. */
export type ShortText = ZoneText;

/** What a land makes of a monster. */
export interface AffixText extends ShortText {
  /** Beside the monster's name, which stands for `{name}`; the same for every gender. */
  readonly form: string;
}

/** Entries of one kind by id. Ids come from outside too, so an id may have no text. */
export type Entries = Readonly<Record<string, EntryText>>;

/** One numbered rule in one language. */
export interface BookRule {
  readonly id: string;
  /** `5.2`: two or three levels; 5.10 comes after 5.9. */
  readonly number: string;
  readonly title: string;
  readonly text: string;
  /** What was changed and in which version of the pack, the latest last. */
  readonly history: readonly { readonly version: string; readonly text: string }[];
}
export interface Book {
  /** In the order of their numbers. */
  readonly rules: readonly BookRule[];
  /** `items/take_two`, `cells/trap` → the number of the rule that answers for it. */
  readonly links: Readonly<Record<string, string>>;
}

export interface PackTexts {
  readonly items: Entries;
  readonly effects: Entries;
  readonly trials: Entries;
  readonly traps: Entries;
  readonly finds: Entries;
  readonly punishments: Entries;
  readonly rewards: Entries;
  readonly classes: Entries;
  readonly skills: Entries;
  readonly objects: Entries;
  /** Absent where a pack has no stories. */
  readonly stories?: Entries;
  readonly zones: Readonly<Record<ZoneId, ZoneText>>;
  /** By kind of treaty; a pack without treaties has none. */
  readonly treaties?: Entries;
  /** By template; like all that fights are made of, absent where a pack has none. */
  readonly monsters?: Entries;
  readonly affixes?: Readonly<Record<string, AffixText>>;
  readonly abilities?: Readonly<Record<string, ShortText>>;
  readonly synergies?: Entries;
  /** What stands on the stage of a fight. */
  readonly props?: Readonly<Record<string, ShortText>>;
  /** What things are made of. */
  readonly materials?: Readonly<Record<string, ShortText>>;
  /** The rule book; a pack may have none. */
  readonly book?: Book;
}

export type EntryKind = Exclude<
  keyof PackTexts,
  | 'zones'
  | 'treaties'
  | 'book'
  | 'stories'
  | 'monsters'
  | 'affixes'
  | 'abilities'
  | 'synergies'
  | 'props'
  | 'materials'
>;
export const ENTRY_KINDS = [
  'items',
  'effects',
  'trials',
  'traps',
  'finds',
  'punishments',
  'rewards',
  'classes',
  'skills',
  'objects',
] as const satisfies readonly EntryKind[];

/** What can be asked about by name beside them, in this order: the people of scenes, and what fights are made of. */
export const ASKED_KINDS = [
  'monsters',
  'synergies',
  'abilities',
  'props',
  'affixes',
  'materials',
  'stories',
] as const satisfies readonly (keyof PackTexts)[];
export type AskedKind = EntryKind | (typeof ASKED_KINDS)[number];

export type BothTexts = Readonly<Record<Lang, PackTexts>>;
