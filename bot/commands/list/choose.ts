import { readNumber } from '../args/number.ts';
import type { CommandSpec } from '../spec.ts';

export const choose: CommandSpec = {
  id: 'choose',
  names: { ru: ['выбор', 'выбрать'], en: ['choose', 'pick'] },
  who: ['player'],
  cooldown: 'turn',
  help: {
    ru: '!выбор 2 — ответить на вопрос игры',
    en: '!choose 2 — answer what the game asks',
  },
  read: (typed, { fork }) => {
    const option = readNumber(typed, { min: 1, max: 99 });
    if (typeof option !== 'number') return option;
    // A fork asks with numbers as well: whoever answers it so means the way.
    const command =
      fork === undefined ? ({ type: 'choose', option } as const) : ({ type: 'go', way: option } as const);
    return { kind: 'command', command };
  },
};
