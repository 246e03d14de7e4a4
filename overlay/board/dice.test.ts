import { describe, expect, it } from 'vitest';
import { apply, facing, lengthOf, postureAt } from './dice/motion.ts';
import { dot, minus, solidOf } from './dice/solids.ts';
import { placesOf } from './dice.ts';

/** Every size that the rules allow. */
const KINDS = Array.from({ length: 19 }, (_, i) => i + 2);

describe('dice', () => {
  it.each(KINDS)('d%i carries each number once', (sides) => {
    const values = solidOf(sides).faces.flatMap(({ value }) => (value === null ? [] : [value]));
    expect(values.toSorted((a, b) => a - b)).toEqual(Array.from({ length: sides }, (_, i) => i + 1));
  });

  it.each([2, 6, 8, 10, 12, 14, 16, 18, 20])(
    'opposite faces of d%i sum to one more than its sides',
    (sides) => {
      const { faces } = solidOf(sides);
      for (const face of faces.filter(({ value }) => value !== null)) {
        const across = faces.find((other) => dot(other.normal, face.normal) < -0.999)!;
        expect(face.value! + across.value!).toBe(sides + 1);
      }
    },
  );

  it.each(KINDS)('d%i has flat faces that look outwards', (sides) => {
    const { faces, corners } = solidOf(sides);
    for (const face of faces) {
      expect(dot(face.normal, face.middle)).toBeGreaterThan(0);
      for (const corner of face.corners)
        expect(Math.abs(dot(face.normal, minus(corners[corner]!, face.middle)))).toBeLessThan(1e-6);
    }
  });

  it.each(KINDS)('d%i lands with its value nearest to the viewer, upright', (sides) => {
    const solid = solidOf(sides);
    for (let value = 1; value <= sides; value++) {
      const { turn, rest, x, y } = postureAt(solid, value, { i: 2, time: lengthOf(3) });
      const looks = solid.faces.map((face) => apply(turn, face.normal)[2]);
      expect(solid.faces[looks.indexOf(Math.max(...looks))]!.value).toBe(value);
      expect([rest, x, y]).toEqual([1, 0, 0]);
      const up = apply(facing(solid, value, true), solid.faces.find((face) => face.value === value)!.up);
      expect(up[1]).toBeCloseTo(-1, 6);
    }
  });

  it('is still in the air before the end', () => {
    expect(postureAt(solidOf(6), 3, { i: 0, time: 600 }).rest).toBe(0);
  });

  it('lays a row of equal dice out without overlap', () => {
    const row = placesOf(4, 500, 184);
    for (let i = 1; i < row.length; i++) expect(row[i]!.x - row[i - 1]!.x).toBeGreaterThan(row[i]!.size * 2);
    expect(row[0]!.x - row[0]!.size).toBeGreaterThan(0);
  });
});
