import { late } from '../link/late.ts';
import type { Words } from './words.ts';

const LANGS: Readonly<Record<Words['lang'], () => Promise<Words>>> = {
  ru: () => import('./ru.ts').then(({ ru }) => ru),
  en: () => import('./en.ts').then(({ en }) => en),
};

/** The words of a language; a page brings no other. */
export function loadWords(lang: Words['lang']): Promise<Words> {
  return late(LANGS[lang]);
}
