import { inBag, readItem } from '../args/item.ts';
import type { CommandSpec } from '../spec.ts';

export const sell: CommandSpec = {
  id: 'sell',
  names: { ru: ['продать'], en: ['sell'] },
  who: ['player'],
  cooldown: 'bag',
  exact: true,
  help: {
    ru: '!продать вещь — на рынке, за золото',
    en: '!sell item — in a market, for gold',
  },
  read: (typed, context) => {
    const item = readItem(typed, context, { hand: inBag(context), ready: inBag(context, false) });
    return typeof item === 'string' ? { kind: 'command', command: { type: 'sell', item } } : item;
  },
};
