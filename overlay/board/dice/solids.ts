/** The shapes of dice: convex solids of radius 1 whose faces carry the numbers. */
export type Vector = readonly [x: number, y: number, z: number];

export interface Face {
  /** Corners in order round the face. */
  readonly corners: readonly number[];
  readonly middle: Vector;
  readonly normal: Vector;
  /** Which way the number's top points, in the face's plane. */
  readonly up: Vector;
  /** `null` on faces the die cannot lie on. */
  readonly value: number | null;
  /** Radius of the largest circle round the middle inside the face. */
  readonly room: number;
}

export interface Solid {
  readonly corners: readonly Vector[];
  readonly faces: readonly Face[];
}

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a: Vector, k: number): Vector => [a[0] * k, a[1] * k, a[2] * k];
export const unit = (a: Vector): Vector => times(a, 1 / (Math.hypot(...a) || 1));

const GOLDEN = (1 + Math.sqrt(5)) / 2;
/** Two faces are one when their corners lie in a plane to this precision. */
const FLAT = 1e-6;

/** All sign changes of the coordinates that are not zero. */
function signs([x, y, z]: Vector): Vector[] {
  const both = (v: number): number[] => (v === 0 ? [0] : [v, -v]);
  return both(x).flatMap((a) => both(y).flatMap((b) => both(z).map((c): Vector => [a, b, c])));
}

function turns([x, y, z]: Vector): Vector[] {
  return [...signs([x, y, z]), ...signs([z, x, y]), ...signs([y, z, x])];
}

function circle(count: number, radius: number, place: (a: number, b: number) => Vector, turn = 0): Vector[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * Math.PI * 2 + turn;
    return place(Math.cos(angle) * radius, Math.sin(angle) * radius);
  });
}

/** A three-sided prism along x; with `tip` its ends are pointed and carry no number. */
function prism(half: number, tip: number): Vector[] {
  const ends = [-half, half].flatMap((x) => circle(3, 0.8, (a, b) => [x, a, b]));
  return tip ? [...ends, [-tip, 0, 0], [tip, 0, 0]] : ends;
}

/** Two tents of `k` sides, turned against each other: the ring's height makes each kite flat. */
function trapezohedron(k: number): Vector[] {
  const high = 1.08;
  const ring = (high * (1 - Math.cos(Math.PI / k))) / (1 + Math.cos(Math.PI / k));
  const zigzag = Array.from({ length: k * 2 }, (_, i): Vector => {
    const angle = (i / (k * 2)) * Math.PI * 2;
    return [Math.cos(angle), Math.sin(angle), i % 2 ? -ring : ring];
  });
  return [...zigzag, [0, 0, high], [0, 0, -high]];
}

/** Two pyramids of `k` sides, base to base: opposite faces are parallel where `k` is even. */
function bipyramid(k: number): Vector[] {
  return [...circle(k, 1, (a, b) => [a, b, 0]), [0, 0, 0.9], [0, 0, -0.9]];
}

/** A barrel of `k` sides that rolls along x; its pointed ends carry no number. */
function barrel(k: number): Vector[] {
  const ends = [-0.6, 0.6].flatMap((x) => circle(k, 0.86, (a, b) => [x, a, b]));
  return [...ends, [-1.05, 0, 0], [1.05, 0, 0]];
}

/** A coin: its rim carries no number. */
function coin(): Vector[] {
  return [-0.1, 0.1].flatMap((z) => circle(20, 1, (a, b) => [a, b, z]));
}

/** Every other size the rules allow: even ones are tents or double pyramids, odd ones barrels. */
function other(sides: number): Vector[] {
  if (sides % 2 === 1) return barrel(sides);
  return sides % 4 === 0 ? bipyramid(sides / 2) : trapezohedron(sides / 2);
}

const SHAPES: Readonly<Record<number, () => Vector[]>> = {
  2: coin,
  3: () => prism(0.62, 1.12),
  4: () => [
    [1, 1, 1],
    [-1, -1, 1],
    [-1, 1, -1],
    [1, -1, -1],
  ],
  5: () => prism(0.56, 0),
  6: () => signs([1, 1, 1]),
  8: () => turns([1, 0, 0]),
  10: () => trapezohedron(5),
  12: () => [...signs([1, 1, 1]), ...turns([0, 1 / GOLDEN, GOLDEN])],
  20: () => turns([0, 1, GOLDEN]),
};

const made = new Map<number, Solid>();

/** Sizes that the rules allow; anything else is drawn as a cube. */
const SIDES = { least: 2, most: 20 };

