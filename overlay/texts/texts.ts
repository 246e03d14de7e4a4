import { en } from './en.ts';
import { ru } from './ru.ts';
import type { Words } from './words.ts';

/** The words of a language. */
export function wordsOf(lang: 'ru' | 'en'): Words {
  return lang === 'ru' ? ru : en;
}
