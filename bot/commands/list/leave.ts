import { readRival } from '../args/rival.ts';
import type { CommandSpec } from '../spec.ts';

export const leave: CommandSpec = {
  id: 'leave',
  names: { ru: ['разрыв'], en: ['leave'] },
  who: ['player'],
  cooldown: 'bag',
  exact: true,
  help: {
    ru: '!разрыв имя — уйти из союза или дани с предупреждением',
    en: '!leave name — leave an alliance or tribute by notice',
  },
  read: (typed, context) => {
    const rival = readRival(typed, context);
    return typeof rival === 'string' ? { kind: 'command', command: { type: 'leave', with: rival } } : rival;
  },
};
