import { readRequest } from '../args/request.ts';
import type { CommandSpec } from '../spec.ts';

export const deny: CommandSpec = {
  id: 'deny',
  names: { ru: ['запретить'], en: ['deny'] },
  who: ['player'],
  cooldown: 'bag',
  help: {
    ru: '!запретить 3 — не дать помощнику применить вещь',
    en: '!deny 3 — do not let a helper use it',
  },
  read: (typed, context) => {
    const request = readRequest(typed, context);
    if (typeof request !== 'number') return request;
    return { kind: 'command', command: { type: 'approve', request, yes: false } };
  },
};
