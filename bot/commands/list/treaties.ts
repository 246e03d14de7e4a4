import { askAbout } from '../args/about.ts';
import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const treaties: CommandSpec = {
  id: 'treaties',
  names: { ru: ['договоры', 'дипломатия'], en: ['treaties', 'diplomacy'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!договоры — союзы, войны и что предложено',
    en: '!treaties — alliances, wars and open offers',
  },
  read: (typed, context) => askAbout('treaties', typed, context),
};
