import { describe, expect, it } from 'vitest';
import { arrange, type Standing, TOKEN_HALF } from './arrange.ts';
import { sampleBoard } from './dev/sample.ts';
import { overlap, toBox } from './layout/places.ts';
import { random } from './layout/random.ts';
import { layoutBoard } from './layout.ts';
import { WORDS } from './texts.ts';

const layout = layoutBoard({ map: sampleBoard('S', 'arrange'), words: WORDS.en.zones });
const measure = (text: string): number => text.length * 10;
const NAMES = [
  'Lira',
  'Северный',
  'Kestrel',
  'Морок',
  'TundraTV',
  'ليلى',
  'a_very_long_name_of_a_streamer',
  'X',
];

function players(cells: readonly number[]): Standing[] {
  return cells.map((cell, seat) => ({ player: `p${seat}`, cell, name: NAMES[seat]!, seat, place: seat + 1 }));
}

describe('arrangement of tokens and plates', () => {
  it('stands two side by side, and more as a fan with one plate and a count', () => {
    const two = arrange(layout, players([20, 20]), measure);
    expect(two.plates).toHaveLength(2);
    expect(two.stands[0]!.y).toBe(two.stands[1]!.y);
    const all = arrange(layout, players(Array(8).fill(20)), measure);
    expect(all.plates.map(({ text, more }) => [text, more])).toEqual([['Lira', 7]]);
    const spots = new Set(all.stands.map(({ x, y }) => `${x},${y}`));
    expect(spots.size).toBe(8);
  });

  it('keeps plates off cells, tokens, each other and the edge, wherever eight players stand', () => {
    const draw = random(5);
    let covered = 0;
    for (let round = 0; round < 150; round++) {
      const cells = Array.from({ length: 8 }, () => Math.floor(draw() * layout.spots.length));
      const { plates, stands } = arrange(layout, players(cells), measure);
      for (const { box, player } of plates) {
        expect(box.x).toBeGreaterThanOrEqual(10);
        expect(box.x + box.w).toBeLessThanOrEqual(layout.width - 10);
        if (layout.spots.some(({ x, y, r }) => toBox(box, [x, y]) < r * 0.9)) covered++;
        if (stands.some((s) => s.player !== player && toBox(box, [s.x, s.y]) < TOKEN_HALF * s.scale - 1))
          covered++;
        if (plates.some((other) => other.player !== player && overlap(box, other.box))) covered++;
      }
    }
    expect(covered).toBe(0);
  });

  it('keeps tokens inside the window and above their cell', () => {
    for (let cell = 0; cell < layout.spots.length; cell++) {
      const { stands } = arrange(layout, players([cell, cell, cell]), measure);
      for (const { x, y, scale } of stands) {
        expect(x - TOKEN_HALF * scale).toBeGreaterThanOrEqual(0);
        expect(x + TOKEN_HALF * scale).toBeLessThanOrEqual(layout.width);
        expect(y - TOKEN_HALF * scale).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThan(layout.spots[cell]!.y);
      }
    }
  });
});
