import { askAbout } from '../args/about.ts';
import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const odds: CommandSpec = {
  id: 'odds',
  names: { ru: ['шансы', 'шанс'], en: ['odds', 'chances'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!шансы — где можно оказаться после броска',
    en: '!odds — where the next roll may end',
  },
  read: (typed, context) => askAbout('odds', typed, context),
};
