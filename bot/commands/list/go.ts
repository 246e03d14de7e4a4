import { readNumber } from '../args/number.ts';
import type { CommandSpec } from '../spec.ts';

export const go: CommandSpec = {
  id: 'go',
  names: { ru: ['путь', 'дорога'], en: ['go', 'way'] },
  who: ['player'],
  cooldown: 'turn',
  help: {
    ru: '!путь 2 — выбрать дорогу на развилке',
    en: '!go 2 — choose the way at a fork',
  },
  read: (typed) => {
    const way = readNumber(typed, { min: 1, max: 99 });
    return typeof way === 'number' ? { kind: 'command', command: { type: 'go', way } } : way;
  },
};
