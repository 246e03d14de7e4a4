import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { initialState } from '../evolve.ts';
import type { Size } from '../rules.ts';
import { retreat } from '../turn/walk.ts';
import type { Board, Cell } from './board.ts';
import { generateBoard } from './generate.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const maps = fc.record({ seed: fc.string({ maxLength: 12 }), size: fc.constantFrom<Size>('S', 'M', 'L') });
const holds = (check: (board: Board) => void, runs = 120) =>
  fc.assert(
    fc.property(maps, ({ seed, size }) => check(generateBoard({ seed, size, rules }))),
    { numRuns: runs },
  );
const main = (board: Board): Cell[] => board.cells.filter((cell) => cell.way === 'main');
const at = (board: Board, id: number): Cell => board.cells[id] as Cell;

describe('a generated map', () => {
  it('has exactly the main track of its size, each step to a neighbour', () => {
    holds((board) => {
      const track = main(board);
      expect(track.length).toBe(rules.tunables.map.sizes[board.size].cells);
      for (let i = 1; i < track.length; i += 1) {
        const [a, b] = [track[i - 1] as Cell, track[i] as Cell];
        expect(Math.abs(a.x - b.x) + Math.abs(a.y - b.y)).toBe(1);
      }
    });
  });

  it('lets the finish be reached from every active cell, by any way', () => {
    holds((board) => {
      for (const cell of board.cells) {
        expect(cell.id === board.finish || cell.next.length > 0).toBe(true);
        expect(Number.isFinite(cell.toFinish) && (cell.toFinish > 0 || cell.id === board.finish)).toBe(true);
      }
      const track = [...board.cells].sort((a, b) => a.toFinish - b.toFinish);
      const reaches = new Set([board.finish]);
      for (const cell of track) if (cell.next.some((next) => reaches.has(next))) reaches.add(cell.id);
      expect(reaches.size).toBe(board.cells.length);
    });
  });

  it('has no two active cells on one spot of the matrix, and none outside', () => {
    holds((board) => {
      expect(new Set(board.cells.map((cell) => `${cell.x},${cell.y}`)).size).toBe(board.cells.length);
      for (const { x, y } of board.cells)
        expect(x >= 0 && y >= 0 && x < board.width && y < board.height).toBe(true);
    });
  });

  it('has connected zones that hold their own cells', () => {
    holds((board) => {
      for (const cell of board.cells) expect(board.ground[cell.y * board.width + cell.x]).toBe(cell.zone);
      for (const zone of new Set(board.ground)) expect(areas(board, zone)).toBe(1);
    });
  });

  it('has camps at most `campEvery` cells apart', () => {
    holds((board) => {
      const camps = main(board).flatMap((cell, i) => (cell.kind === 'camp' ? [i] : []));
      const stops = [0, ...camps, board.length - 1];
      for (let i = 1; i < stops.length; i += 1) {
        expect((stops[i] as number) - (stops[i - 1] as number)).toBeLessThanOrEqual(
          rules.tunables.map.campEvery,
        );
      }
    });
  });

  it('has no trap in the first cells, and every trap knows what it is', () => {
    holds((board) => {
      for (const [i, cell] of main(board).entries()) {
        if (i <= rules.tunables.map.noTrapBefore) expect(cell.kind).not.toBe('trap');
      }
      for (const cell of board.cells) {
        expect(['trap', 'object'].includes(cell.kind)).toBe(cell.secret !== undefined);
        if (cell.kind === 'trap' && cell.secret)
          expect(
            rules.traps[cell.secret]?.zone === cell.zone || rules.traps[cell.secret]?.zone === 'any',
          ).toBe(true);
      }
    });
  });

  it('has objects of the place, each of which somebody can open, and passages no longer than a shortcut', () => {
    let passages = 0;
    holds((board) => {
      const most = Math.floor(board.length * rules.tunables.map.shortcut);
      for (const cell of board.cells) {
        const object = cell.kind === 'object' ? rules.objects?.[cell.secret ?? ''] : undefined;
        expect(object === undefined).toBe(cell.kind !== 'object');
        if (object) expect([cell.zone, 'any']).toContain(object.zone);
        expect(cell.passage !== undefined).toBe(object?.passage === true);
        if (cell.passage === undefined) continue;
        passages += 1;
        const end = at(board, cell.passage);
        expect([end.zone, end.way]).toEqual([cell.zone, 'main']);
        expect(['finish', 'gate']).not.toContain(end.kind);
        expect(cell.toFinish - end.toFinish - 1).toBeLessThanOrEqual(most);
        expect(cell.toFinish - end.toFinish).toBeGreaterThan(0);
      }
    });
    expect(passages).toBeGreaterThan(100);
    for (const { opens } of Object.values(rules.objects ?? {}))
      if ('tool' in opens)
        expect(
          Object.values(rules.items).some(({ tags, weight }) => tags.includes(opens.tool) && weight !== 0),
        ).toBe(true);
  });

  it('is the same with objects and without, but for what stands on their cells', () => {
    const { objects: _none, ...bare } = rules;
    const plain = ({ secret, passage: _hidden, ...cell }: Cell) =>
      cell.kind === 'object' ? cell : { ...cell, secret };
    for (const seed of ['a', 'b', 'c']) {
      const [withThem, without] = [rules, bare].map((one) => generateBoard({ seed, size: 'M', rules: one }));
      expect(withThem!.cells.map(plain)).toEqual(without!.cells.map(plain));
    }
  });

  it('saves at most a fifth of the track by a shortcut, and no way skips a gate', () => {
    holds((board) => {
      const most = Math.floor(board.length * rules.tunables.map.shortcut);
      for (const cell of main(board)) {
        for (const next of cell.next.slice(1)) {
          const way = follow(board, next);
          expect(way.to - cell.id - (way.length + 1)).toBeLessThanOrEqual(most);
          const passed = main(board).slice(cell.id, way.to + 1);
          expect(passed.some((one) => one.kind === 'gate')).toBe(false);
        }
      }
    });
  });

  it('has a gate at every border, one market a zone at least, and side ways', () => {
    holds((board) => {
      const track = main(board);
      expect(track.filter((cell) => cell.kind === 'gate').length).toBe(4);
      for (let i = 1; i < track.length; i += 1) {
        if (track[i]?.zone !== track[i - 1]?.zone) expect(track[i]?.kind).toBe('gate');
      }
      for (const zone of new Set(board.ground)) {
        expect(track.some((cell) => cell.zone === zone && cell.kind === 'market')).toBe(true);
      }
      expect(board.cells.length).toBeGreaterThan(board.length);
    });
  });

  it('is the same byte for byte from the same input, and another from another seed', () => {
    const make = (seed: string) => JSON.stringify(generateBoard({ seed, size: 'S', rules }));
    expect(make('one')).toBe(make('one'));
    expect(make('one')).not.toBe(make('two'));
  });

  it('leads back to the start', () => {
    const setup = {
      game: 'g',
      mapSeed: 'back',
      size: 'S' as const,
      pace: 'session' as const,
      lang: 'en' as const,
      ranked: false,
    };
    const state = initialState(setup, rules);
    expect(retreat(state, state.board.finish, 1000).at(-1)).toBe(state.board.start);
  });
});

/** The side way that begins at a cell: how long it is and where it comes back. */
function follow(board: Board, first: number): { length: number; to: number } {
  let length = 0;
  let id = first;
  while (at(board, id).way !== 'main') {
    length += 1;
    id = at(board, id).next[0] as number;
  }
  return { length, to: id };
}

function areas(board: Board, zone: string): number {
  const left = new Set(board.ground.flatMap((one, i) => (one === zone ? [i] : [])));
  let count = 0;
  for (const first of left) {
    count += 1;
    const queue = [first];
    left.delete(first);
    while (queue.length > 0) {
      const spot = queue.pop() as number;
      const x = spot % board.width;
      const near = [
        x > 0 ? spot - 1 : -1,
        x < board.width - 1 ? spot + 1 : -1,
        spot - board.width,
        spot + board.width,
      ];
      for (const to of near) if (left.delete(to)) queue.push(to);
    }
  }
  return count;
}
