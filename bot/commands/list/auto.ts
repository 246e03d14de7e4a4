import type { CommandSpec } from '../spec.ts';

export const auto: CommandSpec = {
  id: 'auto',
  names: { ru: ['авто', 'автобой'], en: ['auto'] },
  who: ['player'],
  cooldown: 'turn',
  help: {
    ru: '!авто — бой доиграет себя сам',
    en: '!auto — the fight plays itself to the end',
  },
  read: () => ({ kind: 'command', command: { type: 'auto' } }),
};
