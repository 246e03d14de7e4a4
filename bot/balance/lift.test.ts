import { describe, expect, it } from 'vitest';
import type { ItemDef, Tunables } from '../engine/rules.ts';
import { lab, labWith } from './given.ts';
import { Lifts, tasksOf, thingsOf } from './lift.ts';
import { perform } from './task.ts';

const plain = {
  zone: 'any',
  tags: ['plain'],
  purpose: 'risk',
  rarity: 'common',
  price: 10,
  target: 'none',
  range: 0,
} as const;
const item = (id: string, more: Partial<ItemDef>): ItemDef =>
  ({ id, ...plain, category: 'artifact', weight: 0, ...more }) as ItemDef;
function unfought({ combat: _fights, superGame, ...tunables }: Tunables): Tunables {
  if (!superGame) return tunables;
  const guardian = { ...superGame.guardian, fight: 'check', harder: -20 } as const;
  return { ...tunables, superGame: { ...superGame, need: 1, guardian } };
}

const planted = labWith((rules) => ({
  ...rules,
  items: {
    ...rules.items,
    rocket: item('rocket', { stats: { roll: 15, check: 15 } }),
    pebble: item('pebble', {}),
  },
  // Speed is what the rocket has: nobody fights, and whoever comes first needs one stage, that of dice against 1.
  tunables: { ...unfought(rules.tunables), gate: { difficulty: 1, mercy: 1 } },
}));

function lifts(id: string) {
  const found = new Lifts([id]);
  for (let n = 1; n <= 24; n += 1) {
    const branches = [1, 2, 3].map((i) => ({ item: id, seat: ((n + i) % 6) + 1, rolls: 1 }));
    found.add(perform(planted, { n, branches }).pairs);
  }
  return found.of()[id]!;
}

describe('what a thing is worth to its owner', () => {
  it('finds a thing that all but wins the game', () => {
    const { points, interval, pairs } = lifts('rocket');
    expect(pairs).toBeGreaterThan(60);
    expect(points).toBeGreaterThan(25);
    expect(interval[0]).toBeGreaterThan(12);
  });

  it('finds nothing in a thing that does nothing', () => {
    const { interval } = lifts('pebble');
    expect(interval[0]).toBeLessThan(0.01);
    expect(interval[1]).toBeGreaterThan(-0.01);
  });

  it('looks at everything once, then closer at what looked strongest', () => {
    const things = thingsOf(lab.rules);
    const first = tasksOf({ lab, games: 100, round: 0, things });
    expect(new Set(first.flatMap(({ branches }) => branches.map(({ item: id }) => id))).size).toBe(
      things.length,
    );
    const found = new Lifts(['a', 'b', 'c']);
    found.add([
      { item: 'a', won: 0, places: 0 },
      { item: 'b', won: 1, places: 0.4 },
      { item: 'c', won: -1, places: 0 },
    ]);
    expect(found.strongest(0)).toEqual(['a', 'b', 'c']);
    expect(found.of().b).toMatchObject({ points: 100, pairs: 1 });
    const many = new Lifts(Array.from({ length: 60 }, (_, i) => `t${String(i).padStart(2, '0')}`));
    many.add([{ item: 't42', won: 1, places: 1 }]);
    expect(many.strongest(2)).toHaveLength(6);
    expect(many.strongest(2)).toContain('t42');
  });

  it('plays other games in every round, and never two branches of one seat in a game', () => {
    const numbers = [0, 1, 2].flatMap((round) =>
      tasksOf({ lab, games: 50, round, things: ['a'] }).map(({ n }) => n),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { branches } of tasksOf({ lab, games: 50, round: 2, things: ['a'] })) {
      expect(new Set(branches.map(({ seat }) => seat)).size).toBe(branches.length);
    }
  });
});
