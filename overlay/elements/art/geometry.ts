/** Points and outlines for small vector art. Angles in radians, clockwise from the right, as SVG draws. */
export type Point = readonly [x: number, y: number];
export const TURN = Math.PI * 2;

const round = (value: number) => Math.round(value * 100) / 100;

export const polar = (radius: number, angle: number): Point => [
  radius * Math.cos(angle),
  radius * Math.sin(angle),
];

/** `M … L … Z` through the points. */
export function outline(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`;
}

/** A regular polygon; `turn` rotates it. With `inner`, a star of twice as many corners. */
export function polygon(corners: number, radius: number, turn = -TURN / 4, inner = radius): string {
  const star = inner !== radius;
  const count = star ? corners * 2 : corners;
  const points = Array.from({ length: count }, (_, i) =>
    polar(star && i % 2 === 1 ? inner : radius, turn + (i * TURN) / count),
  );
  return outline(points);
}

/** A piece of a ring between two radii and two angles. */
export function ringPiece(radii: Point, angles: Point): string {
  const [inner, outer] = radii;
  const [from, to] = angles;
  const large = to - from > Math.PI ? 1 : 0;
  const at = (radius: number, angle: number) => polar(radius, angle).map(round).join(' ');
  const back = inner > 0 ? `L${at(inner, to)}A${inner} ${inner} 0 ${large} 0 ${at(inner, from)}` : 'L0 0';
  return `M${at(outer, from)}A${outer} ${outer} 0 ${large} 1 ${at(outer, to)}${back}Z`;
}

/** A petal from radius to radius along an angle, `width` radians to each side at its belly. */
export function petal(radii: Point, angle: number, width: number): string {
  const [inner, outer] = radii;
  const belly = (inner + outer) / 2;
  const at = (radius: number, a: number) => polar(radius, a).map(round).join(' ');
  return `M${at(inner, angle)}Q${at(belly, angle - width)} ${at(outer, angle)}Q${at(belly, angle + width)} ${at(inner, angle)}Z`;
}

export function circle(radius: number): string {
  return `M${-radius} 0a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0Z`;
}
