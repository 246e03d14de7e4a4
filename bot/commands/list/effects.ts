import { askAbout } from '../args/about.ts';
import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const effects: CommandSpec = {
  id: 'effects',
  names: { ru: ['эффекты', 'эффект', 'баффы'], en: ['effects', 'buffs'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!эффекты [имя] — что действует и сколько ещё',
    en: '!effects [name] — what is in force and for how long',
  },
  read: (typed, context) => askAbout('effects', typed, context),
};
