import { inBag, readItem } from '../args/item.ts';
import type { CommandSpec } from '../spec.ts';

export const discard: CommandSpec = {
  id: 'discard',
  names: { ru: ['выбросить'], en: ['discard', 'trash'] },
  who: ['player'],
  cooldown: 'bag',
  exact: true,
  help: {
    ru: '!выбросить вещь — насовсем',
    en: '!discard item — for good',
  },
  read: (typed, context) => {
    const item = readItem(typed, context, { hand: inBag(context), ready: inBag(context, false) });
    return typeof item === 'string' ? { kind: 'command', command: { type: 'discard', item } } : item;
  },
};
