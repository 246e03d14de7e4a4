/** How a die tumbles: a pure function of time that always ends with its value facing the viewer. */
import { cross, dot, type Solid, unit, type Vector } from './solids.ts';

/** Rows of a rotation. The viewer looks along -z: x to the right, y down, z towards the viewer. */
export type Turn = readonly [Vector, Vector, Vector];

export interface Posture {
  readonly turn: Turn;
  /** Where the die is, in its own radii from its place of rest. */
  readonly x: number;
  readonly y: number;
  /** 0 while it flies, 1 at rest. */
  readonly rest: number;
}

/** Milliseconds: the first die, what each further one takes longer, and the wait between two. */
export const TUMBLE = { first: 1700, more: 140, apart: 120 } as const;

export function lengthOf(count: number): number {
  return count === 0 ? 0 : TUMBLE.first + (TUMBLE.more + TUMBLE.apart) * (count - 1);
}

export function apply([a, b, c]: Turn, v: Vector): Vector {
  return [dot(a, v), dot(b, v), dot(c, v)];
}

function compose(second: Turn, first: Turn): Turn {
  const column = (k: 0 | 1 | 2): Vector => apply(second, [first[0][k], first[1][k], first[2][k]]);
  const [x, y, z] = [column(0), column(1), column(2)];
  return [
    [x[0], y[0], z[0]],
    [x[1], y[1], z[1]],
    [x[2], y[2], z[2]],
  ];
}

/** Rotation by an angle (radians) about an axis. */
export function about(axis: Vector, angle: number): Turn {
  const [x, y, z] = unit(axis);
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const k = 1 - c;
  return [
    [c + x * x * k, x * y * k - z * s, x * z * k + y * s],
    [y * x * k + z * s, c + y * y * k, y * z * k - x * s],
    [z * x * k - y * s, z * y * k + x * s, c + z * z * k],
  ];
}

const tilts = new WeakMap<Solid, Turn>();

/** A little tilt, so that the resting die shows its sides: few-sided dice need more of it, narrow faces bear less. */
function tilt(solid: Solid): Turn {
  const known = tilts.get(solid);
  if (known) return known;
  const { faces } = solid;
  const much = faces.length <= 4 ? 2.1 : faces.length <= 5 ? 1.3 : Math.min(1, nearest(solid) * 1.25);
  const turn = compose(about([1, 0, 0], 0.24 * much), about([0, 1, 0], 0.3 * much));
  tilts.set(solid, turn);
  return turn;
}

/** The smallest angle between two faces that carry numbers, in radians. */
function nearest({ faces }: Solid): number {
  const normals = faces.flatMap(({ value, normal }) => (value === null ? [] : [normal]));
  const most = Math.max(-1, ...normals.flatMap((a, i) => normals.slice(i + 1).map((b) => dot(a, b))));
  return Math.acos(Math.min(1, most));
}

/** Turns the face with this value towards the viewer, number upright. */
export function facing(solid: Solid, value: number, flat = false): Turn {
  const face = solid.faces.find((one) => one.value === value) ?? solid.faces[0]!;
  const z = face.normal;
  const up = face.up;
  const x = cross(up, z);
  const straight: Turn = [x, [-up[0], -up[1], -up[2]], z];
  return flat ? straight : compose(tilt(solid), straight);
}

/** The posture of die number `i` at a time since the throw, in milliseconds. */
export function postureAt(solid: Solid, value: number, { i, time }: { i: number; time: number }): Posture {
  const end = facing(solid, value);
  const k = Math.min(1, Math.max(0, (time - i * TUMBLE.apart) / (TUMBLE.first + i * TUMBLE.more)));
  if (k >= 1) return { turn: end, x: 0, y: 0, rest: 1 };
  const left = (1 - k) ** 3;
  const spin = about([0.55, 0.8, 0.25 + i * 0.12], -left * (11 + i * 1.7));
  const wobble = about([0.2, 0.1, 1], left * 2.4 * (i % 2 ? 1 : -1));
  return {
    turn: compose(compose(spin, wobble), end),
    x: -left * 3.4,
    y: -Math.abs(Math.sin((1 - left) * Math.PI * 3)) * (1 - k) * 0.62,
    rest: Math.max(0, (k - 0.86) / 0.14),
  };
}