/** The solid of a die of 2 to 20 sides. */
export function solidOf(sides: number): Solid {
  const known = made.get(sides);
  if (known) return known;
  const allowed = Number.isInteger(sides) && sides >= SIDES.least && sides <= SIDES.most;
  const raw = (SHAPES[sides] ?? (allowed ? () => other(sides) : SHAPES[6]!))();
  const most = Math.max(...raw.map((corner) => Math.hypot(...corner)));
  const corners = raw.map((corner) => times(corner, 1 / most));
  const solid = { corners, faces: numbered(hull(corners), corners, sides) };
  made.set(sides, solid);
  return solid;
}

/** The faces of a convex solid: planes through three corners with all others on one side. */
function hull(corners: readonly Vector[]): number[][] {
  const found = new Map<string, number[]>();
  const n = corners.length;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++)
      for (let k = j + 1; k < n; k++) {
        const raw = cross(minus(corners[j]!, corners[i]!), minus(corners[k]!, corners[i]!));
        const normal = unit(raw);
        const far = corners.map((corner) => dot(normal, minus(corner, corners[i]!)));
        const flip = far.every((d) => d > -FLAT) ? -1 : 1;
        if (!far.every((d) => d * flip < FLAT)) continue;
        const on = far.flatMap((d, at) => (Math.abs(d) < FLAT ? [at] : []));
        found.set(on.join(), inOrder(on, corners, times(normal, flip)));
      }
  return [...found.values()];
}

function inOrder(on: readonly number[], corners: readonly Vector[], normal: Vector): number[] {
  const middle = mean(on.map((at) => corners[at]!));
  const first = unit(minus(corners[on[0]!]!, middle));
  const second = cross(normal, first);
  const angle = (at: number): number => {
    const out = minus(corners[at]!, middle);
    return Math.atan2(dot(out, second), dot(out, first));
  };
  return [...on].sort((a, b) => angle(a) - angle(b));
}

function mean(list: readonly Vector[]): Vector {
  const sum = list.reduce<Vector>((s, v) => [s[0] + v[0], s[1] + v[1], s[2] + v[2]], [0, 0, 0]);
  return times(sum, 1 / list.length);
}

/** Numbers the faces: opposite ones sum to sides + 1 where there are opposite ones. */
function numbered(faces: readonly number[][], corners: readonly Vector[], sides: number): Face[] {
  const plain = faces.map((on) => {
    const points = on.map((at) => corners[at]!);
    const middle = mean(points);
    const normal = unit(cross(minus(points[1]!, points[0]!), minus(points[2]!, points[1]!)));
    const outward = dot(normal, middle) >= 0 ? normal : times(normal, -1);
    return {
      corners: on,
      middle,
      normal: outward,
      up: upOf(points, middle, sides),
      room: roomOf(points, middle),
    };
  });
  const values = new Map<number, number>();
  const carries = (i: number): boolean => carriesNumber(sides, plain[i]!.corners.length);
  let low = 1;
  let next = 1;
  plain.forEach((face, i) => {
    if (values.has(i) || !carries(i)) return;
    const across = plain.findIndex((other, k) => k !== i && dot(other.normal, face.normal) < -0.999);
    if (across >= 0 && sides % 2 === 0) {
      values.set(i, low);
      values.set(across, sides + 1 - low);
      low++;
    } else values.set(i, next++);
  });
  return plain.map((face, i) => ({ ...face, value: values.get(i) ?? null }));
}

/** Rims of coins and ends of barrels carry none. */
function carriesNumber(sides: number, corners: number): boolean {
  if (sides === 2) return corners > 4;
  return sides === 3 || (sides > 5 && sides % 2 === 1) ? corners === 4 : true;
}

/** Dice whose faces are kites. */
function isTent(sides: number): boolean {
  return sides === 10 || sides === 14 || sides === 18;
}

/** Numbers stand towards a corner on pointed faces, towards an edge on square ones. */
function upOf(points: readonly Vector[], middle: Vector, sides: number): Vector {
  if (points.length === 4 && !isTent(sides)) {
    const long = (i: number): number => Math.hypot(...minus(points[i]!, points[(i + 1) % 4]!));
    const i = long(0) >= long(1) ? 0 : 1;
    return unit(minus(mean([points[i]!, points[(i + 1) % 4]!]), middle));
  }
  const far = points.map((point) => Math.hypot(...minus(point, middle)));
  const top = isTent(sides) ? far.indexOf(Math.min(...far)) : far.indexOf(Math.max(...far));
  return unit(minus(points[top]!, middle));
}

function roomOf(points: readonly Vector[], middle: Vector): number {
  return Math.min(
    ...points.map((a, i) => {
      const b = points[(i + 1) % points.length]!;
      const along = unit(minus(b, a));
      const out = minus(middle, a);
      return Math.hypot(...minus(out, times(along, dot(out, along))));
    }),
  );
}
