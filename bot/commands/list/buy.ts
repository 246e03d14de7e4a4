import { readItem } from '../args/item.ts';
import type { CommandSpec } from '../spec.ts';

export const buy: CommandSpec = {
  id: 'buy',
  names: { ru: ['купить'], en: ['buy'] },
  who: ['player'],
  cooldown: 'bag',
  help: {
    ru: '!купить вещь — на рынке',
    en: '!buy item — in a market',
  },
  read: (typed, context) => {
    const item = readItem(typed, context, context.market ?? []);
    return typeof item === 'string' ? { kind: 'command', command: { type: 'buy', item } } : item;
  },
};
