import { describe, expect, it } from 'vitest';
import { roundPath } from './round-path.ts';

describe('rounding a path', () => {
  it('keeps half a unit, and does not drift', () => {
    const steps = Array.from({ length: 100 }, () => 'l1.2 0').join('');
    const rounded = roundPath(`M0 0${steps}`);
    const sum = [...rounded.slice(4).matchAll(/(\d*\.?\d+) 0/g)].reduce((all, [, x]) => all + Number(x), 0);
    expect(sum).toBeGreaterThan(119.5);
    expect(sum).toBeLessThan(120.5);
  });

  it('reads numbers that stand close together, and the flags of arcs', () => {
    expect(roundPath('M10.456-3.149L.04.26')).toBe('M10.5-3L0 .5');
    expect(roundPath('m1 1a5.25 5.25 0 01-3.333 2')).toBe('m1 1a5.5 5.5 0 0 1-3.5 2');
    expect(roundPath('M0 0h4.44v-2.26zm3 3 1 1')).toBe('M0 0h4.5v-2.5zm3 3l1 1');
  });

  it('says where something is not a path', () => {
    expect(() => roundPath('M0 x')).toThrow('not a path at 2');
  });
});
