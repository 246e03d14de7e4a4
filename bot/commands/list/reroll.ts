import type { CommandSpec } from '../spec.ts';

export const reroll: CommandSpec = {
  id: 'reroll',
  names: { ru: ['реролл', 'другое'], en: ['reroll', 'another'] },
  who: ['player'],
  cooldown: 'turn',
  exact: true,
  help: {
    ru: '!реролл — другое испытание, если есть подходящая вещь; номер можно сменить на кубики',
    en: '!reroll — another trial, with an item that allows it; a performance may become dice',
  },
  read: () => ({ kind: 'command', command: { type: 'reroll' } }),
};
