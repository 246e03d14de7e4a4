import type { CommandSpec } from '../spec.ts';

export const resume: CommandSpec = {
  id: 'resume',
  names: { ru: ['дальше', 'продолжить'], en: ['resume'] },
  who: ['admin'],
  referee: true,
  cooldown: 'judge',
  help: {
    ru: '!дальше — снять паузу',
    en: '!resume — end the pause',
  },
  read: () => ({ kind: 'command', command: { type: 'resume' } }),
};
