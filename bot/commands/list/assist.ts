import { readRival } from '../args/rival.ts';
import type { CommandSpec } from '../spec.ts';

export const assist: CommandSpec = {
  id: 'assist',
  names: { ru: ['подмога'], en: ['assist'] },
  who: ['player'],
  cooldown: 'bag',
  help: {
    ru: '!подмога имя — помочь союзнику в бою, раз за бой',
    en: '!assist name — help an ally in a fight, once a fight',
  },
  read: (typed, context) => {
    const rival = readRival(typed, context);
    return typeof rival === 'string' ? { kind: 'command', command: { type: 'assist', ally: rival } } : rival;
  },
};
