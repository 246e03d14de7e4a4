import fc from 'fast-check';
import { expect, it } from 'vitest';
import { patched } from '../../protocol/patch.ts';
import { diff } from './diff.ts';

it('names the changed slice by its path', () => {
  const before = {
    seq: 1,
    players: [
      { id: 'p1', cell: 0, hp: 5 },
      { id: 'p2', cell: 0, hp: 5 },
    ],
  };
  const after = { ...before, seq: 2, players: [before.players[0], { id: 'p2', cell: 7, hp: 5 }] };
  expect(diff(before, after)).toEqual([
    [['seq'], 2],
    [['players', 1, 'cell'], 7],
  ]);
});

it('appends to a list that kept its beginning, and sends one whole that moved', () => {
  const lines = Array.from({ length: 6 }, (_, n) => ({ n }));
  expect(diff({ lines }, { lines: [...lines, { n: 6 }] })).toEqual([[['lines', 6], { n: 6 }]]);
  const moved = [...lines.slice(1), { n: 6 }];
  expect(diff({ lines }, { lines: moved })).toEqual([[['lines'], moved]]);
});

it('sends an object whole when one of its keys went away', () => {
  expect(diff({ tally: { v1: 1, v2: 2 } }, { tally: { v2: 2 } })).toEqual([[['tally'], { v2: 2 }]]);
});

it('does not look into what is the same object', () => {
  const map = new Proxy({}, { ownKeys: () => expect.fail('looked at the map') });
  expect(diff({ map, seq: 1 }, { map, seq: 1 })).toEqual([]);
});

it('a client that applies the patches has the new view', () => {
  const json = fc.jsonValue({ maxDepth: 4 });
  fc.assert(
    fc.property(json, json, (before, after) => {
      const clean = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
      expect(patched(clean(before), diff(clean(before), clean(after)))).toEqual(clean(after));
    }),
    { numRuns: 500 },
  );
});
