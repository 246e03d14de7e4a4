import { inBag, readItem } from '../args/item.ts';
import type { CommandSpec } from '../spec.ts';

export const wear: CommandSpec = {
  id: 'wear',
  names: { ru: ['надеть'], en: ['wear', 'equip'] },
  who: ['player'],
  cooldown: 'bag',
  help: {
    ru: '!надеть вещь — надеть из сумки',
    en: '!wear item — put it on',
  },
  read: (typed, context) => {
    const item = readItem(typed, context, { hand: inBag(context, false) });
    return typeof item === 'string' ? { kind: 'command', command: { type: 'wear', item } } : item;
  },
};
