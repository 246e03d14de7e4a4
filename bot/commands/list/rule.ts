import { readEntry } from '../args/entry.ts';
import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const rule: CommandSpec = {
  id: 'rule',
  names: { ru: ['правило', 'правила'], en: ['rule', 'rules'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!правило имя — что делает вещь, эффект или испытание',
    en: '!rule name — what an item, effect or trial does',
  },
  read: (typed, context) => {
    if (typed.rest === '') return { kind: 'query', query: 'rule', args: {} };
    const entry = readEntry(typed.rest, context);
    return entry.kind === 'fault' ? entry : { kind: 'query', query: 'rule', args: { entry } };
  },
};
