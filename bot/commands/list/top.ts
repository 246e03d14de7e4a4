import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const top: CommandSpec = {
  id: 'top',
  names: { ru: ['топ', 'таблица', 'лидеры'], en: ['top', 'leaders', 'leaderboard'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!топ — кто впереди',
    en: '!top — who leads',
  },
  read: () => ({ kind: 'query', query: 'top', args: {} }),
};
