import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMerger } from './merge.ts';
import { lengthOf } from './text.ts';

const LIMITS = { maxLength: 60, pace: { lines: 3, seconds: 30 }, gap: 1000 };

describe('answers to one chat', () => {
  it('go out at once when nothing was said, then share a line', () => {
    const merger = createMerger(LIMITS);
    merger.push('🎲 LiraVox: 7', 0);
    expect(merger.take(0)).toBe('🎲 LiraVox: 7');
    merger.push('🎲 Kestrel: 5', 100);
    merger.push('🎒 Nox: талон', 200);
    expect(merger.take(300)).toBeNull();
    expect(merger.nextAt()).toBe(1000);
    expect(merger.take(1000)).toBe('🎲 Kestrel: 5 · Nox: талон');
    expect(merger.nextAt()).toBeNull();
  });

  it('are said once in 30 seconds', () => {
    const merger = createMerger(LIMITS);
    expect(merger.push('нет', 0)).toBe(true);
    expect(merger.push('нет', 1)).toBe(false);
    merger.take(1);
    expect(merger.push('нет', 29_000)).toBe(false);
    expect(merger.push('нет', 30_001)).toBe(true);
    expect(merger.push('', 30_001)).toBe(false);
  });

  it('are dropped from the old end when too many wait, or too long', () => {
    const merger = createMerger({ ...LIMITS, keep: 2 });
    for (const text of ['a', 'b', 'c']) merger.push(text, 0);
    expect(merger.take(0)).toBe('b · c');
    expect(merger.dropped).toBe(1);
    merger.push('old', 0);
    expect(merger.take(60_000)).toBeNull();
    expect(merger.dropped).toBe(2);
  });

  it('cuts a single answer that is longer than a line', () => {
    const merger = createMerger({ ...LIMITS, maxLength: 5 });
    merger.push('🎲🎲🎲🎲🎲🎲', 0);
    expect(merger.take(0)).toBe('🎲🎲🎲🎲…');
  });

  it('keeps the order, the length and the rate of the platform, whatever comes when', () => {
    const step = fc.record({ wait: fc.nat(4000), text: fc.string({ minLength: 1, maxLength: 40 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const merger = createMerger(LIMITS);
        const pushed: string[] = [];
        const lines: { at: number; line: string }[] = [];
        let at = 0;
        for (const { wait, text } of steps) {
          at += wait;
          if (merger.push(`${pushed.length} ${text}`, at)) pushed.push(text);
          const line = merger.take(at);
          if (line !== null) lines.push({ at, line });
        }
        for (const { line } of lines) expect(lengthOf(line)).toBeLessThanOrEqual(60);
        lines.forEach(({ at: when }, i) => {
          if (i > 0) expect(when - lines[i - 1]!.at).toBeGreaterThanOrEqual(1000);
          if (i > 2) expect(when - lines[i - 3]!.at).toBeGreaterThanOrEqual(30_000);
        });
        const numbers = lines
          .flatMap(({ line }) => line.split(' · ').map((text) => Number.parseInt(text, 10)))
          .filter((n) => !Number.isNaN(n));
        expect(merger.waiting).toBeLessThanOrEqual(40);
        if (!pushed.some((text) => text.includes('·')))
          expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
      }),
      { numRuns: 200 },
    );
  });
});
