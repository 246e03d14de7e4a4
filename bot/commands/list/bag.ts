import { askAbout } from '../args/about.ts';
import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const bag: CommandSpec = {
  id: 'bag',
  names: { ru: ['сумка', 'инвентарь', 'рюкзак'], en: ['bag', 'inv', 'inventory'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!сумка [имя] — вещи, кубики, золото',
    en: '!bag [name] — items, dice, gold',
  },
  read: (typed, context) => askAbout('bag', typed, context),
};
