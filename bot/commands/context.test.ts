import { describe, expect, it } from 'vitest';
import { createContexts } from './context.ts';
import { bag, board, TEXTS } from './given.ts';
import { readLine } from './read.ts';

const POLL = {
  id: 'v9',
  player: 'p1',
  pending: 9,
  kind: 'crowd',
  options: 0,
  need: 5,
  opens: 0,
  closes: 9e9,
} as const;
const TRIAL = {
  n: 9,
  until: null,
  is: 'trial',
  trial: 'roll_call',
  tier: 1,
  by: null,
  poll: 'v9',
  done: null,
} as const;
const chat = createContexts({ player: 'p1', lang: 'ru', texts: TEXTS });

describe('contexts out of views', () => {
  it('hold names, bag, market and requests', () => {
    const view = bag({
      market: [{ item: 'thermos', price: 5 }],
      requests: [{ n: 4, by: 'v_1', item: 'echo_jar', targets: [], until: 0, name: 'Mia' }],
    });
    const context = chat({ board: board(), bag: view, role: 'player', now: 5 });
    expect(context).toMatchObject({ player: 'p1', lang: 'ru', market: ['thermos'], requests: [4], now: 5 });
    expect(readLine('!use echo kestrel', context)).toMatchObject({
      command: { item: 'echo_jar', targets: ['p2'] },
    });
    expect(readLine('!разрешить', context)).toMatchObject({ command: { type: 'approve', request: 4 } });
    expect(readLine('!купить термос', context)).toMatchObject({ command: { item: 'thermos' } });
  });

  it('hold the polls of this chat alone, the last one last, with the word that is asked', () => {
    const quiz = { ...POLL, id: 'v10', kind: 'quiz', options: 3, opens: 5 } as const;
    const polls = [quiz, POLL, { ...quiz, id: 'v11', player: 'p2' }];
    const context = chat({
      board: { ...board({ pending: TRIAL }), polls },
      bag: null,
      role: 'viewer',
      now: 0,
    });
    expect(context.polls).toEqual([
      { id: 'v9', kind: 'crowd', options: 0, word: { ru: 'ёлка', en: 'pine' } },
      { id: 'v10', kind: 'quiz', options: 3 },
    ]);
    expect(readLine('елка', context)).toEqual({ kind: 'vote', poll: 'v9', choice: 'x', spec: null });
  });

  it('know how many ways the fork of this player has', () => {
    const fork = { n: 3, until: null, is: 'fork', cell: 4, left: 2, ways: [5, 9] } as const;
    const said = { bag: null, role: 'player', now: 0 } as const;
    const context = chat({ ...said, board: board({ pending: fork }) });
    expect(readLine('2', context)).toMatchObject({ command: { type: 'go', way: 2 } });
    expect(chat({ ...said, board: board({ pending: TRIAL }) }).fork).toBeUndefined();
  });

  it('keep what did not change, so that tables stay warm', () => {
    const view = { ...board({ pending: TRIAL }), polls: [POLL] };
    const first = chat({ now: 0, board: view, bag: null, role: 'viewer' });
    const later = chat({ now: 0, board: { ...view, seq: 8 }, bag: null, role: 'player' });
    expect(later.names).toBe(first.names);
    expect(later.polls[0]).toBe(first.polls[0]);
  });

  it('turn numbers of cells as people count them into cells', () => {
    // A side way of one cell leaves at 2 and comes back at 5: from 2 on the road is two cells shorter.
    const { map, ...rest } = board({ cell: 10 });
    const left = [7, 6, 5, 6, 5, 4, 3, 2, 1, 0];
    const cells = map.cells.map((cell, id) => ({
      ...{ ...cell, toFinish: left[id]! },
      next: id === 2 ? [3, 10] : cell.next,
      prev: id === 5 ? [4, 10] : cell.prev,
    }));
    const side = { ...cells[3]!, id: 10, way: 1, next: [5], prev: [2], toFinish: 5 };
    const on = (cell: number) => {
      const seen = { ...rest, map: { ...map, cells: [...cells, side] }, players: board({ cell }).players };
      return chat({ now: 0, board: seen, bag: bag(), role: 'player' });
    };
    const cellOf = (line: string, at: number) => {
      const read = readLine(line, on(at));
      return read.kind === 'command' && read.command.type === 'use' ? read.command.cell : read;
    };
    expect(cellOf('!use echo 6', 1)).toBe(6);
    expect(cellOf('!use echo 4', 1)).toBe(2);
    expect(cellOf('!use echo 4', 4)).toBe(4);
    expect(cellOf('!use echo +2', 1)).toBe(3);
    expect(cellOf('!use echo +1', 10)).toBe(5);
    expect(cellOf('!use echo -1', 10)).toBe(2);
    expect(cellOf('!use echo 99', 1)).toMatchObject({ code: 'no-cell', args: { typed: '99' } });
    expect(cellOf('!use echo -5', 1)).toMatchObject({ code: 'no-cell' });
  });

  it('do without a bag', () => {
    const context = chat({ now: 0, board: board(), bag: null, role: 'viewer' });
    expect(context).toMatchObject({ bag: [], polls: [] });
  });
});
