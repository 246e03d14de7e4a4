/** A rule of the book by its number or by words in it. */
import type { Book, BookRule, BothTexts } from '../../protocol/texts.ts';
import { LANGS } from '../../protocol/texts.ts';
import { words } from '../text.ts';

const NUMBER = /^[1-9]\d?(\.[1-9]\d?){0,2}\.?$/;

/** `5.2`, also with a point at the end; null for every other text. */
export function ruleNumber(text: string): string | null {
  return NUMBER.test(text) ? text.replace(/\.$/, '') : null;
}

export function hasRule(book: Book, number: string): boolean {
  return book.rules.some((rule) => rule.number === number);
}

/** Russian endings change, English ones hardly: what is left of a word to compare. */
function stem(word: string): string {
  return word.length > 4 ? word.slice(0, word.length - 2) : word;
}

/** A title weighs more than a mention. */
const IN_TITLE = 3;

function score({ title, text }: BookRule, typed: readonly string[]): number {
  const [inTitle, inText] = [words(title), words(text)];
  let sum = 0;
  for (const word of typed) {
    const hit = (list: readonly string[]) => list.some((one) => one.startsWith(stem(word)));
    const points = (hit(inTitle) ? IN_TITLE : 0) + (hit(inText) ? 1 : 0);
    // Every word must be there somewhere.
    if (points === 0) return 0;
    sum += points;
  }
  return sum;
}

/** Numbers of the rules that have all these words, in either language, best first. */
export function searchBook(texts: BothTexts, text: string): readonly string[] {
  const typed = words(text).filter((word) => word.length > 1);
  if (typed.length === 0) return [];
  const best = new Map<string, number>();
  for (const lang of LANGS) {
    for (const rule of texts[lang].book?.rules ?? []) {
      const points = score(rule, typed);
      if (points > (best.get(rule.number) ?? 0)) best.set(rule.number, points);
    }
  }
  return [...best].sort(([, a], [, b]) => b - a).map(([number]) => number);
}
