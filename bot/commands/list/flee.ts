import type { CommandSpec } from '../spec.ts';

export const flee: CommandSpec = {
  id: 'flee',
  names: { ru: ['бегство', 'бежать', 'сбежать'], en: ['flee', 'run'] },
  who: ['player'],
  cooldown: 'turn',
  help: {
    ru: '!бегство — уйти из боя: последний удар вдогонку и две клетки назад',
    en: '!flee — leave a fight: one parting blow and two cells back',
  },
  read: () => ({ kind: 'command', command: { type: 'flee' } }),
};
