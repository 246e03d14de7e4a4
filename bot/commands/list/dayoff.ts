import { readNumber } from '../args/number.ts';
import type { CommandSpec } from '../spec.ts';

/** More than any pack allows; the engine knows how many are left. */
const MOST = 99;

export const dayoff: CommandSpec = {
  id: 'dayoff',
  names: { ru: ['выходной', 'выходные'], en: ['dayoff', 'daysoff'] },
  who: ['player'],
  cooldown: 'bag',
  exact: true,
  help: {
    ru: '!выходной 2 — два дня отдыха, часы стоят; !выходной 0 — отменить',
    en: '!dayoff 2 — two days of rest, your clocks stand still; !dayoff 0 — take it back',
  },
  read: (typed) => {
    const days = readNumber(typed, { min: 0, max: MOST });
    return typeof days === 'number' ? { kind: 'command', command: { type: 'daysOff', days } } : days;
  },
};
