import { inBag, readItem } from '../args/item.ts';
import type { CommandSpec } from '../spec.ts';

export const unwear: CommandSpec = {
  id: 'unwear',
  names: { ru: ['снять'], en: ['unwear', 'takeoff', 'unequip'] },
  who: ['player'],
  cooldown: 'bag',
  help: {
    ru: '!снять вещь — снять с себя',
    en: '!unwear item — take it off',
  },
  read: (typed, context) => {
    const item = readItem(typed, context, { hand: inBag(context, true) });
    return typeof item === 'string' ? { kind: 'command', command: { type: 'unwear', item } } : item;
  },
};
