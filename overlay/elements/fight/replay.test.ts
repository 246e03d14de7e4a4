import { describe, expect, it } from 'vitest';
import type { Beat } from '../../../bot/engine/combat/state.ts';
import { makeFight, makeFoe } from '../fixture/fights.ts';
import { framesOf, standing } from './replay.ts';

const before = makeFight({ foes: [makeFoe({ n: 1, hp: 20 }), makeFoe({ n: 2, hp: 9 })] });
const after = makeFight({
  round: 4,
  me: { ...before.me, band: 'near', hp: 25 },
  foes: [
    makeFoe({ n: 1, hp: 12 }),
    makeFoe({ n: 2, hp: 0, out: { how: 'fell', loot: 100 } }),
    makeFoe({ n: 3, hp: 40 }),
  ],
});
const beats: Beat[] = [
  { is: 'move', who: 'me', from: 'mid', to: 'near' },
  { is: 'blow', who: 'me', on: 1, harm: 8, how: 'hit', by: 'near' },
  { is: 'blow', who: 'me', on: 2, harm: 30, how: 'critical', by: 'near' },
  { is: 'fell', who: 2 },
  { is: 'came', who: 3 },
  { is: 'blow', who: 1, on: 'me', harm: 6, how: 'hit', by: 'heavy_strike' },
];

describe('a round as pictures', () => {
  const frames = framesOf(before, after, beats);

  it('has one picture a beat and ends as the engine says', () => {
    expect(frames).toHaveLength(beats.length);
    expect(frames.at(-1)).toBe(after);
  });

  it('steps, strikes, fells and lets in, one after another', () => {
    expect(frames[0]!.me.band).toBe('near');
    expect(frames[0]!.foes[0]!.hp).toBe(20);
    expect(frames[1]!.foes[0]!.hp).toBe(12);
    expect(frames[2]!.foes[1]!.hp).toBe(0);
    expect(standing(frames[2]!).map(({ n }) => n)).toEqual([1, 2]);
    expect(standing(frames[3]!).map(({ n }) => n)).toEqual([1]);
    expect(standing(frames[4]!).map(({ n }) => n)).toEqual([1, 3]);
    expect(frames[4]!.me.hp).toBe(before.me.hp);
  });

  it('keeps the blows that were announced until the round is over', () => {
    expect(frames[1]!.foes[0]!.next).toEqual(before.foes[0]!.next);
  });

  it('marks who sleeps, wakes and digs, and what is spent', () => {
    const rest: Beat[] = [
      { is: 'slept', who: 1 },
      { is: 'woke', who: 1 },
      { is: 'dug', who: 1 },
      { is: 'status', who: 'me', effect: 'burn', rounds: 2 },
      { is: 'prop', id: 'old_lamp' },
      { is: 'heal', who: 'me', by: 'x', points: 500 },
    ];
    const start = { ...before, prop: { id: 'old_lamp', used: false } };
    const [slept, woke, dug, burns, spent] = framesOf(start, after, rest);
    expect([slept, woke, dug].map((one) => Object.keys(one!.foes[0]!.flags))).toEqual([
      ['asleep'],
      ['awake'],
      ['awake', 'under'],
    ]);
    expect(burns!.me.statuses).toEqual([{ effect: 'burn', rounds: 2 }]);
    expect(spent!.prop!.used).toBe(true);
  });
});
