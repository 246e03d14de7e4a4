import type { CommandSpec } from '../spec.ts';

export const flee: CommandSpec = {
  id: 'flee',
  names: { ru: ['бегство', 'бежать', 'сбежать'], en: ['flee', 'run'] },
  who: ['player'],
  cooldown: 'turn',
  exact: true,
  help: {
    ru: '!бегство — уйти из боя: враг бьёт вдогонку, ты отходишь назад',
    en: '!flee — leave a fight: the foe strikes as you go, and you fall back',
  },
  read: () => ({ kind: 'command', command: { type: 'flee' } }),
};
