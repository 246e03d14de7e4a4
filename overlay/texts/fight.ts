import { enFight } from './en.fight.ts';
import type { FightWords } from './fight-words.ts';
import { ruFight } from './ru.fight.ts';

/** The words of fights and scenes in a language. */
export function fightWordsOf(lang: 'ru' | 'en'): FightWords {
  return lang === 'ru' ? ruFight : enFight;
}
