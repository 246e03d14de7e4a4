import { readEntry } from '../args/entry.ts';
import { readKind } from '../args/kind.ts';
import { type CommandSpec, EVERYBODY } from '../spec.ts';

export const rule: CommandSpec = {
  id: 'rule',
  names: { ru: ['правило', 'правила'], en: ['rule', 'rules'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!правило имя — что делает вещь, эффект, испытание или клетка',
    en: '!rule name — what an item, effect, trial or cell does',
  },
  read: (typed, context) => {
    if (typed.rest === '') return { kind: 'query', query: 'rule', args: {} };
    const cell = readKind(typed.rest);
    if (cell) return { kind: 'query', query: 'rule', args: { cell } };
    const entry = readEntry(typed.rest, context);
    return entry.kind === 'fault' ? entry : { kind: 'query', query: 'rule', args: { entry } };
  },
};
