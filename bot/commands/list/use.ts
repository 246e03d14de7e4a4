import { inBag, readItemFirst, readyInBag } from '../args/item.ts';
import { wholeNumber } from '../args/number.ts';
import { readPlayers, withoutFillers } from '../args/player.ts';
import { type CommandSpec, fault, type Meaning, type ReadContext } from '../spec.ts';
import { echo } from '../text.ts';

/** As the wire's schema has it. */
const LAST_CELL = 999;

/** `14` is the number that answers show; `+2` and `-2` are steps from the player. */
function useOnCell(item: string, word: string, { cellAt }: ReadContext): Meaning | null {
  const number = wholeNumber(word);
  if (number === null) return null;
  const cell = cellAt ? cellAt(number, /^[+\-−–]/u.test(word)) : number;
  if (cell === null) return fault('no-cell', { typed: echo(word) || '?' });
  if (cell < 0 || cell > LAST_CELL) return fault('bad-number', { number: cell, min: 0, max: LAST_CELL });
  return { kind: 'command', command: { type: 'use', item, cell } };
}

export const use: CommandSpec = {
  id: 'use',
  names: { ru: ['применить', 'использовать', 'юз'], en: ['use'] },
  who: ['player', 'helper'],
  cooldown: 'bag',
  help: {
    ru: '!применить вещь [имя, клетка 14 или +2] — пустить вещь в дело',
    en: '!use item [name, cell 14 or +2] — put an item to work',
  },
  read: (typed, context) => {
    const read = readItemFirst(typed, context, { hand: inBag(context), ready: readyInBag(context) });
    if ('kind' in read) return read;
    const rest = withoutFillers(read.rest);
    if (rest.length === 0) return { kind: 'command', command: { type: 'use', item: read.item } };
    const onCell = rest.length === 1 ? useOnCell(read.item, rest[0]!, context) : null;
    if (onCell) return onCell;
    const targets = readPlayers(rest, context);
    if (!Array.isArray(targets)) return targets;
    return { kind: 'command', command: { type: 'use', item: read.item, targets } };
  },
};
