/**
 * Where each zone's glass lies. Every matrix cell of the ground gives its zone a soft weight around the place where
 * the relaxed board has put it; the zone with the most weight owns the spot. Borders are therefore smooth.
 */
import type { BoardMap, ZoneId } from '../types.ts';
import type { Body } from './bodies.ts';
import { contours } from './contour.ts';
import { clamp, type Point, polar, TAU } from './geometry.ts';

export interface Region {
  readonly zone: ZoneId;
  /** Closed rings, even-odd; they reach a little beyond the window so that its frame hides their outer rim. */
  readonly rings: readonly (readonly Point[])[];
  /** 1 for each sample of the raster that belongs to the zone. */
  readonly mask: Uint8Array;
  readonly raster: Raster;
}

/** A raster over the board, `step` pixels a sample, beginning at (-pad, -pad). */
export interface Raster {
  readonly step: number;
  readonly pad: number;
  readonly columns: number;
  readonly rows: number;
}

export const STEP = 8;
export const PAD = 48;
/** Reach of one matrix cell's weight and of a track cell's, as standard deviations in pixels. */
/** Columns and rows of ground that are thought on around the matrix, so that the window's corners have a zone. */
const MARGIN = 4;
const SIGMA = { ground: 46, cell: 40 };

interface Seed {
  readonly x: number;
  readonly y: number;
  readonly zone: ZoneId;
  readonly weight: number;
  readonly sigma: number;
}

/** Displacement of the nearby cells, carried over to the passive ground between them. */
function groundSeeds(map: BoardMap, bodies: readonly Body[]): Seed[] {
  const plain = affine(map, bodies);
  const moved = map.cells.map((cell, i) => {
    const [x, y] = plain(cell.x, cell.y);
    return { cell, dx: bodies[i]!.x - x, dy: bodies[i]!.y - y };
  });
  const side = map.width + MARGIN * 2;
  return Array.from({ length: side * (map.height + MARGIN * 2) }, (_, n): Seed => {
    const gx = (n % side) - MARGIN;
    const gy = Math.floor(n / side) - MARGIN;
    const inner = clamp(gy, 0, map.height - 1) * map.width + clamp(gx, 0, map.width - 1);
    const zone = map.ground[inner]!;
    let [sum, dx, dy] = [0.02, 0, 0];
    for (const one of moved) {
      const weight = 1 / (((one.cell.x - gx) ** 2 + (one.cell.y - gy) ** 2) ** 1.5 + 0.05);
      sum += weight;
      dx += one.dx * weight;
      dy += one.dy * weight;
    }
    const [x, y] = plain(gx, gy);
    return { x: x + dx / sum, y: y + dy / sum, zone, weight: 1, sigma: SIGMA.ground };
  });
}

/** Least-squares scale and shift from matrix to pixels, each axis by itself. */
function affine(map: BoardMap, bodies: readonly Body[]): (gx: number, gy: number) => Point {
  const line = (from: number[], to: number[]): readonly [number, number] => {
    const n = from.length;
    const [mf, mt] = [from.reduce((a, b) => a + b) / n, to.reduce((a, b) => a + b) / n];
    const top = from.reduce((s, f, i) => s + (f - mf) * (to[i]! - mt), 0);
    const scale = top / (from.reduce((s, f) => s + (f - mf) ** 2, 0) || 1);
    return [scale, mt - mf * scale];
  };
  const [sx, ox] = line(
    map.cells.map((c) => c.x),
    bodies.map((b) => b.x),
  );
  const [sy, oy] = line(
    map.cells.map((c) => c.y),
    bodies.map((b) => b.y),
  );
  return (gx, gy) => [gx * sx + ox, gy * sy + oy];
}

/** Track cells weigh more than ground; a gate weighs the same for both zones, so that the border runs through it. */
function cellSeeds(map: BoardMap, bodies: readonly Body[]): Seed[] {
  return map.cells.flatMap((cell, i): Seed[] => {
    const at = { x: bodies[i]!.x, y: bodies[i]!.y, sigma: SIGMA.cell };
    if (cell.kind === 'finish') return wreath(at, cell.zone);
    if (cell.kind !== 'gate') return [{ ...at, zone: cell.zone, weight: 4 }];
    const other = [...cell.prev, ...cell.next]
      .map((id) => map.cells[id]!.zone)
      .find((zone) => zone !== cell.zone);
    return [
      { ...at, zone: cell.zone, weight: 2.4 },
      { ...at, zone: other ?? cell.zone, weight: 2.4 },
    ];
  });
}

/** The finish lies in its zone's rose, so the zone is wide there. */
function wreath({ x, y }: Point2, zone: ZoneId): Seed[] {
  return Array.from({ length: 8 }, (_, i) => {
    const [px, py] = polar(84, (i * TAU) / 8, [x, y]);
    return { x: px, y: py, zone, weight: 5, sigma: SIGMA.cell };
  });
}

