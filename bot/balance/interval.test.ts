import { describe, expect, it } from 'vitest';
import { meanInterval, median, medianInterval, NO_SUMS, plus, quantile, shareInterval } from './interval.ts';

describe('intervals', () => {
  it("a share: Wilson's", () => {
    const [low, high] = shareInterval(10, 100);
    expect(low).toBeCloseTo(0.0552, 3);
    expect(high).toBeCloseTo(0.1744, 3);
    expect(shareInterval(0, 0)).toEqual([0, 1]);
    expect(shareInterval(0, 50)[0]).toBe(0);
    expect(shareInterval(50, 50)[1]).toBe(1);
  });

  it('a mean: by the spread of the values; nothing is known of one', () => {
    const sums = [1, 2, 3, 4, 5].reduce(plus, NO_SUMS);
    const [low, high] = meanInterval(sums);
    expect(low).toBeCloseTo(3 - 1.96 * Math.sqrt(2.5 / 5), 6);
    expect(high).toBeCloseTo(3 + 1.96 * Math.sqrt(2.5 / 5), 6);
    expect(meanInterval(plus(NO_SUMS, 1))).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });

  it('a median: by ranks, narrower with more values', () => {
    const values = Array.from({ length: 401 }, (_, i) => i);
    expect(median(values)).toBe(200);
    const [low, high] = medianInterval(values);
    expect(low).toBeGreaterThan(175);
    expect(high).toBeLessThan(225);
    const [few] = medianInterval(values.filter((value) => value % 20 === 0));
    expect(few).toBeLessThan(low);
  });

  it('a quantile lies between two ranks in proportion', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([], 0.5)).toBe(0);
  });
});
