import { readWhy } from '../args/why.ts';
import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const why: CommandSpec = {
  id: 'why',
  names: { ru: ['почему', 'откуда'], en: ['why'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!почему [бросок, ум, цена имя, 7] — из чего сложилось число',
    en: '!why [roll, mind, price name, 7] — what a number is made of',
  },
  read: readWhy,
};
