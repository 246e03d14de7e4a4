import { type CommandSpec, EVERYBODY } from '../spec.ts';
import { cut } from '../text.ts';

/** Characters of a word that count. */
const LONGEST = 32;

export const luck: CommandSpec = {
  id: 'luck',
  names: { ru: ['удача', 'наудачу'], en: ['luck'] },
  who: EVERYBODY,
  cooldown: 'crowd',
  exact: true,
  help: {
    ru: '!удача слово — слово в кубики следующего дня; без слова — сколько собрано и когда закроют',
    en: '!luck word — a word for the next day’s dice; without one — how many there are and when they close',
  },
  read: ({ rest }) => ({ kind: 'ask', wish: { type: 'luck', word: cut(rest, LONGEST).trim() } }),
};
