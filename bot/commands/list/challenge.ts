import type { CommandSpec } from '../spec.ts';

export const challenge: CommandSpec = {
  id: 'challenge',
  names: { ru: ['испытать'], en: ['challenge'] },
  who: ['viewer', 'helper'],
  cooldown: 'crowd',
  help: {
    ru: '!испытать — испытание игроку за влияние чата',
    en: '!challenge — a trial for the player, paid with influence',
  },
  read: () => ({ kind: 'command', command: { type: 'challenge' } }),
};
