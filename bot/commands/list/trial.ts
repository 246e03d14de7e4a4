import { askAbout } from '../args/about.ts';
import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const trial: CommandSpec = {
  id: 'trial',
  names: { ru: ['испытание', 'задание'], en: ['trial', 'quest'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!испытание — что сейчас ждёт ответа',
    en: '!trial — what waits for an answer now',
  },
  read: (typed, context) => askAbout('trial', typed, context),
};
