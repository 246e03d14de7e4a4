/** What people get wrong, and what is not theirs: every such line is answered, or kept quiet on purpose. */
import { COMMANDS } from '../../commands/list.ts';
import type { Table } from './table.ts';

/** Command and what follows it; `?`: a name that nobody has. */
const SLIPS: readonly (readonly [string, string])[] = [
  ...([
    ['go', '9'],
    ['choose', '9'],
    ['accept', ''],
    ['decline', ''],
    ['ally', ''],
    ['war', '?'],
    ['peace', ''],
  ] as const),
  ...([
    ['leave', '='],
    ['betray', '='],
    ['assist', '='],
    ['tribute', '= 999'],
    ['trade', '='],
    ['trade', '= 5'],
    ['buy', '1'],
  ] as const),
  ...([
    ['sell', '?'],
    ['use', '?'],
    ['wear', '?'],
    ['unwear', ''],
    ['gift', ''],
    ['discard', ''],
    ['weapon', '?'],
  ] as const),
  ...([
    ['done', ''],
    ['drop', ''],
    ['reroll', ''],
    ['contest', '='],
    ['approve', ''],
    ['deny', '7'],
    ['helper', '@?'],
  ] as const),
  ...([
    ['roll', '+d20'],
    ['vote', '4'],
    ['dayoff', '1'],
    ['back', ''],
    ['rule', '99.9'],
    ['help', 'trade'],
    ['why', '7'],
  ] as const),
  ...([
    ['judge', ''],
    ['undo', ''],
    ['seat', ''],
    ['start', ''],
    ['pause', ''],
  ] as const),
];
const STRANGE = { ru: 'Кукумбер', en: 'Quxley' } as const;
const VIEWERS = ['roll', 'buy', 'ally', 'helper', 'undo', 'challenge', 'status', 'top', 'help'] as const;

export async function slips(table: Table, viewer: string): Promise<void> {
  const strange = STRANGE[table.lang];
  const other = table.name('p4');
  for (const [command, rest] of SLIPS)
    await table.say('p6', command, rest.replace('?', strange).replace('=', other));
  for (const id of VIEWERS) {
    const name = COMMANDS.find((one) => one.id === id)?.names[table.lang][0] ?? id;
    await table.type('p6', `!${name}`, viewer);
  }
}
