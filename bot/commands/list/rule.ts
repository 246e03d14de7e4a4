import { readEntry, readOther } from '../args/entry.ts';
import { readKind } from '../args/kind.ts';
import { hasRule, ruleNumber, searchBook } from '../args/rules.ts';
import { sameWord } from '../match.ts';
import { type CommandSpec, EVERYBODY, fault, type Meaning, type QueryArgs } from '../spec.ts';

export const rule: CommandSpec = {
  id: 'rule',
  names: { ru: ['правило', 'правила'], en: ['rule', 'rules'] },
  who: EVERYBODY,
  cooldown: 'ask',
  help: {
    ru: '!правило [5.2, слово, имя, история] — пункт правил или что делает вещь',
    en: '!rule [5.2, word, name, history] — a rule, or what a thing does',
  },
  read: (typed, context) => {
    const { book } = context.texts[context.lang];
    if (typed.rest === '') return query({});
    const number = ruleNumber(typed.rest);
    if (number !== null && book) {
      return hasRule(book, number)
        ? query({ book: { numbers: [number] } })
        : fault('unknown-rule', { typed: number });
    }
    if (book && HISTORY.some((word) => sameWord(typed.rest, word)))
      return query({ book: { numbers: [], history: true } });
    const cell = readKind(typed.rest);
    if (cell) return query({ cell });
    const entry = readEntry(typed.rest, context);
    if (entry.kind !== 'fault') return query({ entry });
    const numbers = searchBook(context.texts, typed.rest);
    if (numbers.length > 0) return query({ book: { numbers } });
    const other = readOther(typed.rest, context);
    return other.kind === 'fault' ? entry : query({ entry: other });
  },
};

const HISTORY = ['history', 'changes', 'история', 'изменения'];

function query(args: QueryArgs): Meaning {
  return { kind: 'query', query: 'rule', args };
}
