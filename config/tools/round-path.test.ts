import { describe, expect, it } from 'vitest';
import { roundPath } from './round-path.ts';

describe('rounding a path', () => {
  it('keeps a tenth of a unit, and does not drift', () => {
    const steps = Array.from({ length: 100 }, () => 'l1.04 0').join('');
    const rounded = roundPath(`M0 0${steps}`);
    const sum = [...rounded.slice(4).matchAll(/(\d*\.?\d+) 0/g)].reduce((all, [, x]) => all + Number(x), 0);
    expect(sum).toBeGreaterThan(103.9);
    expect(sum).toBeLessThan(104.1);
  });

  it('reads numbers that stand close together, and the flags of arcs', () => {
    expect(roundPath('M10.456-3.149L.04.26')).toBe('M10.5-3.1L0 .3');
    expect(roundPath('m1 1a5.25 5.25 0 01-3.333 2')).toBe('m1 1a5.3 5.3 0 0 1-3.3 2');
    expect(roundPath('M0 0h4.44v-2.26zm3 3 1 1')).toBe('M0 0h4.4v-2.3zm3 3l1 1');
  });

  it('says where something is not a path', () => {
    expect(() => roundPath('M0 x')).toThrow('not a path at 2');
  });
});
