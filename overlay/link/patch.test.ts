import { describe, expect, it } from 'vitest';
import { applyPatches } from './patch.ts';

const before = {
  at: 1,
  players: [
    { id: 'p1', hp: 9 },
    { id: 'p2', hp: 7 },
  ],
  tally: { a: { voters: 1 } },
};

describe('applyPatches', () => {
  it('sets a slice and leaves the old view and its other parts alone', () => {
    const after = applyPatches(before, [[['players', 1, 'hp'], 3]]) as typeof before;
    expect(after.players[1]).toEqual({ id: 'p2', hp: 3 });
    expect(before.players[1]!.hp).toBe(7);
    expect(after.players[0]).toBe(before.players[0]);
    expect(after.tally).toBe(before.tally);
  });

  it('replaces the whole view by an empty path', () => {
    expect(applyPatches(before, [[[], { at: 5 }]])).toEqual({ at: 5 });
  });

  it('makes missing parents, drops keys set to undefined, cuts lists', () => {
    const after = applyPatches(before, [
      [['tally', 'b', 'voters'], 2],
      [['tally', 'a'], undefined],
      [['players', 'length'], 1],
    ]) as typeof before;
    expect(after.tally).toEqual({ b: { voters: 2 } });
    expect(after.players).toHaveLength(1);
  });

  it('refuses keys that reach into the prototype', () => {
    expect(() => applyPatches(before, [[['__proto__', 'hp'], 1]])).toThrow(/may not set/);
    expect(({} as Record<string, unknown>).hp).toBeUndefined();
  });
});
