/** Pieces of glass as SVG path data: the same data is painted to canvas (the map) and may be used for icons. */

import { distance, mixPoint, type Point, polar } from '../../layout/geometry.ts';
import type { Box } from '../../layout/places.ts';
import type { Random } from '../../layout/random.ts';
import type { Lch } from './colour.ts';

export interface Piece {
  readonly d: string;
  readonly c: Lch;
  /** Middle, for the light inside the piece. */
  readonly x: number;
  readonly y: number;
  /** Rough half size in pixels. */
  readonly size: number;
}

/** What a cut needs to know of the place it fills. */
export interface Ground {
  readonly box: Box;
  readonly rose: { readonly x: number; readonly y: number; readonly r: number };
  readonly draw: Random;
  readonly has: (p: Point) => boolean;
  /** Distance to the nearest medallion or road; negative when covered. */
  readonly clear: (p: Point) => number;
}

export type Cut = (ground: Ground) => Piece[];

const digits = (n: number): string => (Math.round(n * 10) / 10).toString();

export function at(p: Point): string {
  return `${digits(p[0])} ${digits(p[1])}`;
}

export function polygon(points: readonly Point[]): string {
  return `M${points.map(at).join('L')}Z`;
}

export function openLine(points: readonly Point[]): string {
  return `M${points.map(at).join('L')}`;
}

export function circle(r: number, [x, y]: Point = [0, 0]): string {
  return `M${digits(x - r)} ${digits(y)}a${digits(r)} ${digits(r)} 0 1 0 ${digits(r * 2)} 0a${digits(r)} ${digits(r)} 0 1 0 ${digits(-r * 2)} 0Z`;
}

/** A slice of a ring between two radii and two angles. */
export function slice(
  [inner, outer]: readonly [number, number],
  [from, to]: readonly [number, number],
): string {
  const bend = (r: number, sweep: 0 | 1, end: Point): string =>
    `A${digits(r)} ${digits(r)} 0 0 ${sweep} ${at(end)}`;
  return `M${at(polar(inner, from))}L${at(polar(outer, from))}${bend(outer, 1, polar(outer, to))}L${at(polar(inner, to))}${bend(inner, 0, polar(inner, from))}Z`;
}

/** A pointed petal from one radius to another; `width` is half its angle at the belly. */
export function petal([inner, outer]: readonly [number, number], angle: number, width: number): string {
  const belly = (inner + outer) / 2;
  return `M${at(polar(inner, angle))}Q${at(polar(belly, angle - width))} ${at(polar(outer, angle))}Q${at(polar(belly, angle + width))} ${at(polar(inner, angle))}Z`;
}

export function star(
  points: number,
  [outer, inner]: readonly [number, number],
  turn = -Math.PI / 2,
): Point[] {
  return Array.from({ length: points * 2 }, (_, i) =>
    polar(i % 2 ? inner : outer, turn + (i * Math.PI) / points),
  );
}

export function ring(corners: number, radius: number, turn = 0): Point[] {
  return Array.from({ length: corners }, (_, i) => polar(radius, turn + (i * Math.PI * 2) / corners));
}

export function middle(points: readonly Point[]): Point {
  const sum = points.reduce<[number, number]>((s, p) => [s[0] + p[0], s[1] + p[1]], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}

/** A piece from a polygon; its middle and size are measured. */
export function cutOut(points: readonly Point[], c: Lch, d = polygon(points)): Piece {
  const [x, y] = middle(points);
  return { d, c, x, y, size: Math.max(...points.map((p) => distance(p, [x, y]))) };
}

/** A polygon with its corners rounded off, as pebbles are. */
export function pebble(points: readonly Point[], sharp = 0.32): string {
  const n = points.length;
  const parts = points.map((p, i) => {
    const before = mixPoint(p, points[(i + n - 1) % n]!, sharp);
    const after = mixPoint(p, points[(i + 1) % n]!, sharp);
    return `${i ? 'L' : 'M'}${at(before)}Q${at(p)} ${at(after)}`;
  });
  return `${parts.join('')}Z`;
}

/** Each seed's cell: all points nearer to it than to any other seed. Seeds may lie outside the box. */
export function voronoi(seeds: readonly Point[], { x, y, w, h }: Box, reach: number): Point[][] {
  const buckets = new Map<string, Point[]>();
  const key = (p: Point): [number, number] => [Math.floor(p[0] / reach), Math.floor(p[1] / reach)];
  for (const seed of seeds) {
    const name = key(seed).join();
    buckets.set(name, [...(buckets.get(name) ?? []), seed]);
  }
  const frame: Point[] = [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ];
  return seeds.map((seed) => {
    const [bx, by] = key(seed);
    let cell = frame;
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of buckets.get(`${bx + dx},${by + dy}`) ?? [])
          if (other !== seed && cell.length) cell = nearer(cell, seed, other);
    return cell;
  });
}

/** The part of a polygon that is nearer to `own` than to `other`. */
function nearer(cell: Point[], own: Point, other: Point): Point[] {
  const [dx, dy] = [other[0] - own[0], other[1] - own[1]];
  const side = (p: Point): number =>
    (p[0] - (own[0] + other[0]) / 2) * dx + (p[1] - (own[1] + other[1]) / 2) * dy;
  const out: Point[] = [];
  cell.forEach((a, i) => {
    const b = cell[(i + 1) % cell.length]!;
    const [sa, sb] = [side(a), side(b)];
    if (sa <= 0) out.push(a);
    if (sa * sb < 0) out.push(mixPoint(a, b, sa / (sa - sb)));
  });
  return out;
}

/** Seeded spots inside the ground with at least `room` pixels of air, apart from each other; clearest first. */
export function spots(ground: Ground, count: number, [room, apart]: readonly [number, number]): Point[] {
  const { box, draw, has, clear, rose } = ground;
  const found: Point[] = [];
  for (let tries = 0; tries < 400 && found.length < count; tries++) {
    const p: Point = [box.x + draw() * box.w, box.y + draw() * box.h];
    if (!has(p) || clear(p) < room || distance(p, [rose.x, rose.y]) < rose.r + room + 6) continue;
    if (found.every((other) => distance(other, p) >= apart)) found.push(p);
  }
  return found;
}
