import type { CommandSpec } from '../spec.ts';

export const pause: CommandSpec = {
  id: 'pause',
  names: { ru: ['пауза'], en: ['pause'] },
  who: ['admin'],
  referee: true,
  cooldown: 'judge',
  help: {
    ru: '!пауза — остановить часы игры',
    en: '!pause — stop the clocks of the game',
  },
  read: () => ({ kind: 'command', command: { type: 'pause' } }),
};
