import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const tuning: CommandSpec = {
  id: 'tuning',
  names: { ru: ['подкрутка', 'подкрутки'], en: ['tuning', 'tuned'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!подкрутка — что подкручено ведущим и почему',
    en: '!tuning — what the admin has tuned, and why',
  },
  read: () => ({ kind: 'query', query: 'tuning', args: {} }),
};
