import { readRival } from '../args/rival.ts';
import type { CommandSpec } from '../spec.ts';

export const ally: CommandSpec = {
  id: 'ally',
  names: { ru: ['союз'], en: ['ally', 'alliance'] },
  who: ['player'],
  cooldown: 'bag',
  help: {
    ru: '!союз имя — предложить союз; ответ — !принять или !отказ',
    en: '!ally name — offer an alliance; the answer is !accept or !decline',
  },
  read: (typed, context) => {
    const rival = readRival(typed, context);
    return typeof rival === 'string'
      ? { kind: 'command', command: { type: 'propose', to: rival, kind: 'alliance' } }
      : rival;
  },
};
