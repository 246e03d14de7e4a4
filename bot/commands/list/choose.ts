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
  read: (typed) => {
    const option = readNumber(typed, { min: 1, max: 99 });
    return typeof option === 'number' ? { kind: 'command', command: { type: 'choose', option } } : option;
  },
};
