import { askAbout } from '../args/about.ts';
import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const status: CommandSpec = {
  id: 'status',
  names: { ru: ['статус', 'стата'], en: ['status', 'stat'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!статус [имя] — как дела у игрока',
    en: '!status [name] — how a player is doing',
  },
  read: (typed, context) => askAbout('status', typed, context),
};
