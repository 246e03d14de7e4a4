/** Five roses, one round window for each zone, radius 100 around (0, 0), pieces in paint order. */
import { type Point, polar, TAU } from '../../layout/geometry.ts';
import type { ZoneId } from '../../types.ts';
import { BARS, type Lch } from './colour.ts';
import { at, circle, petal, polygon, ring, slice, star } from './pieces.ts';

export interface RosePiece {
  readonly d: string;
  readonly c: Lch;
}

type Each = (i: number, turn: number) => RosePiece;

/** `count` pieces round the circle, the first one pointing up. */
function round(count: number, each: Each): RosePiece[] {
  return Array.from({ length: count }, (_, i) => each(i, (i * TAU) / count - TAU / 4));
}

/** A rim of alternating panes. */
function rim(count: number, [dark, light]: readonly [Lch, Lch], inner = 84): RosePiece[] {
  const half = TAU / count / 2;
  return round(count, (i, a) => ({ d: slice([inner, 100], [a - half, a + half]), c: i % 2 ? dark : light }));
}

function forest(): RosePiece[] {
  const split =
    (r: readonly [number, number], w: number, tones: readonly [Lch, Lch]) => (_: number, a: number) => {
      const belly = (r[0] + r[1]) / 2;
      return [-1, 1].map(
        (side, k): RosePiece => ({
          d: `M${at(polar(r[0], a))}Q${at(polar(belly, a + side * w))} ${at(polar(r[1], a))}Z`,
          c: tones[k]!,
        }),
      );
    };
  const leaves = (count: number, turn: number, leaf: ReturnType<typeof split>): RosePiece[] =>
    Array.from({ length: count }, (_, i) => leaf(i, (i * TAU) / count + turn)).flat();
  return [
    ...rim(
      16,
      [
        [0.38, 0.09, 155],
        [0.52, 0.12, 130],
      ],
      83,
    ),
    { d: circle(83), c: [0.27, 0.07, 165] },
    ...leaves(
      8,
      TAU / 16,
      split([16, 83], 0.62, [
        [0.48, 0.13, 148],
        [0.38, 0.1, 160],
      ]),
    ),
    ...leaves(
      8,
      0,
      split([12, 71], 0.7, [
        [0.77, 0.16, 121],
        [0.59, 0.145, 138],
      ]),
    ),
    ...round(8, (_, a) => ({ d: circle(4.6, polar(76, a + TAU / 16)), c: [0.72, 0.19, 35] })),
    { d: circle(21), c: [0.82, 0.13, 95] },
    { d: circle(10), c: [0.6, 0.13, 70] },
  ];
}

function crystal(): RosePiece[] {
  const kite = (r: readonly [number, number, number], w: number, tones: readonly [Lch, Lch]) => (a: number) =>
    [-1, 1].map(
      (side, k): RosePiece => ({
        d: polygon([polar(r[0], a), polar(r[1], a + side * w), polar(r[2], a)]),
        c: tones[k]!,
      }),
    );
  const six = (turn: number, one: (a: number) => RosePiece[]): RosePiece[] =>
    Array.from({ length: 6 }, (_, i) => one((i * TAU) / 6 - TAU / 4 + turn)).flat();
  return [
    ...rim(
      24,
      [
        [0.36, 0.125, 283],
        [0.47, 0.14, 268],
      ],
      80,
    ),
    { d: circle(80), c: [0.33, 0.11, 278] },
    ...six(
      TAU / 12,
      kite([18, 52, 80], 0.24, [
        [0.5, 0.17, 300],
        [0.4, 0.15, 290],
      ]),
    ),
    ...six(
      0,
      kite([20, 58, 99], TAU / 14, [
        [0.62, 0.135, 230],
        [0.47, 0.145, 262],
      ]),
    ),
    ...six(
      0,
      kite([0, 34, 64], TAU / 12, [
        [0.9, 0.06, 204],
        [0.7, 0.12, 216],
      ]),
    ),
  ];
}

