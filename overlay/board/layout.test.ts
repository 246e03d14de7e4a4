import { describe, expect, it } from 'vitest';
import { sampleBoard } from './dev/sample.ts';
import { inside, type Point, segmentsCross } from './layout/geometry.ts';
import { overlap, toBox } from './layout/places.ts';
import { type Layout, layoutBoard, legOf } from './layout.ts';
import { WORDS } from './texts.ts';

const CASES = [
  { size: 'S', seeds: 200 },
  { size: 'M', seeds: 12 },
  { size: 'L', seeds: 6 },
] as const;

const made = CASES.flatMap(({ size, seeds }) =>
  Array.from({ length: seeds }, (_, i) => {
    const map = sampleBoard(size, `seed ${i}`);
    const words = WORDS[i % 2 ? 'ru' : 'en'].zones;
    return { name: `${size} ${i}`, map, layout: layoutBoard({ map, words }) };
  }),
);

/** Names of the boards that break a rule, so that a failure says which to look at. */
function broken(rule: (one: (typeof made)[number]) => boolean): string[] {
  return made.filter((one) => !rule(one)).map((one) => one.name);
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b): [T, T] => [a, b]));
}

/** Pieces of roads that cross; side ways may touch the main road where they leave and join it. */
function crossings({ roads }: Layout): number {
  const pieces = roads.flatMap((road, way) =>
    road.line.slice(1).map((b, i) => ({
      a: road.line[i]!,
      b,
      way,
      i,
      end: way > 0 && (i < 4 || i > road.line.length - 6),
    })),
  );
  return pairs(pieces).filter(([p, q]) => {
    if (Math.abs(p.a[0] - q.a[0]) > 30 || Math.abs(p.a[1] - q.a[1]) > 30) return false;
    if (p.way === q.way ? Math.abs(p.i - q.i) < 2 : p.end || q.end) return false;
    return segmentsCross(p.a, p.b, q.a, q.b);
  }).length;
}

describe('layout of generated maps', () => {
  it('lets no two medallions touch', () => {
    expect(
      broken(({ layout }) =>
        pairs(layout.spots).every(([a, b]) => Math.hypot(a.x - b.x, a.y - b.y) > a.r + b.r),
      ),
    ).toEqual([]);
  });

  it('keeps every medallion inside the window', () => {
    expect(
      broken(({ layout: { spots, width, height } }) =>
        spots.every(({ x, y, r }) => x > r + 8 && y > r + 8 && x < width - r - 8 && y < height - r - 8),
      ),
    ).toEqual([]);
  });

  it('puts every cell into the glass of its zone; gates stand on the border', () => {
    expect(
      broken(({ layout: { spots, regions } }) =>
        spots.every(({ x, y, zone, kind }) => {
          const own = regions.find((region) => region.zone === zone)!;
          const around: Point[] =
            kind === 'gate'
              ? [
                  [x, y],
                  [x + 30, y],
                  [x - 30, y],
                  [x, y + 30],
                  [x, y - 30],
                ]
              : [[x, y]];
          return around.some((p) => inside(own.rings, p));
        }),
      ),
    ).toEqual([]);
  });

  it('untangles the roads: none crosses another, none runs under a foreign medallion', () => {
    expect(broken(({ layout }) => crossings(layout) === 0)).toEqual([]);
    const free = ({ layout: { roads, spots } }: (typeof made)[number]): boolean =>
      roads.every((road) =>
        spots
          .filter(({ id }) => !road.cells.includes(id))
          .every(({ x, y, r }) => road.line.every((p) => Math.hypot(p[0] - x, p[1] - y) > r - 2)),
      );
    expect(broken(free)).toEqual([]);
  });

  it('spaces the main track evenly', () => {
    const even = ({ layout: { roads, spots } }: (typeof made)[number]): boolean => {
      const { at, cells } = roads[0]!;
      const gaps = at.slice(1).map((far, i) => far - at[i]! - spots[cells[i]!]!.r - spots[cells[i + 1]!]!.r);
      const mean = gaps.reduce((a, b) => a + b) / gaps.length;
      return gaps.every((gap) => gap < mean * 3 + 20);
    };
    expect(broken(even)).toEqual([]);
  });

  it('names every zone, and covers no cell, rose or other name with it', () => {
    expect(
      broken(({ layout: { names, spots, roses } }) => {
        const clear = names.every(
          ({ box }) =>
            spots.every(({ x, y, r }) => toBox(box, [x, y]) >= r) &&
            roses.every(({ x, y, r }) => toBox(box, [x, y]) >= r),
        );
        return names.length === 5 && clear && pairs(names).every(([a, b]) => !overlap(a.box, b.box));
      }),
    ).toEqual([]);
  });

  it('gives every zone a rose that lies on no cell but the finish', () => {
    expect(
      broken(({ map, layout: { roses, spots } }) => {
        const last = map.cells[map.finish]!.zone;
        const clear = roses
          .filter(({ zone }) => zone !== last)
          .every((rose) => spots.every(({ x, y, r }) => Math.hypot(x - rose.x, y - rose.y) > rose.r + r));
        return roses.length === 5 && clear;
      }),
    ).toEqual([]);
  });

  it('is the same for the same map', () => {
    const map = sampleBoard('S', 'again');
    const words = WORDS.en.zones;
    expect(layoutBoard({ map, words })).toEqual(layoutBoard({ map: sampleBoard('S', 'again'), words }));
  });

  it('gives the leg between neighbours in both directions', () => {
    const { layout, map } = made[0]!;
    const next = map.cells[0]!.next[0]!;
    const there = legOf(layout, 0, next);
    expect(there[0]).toEqual([layout.spots[0]!.x, layout.spots[0]!.y]);
    expect(legOf(layout, next, 0)).toEqual(there.toReversed());
  });

  it('keeps nearly all names out of the way of tokens, which stand above their cells', () => {
    const covered = made.flatMap(({ layout: { names, spots } }) =>
      names.map(({ box }) =>
        spots.some(({ x, y, r }) => overlap(box, { x: x - 30, y: y - r * 0.42 - 64, w: 60, h: 64 })),
      ),
    );
    expect(covered.length).toBeGreaterThan(500);
    expect(covered.filter(Boolean).length / covered.length).toBeLessThan(0.4);
  });
});
