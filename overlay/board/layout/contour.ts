/** Smooth closed outlines of where a sampled field is positive (marching squares with interpolation). */
import { type Point, spline } from './geometry.ts';
import type { Raster } from './regions.ts';

type Edge = string;

/** Rings shorter than this many samples are dust. */
const LEAST = 6;

/** Closed rings around the positive part; outside the raster the field counts as negative, so rings always close. */
export function contours(field: Float64Array, raster: Raster): Point[][] {
  const { columns, rows, step, pad } = raster;
  const at = (c: number, r: number): number =>
    c < 0 || r < 0 || c >= columns || r >= rows ? -1 : field[r * columns + c]!;
  const points = new Map<Edge, Point>();
  const next = new Map<Edge, Edge>();
  const cut = (c: number, r: number, down: boolean): Edge => {
    const key = `${c},${r},${down ? 'v' : 'h'}`;
    if (!points.has(key)) {
      const [a, b] = [at(c, r), down ? at(c, r + 1) : at(c + 1, r)];
      const t = a / (a - b);
      points.set(key, [(c + (down ? 0 : t)) * step - pad, (r + (down ? t : 0)) * step - pad]);
    }
    return key;
  };
  for (let r = -1; r < rows; r++) {
    for (let c = -1; c < columns; c++) {
      const inside = at(c, r) > 0;
      // Most squares lie wholly on one side.
      if (at(c + 1, r) > 0 !== inside || at(c + 1, r + 1) > 0 !== inside || at(c, r + 1) > 0 !== inside)
        joinSquare({ at, cut, next }, c, r);
    }
  }
  return rings(points, next)
    .filter((ring) => ring.length >= LEAST)
    .map(smooth);
}

interface Walk {
  readonly at: (c: number, r: number) => number;
  readonly cut: (c: number, r: number, down: boolean) => Edge;
  readonly next: Map<Edge, Edge>;
}

/** Adds the pieces of outline in one square of samples; the positive side lies on the left of each piece. */
function joinSquare({ at, cut, next }: Walk, c: number, r: number): void {
  const corners = [at(c, r), at(c + 1, r), at(c + 1, r + 1), at(c, r + 1)] as const;
  const code = corners.reduce((bits, value, i) => bits | (value > 0 ? 1 << i : 0), 0);
  const top = () => cut(c, r, false);
  const right = () => cut(c + 1, r, true);
  const bottom = () => cut(c, r + 1, false);
  const left = () => cut(c, r, true);
  const link = (from: Edge, to: Edge): void => {
    next.set(from, to);
  };
  const cases: Readonly<Record<number, () => void>> = {
    1: () => link(top(), left()),
    2: () => link(right(), top()),
    3: () => link(right(), left()),
    4: () => link(bottom(), right()),
    5: () => {
      link(top(), left());
      link(bottom(), right());
    },
    6: () => link(bottom(), top()),
    7: () => link(bottom(), left()),
    8: () => link(left(), bottom()),
    9: () => link(top(), bottom()),
    10: () => {
      link(right(), top());
      link(left(), bottom());
    },
    11: () => link(right(), bottom()),
    12: () => link(left(), right()),
    13: () => link(top(), right()),
    14: () => link(left(), top()),
  };
  cases[code]!();
}

function rings(points: Map<Edge, Point>, next: Map<Edge, Edge>): Point[][] {
  const out: Point[][] = [];
  while (next.size) {
    const first: Edge = next.keys().next().value!;
    const ring: Point[] = [];
    let key: Edge | undefined = first;
    while (key !== undefined && next.has(key)) {
      ring.push(points.get(key)!);
      const to: Edge = next.get(key)!;
      next.delete(key);
      key = to;
    }
    out.push(ring);
  }
  return out;
}

/** Averages out the raster's stairs, then draws a curve through every third point. */
function smooth(ring: Point[]): Point[] {
  let now = ring;
  for (let i = 0; i < 3; i++) {
    now = now.map((p, k) => {
      const a = now[(k + now.length - 1) % now.length]!;
      const b = now[(k + 1) % now.length]!;
      return [(a[0] + p[0] * 2 + b[0]) / 4, (a[1] + p[1] * 2 + b[1]) / 4] as const;
    });
  }
  const thin = now.length > 60 ? now.filter((_, k) => k % 3 === 0) : now;
  return spline([...thin, thin[0]!], 3).slice(0, -1);
}
