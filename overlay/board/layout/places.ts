/** Places for roses and zone names: they lie in their zone's glass and cover no cell, no track and not each other. */
import type { ZoneId } from '../types.ts';
import type { Body, Frame, Link } from './bodies.ts';
import { nearestOnSegment, type Point } from './geometry.ts';
import { holds, type Region } from './regions.ts';

export interface Rose {
  readonly zone: ZoneId;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export interface ZoneName {
  readonly zone: ZoneId;
  /** Middle of the first line's letters. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly lines: readonly string[];
  /** Tilt in radians: none today; a theme may bend it. */
  readonly box: Box;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Scene {
  readonly bodies: readonly Body[];
  readonly links: readonly Link[];
  readonly regions: readonly Region[];
  readonly frame: Frame;
}

/** Between a name and the nearest medallion or road. */
const LEAST_AIR = 4;
/** Half the widest road, lead counted. */
export const ROAD = 14;

/** Distance from a point to the nearest medallion rim or road edge; negative when covered. */
export function clearance(
  { bodies, links }: Pick<Scene, 'bodies' | 'links'>,
  p: Point,
  but: number | null = null,
): number {
  let best = Infinity;
  const [x, y] = p;
  for (let id = 0; id < bodies.length; id++) {
    const body = bodies[id]!;
    // No root is drawn for what is certainly further.
    if (id === but || Math.abs(body.x - x) - body.radius > best) continue;
    best = Math.min(best, Math.hypot(body.x - x, body.y - y) - body.radius);
  }
  for (const { a, b } of links) {
    if (a === but || b === but) continue;
    const [s, e] = [bodies[a]!, bodies[b]!];
    if (Math.min(s.x, e.x) - x - ROAD > best || x - Math.max(s.x, e.x) - ROAD > best) continue;
    best = Math.min(best, nearestOnSegment(p, [s.x, s.y], [e.x, e.y]).far - ROAD);
  }
  return best;
}

/** Distance to the nearest outline of a region, and to the window's edge. */
function rim(region: Region, p: Point, frame: Frame): number {
  let best = Math.min(p[0], p[1], frame.width - p[0], frame.height - p[1]);
  for (const ring of region.rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const q = ring[i]!;
      if (Math.abs(q[0] - p[0]) < best) best = Math.min(best, Math.hypot(q[0] - p[0], q[1] - p[1]));
    }
  }
  return best;
}

/** The roomiest spot of a region, up to `most` pixels of radius. */
export function roomiest(scene: Scene, region: Region, most: number): { x: number; y: number; room: number } {
  let best = { x: 0, y: 0, room: -Infinity };
  let bestScore = -Infinity;
  const step = 16;
  for (let y = step * 2; y < scene.frame.height - step; y += step) {
    for (let x = step * 2; x < scene.frame.width - step; x += step) {
      if (!holds(region, [x, y])) continue;
      const track = clearance(scene, [x, y]);
      if (Math.min(track, most) < best.room * 0.8) continue;
      const edge = rim(region, [x, y], scene.frame);
      const room = Math.min(track, edge - 6);
      const score = Math.min(room, most) + Math.min(track, most * 1.4) * 0.2;
      if (score > bestScore) [bestScore, best] = [score, { x, y, room }];
    }
  }
  return best;
}

/** Rough width of a line of small capitals in the display face, in pixels; 0.63 em is its mean advance. */
export function lineWidth(text: string, size: number): number {
  return [...text].length * size * 0.63;
}

function splits(text: string): string[][] {
  const words = text.split(' ');
  const whole = [[text]];
  if (words.length < 2) return whole;
  const half = words.findIndex((_, i) => words.slice(0, i + 1).join(' ').length >= text.length / 2 - 1);
  return [...whole, [words.slice(0, half + 1).join(' '), words.slice(half + 1).join(' ')].filter(Boolean)];
}

/** Points of a box that must lie in the zone. */
type Within = (box: Box) => Point[];

/** Sizes from large to small; at last a name may lie across its zone's border. */
const TRIES: readonly (readonly [size: number, within: Within])[] = [
  ...[36, 32, 28, 25, 22, 20].map((size) => [size, corners] as const),
  ...[22, 20].map((size) => [size, heart] as const),
];

/** Finds a place for each zone's name; a zone without room for the smallest size stays nameless (its rose names it). */
export function placeNames(
  scene: Scene,
  roses: readonly Rose[],
  words: Readonly<Record<ZoneId, string>>,
): ZoneName[] {
  const taken: Box[] = [];
  return scene.regions.flatMap((region) => {
    const found = placeName(scene, { region, roses, text: words[region.zone], taken });
    if (found) taken.push(found.box);
    return found ? [found] : [];
  });
}

interface Wanted {
  readonly region: Region;
  readonly roses: readonly Rose[];
  readonly text: string;
  readonly taken: readonly Box[];
}

/** A name out of the tokens' way may be smaller than one in it, but not smaller than this. */
const LEAST_FREE = 25;

function placeName(scene: Scene, wanted: Wanted): ZoneName | null {
  let shaded: ZoneName | null = null;
  for (const [size, within] of TRIES) {
    if (shaded && size < LEAST_FREE) return shaded;
    let best: ZoneName | null = null;
    let bestScore = -Infinity;
    for (const lines of splits(wanted.text)) {
      const w = Math.max(...lines.map((line) => lineWidth(line, size))) + 18;
      const h = lines.length * size * 0.98 + 6;
      const spot = bestBox(scene, wanted, { w, h, within });
      const score = spot ? spot.score - (lines.length - 1) * 6 : 0;
      if (!spot || score <= bestScore) continue;
      bestScore = score;
      const { box } = spot;
      best = { zone: wanted.region.zone, x: box.x + w / 2, y: box.y + 3 + size * 0.49, size, lines, box };
    }
    if (best && standsIn(scene, best.box) === 0) return best;
    shaded ??= best;
  }
  return shaded;
}

/** Where tokens stand: above their cells, so wide and so high; what a name's place loses for each that covers it. */
const TOKEN = { half: 32, high: 66, cost: 24 };

/** On how many cells a token would stand before this box. */
function standsIn({ bodies }: Scene, box: Box): number {
  return bodies.filter(({ x, y, radius }) =>
    overlap(box, {
      x: x - TOKEN.half,
      y: y - radius * 0.42 - TOKEN.high,
      w: TOKEN.half * 2,
      h: TOKEN.high,
    }),
  ).length;
}

function bestBox(
  scene: Scene,
  { region, roses, taken }: Wanted,
  { w, h, within }: { w: number; h: number; within: Within },
): { box: Box; score: number } | null {
  let best: { box: Box; score: number } | null = null;
  const { width, height } = scene.frame;
  for (let y = 18; y < height - h - 18; y += 11) {
    for (let x = 18; x < width - w - 18; x += 13) {
      const box = { x, y, w, h };
      if (!within(box).every((p) => holds(region, p))) continue;
      const air = boxAir(scene, box);
      if (air < LEAST_AIR || taken.some((other) => overlap(box, other))) continue;
      const fromRoses = Math.min(...roses.map((rose) => toBox(box, [rose.x, rose.y]) - rose.r));
      if (fromRoses < 7) continue;
      const edge = Math.min(x, y, width - x - w, height - y - h);
      const deep = [14, 28].filter((by) => corners(grown(box, by)).every((p) => holds(region, p))).length;
      const score =
        100 -
        standsIn(scene, box) * TOKEN.cost +
        deep * 9 +
        Math.min(air, 46) +
        Math.min(fromRoses, 30) * 0.4 +
        Math.min(edge, 60) * 0.2;
      if (!best || score > best.score) best = { box, score };
    }
  }
  return best;
}

function corners({ x, y, w, h }: Box): Point[] {
  return [
    [x, y],
    [x + w / 2, y],
    [x + w, y],
    [x, y + h],
    [x + w / 2, y + h],
    [x + w, y + h],
  ];
}

/** The middle third of a box. */
function heart({ x, y, w, h }: Box): Point[] {
  return [
    [x + w * 0.35, y + h / 2],
    [x + w * 0.65, y + h / 2],
  ];
}

/** A box with a margin around it. */
export function grown({ x, y, w, h }: Box, by: number): Box {
  return { x: x - by, y: y - by, w: w + by * 2, h: h + by * 2 };
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** Distance from a point to a box; 0 inside. */
export function toBox({ x, y, w, h }: Box, [px, py]: Point): number {
  return boxDistance({ x, y, w, h }, px, py);
}

function boxDistance({ x, y, w, h }: Box, px: number, py: number): number {
  const dx = px < x ? x - px : px > x + w ? px - x - w : 0;
  const dy = py < y ? y - py : py > y + h ? py - y - h : 0;
  return Math.sqrt(dx * dx + dy * dy);
}

/** Distance from a box to the nearest medallion rim or road edge. */
function boxAir({ bodies, links }: Scene, box: Box): number {
  let best = Infinity;
  for (const { x, y, radius } of bodies) {
    best = Math.min(best, boxDistance(box, x, y) - radius);
    // Too little anyway, however little it is.
    if (best < LEAST_AIR) return best;
  }
  for (const { a, b } of links) {
    const [s, e] = [bodies[a]!, bodies[b]!];
    for (let t = 0.2; t < 1; t += 0.2)
      best = Math.min(best, boxDistance(box, s.x + (e.x - s.x) * t, s.y + (e.y - s.y) * t) - ROAD);
  }
  return best;
}
