import { sameWord } from '../match.ts';

const PASS = ['pass', 'passed', 'yes', 'ok', 'зачёт', 'да', 'принято'];
const FAIL = ['fail', 'failed', 'no', 'незачёт', 'нет', 'отказ'];

/** Null for any other word. */
export function verdict(word: string): boolean | null {
  if (PASS.some((pass) => sameWord(word, pass))) return true;
  return FAIL.some((fail) => sameWord(word, fail)) ? false : null;
}
