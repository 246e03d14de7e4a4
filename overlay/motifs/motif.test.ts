/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';
import { bitsOf } from './bits.ts';
import { type MotifFacts, motifOf } from './motif.ts';
import { paintMotif } from './paint.ts';

interface Raw {
  readonly tags?: readonly string[];
  readonly purpose?: string;
  readonly category?: string;
  readonly rarity?: string;
  readonly polarity?: MotifFacts['polarity'];
}

const FILES = import.meta.glob<Record<string, Raw>>('../../config/content/{items,effects,traps}/*.json', {
  eager: true,
  import: 'default',
});
const ENTRIES = Object.entries(FILES).flatMap(([path, file]) =>
  Object.entries(file)
    .filter(([id]) => id !== '$schema')
    .map(([id, raw]) => ({ kind: path.split('/').at(-2) ?? '', id, raw })),
);

describe('motifOf', () => {
  it('gives every item, effect and trap of the pack a look of its own, with and without facts of the host', () => {
    expect(ENTRIES.length).toBeGreaterThan(180);
    for (const facts of [
      (raw: Raw) => ({ purpose: raw.purpose, polarity: raw.polarity }),
      (raw: Raw) => raw,
    ]) {
      const looks = ENTRIES.map(({ kind, id, raw }) => {
        const { seed, ...look } = motifOf(kind, id, facts(raw));
        return JSON.stringify(look);
      });
      expect(new Set(looks).size).toBe(ENTRIES.length);
    }
  });

  it('moves as the entry acts and is made of what the entry is made of', () => {
    expect(motifOf('items', 'x', { does: ['gold', 'move'], tags: ['heat'] })).toMatchObject({
      move: 'bounce',
      shape: 'flame',
    });
    expect(motifOf('items', 'x', { element: 'water', purpose: 'speed' })).toMatchObject({
      move: 'sweep',
      shape: 'drop',
    });
  });

  it('stays in its frame, begins and ends with nothing', () => {
    for (const { kind, id, raw } of ENTRIES) {
      const motif = motifOf(kind, id, raw);
      for (const t of [0, 0.25, 0.5, 0.75]) {
        for (const bit of bitsOf(motif, t)) expect(Math.hypot(bit.x, bit.y)).toBeLessThan(2.6);
      }
      expect(bitsOf(motif, 1).every((bit) => bit.opacity < 0.01)).toBe(true);
      expect(bitsOf(motif, 0.4).some((bit) => bit.opacity > 0.3)).toBe(true);
    }
  });

  it('paints something', () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 200;
    const pen = canvas.getContext('2d')!;
    paintMotif(pen, motifOf('items', 'take_two'), { t: 0.4, x: 100, y: 100, radius: 50 });
    expect(pen.getImageData(0, 0, 200, 200).data.some((value) => value > 0)).toBe(true);
  });
});
