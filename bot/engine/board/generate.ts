/** The map: a pure function of (rules, seed, size). Same input, same map, byte for byte. */
import type { Draws } from '../chance.ts';
import { type CellKind, type Rules, type Size, ZONES, type ZoneId } from '../rules.ts';
import type { Board, Cell } from './board.ts';
import { planMain, planWay } from './kinds.ts';
import { placeObjects } from './objects.ts';
import { drawTrack, type Spot } from './path.ts';
import { mapDraws, shuffled } from './random.ts';
import { findWays, type Way } from './ways.ts';

export interface MapRequest {
  readonly seed: string;
  readonly size: Size;
  readonly rules: Rules;
}

/** Attempts that come out too short or too long are thrown away; measured need is below 40. */
const MOST_ATTEMPTS = 2000;

/** @throws Error if the size in the tunables leaves no room for the track. */
export function generateBoard({ seed, size, rules }: MapRequest): Board {
  const shape = rules.tunables.map.sizes[size];
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const draws = mapDraws(`${size}|${seed}`, attempt);
    const track = drawTrack(draws, shape);
    if (track) return assemble({ draws, track, size, rules });
  }
  throw new Error(
    `map size ${size}: ${shape.cells} cells do not fit ${shape.lanes} lanes of ${shape.width}x${shape.height}; make the matrix larger`,
  );
}

interface Draft {
  readonly draws: Draws;
  readonly track: readonly Spot[];
  readonly size: Size;
  readonly rules: Rules;
}

function assemble({ draws, track, size, rules }: Draft): Board {
  const { width, height, forks } = rules.tunables.map.sizes[size];
  const order = zoneOrder(draws, rules);
  const zoneStarts = order.map((_, i) => Math.round((i * track.length) / order.length));
  const zones = track.map((_, i) => order[zoneStarts.findLastIndex((start) => start <= i)] as ZoneId);
  const maxSaving = Math.floor(track.length * rules.tunables.map.shortcut);
  const ways = findWays({ draws, track, width, height, zoneStarts, count: forks, maxSaving });
  const junctions = new Set(ways.map((way) => way.from));
  const kinds = planMain({ draws, rules, zones, zoneStarts, junctions });
  const cells = link({ draws, rules, track, zones, kinds, ways });
  return {
    size,
    width,
    height,
    cells,
    ground: paintGround(cells, width, height),
    start: 0,
    finish: track.length - 1,
    length: track.length,
  };
}

function zoneOrder(draws: Draws, rules: Rules): ZoneId[] {
  const mixed = shuffled(draws, ZONES);
  return mixed.sort((a, b) => rules.zones[a].order - rules.zones[b].order);
}

type Loose = { -readonly [K in keyof Cell]: Cell[K] } & { next: number[]; prev: number[] };

interface Links extends Omit<Draft, 'size'> {
  readonly zones: readonly ZoneId[];
  readonly kinds: readonly CellKind[];
  readonly ways: readonly Way[];
}

function link({ draws, rules, track, zones, kinds, ways }: Links): readonly Cell[] {
  const cells: Loose[] = [];
  const add = (spot: Spot, zone: ZoneId, kind: CellKind, way: Cell['way']): Loose => {
    const cell: Loose = {
      id: cells.length,
      kind,
      zone,
      x: spot.x,
      y: spot.y,
      next: [],
      prev: [],
      toFinish: 0,
      way,
    };
    cells.push(cell);
    return cell;
  };
  for (const [i, spot] of track.entries()) add(spot, zones[i] as ZoneId, kinds[i] as CellKind, 'main');
  for (let i = 0; i + 1 < track.length; i += 1) join(cells, i, i + 1);
  ways.forEach((way, n) => {
    let from = way.from;
    const zone = zones[way.from] as ZoneId;
    way.spots.forEach((spot, at) => {
      const kind = planWay(draws, rules, { zone, length: way.spots.length, at });
      const cell = add(spot, zone, kind, n + 1);
      join(cells, from, cell.id);
      from = cell.id;
    });
    join(cells, from, way.to);
  });
  measure(cells, track.length - 1);
  for (const cell of cells) hideSecret(draws, rules, cell);
  placeObjects(draws, rules, cells);
  return cells;
}

function join(cells: Loose[], from: number, to: number): void {
  cells[from]?.next.push(to);
  cells[to]?.prev.push(from);
}

/** Breadth first, backwards from the finish. */
function measure(cells: Loose[], finish: number): void {
  const seen = new Set([finish]);
  let rim = [finish];
  for (let steps = 0; rim.length > 0; steps += 1) {
    const next: number[] = [];
    for (const id of rim) {
      const cell = cells[id] as Loose;
      cell.toFinish = steps;
      for (const before of cell.prev) {
        if (seen.has(before)) continue;
        seen.add(before);
        next.push(before);
      }
    }
    rim = next;
  }
}

/** A trap is chosen now and stays hidden until somebody steps into it. */
function hideSecret(draws: Draws, rules: Rules, cell: Loose): void {
  if (cell.kind !== 'trap') return;
  const fitting = Object.values(rules.traps).filter((trap) => trap.zone === cell.zone || trap.zone === 'any');
  const trap = fitting[draws.int(Math.max(1, fitting.length)) - 1];
  if (trap) cell.secret = trap.id;
  else cell.kind = 'plain';
}

/** Passive cells belong to the zone of the nearest active one; grown outwards, so that every zone stays connected. */
function paintGround(cells: readonly Cell[], width: number, height: number): readonly ZoneId[] {
  const ground: (ZoneId | null)[] = new Array(width * height).fill(null);
  let rim: number[] = [];
  for (const cell of cells) {
    ground[cell.y * width + cell.x] = cell.zone;
    rim.push(cell.y * width + cell.x);
  }
  while (rim.length > 0) {
    const next: number[] = [];
    for (const at of rim) {
      for (const to of neighbours(at, width, height)) {
        if (ground[to] !== null) continue;
        ground[to] = ground[at] as ZoneId;
        next.push(to);
      }
    }
    rim = next;
  }
  return ground as ZoneId[];
}

function neighbours(at: number, width: number, height: number): number[] {
  const x = at % width;
  const out: number[] = [];
  if (x > 0) out.push(at - 1);
  if (x < width - 1) out.push(at + 1);
  if (at >= width) out.push(at - width);
  if (at < width * (height - 1)) out.push(at + width);
  return out;
}
