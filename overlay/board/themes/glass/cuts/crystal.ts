/** Crystal: flat triangles, and prisms of four facets that stand out of them. */
import { type Point, polar } from '../../../layout/geometry.ts';
import { jitter, type Lch, pane } from '../colour.ts';
import { type Cut, cutOut, type Ground, type Piece, spots } from '../pieces.ts';

const SIDE = 70;
const HIGH = SIDE * 0.866;

function lattice({ box, draw }: Ground): Piece[] {
  const columns = Math.ceil(box.w / SIDE) + 3;
  const rows = Math.ceil(box.h / HIGH) + 3;
  const knots = Array.from({ length: rows }, (_, j) =>
    Array.from(
      { length: columns },
      (_, i): Point => [
        box.x + (i - 1 + (j % 2) / 2) * SIDE + (draw() - 0.5) * 34,
        box.y + (j - 1) * HIGH + (draw() - 0.5) * 30,
      ],
    ),
  );
  const out: Piece[] = [];
  for (let j = 0; j + 1 < rows; j++) {
    for (let i = 1; i + 1 < columns; i++) {
      const [a, b] = [knots[j]![i]!, knots[j]![i + 1]!];
      const low = knots[j + 1]![i + (j % 2)]!;
      const left = knots[j + 1]![i + (j % 2) - 1]!;
      for (const tri of [
        [a, b, low],
        [a, low, left],
      ] as const) {
        const shade = tri[1] === b ? 0.02 : -0.03;
        const [l, c, h] = pane('crystal', draw, [0.06, 9]);
        out.push(...facets(tri, [l + shade, c, h], draw()));
      }
    }
  }
  return out;
}

/** One triangle in three is cut once more, from a corner to the opposite side. */
function facets(tri: readonly [Point, Point, Point], c: Lch, chance: number): Piece[] {
  if (chance > 0.3) return [cutOut(tri, c)];
  const [a, b, e] = tri;
  const m: Point = [b[0] + (e[0] - b[0]) * 0.42, b[1] + (e[1] - b[1]) * 0.42];
  return [cutOut([a, b, m], [c[0] + 0.07, c[1], c[2] - 6]), cutOut([a, m, e], [c[0] - 0.05, c[1], c[2] + 8])];
}

interface Prism {
  readonly foot: Point;
  readonly h: number;
  readonly w: number;
  /** Radians from upright. */
  readonly lean: number;
  readonly hue: number;
}

function prism({ foot, h, w, lean, hue }: Prism, ground: Ground): Piece[] {
  const turn = ([x, y]: Point): Point => [
    foot[0] + x * Math.cos(lean) - y * Math.sin(lean),
    foot[1] + x * Math.sin(lean) + y * Math.cos(lean),
  ];
  const [l, m, r] = [turn([-w, 0]), turn([-w * 0.12, 5]), turn([w, 0])];
  const [sl, sm, sr] = [turn([-w, -h * 0.72]), turn([-w * 0.12, -h * 0.64]), turn([w, -h * 0.75])];
  const tip = turn([w * 0.1, -h]);
  const tone = (c: Lch): Lch => jitter(c, ground.draw, [0.02, 4]);
  return [
    cutOut([l, sl, sm, m], tone([0.69, 0.12, hue])),
    cutOut([m, sm, sr, r], tone([0.46, 0.155, hue + 34])),
    cutOut([sl, tip, sm], tone([0.89, 0.06, hue - 8])),
    cutOut([sm, tip, sr], tone([0.6, 0.145, hue + 20])),
  ];
}

/** Groups of three to five prisms fanned out from one foot. */
function cluster(foot: Point, room: number, ground: Ground): Piece[] {
  const { draw } = ground;
  const count = 3 + Math.floor(draw() * 3);
  return Array.from({ length: count }, (_, i) => i)
    .sort((a, b) => Math.abs(b - (count - 1) / 2) - Math.abs(a - (count - 1) / 2))
    .flatMap((i) => {
      const lean = (i - (count - 1) / 2) * 0.36 + (draw() - 0.5) * 0.12;
      const h = room * (1.55 - Math.abs(lean) * 0.75);
      const base = polar(6 * Math.abs(lean) + i, lean, foot);
      return prism({ foot: base, h, w: h * (0.15 + draw() * 0.05), lean, hue: 205 + draw() * 75 }, ground);
    });
}

export const crystal: Cut = (ground) => {
  const feet = spots(ground, 7, [27, 92]).sort((a, b) => a[1] - b[1]);
  const groups = feet.flatMap((p) => {
    const room = Math.min(ground.clear(p), ground.clear([p[0], p[1] - 30]) + 6, 56);
    return ground.has([p[0], p[1] - room]) && room > 20
      ? cluster([p[0], p[1] + room * 0.45], room, ground)
      : [];
  });
  return [...lattice(ground), ...groups];
};
