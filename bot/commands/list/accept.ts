import { readOffer } from '../args/offer.ts';
import type { CommandSpec } from '../spec.ts';

export const accept: CommandSpec = {
  id: 'accept',
  names: { ru: ['принять'], en: ['accept'] },
  who: ['player'],
  cooldown: 'bag',
  help: {
    ru: '!принять — согласиться на союз, мир, дань или обмен',
    en: '!accept — agree to an alliance, truce, tribute or trade',
  },
  read: (typed, context) => {
    const offer = readOffer(typed, context, false);
    return typeof offer === 'number' ? { kind: 'command', command: { type: 'accept', offer } } : offer;
  },
};
