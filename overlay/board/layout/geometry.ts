/** Plane geometry of the board. Pure functions; points are [x, y] in board pixels, y grows downwards. */
export type Point = readonly [x: number, y: number];

export const TAU = Math.PI * 2;

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

export function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

export function mixPoint(a: Point, b: Point, t: number): Point {
  return [mix(a[0], b[0], t), mix(a[1], b[1], t)];
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** The point at `radius` and `angle` (radians, clockwise from east) around a centre. */
export function polar(radius: number, angle: number, centre: Point = [0, 0]): Point {
  return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)];
}

/** Nearest point of a segment, and how far along it lies (0..1). */
export function nearestOnSegment(p: Point, a: Point, b: Point): { point: Point; t: number; far: number } {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const t = clamp(((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy || 1), 0, 1);
  const point: Point = [a[0] + dx * t, a[1] + dy * t];
  return { point, t, far: distance(p, point) };
}

/** Do two segments cross at an inner point of both? */
export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point): number =>
    (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Length up to each point of a polyline; the last entry is the whole length. */
export function lengths(line: readonly Point[]): number[] {
  const sums = [0];
  for (let i = 1; i < line.length; i++) sums.push(sums[i - 1]! + distance(line[i - 1]!, line[i]!));
  return sums;
}

/** The point at a distance along a polyline, clamped to its ends. */
export function pointAlong(line: readonly Point[], sums: readonly number[], at: number): Point {
  let low = 0;
  let high = sums.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sums[middle]! <= at) low = middle;
    else high = middle;
  }
  const span = sums[high]! - sums[low]! || 1;
  return mixPoint(line[low]!, line[high]!, clamp((at - sums[low]!) / span, 0, 1));
}

/** `count` points at even distances along a polyline, both ends included. */
export function resample(line: readonly Point[], count: number): Point[] {
  const sums = lengths(line);
  const whole = sums.at(-1)!;
  return Array.from({ length: count }, (_, i) => pointAlong(line, sums, (whole * i) / (count - 1)));
}

/**
 * A smooth line through all points (centripetal Catmull-Rom: no loops, no overshoot), `step` points for each span.
 * Point number i of the input is point number i * step of the output.
 */
export function spline(points: readonly Point[], step: number): Point[] {
  const out: Point[] = [];
  const last = points.length - 1;
  for (let i = 0; i < last; i++) {
    const b = points[i]!;
    const c = points[i + 1]!;
    const a = points[i - 1] ?? mixPoint(b, c, -1);
    const d = points[i + 2] ?? mixPoint(b, c, 2);
    for (let k = 0; k < step; k++) out.push(centripetal([a, b, c, d], k / step));
  }
  out.push(points[last]!);
  return out;
}

function centripetal([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point {
  const ab = Math.sqrt(distance(a, b)) || 1e-3;
  const bc = Math.sqrt(distance(b, c)) || 1e-3;
  const cd = Math.sqrt(distance(c, d)) || 1e-3;
  const tangent = (k: 0 | 1): readonly [number, number] => [
    bc * ((b[k] - a[k]) / ab - (c[k] - a[k]) / (ab + bc)) + (c[k] - b[k]),
    bc * ((d[k] - c[k]) / cd - (d[k] - b[k]) / (bc + cd)) + (c[k] - b[k]),
  ];
  const at = (k: 0 | 1): number => {
    const [m0, m1] = tangent(k);
    const t2 = t * t;
    const t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * b[k] + (t3 - 2 * t2 + t) * m0 + (3 * t2 - 2 * t3) * c[k] + (t3 - t2) * m1;
  };
  return [at(0), at(1)];
}

/** Even-odd test of a point against closed rings. */
export function inside(rings: readonly (readonly Point[])[], [x, y]: Point): boolean {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]!;
      const [xj, yj] = ring[j]!;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
    }
  }
  return odd;
}

/** Ways to go from 0 to 1. */
export const ease = {
  inOut: (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2),
  out: (t: number): number => 1 - (1 - t) ** 3,
  /** Overshoots by a tenth and comes back. */
  back: (t: number): number => 1 + 2.7 * (t - 1) ** 3 + 1.7 * (t - 1) ** 2,
};
