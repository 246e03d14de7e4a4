import { askAbout } from '../args/about.ts';
import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const where: CommandSpec = {
  id: 'where',
  names: { ru: ['где', 'место'], en: ['where', 'place'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!где [имя] — клетка и сколько до финиша',
    en: '!where [name] — the cell and the way left',
  },
  read: (typed, context) => askAbout('where', typed, context),
};
