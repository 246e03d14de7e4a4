import { readRival } from '../args/rival.ts';
import type { CommandSpec } from '../spec.ts';

export const betray: CommandSpec = {
  id: 'betray',
  names: { ru: ['предать', 'предательство'], en: ['betray'] },
  who: ['player'],
  cooldown: 'bag',
  exact: true,
  help: {
    ru: '!предать имя — разорвать договор сразу и заплатить за это',
    en: '!betray name — break a treaty at once, at its price',
  },
  read: (typed, context) => {
    const rival = readRival(typed, context);
    return typeof rival === 'string' ? { kind: 'command', command: { type: 'betray', with: rival } } : rival;
  },
};
