/** What grows out of a figure with an affix: spikes, tongues, slips of signal. Shape tells it, colour only helps. */
import type { Point } from '../layout/geometry.ts';
import type { Random } from '../layout/random.ts';
import { bar, type Figure, leaf, onRing, oval, poly } from './figure.ts';
import type { AffixLook } from './palette.ts';

/** `shade`: 0 is the affix's light, 1 its own colour, 2 its depth. */
export interface Growth {
  readonly d: string;
  readonly shade: 0 | 1 | 2;
}

export interface Dress {
  readonly behind: readonly Growth[];
  readonly before: readonly Growth[];
}

type Grow = (figure: Figure, draw: Random) => Dress;

/** The head and both shoulders, with the way out from the middle as a lean. */
function roots({ crest, shoulders }: Figure): readonly (readonly [Point, number])[] {
  return [
    [shoulders[0], -1],
    [crest, 0],
    [shoulders[1], 1],
  ];
}

const spikes: Grow = (figure, draw) => ({
  behind: roots(figure).flatMap(([[x, y], side]) =>
    [-1, 1, 0].flatMap((i): Growth[] => {
      const high = 46 + draw() * 14 - Math.abs(i) * 14;
      const tip: Point = [x + side * 26 + i * 28, y - high];
      const foot = x + i * 15 + side * 6;
      return [
        { d: poly(foot - 14, y + 18, tip[0], tip[1], foot, y + 18), shade: 0 },
        { d: poly(foot, y + 18, tip[0], tip[1], foot + 14, y + 18), shade: 1 },
      ];
    }),
  ),
  before: [-1, 1].flatMap((side) =>
    [0, 1].map((i): Growth => {
      const x = figure.core[0] + side * (figure.girth * 0.5 + i * 20);
      return { d: poly(x - 10, 0, x + side * 3, -34 + i * 10, x + 10, 0), shade: i ? 1 : 0 };
    }),
  ),
});

const flames: Grow = (figure, draw) => ({
  behind: roots(figure).flatMap(([[x, y], side]) =>
    [-1, 0, 1].flatMap((i): Growth[] => {
      const px = x + i * 15;
      const high = 38 + draw() * 22 - Math.abs(i) * 10;
      const tongue = (k: number): string =>
        `M${px - 12 * k} ${y + 14}C${px - 17 * k} ${y - high * 0.3 * k} ${px + 6} ${y - high * 0.5 * k} ${px + side * 8 - 5} ${y - high * k}C${px + 15 * k} ${y - high * 0.55 * k} ${px + 16 * k} ${y - high * 0.2 * k} ${px + 12 * k} ${y + 14}Z`;
      return [
        { d: tongue(1), shade: 2 },
        { d: tongue(0.62), shade: 1 },
      ];
    }),
  ),
  before: [-1, 0, 1].map((i): Growth => {
    const x = figure.core[0] + i * figure.girth * 0.8;
    return { d: `M${x - 11} 0Q${x - 12} -16 ${x} -28Q${x + 13} -14 ${x + 10} 0Z`, shade: i ? 1 : 0 };
  }),
});

const slips: Grow = (figure) => {
  const [x, y] = figure.core;
  const rows = [-64, -22, 22, 58];
  return {
    behind: rows.flatMap((row, i): Growth[] => {
      const side = i % 2 ? 1 : -1;
      const from = x + side * figure.girth * 0.7;
      return [
        {
          d: poly(from, y + row, from + side * 46, y + row, from + side * 46, y + row + 9, from, y + row + 9),
          shade: 1,
        },
        {
          d: poly(
            from,
            y + row + 12,
            from + side * 30,
            y + row + 12,
            from + side * 30,
            y + row + 18,
            from,
            y + row + 18,
          ),
          shade: 2,
        },
      ];
    }),
    before: [
      { d: zigzag([figure.crest[0] - 34, figure.crest[1] - 12], -1), shade: 0 },
      { d: zigzag([figure.crest[0] + 34, figure.crest[1] - 12], 1), shade: 0 },
    ],
  };
};

function zigzag([x, y]: Point, side: number): string {
  return poly(
    x,
    y,
    x + side * 14,
    y - 20,
    x + side * 9,
    y - 20,
    x + side * 26,
    y - 42,
    x + side * 6,
    y - 24,
    x + side * 11,
    y - 24,
  );
}

const facets: Grow = (figure, draw) => ({
  behind: roots(figure).flatMap(([[x, y], side]) =>
    [-1, 1].flatMap((i): Growth[] => {
      const w = 12 + draw() * 4;
      const cx = x + side * 14 + i * 16;
      const top = y - 34 - draw() * 16;
      return [
        { d: poly(cx - w, y - 8, cx, top, cx, y + 16), shade: 0 },
        { d: poly(cx + w, y - 8, cx, top, cx, y + 16), shade: 2 },
      ];
    }),
  ),
  before: [-1, 1].flatMap((side): Growth[] => {
    const [x, y] = figure.shoulders[side < 0 ? 0 : 1];
    return [
      { d: poly(x - 13, y + 8, x, y - 12, x, y + 26), shade: 0 },
      { d: poly(x + 13, y + 8, x, y - 12, x, y + 26), shade: 1 },
    ];
  }),
});