type Point2 = Readonly<Record<'x' | 'y', number>>;

export function rasterOf(width: number, height: number): Raster {
  return {
    step: STEP,
    pad: PAD,
    columns: Math.ceil((width + PAD * 2) / STEP) + 1,
    rows: Math.ceil((height + PAD * 2) / STEP) + 1,
  };
}

function bell(far: number, { sigma }: Seed): number {
  return Math.exp(-(far * far) / (2 * sigma * sigma));
}

function fieldOf(seeds: readonly Seed[], raster: Raster): Float64Array {
  const field = new Float64Array(raster.columns * raster.rows);
  for (const seed of seeds) {
    const reach = seed.sigma * 4.2;
    const first = (at: number): number => Math.max(0, Math.floor((at - reach + raster.pad) / raster.step));
    const last = (at: number, most: number): number =>
      Math.min(most - 1, Math.ceil((at + reach + raster.pad) / raster.step));
    const [left, right] = [first(seed.x), last(seed.x, raster.columns)];
    // The bell over a column; with that over a row it makes the bell over a sample.
    const bells = Array.from({ length: Math.max(0, right - left + 1) }, (_, i) =>
      bell((left + i) * raster.step - raster.pad - seed.x, seed),
    );
    for (let r = first(seed.y); r <= last(seed.y, raster.rows); r++) {
      const dy = r * raster.step - raster.pad - seed.y;
      const weight = seed.weight * bell(dy, seed);
      for (let c = left; c <= right; c++) {
        const dx = c * raster.step - raster.pad - seed.x;
        field[r * raster.columns + c]! += weight * bells[c - left]! + 1e-9 / (1 + dx * dx + dy * dy);
      }
    }
  }
  return field;
}

/** The regions in the order in which the track visits them. */
export function regionsOf(map: BoardMap, bodies: readonly Body[], raster: Raster): Region[] {
  const seeds = [...groundSeeds(map, bodies), ...cellSeeds(map, bodies)];
  const zones = [...new Set(map.cells.map((cell) => cell.zone))];
  const fields = zones.map((zone) =>
    fieldOf(
      seeds.filter((seed) => seed.zone === zone),
      raster,
    ),
  );
  dropIslands(fields, map, { bodies, raster, zones });
  return zones.map((zone, z) => {
    const lead = fields[z]!.map((own, n) => {
      let best = 0;
      for (let k = 0; k < fields.length; k++) if (k !== z && fields[k]![n]! > best) best = fields[k]![n]!;
      return (own - best) / (own + best + 1e-12);
    });
    return {
      zone,
      rings: contours(lead, raster),
      mask: Uint8Array.from(lead, (v) => (v > 0 ? 1 : 0)),
      raster,
    };
  });
}

/** Does the zone own this spot? Exact to half a sample, and much faster than asking the rings. */
export function holds({ mask, raster }: Region, [x, y]: Point): boolean {
  const c = Math.round((x + raster.pad) / raster.step);
  const r = Math.round((y + raster.pad) / raster.step);
  return c >= 0 && r >= 0 && c < raster.columns && r < raster.rows && mask[r * raster.columns + c] === 1;
}

/** A patch of a zone that holds no cell of it is given to its surroundings. */
function dropIslands(
  fields: Float64Array[],
  map: BoardMap,
  { bodies, raster, zones }: { bodies: readonly Body[]; raster: Raster; zones: readonly ZoneId[] },
): void {
  const size = raster.columns * raster.rows;
  const label = new Int8Array(size);
  for (let n = 0; n < size; n++) {
    for (let z = 1; z < fields.length; z++) if (fields[z]![n]! > fields[label[n]!]![n]!) label[n] = z;
  }
  const reached = new Uint8Array(size);
  const stack: number[] = [];
  map.cells.forEach((cell, i) => {
    const c = Math.round((bodies[i]!.x + raster.pad) / raster.step);
    const r = Math.round((bodies[i]!.y + raster.pad) / raster.step);
    const n = r * raster.columns + c;
    if (zones[label[n]!] === cell.zone && !reached[n]) {
      reached[n] = 1;
      stack.push(n);
    }
  });
  while (stack.length) {
    const n = stack.pop()!;
    for (const to of [n - 1, n + 1, n - raster.columns, n + raster.columns]) {
      if (to < 0 || to >= size || reached[to] || label[to] !== label[n]) continue;
      reached[to] = 1;
      stack.push(to);
    }
  }
  for (let n = 0; n < size; n++) if (!reached[n]) fields[label[n]!]![n] = 0;
}
