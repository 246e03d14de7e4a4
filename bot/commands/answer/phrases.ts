/** The shapes both languages of answers share; Russian sets the keys. */
import type { PHRASES_RU, WORDS_RU } from './ru.ts';

export type Phrase = keyof typeof PHRASES_RU;
export type Phrases = Readonly<Record<Phrase, readonly string[]>>;

type Loose<T> = T extends string
  ? string
  : T extends readonly string[]
    ? readonly string[]
    : { readonly [K in keyof T]: Loose<T[K]> };
/** Single words: kinds of cells, statuses, reaches. */
export type Words = Loose<typeof WORDS_RU>;
