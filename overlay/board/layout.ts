/**
 * From the game's matrix to a picture's plan: where each medallion, road, zone, rose and name lies. Theme-neutral,
 * deterministic, pure. Small maps fill the window; larger ones are a larger picture that a camera looks at.
 */
import { type Body, bodiesOf, type Frame, linksOf, type Run, runsOf } from './layout/bodies.ts';
import { lengths, type Point, pointAlong, spline } from './layout/geometry.ts';
import { clearance, placeNames, type Rose, roomiest, type Scene, type ZoneName } from './layout/places.ts';
import { hash } from './layout/random.ts';
import { type Raster, type Region, rasterOf, regionsOf } from './layout/regions.ts';
import { type Field, relax, type Stone, settle } from './layout/relax.ts';
import type { BoardMap, CellKind, ZoneId } from './types.ts';

/** The window in which the board is shown, in pixels at 1920x1080. */
export const WINDOW = { width: 1200, height: 832 } as const;

export interface Spot {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly kind: CellKind;
  readonly zone: ZoneId;
}

export interface Road {
  readonly kind: 'main' | 'fork' | 'shortcut';
  readonly cells: readonly number[];
  readonly line: readonly Point[];
  /** Length along the line at which each of `cells` lies, in pixels. */
  readonly at: readonly number[];
  readonly sums: readonly number[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Seed of everything a painter varies: a hash of the map. */
  readonly seed: number;
  /** By cell id. */
  readonly spots: readonly Spot[];
  /** The main track first. */
  readonly roads: readonly Road[];
  readonly regions: readonly Region[];
  readonly roses: readonly Rose[];
  readonly names: readonly ZoneName[];
}

/** Pixels of picture for each size; M and L keep the scale of S, so that medallions stay as large. */
const PICTURE = {
  S: WINDOW,
  M: { width: 1520, height: 1054 },
  L: { width: 1960, height: 1300 },
} as const;
/** Points of a road's line from one cell to the next. */
const FINE = 10;
const ROSE = { most: 88, least: 24 };

export interface LayoutRequest {
  readonly map: BoardMap;
  /** Names to find room for, by zone. */
  readonly words: Readonly<Record<ZoneId, string>>;
}

/** Lays a map out. Takes some 100 to 400 ms; keep the result, a map never changes during a game. */
export function layoutBoard({ map, words }: LayoutRequest): Layout {
  const { width, height } = PICTURE[map.size];
  const frame: Frame = { width, height, left: 66, right: 66, top: 84, bottom: 58 };
  const seed = hash(map.cells.map((cell) => `${cell.kind}${cell.zone}${cell.x},${cell.y}`).join('|'));
  const runs = runsOf(map);
  const bodies = bodiesOf(map, frame, seed);
  const field: Field = { bodies, links: linksOf(runs), runs, stones: [], frame };
  relax(field, 160, { bend: 0.14, even: 0.5, home: 0.02 });
  const raster = rasterOf(width, height);
  field.stones.push(...stonesOf(map, field, raster));
  relax(field, 240, { bend: 0.12, even: 0.5, home: 0.006 });
  settle(field, 120);
  const regions = regionsOf(map, bodies, raster);
  const scene: Scene = { bodies, links: field.links, regions, frame };
  const { roses, names } = furnish(scene, rosesOf(map, scene, field.stones), words);
  return {
    width,
    height,
    seed,
    spots: map.cells.map(({ id, kind, zone }, i) => ({ id, kind, zone, ...placeOf(bodies[i]!) })),
    roads: runs.map((run) => roadOf(run, bodies)),
    regions,
    roses,
    names,
  };
}

/** Where a name finds no room, its zone's rose makes some, twice at most. */
function furnish(
  scene: Scene,
  roses: readonly Rose[],
  words: LayoutRequest['words'],
): { roses: readonly Rose[]; names: readonly ZoneName[] } {
  let now = roses;
  let names = placeNames(scene, now, words);
  for (let tries = 0; tries < 2 && names.length < now.length; tries++) {
    const named = new Set(names.map(({ zone }) => zone));
    now = now.map((rose) => (named.has(rose.zone) ? rose : { ...rose, r: rose.r * 0.6 }));
    names = placeNames(scene, now, words);
  }
  return { roses: now, names };
}

function placeOf({ x, y, radius }: Body): { x: number; y: number; r: number } {
  return { x, y, r: radius };
}

/** One stone a zone where there is most room already; the finish's stone is fastened to the finish. */
function stonesOf(map: BoardMap, field: Field, raster: Raster): Stone[] {
  const regions = regionsOf(map, field.bodies, raster);
  const last = map.cells[map.finish]!.zone;
  return regions.map((region) => {
    if (region.zone === last) return { x: 0, y: 0, radius: ROSE.most - 6, cell: map.finish };
    const { x, y } = roomiest({ ...field, regions }, region, ROSE.most);
    return { x, y, radius: ROSE.most, cell: null };
  });
}

/** The rose fills what room the track has left, near where its stone came to lie. */
function rosesOf(map: BoardMap, scene: Scene, stones: readonly Stone[]): Rose[] {
  return scene.regions.map((region, i) => {
    const stone = stones[i]!;
    if (stone.cell !== null) {
      const finish = scene.bodies[map.finish]!;
      const room = clearance(scene, [finish.x, finish.y], map.finish);
      const edge = Math.min(finish.x, finish.y, scene.frame.width - finish.x, scene.frame.height - finish.y);
      const r = Math.max(finish.radius + 12, Math.min(ROSE.most + 8, room + 26, edge - 12));
      return { zone: region.zone, x: finish.x, y: finish.y, r };
    }
    const best = roomiest(scene, region, ROSE.most);
    return {
      zone: region.zone,
      x: best.x,
      y: best.y,
      r: Math.min(ROSE.most, Math.max(best.room - 9, Math.min(ROSE.least, best.room - 3))),
    };
  });
}

function roadOf(run: Run, bodies: readonly Body[]): Road {
  const points = run.cells.map((id): Point => [bodies[id]!.x, bodies[id]!.y]);
  const line = spline(points, FINE);
  const sums = lengths(line);
  const kind = run.main ? 'main' : run.saves > 0 ? 'shortcut' : 'fork';
  return { kind, cells: run.cells, line, sums, at: run.cells.map((_, i) => sums[i * FINE]!) };
}

/** The line from one cell to a neighbouring one, or straight when no road joins them. */
export function legOf(layout: Layout, from: number, to: number): readonly Point[] {
  for (const road of layout.roads) {
    const i = road.cells.indexOf(from);
    if (i >= 0 && road.cells[i + 1] === to) return road.line.slice(i * FINE, (i + 1) * FINE + 1);
    if (i > 0 && road.cells[i - 1] === to) return road.line.slice((i - 1) * FINE, i * FINE + 1).toReversed();
  }
  const [a, b] = [layout.spots[from]!, layout.spots[to]!];
  return [
    [a.x, a.y],
    [b.x, b.y],
  ];
}

/** A point of a road at a share (0..1) between its cells `i` and `i + 1`. */
export function roadPoint(road: Road, i: number, share: number): Point {
  const a = road.at[i]!;
  const b = road.at[i + 1] ?? a;
  return pointAlong(road.line, road.sums, a + (b - a) * share);
}
