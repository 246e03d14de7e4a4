/** Whether words that somebody else found may be shown: length, signs, language, and a list of what is never said. */
import type { Naming, NamingRequest } from '../../adapters/model/contract.ts';
import { saysNever } from './says-never.ts';

/** Characters. Of a name and of a line, as for every entry of the pack. */
export const MOST = { name: 24, line: 120 } as const;
const MOST_WORDS = 4;

/** Letters of other alphabets that may stand in a text of a language: none. */
const FOREIGN = { ru: /[^\P{L}\p{Script=Cyrillic}]/u, en: /[^\P{L}\p{Script=Latin}]/u } as const;
const LETTER = /\p{L}/u;
/** A name can be typed: letters, spaces, hyphens. Figures stay the game's own. */
const NAME = /^[\p{L}]+(?:[ -][\p{L}]+)*$/u;
/**
 * Letters and plain punctuation, a letter first: no figures, no marks of any markup, nothing that turns or hides text.
 * A full stop ends a word, so that no address comes through.
 */
const LINE = /^["'‘“„«(]?\p{L}(?:[\p{L} ,;:'’‘“”„«»"()–—-]|[.!?…](?=$|[ .!?…"'’”»)]))*$/u;

/** Null if it may be shown; otherwise what is wrong, for the log. */
export function wordsFault({ name, line }: Naming, lang: NamingRequest['lang']): string | null {
  for (const [what, text] of [
    ['name', name],
    ['line', line],
  ] as const) {
    if (text.normalize('NFC') !== text) return `${what}: letters in pieces`;
    if (!LETTER.test(text)) return `${what}: empty`;
    if (text.length > MOST[what]) return `${what}: ${text.length} characters, at most ${MOST[what]}`;
    if (FOREIGN[lang].test(text)) return `${what}: another language`;
    if (saysNever(text)) return `${what}: a word that is never said`;
  }
  if (!NAME.test(name)) return 'name: something else than letters, spaces and hyphens';
  if (name.split(/[ -]/).length > MOST_WORDS) return `name: more than ${MOST_WORDS} words`;
  if (!LINE.test(line)) return 'line: figures, links or signs';
  return null;
}
