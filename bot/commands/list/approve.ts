import { readRequest } from '../args/request.ts';
import type { CommandSpec } from '../spec.ts';

export const approve: CommandSpec = {
  id: 'approve',
  names: { ru: ['разрешить'], en: ['approve'] },
  who: ['player'],
  cooldown: 'bag',
  help: {
    ru: '!разрешить 3 — дать помощнику применить вещь',
    en: '!approve 3 — let a helper use an item',
  },
  read: (typed, context) => {
    const request = readRequest(typed, context);
    if (typeof request !== 'number') return request;
    return { kind: 'command', command: { type: 'approve', request, yes: true } };
  },
};