const growth: Grow = (figure, draw) => ({
  behind: roots(figure).flatMap(([root, side]) =>
    [-1, 0, 1].map((i): Growth => {
      const tip: Point = [root[0] + side * 30 + i * 22, root[1] - 34 - draw() * 14 + Math.abs(i) * 12];
      return { d: leaf(root, tip, 10), shade: i ? 1 : 0 };
    }),
  ),
  before: roots(figure).flatMap(([[x, y]]) =>
    [-1, 0, 1].map(
      (i): Growth => ({ d: oval([x + i * 13, y + 10 + Math.abs(i) * 3], 9, 7), shade: i ? 1 : 2 }),
    ),
  ),
});

const drops: Grow = (figure) => {
  const [x, y] = figure.crest;
  const cloud = `M${x - 52} ${y - 10}a17 17 0 0 1 12 -30a24 24 0 0 1 42 -8a20 20 0 0 1 36 14a13 13 0 0 1 6 24Z`;
  return {
    behind: [],
    before: [
      { d: cloud, shade: 1 },
      ...[-36, -10, 16, 40].map(
        (dx, i): Growth => ({ d: `M${x + dx} ${y - 4 + (i % 2) * 8}q-8 14 0 20q8 -6 0 -20Z`, shade: 0 }),
      ),
    ],
  };
};

const gusts: Grow = (figure) => ({
  behind: [-1, 1].flatMap((side) =>
    [0, 1, 2].map((i): Growth => {
      const from = figure.shoulders[side < 0 ? 0 : 1];
      return {
        d: leaf(from, [from[0] + side * (58 - i * 6), from[1] - 34 + i * 30], 9),
        shade: i === 1 ? 1 : 0,
      };
    }),
  ),
  before: [{ d: `M${figure.crest[0] - 40} ${figure.crest[1] - 12}q40 -30 80 0q-40 -16 -80 0Z`, shade: 0 }],
});

const moons: Grow = (figure) => {
  const [x, y] = figure.crest;
  return {
    behind: [
      { d: `M${x - 26} ${y - 24}a36 36 0 1 0 52 0a28 28 0 0 1 -52 0Z`, shade: 1 },
      ...[0, 1, 2, 3].map(
        (i): Growth => ({ d: oval(onRing([x, y + 40], 96, i * 0.11 - 0.16), 5), shade: 0 }),
      ),
    ],
    before: [],
  };
};

const rings: Grow = (figure) => ({
  behind: Array.from({ length: 12 }, (_, i): Growth => {
    const mid = onRing(figure.core, figure.girth + 34, i / 12);
    const out = onRing(figure.core, figure.girth + 52, i / 12);
    return { d: bar(mid, out, i % 3 ? 5 : 10), shade: i % 3 ? 1 : 0 };
  }),
  before: [],
});

const bolts: Grow = (figure) => ({
  behind: roots(figure).flatMap(([[x, y], side]) =>
    [-1, 1].map((i): Growth => {
      const lean = side * 16 + i * 18;
      return {
        d: poly(
          x + i * 8,
          y + 10,
          x + lean * 0.6,
          y - 26,
          x + lean * 0.2,
          y - 24,
          x + lean * 1.7,
          y - 62,
          x + lean * 1.1,
          y - 34,
          x + lean * 1.5,
          y - 36,
          x + i * 16,
          y + 10,
        ),
        shade: i < 0 ? 1 : 0,
      };
    }),
  ),
  before: [],
});

const rocks: Grow = (figure, draw) => ({
  behind: [],
  before: [
    ...roots(figure).flatMap(([[x, y]]) =>
      [-1, 0, 1].map((i): Growth => {
        const w = 13 + draw() * 5;
        const cx = x + i * 17;
        const cy = y + 4 + Math.abs(i) * 7;
        return {
          d: poly(
            cx - w,
            cy + 8,
            cx - w * 0.7,
            cy - 9,
            cx + w * 0.2,
            cy - 15,
            cx + w,
            cy - 4,
            cx + w * 0.7,
            cy + 11,
          ),
          shade: i ? 1 : 0,
        };
      }),
    ),
    ...[-1, 1].map((side): Growth => {
      const x = figure.core[0] + side * figure.girth * 0.8;
      return { d: poly(x - 20, 0, x - 14, -16, x + 4, -22, x + 20, -8, x + 22, 0), shade: 2 };
    }),
  ],
});

export const GROWS: Readonly<Record<AffixLook, Grow>> = {
  ice: spikes,
  fire: flames,
  static: slips,
  crystal: facets,
  moss: growth,
  rain: drops,
  wind: gusts,
  night: moons,
  bolt: bolts,
  stone: rocks,
  rune: rings,
};
