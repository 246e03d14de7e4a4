import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLine, splitLines } from './split.ts';

describe('splitting', () => {
  it('keeps every word, cuts no letter, and stays under the limit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 20, max: 80 }),
        (text, limit) => {
          const lines = splitLines(text, limit);
          for (const line of lines) {
            expect(line.length).toBeLessThanOrEqual(limit);
            expect(line.isWellFormed()).toBe(true);
            expect(line).not.toMatch(/^[/.]/);
          }
          const bare = (words: string) => words.replace(/[\s·]/g, '');
          expect(bare(lines.join(''))).toBe(bare(plainLine(text)));
        },
      ),
    );
  });

  it('cuts a word without spaces between what a reader sees as letters', () => {
    const family = '👨‍👩‍👧‍👦';
    const lines = splitLines(family.repeat(20), 60);
    expect(lines.join('')).toBe(family.repeat(20));
    for (const line of lines) expect(line.replaceAll(family, '')).toBe('');
  });

  it('cuts even a tower of accents on one letter', () => {
    const tower = `a${'\u0301'.repeat(100)}`;
    expect(splitLines(tower, 30).join('')).toBe(tower);
  });
});
