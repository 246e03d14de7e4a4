import type { Wares } from '../../engine/diplomacy/commands.ts';
import { findItem, oneItem, readyInBag } from '../args/item.ts';
import { wholeNumber } from '../args/number.ts';
import { readRivalFirst } from '../args/rival.ts';
import { type CommandSpec, type Fault, fault, type ReadContext, type Typed } from '../spec.ts';
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
    const marks = words.flatMap((word, i) => (i > 0 && FOR.has(fold(word)) ? [i] : []));
    // A name may hold such a word itself, so every parting is tried; what is wrong is told of the first.
    const first = parted(words, marks[0] ?? words.length, { typed, context });
    const others = [words.length, ...marks.slice(1).reverse()].map((at) =>
      parted(words, at, { typed, context }),
    );
    const read = [...others, first].find(({ kind }) => kind !== 'fault');
    return marks.length === 0 ? first : (read ?? first);
  },
};

/** What is before this word is given, what is behind it is wanted. */
function parted(
  words: readonly string[],
  at: number,
  { typed, context }: { typed: Typed; context: ReadContext },
): ReturnType<CommandSpec['read']> {
  const found = readRivalFirst(words.slice(0, at), context);
  if ('kind' in found) return found;
  const give = readWares(found.rest, context, readyInBag(context));
  if ('kind' in give) return give;
  const want = readWares(words.slice(at + 1), context, []);
  if ('kind' in want) return want;
  if (give.items.length + want.items.length + give.gold + want.gold === 0)
    return fault('needs-trade', { command: typed.name });
  return { kind: 'command', command: { type: 'trade', to: found.rival, give, want } };
}

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
