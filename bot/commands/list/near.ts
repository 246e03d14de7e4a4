import { askAbout } from '../args/about.ts';
import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const near: CommandSpec = {
  id: 'near',
  names: { ru: ['рядом', 'соседи'], en: ['near', 'nearest'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!рядом — кто ближе впереди и позади',
    en: '!near — who is close, ahead and behind',
  },
  read: (typed, context) => askAbout('near', typed, context),
};
