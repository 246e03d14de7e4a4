import { readItem } from '../args/item.ts';
import { wholeNumber } from '../args/number.ts';
import { type CommandSpec, type Fault, fault, type ReadContext, type Typed } from '../spec.ts';

export const buy: CommandSpec = {
  id: 'buy',
  names: { ru: ['купить'], en: ['buy'] },
  who: ['player'],
  cooldown: 'bag',
  help: {
    ru: '!купить 1 или имя — на рынке',
    en: '!buy 1 or name — in a market',
  },
  read: (typed, context) => {
    const item = shelved(typed, context) ?? readItem(typed, context, { hand: context.market ?? [] });
    if (typeof item === 'string') return { kind: 'command', command: { type: 'buy', item } };
    return GOODS[item.code] ? { ...item, code: GOODS[item.code]! } : item;
  },
};

/** What is wrong with a name is looked up in the market, not in the bag. */
const GOODS: Readonly<Record<string, string>> = {
  'needs-item': 'needs-goods',
  'unknown-item': 'unknown-goods',
};
/** Numbers above this belong to names. */
const LONGEST_SHELF = 99;

/** The thing in this place of the shelf, as `!market` counts. */
function shelved(typed: Typed, { market }: ReadContext): string | Fault | null {
  const number = typed.words.length === 1 ? wholeNumber(typed.rest) : null;
  if (number === null || number < 1 || number > LONGEST_SHELF) return null;
  if (!market) return fault('no-market');
  return market[number - 1] ?? fault('not-sold-here', { got: number });
}
