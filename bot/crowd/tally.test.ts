import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Poll } from '../engine/state.ts';
import { createTally, type KeyedBallot, type Receipt, verifyReceipt } from './tally.ts';

const poll = (kind: Poll['kind'], options = 0): Poll => ({
  ...{ id: 'v7', player: 'p1', pending: 7, kind, options, need: 0, opens: 10_000, closes: 40_000 },
});
const ballot = (voter: string, choice: number | 'x', sentAt = 20_000): KeyedBallot => ({
  voter,
  choice,
  sentAt,
});

function counted(of: Poll, ballots: readonly KeyedBallot[]) {
  const tally = createTally(of);
  for (const one of ballots) tally.put(one);
  return tally;
}

describe('a tally', () => {
  it('counts options, one ballot a person, the last one', () => {
    const tally = counted(poll('quiz', 3), [
      ballot('a', 1),
      ballot('b', 2),
      ballot('a', 2, 21_000),
      ballot('c', 3),
    ]);
    expect(tally.put(ballot('a', 3, 20_500))).toBe(false);
    expect(tally.live()).toEqual({ voters: 3, totals: { 1: 0, 2: 2, 3: 1 } });
    expect(tally.closing()).toMatchObject({
      type: 'closePoll',
      poll: 'v7',
      voters: 3,
      totals: { 1: 0, 2: 2, 3: 1 },
    });
  });

  it('takes the middle of free numbers, whatever trolls shout', () => {
    const guesses = (list: number[]) =>
      counted(
        poll('number'),
        list.map((n, i) => ballot(`v${i}`, n)),
      ).closing().totals;
    expect(guesses([100, 120, 9_000_000_000])).toEqual({ median: 120 });
    expect(guesses([100, 121])).toEqual({ median: 110 });
    expect(guesses([-3, -2])).toEqual({ median: -3 });
    expect(guesses([])).toEqual({});
  });

  it('counts people who said the word', () => {
    const tally = counted(poll('crowd'), [
      ballot('a', 'x'),
      ballot('b', 'x'),
      ballot('a', 'x', 21_000),
      ballot('c', 1),
    ]);
    expect(tally.closing()).toMatchObject({ voters: 2, totals: {} });
  });

  it.each<[string, KeyedBallot, boolean]>([
    ['before the opening', ballot('a', 1, 7999), false],
    ['within the clocks’ difference', ballot('a', 1, 8000), true],
    ['just after the closing', ballot('a', 1, 42_000), true],
    ['too late', ballot('a', 1, 42_001), false],
    ['no such option', ballot('a', 4), false],
    ['option zero', ballot('a', 0), false],
    ['half an option', ballot('a', 1.5), false],
    ['a word where numbers are asked', ballot('a', 'x'), false],
  ])('%s', (_, one, taken) => expect(createTally(poll('quiz', 3)).put(one)).toBe(taken));

  it('is bounded', () => {
    const tally = createTally(poll('quiz', 2), { maxVoters: 2 });
    expect(['a', 'b', 'c'].map((voter) => tally.put(ballot(voter, 1)))).toEqual([true, true, false]);
  });
});

const ballots = fc.array(
  fc.record({
    voter: fc.constantFrom(...Array.from({ length: 12 }, (_, i) => `v_${i}`)),
    choice: fc.integer({ min: 1, max: 4 }),
    sentAt: fc.integer({ min: 10_000, max: 10_004 }),
  }),
  { maxLength: 40 },
);
const FOUR = poll('quiz', 4);

describe('the proof of a vote', () => {
  it('does not depend on the order in which ballots came', () => {
    const shuffled = ballots.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(counted(FOUR, one).closing()).toEqual(counted(FOUR, other).closing());
      }),
    );
  });

  it('gives every voter a receipt that verifies, and none to others', () => {
    fc.assert(
      fc.property(ballots, (list) => {
        const tally = counted(FOUR, list);
        const { root } = tally.closing();
        for (const { voter, choice } of tally.ballots()) {
          const receipt = tally.receipt(voter)!;
          expect(receipt).toMatchObject({ voter, choice, poll: 'v7' });
          expect(verifyReceipt(receipt, root)).toBe(true);
        }
        expect(tally.receipt('v_nobody')).toBeNull();
      }),
    );
  });

  it('fails a receipt with anything changed', () => {
    const tally = counted(
      FOUR,
      Array.from({ length: 7 }, (_, i) => ballot(`v_${i}`, (i % 4) + 1)),
    );
    const { root } = tally.closing();
    const good = tally.receipt('v_3')!;
    const path = good.path;
    const changed: Partial<Receipt>[] = [
      { voter: 'v_4' },
      { choice: '1' },
      { choice: 'x' },
      { poll: 'v8' },
      { index: good.index + 1 },
      { index: -1 },
      { index: 0.5 },
      { count: good.count + 1 },
      { count: Number.NaN },
      { path: path.slice(1) },
      { path: [...path, path[0]!] },
      { path: [...path].reverse() },
      { path: [path[0]!.replace(/./, (c) => (c === '0' ? '1' : '0')), ...path.slice(1)] },
      { path: ['zz', ...path.slice(1)] },
    ];
    expect(verifyReceipt(good, root)).toBe(true);
    for (const change of changed)
      expect(verifyReceipt({ ...good, ...change }, root), JSON.stringify(change)).toBe(false);
    expect(
      verifyReceipt(
        good,
        root.replace(/.$/, (c) => (c === '0' ? '1' : '0')),
      ),
    ).toBe(false);
  });

  it('has a root of its own for other polls, other numbers of voters, and nobody', () => {
    const roots = [
      counted(FOUR, []),
      counted({ ...FOUR, id: 'v8' }, []),
      counted(FOUR, [ballot('a', 1)]),
      counted(FOUR, [ballot('a', 2)]),
      counted(FOUR, [ballot('a', 1), ballot('b', 1)]),
    ].map((tally) => tally.closing().root);
    expect(new Set(roots).size).toBe(roots.length);
    for (const root of roots) expect(root).toMatch(/^[0-9a-f]{64}$/);
  });
});
