import { readRival } from '../args/rival.ts';
import type { CommandSpec } from '../spec.ts';

export const peace: CommandSpec = {
  id: 'peace',
  names: { ru: ['мир', 'перемирие'], en: ['peace', 'truce'] },
  who: ['player'],
  cooldown: 'bag',
  help: {
    ru: '!мир имя — предложить мир: война кончится, вещи не бьют',
    en: '!peace name — offer a truce: it ends a war, hostile items rest',
  },
  read: (typed, context) => {
    const rival = readRival(typed, context);
    return typeof rival === 'string'
      ? { kind: 'command', command: { type: 'propose', to: rival, kind: 'truce' } }
      : rival;
  },
};
