import type { CommandSpec } from '../spec.ts';

export const drop: CommandSpec = {
  id: 'drop',
  names: { ru: ['сдаюсь', 'сдаться'], en: ['drop', 'giveup'] },
  who: ['player'],
  cooldown: 'turn',
  exact: true,
  help: {
    ru: '!сдаюсь — бросить испытание и получить наказание',
    en: '!drop — give up the trial and take the punishment',
  },
  read: () => ({ kind: 'command', command: { type: 'giveUp' } }),
};
