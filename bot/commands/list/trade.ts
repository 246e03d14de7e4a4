import type { Wares } from '../../engine/diplomacy/commands.ts';
import { findItem, oneItem, readyInBag } from '../args/item.ts';
import { wholeNumber } from '../args/number.ts';
import { readRivalFirst } from '../args/rival.ts';
import { type CommandSpec, type Fault, fault, type ReadContext } from '../spec.ts';
import { echo, fold } from '../text.ts';

/** Between what is given and what is wanted. */
const FOR = new Set(['за', 'на', 'for', '=', '<>', '->']);
const AND = new Set(['и', 'and', '+', '&']);
const GOLD = new Set('золото золота золотых монет gold coins'.split(' '));

export const trade: CommandSpec = {
  id: 'trade',
  names: { ru: ['обмен', 'меняю'], en: ['trade', 'swap'] },
  who: ['player'],
  cooldown: 'bag',
  help: {
    ru: '!обмен имя талон за 20 — на одной клетке рынка; ответ — !принять, !отказ или свой !обмен',
    en: '!trade name ticket for 20 — on one market cell; the answer is !accept, !decline or a !trade',
  },
  read: (typed, context) => {
    const words = typed.words.flatMap((word) => spaced(word));
    if (words.length === 0) return fault('needs-trade', { command: typed.name });
    const at = words.findIndex((word, i) => i > 0 && FOR.has(fold(word)));
    const left = at < 0 ? words : words.slice(0, at);
    const found = readRivalFirst(left, context);
    if ('kind' in found) return found;
    const give = readWares(found.rest, context, readyInBag(context));
    if ('kind' in give) return give;
    const want = readWares(at < 0 ? [] : words.slice(at + 1), context, []);
    if ('kind' in want) return want;
    if (give.items.length + want.items.length + give.gold + want.gold === 0)
      return fault('needs-trade', { command: typed.name });
    return { kind: 'command', command: { type: 'trade', to: found.rival, give, want } };
  },
};

/** «талон,щит+10» as words of its own. */
function spaced(word: string): readonly string[] {
  return word
    .replace(/,/g, ' + ')
    .replace(/(?<=[\p{L}\p{N}])\+(?=[\p{L}\p{N}])/gu, ' + ')
    .split(' ')
    .filter((one) => one !== '');
}

/** Things joined by «+», commas or «и»; a number alone is gold. */
function readWares(words: readonly string[], context: ReadContext, hand: readonly string[]): Wares | Fault {
  const items: string[] = [];
  let gold = 0;
  for (const part of parts(words)) {
    const plain = part.filter((word) => !GOLD.has(fold(word)));
    const number = plain.length === 1 ? wholeNumber(plain[0]!) : null;
    if (number !== null) gold += Math.abs(number);
    else if (plain.length > 0) {
      const text = plain.join(' ');
      const found = findItem(text, context, { hand });
      const item = found
        ? oneItem(found, text, context)
        : fault('unknown-item', { typed: echo(text) || '?' });
      if (typeof item !== 'string') return item;
      items.push(item);
    }
  }
  return { items, gold };
}

function parts(words: readonly string[]): readonly (readonly string[])[] {
  const out: string[][] = [[]];
  for (const word of words) {
    if (AND.has(fold(word))) out.push([]);
    else out.at(-1)!.push(word);
  }
  return out;
}
