import { readOffer } from '../args/offer.ts';
import type { CommandSpec } from '../spec.ts';

export const decline: CommandSpec = {
  id: 'decline',
  names: { ru: ['отказ', 'отклонить'], en: ['decline', 'refuse'] },
  who: ['player'],
  cooldown: 'bag',
  help: {
    ru: '!отказ — отклонить предложение или забрать своё',
    en: '!decline — say no to an offer or take back your own',
  },
  read: (typed, context) => {
    const offer = readOffer(typed, context, true);
    return typeof offer === 'number' ? { kind: 'command', command: { type: 'decline', offer } } : offer;
  },
};
