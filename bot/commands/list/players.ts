import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const players: CommandSpec = {
  id: 'players',
  names: { ru: ['игроки'], en: ['players'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!игроки — кто играет',
    en: '!players — who plays',
  },
  read: () => ({ kind: 'query', query: 'players', args: {} }),
};
