import type { CommandSpec } from '../spec.ts';

export const start: CommandSpec = {
  id: 'start',
  names: { ru: ['старт', 'начать'], en: ['start', 'begin'] },
  who: ['admin'],
  cooldown: 'judge',
  help: {
    ru: '!старт — начать игру',
    en: '!start — begin the game',
  },
  read: () => ({ kind: 'command', command: { type: 'start' } }),
};
