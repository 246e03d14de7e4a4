import { readRival } from '../args/rival.ts';
import type { CommandSpec } from '../spec.ts';

export const war: CommandSpec = {
  id: 'war',
  names: { ru: ['война'], en: ['war'] },
  who: ['player'],
  cooldown: 'bag',
  exact: true,
  help: {
    ru: '!война имя — объявить войну: дальность не важна, встреча — схватка',
    en: '!war name — declare war: range is no matter, meeting is a clash',
  },
  read: (typed, context) => {
    const rival = readRival(typed, context);
    return typeof rival === 'string' ? { kind: 'command', command: { type: 'declare', on: rival } } : rival;
  },
};
