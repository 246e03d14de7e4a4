import { askAbout } from '../args/about.ts';
import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const map: CommandSpec = {
  id: 'map',
  names: { ru: ['карта'], en: ['map'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!карта — что впереди, словами',
    en: '!map — what lies ahead, in words',
  },
  read: (typed, context) => askAbout('map', typed, context),
};
