import { describe, expect, it } from 'vitest';
import { interleave, median, percentile, rate, ratioOf } from './measure.ts';
import { atLeast, atMost, figure, short, table } from './report.ts';

describe('measuring', () => {
  it('takes the middle, and the last of a hundred', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
    expect(percentile([5, 1, 4, 2, 3], 0.99)).toBe(5);
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  });

  it('compares neighbours: a machine that slows down for a while changes no ratio', () => {
    expect(ratioOf([10, 1, 10, 1, 10], [20, 2, 20, 2, 20])).toBe(0.5);
  });

  it('lets variants take turns after one turn to warm up, and turns the order round', async () => {
    const turns: string[] = [];
    const values = await interleave({ a: () => turns.push('a'), b: async () => turns.push('b') }, 3);
    expect(turns.join('')).toBe('abab' + 'ba' + 'ab');
    expect(values).toEqual({ a: [3, 6, 7], b: [4, 5, 8] });
  });

  it('counts what was done in the time it took', () => {
    let calls = 0;
    const perSecond = rate(20, () => {
      calls += 1;
      return 1000;
    });
    expect(perSecond).toBeGreaterThan(0);
    expect(perSecond).toBeLessThanOrEqual((calls * 1000) / 0.02);
  });
});

describe('a report', () => {
  it('holds a goal against the ratio, and without a limit against the value', () => {
    expect(figure({ name: 'x', unit: '', value: 3, limit: 4, goal: atLeast(0.7) })).toMatchObject({
      ratio: 0.75,
      met: true,
    });
    expect(figure({ name: 'x', unit: '', value: 3, limit: 4, goal: atMost(0.7) }).met).toBe(false);
    expect(figure({ name: 'x', unit: '', value: 21, goal: atMost(20) })).toMatchObject({
      ratio: null,
      met: false,
    });
    expect(figure({ name: 'x', unit: '', value: 21 }).met).toBeNull();
  });

  it('writes numbers as people read them', () => {
    expect([0.123456, 9_876, 12_345, 7_654_321].map(short)).toEqual(['0.123', '9880', '12.3 k', '7.65 M']);
  });

  it('is a table with a row for each figure and a line for each note', () => {
    const figures = [figure({ name: 'CPU', unit: 'us', value: 5, limit: 4, goal: atMost(1.2) })];
    const lines = table({ bench: 'fanout', figures, notes: ['on a quiet machine'] }).split('\n');
    expect(lines[0]).toBe('== fanout');
    expect(lines[3]).toBe('CPU     5 us      4      1.25   at most 1.2  NOT MET');
    expect(lines[4]).toBe('  * on a quiet machine');
  });
});
