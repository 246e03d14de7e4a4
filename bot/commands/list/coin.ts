import type { CommandSpec } from '../spec.ts';

export const coin: CommandSpec = {
  id: 'coin',
  names: { ru: ['монетка', 'монета'], en: ['coin', 'flip'] },
  who: ['player'],
  cooldown: 'turn',
  help: {
    ru: '!монетка — орёл или решка',
    en: '!coin — heads or tails',
  },
  read: () => ({ kind: 'command', command: { type: 'coin' } }),
};
