import { inBag, readItemFirst } from '../args/item.ts';
import { wholeNumber } from '../args/number.ts';
import { readPlayers, withoutFillers } from '../args/player.ts';
import { type CommandSpec, fault, type Meaning } from '../spec.ts';

/** As the wire's schema has it. */
const LAST_CELL = 999;

function useOnCell(item: string, cell: number): Meaning {
  if (cell < 0 || cell > LAST_CELL) return fault('bad-number', { number: cell, min: 0, max: LAST_CELL });
  return { kind: 'command', command: { type: 'use', item, cell } };
}

export const use: CommandSpec = {
  id: 'use',
  names: { ru: ['применить', 'использовать', 'юз'], en: ['use'] },
  who: ['player', 'helper'],
  cooldown: 'bag',
  help: {
    ru: '!применить вещь [имя или клетка] — пустить вещь в дело',
    en: '!use item [name or cell] — put an item to work',
  },
  read: (typed, context) => {
    const read = readItemFirst(typed, context, inBag(context));
    if ('kind' in read) return read;
    const rest = withoutFillers(read.rest);
    if (rest.length === 0) return { kind: 'command', command: { type: 'use', item: read.item } };
    const cell = rest.length === 1 ? wholeNumber(rest[0]!) : null;
    if (cell !== null) return useOnCell(read.item, cell);
    const targets = readPlayers(rest, context);
    if (!Array.isArray(targets)) return targets;
    return { kind: 'command', command: { type: 'use', item: read.item, targets } };
  },
};