function hell(): RosePiece[] {
  const flame = (i: number, a: number): RosePiece => ({
    d: `M${at(polar(40, a - 0.21))}Q${at(polar(64, a - 0.19))} ${at(polar(i % 2 ? 80 : 92, a + 0.17))}Q${at(polar(60, a + 0.23))} ${at(polar(40, a + 0.21))}Z`,
    c: i % 2 ? [0.62, 0.2, 41] : [0.77, 0.165, 67],
  });
  const crack = (_: number, turn: number): RosePiece => {
    const on = (r: number, w: number): Point => polar(r, turn + 0.12 + w);
    return {
      d: polygon([
        on(39, -0.13),
        on(30, -0.06),
        on(24, -0.26),
        on(9, 0.1),
        on(20, -0.02),
        on(26, 0.14),
        on(32, 0.05),
        on(39, 0.12),
      ]),
      c: [0.69, 0.2, 45],
    };
  };
  return [
    ...rim(16, [
      [0.34, 0.13, 22],
      [0.48, 0.175, 29],
    ]),
    { d: circle(84), c: [0.25, 0.095, 20] },
    ...round(12, (_, a) => ({ d: petal([52, 83], a + TAU / 24, 0.16), c: [0.42, 0.165, 24] })),
    ...round(12, flame),
    { d: circle(46), c: [0.82, 0.155, 75] },
    { d: circle(40), c: [0.13, 0.035, 20] },
    ...round(5, crack),
  ];
}

function heaven(): RosePiece[] {
  return [
    ...rim(
      24,
      [
        [0.52, 0.125, 256],
        [0.81, 0.12, 88],
      ],
      83,
    ),
    ...round(12, (i, a) => ({
      d: slice([38, 83], [a - TAU / 24, a + TAU / 24]),
      c: i % 2 ? [0.54, 0.125, 250] : [0.67, 0.105, 238],
    })),
    ...round(12, (_, a) => ({ d: petal([26, 83], a + TAU / 24, 0.3), c: [0.92, 0.06, 95] })),
    ...round(12, (_, a) => ({ d: petal([24, 66], a, 0.34), c: [0.83, 0.135, 84] })),
    { d: circle(34), c: [0.94, 0.07, 96] },
    { d: polygon(star(12, [30, 18])), c: [0.85, 0.13, 85] },
    { d: circle(13), c: [0.96, 0.05, 98] },
  ];
}

/** A test card cut into slices, some of which have slipped. */
function noise(): RosePiece[] {
  const rows: readonly (readonly [top: number, low: number, slip: number, kind: 'grey' | 'bars' | 'keys'])[] =
    [
      [-98, -74, 0, 'grey'],
      [-74, -55, -9, 'keys'],
      [-55, -9, 0, 'bars'],
      [-9, 12, 14, 'bars'],
      [12, 40, -7, 'bars'],
      [40, 58, 8, 'keys'],
      [58, 98, 0, 'grey'],
    ];
  const bands = rows.flatMap(([top, low, slip, kind]) => {
    const half = Math.sqrt(100 * 100 - Math.min(top * top, low * low)) - Math.abs(slip) * 0.4;
    const count = kind === 'grey' ? 2 : kind === 'keys' ? 9 : 6;
    return Array.from({ length: count }, (_, i): RosePiece => {
      const tone: Lch =
        kind === 'bars'
          ? BARS[i]!
          : kind === 'keys'
            ? [i % 2 ? 0.9 : 0.2, 0.012, 285]
            : [i ? 0.36 : 0.46, 0.05, 287];
      return {
        d: roundStrip(
          [top, low],
          [-half + (half * 2 * i) / count, -half + (half * 2 * (i + 1)) / count],
          slip,
        ),
        c: tone,
      };
    });
  });
  return [
    { d: circle(100), c: [0.22, 0.03, 290] },
    ...bands,
    { d: circle(25), c: [0.13, 0.02, 285] },
    { d: polygon(ring(24, 14)), c: [0.96, 0.012, 285] },
  ];
}

/** A bar of the card, cut off by the circle where it would stick out. */
function roundStrip(
  [top, low]: readonly [number, number],
  [left, right]: readonly [number, number],
  slip: number,
): string {
  const most = (y: number): number => Math.sqrt(Math.max(0, 99 * 99 - y * y));
  const hold = (x: number, y: number): Point => [Math.max(-most(y), Math.min(most(y), x + slip)), y];
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const edge = (x: number): Point[] => steps.map((t) => hold(x, top + (low - top) * t));
  return polygon([...edge(right), ...edge(left).reverse()]);
}

export const ROSES: Readonly<Record<ZoneId, readonly RosePiece[]>> = {
  forest: forest(),
  crystal: crystal(),
  static: noise(),
  hell: hell(),
  heaven: heaven(),
};
