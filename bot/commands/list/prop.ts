import type { CommandSpec } from '../spec.ts';

export const prop: CommandSpec = {
  id: 'prop',
  names: { ru: ['штука'], en: ['prop'] },
  who: ['player'],
  cooldown: 'turn',
  help: {
    ru: '!штука — в бою уронить, поджечь или залить то, что стоит на сцене',
    en: '!prop — in a fight, set off what stands on the stage',
  },
  read: () => ({ kind: 'command', command: { type: 'prop' } }),
};
