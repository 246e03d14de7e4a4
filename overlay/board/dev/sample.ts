/**
 * Boards for looking at and testing the drawing: a serpentine of lanes with side ways and zones, like the engine's
 * maps but made without the rules. The pages may not import the engine, so the drawing's tests have their own.
 */
import { hash, type Random, random } from '../layout/random.ts';
import type { BoardMap, Cell, CellKind, ZoneId } from '../types.ts';

const SIZES = {
  S: { width: 16, height: 12, main: 60 },
  M: { width: 20, height: 15, main: 100 },
  L: { width: 26, height: 18, main: 160 },
} as const;
const ZONES: readonly ZoneId[] = ['forest', 'crystal', 'static', 'hell', 'heaven'];
const KINDS: readonly CellKind[] = [
  'plain',
  'trial',
  'trap',
  'chest',
  'monster',
  'story',
  'market',
  'camp',
  'object',
  'plain',
  'trial',
  'monster',
];

type Draft = { -readonly [K in keyof Cell]: Cell[K] };

/** A lane-by-lane walk through the matrix; each lane now and then sidesteps by a row. */
function walk(width: number, height: number, main: number, draw: Random): [number, number][] {
  const lanes = Math.round(height / 3);
  const out: [number, number][] = [];
  const mirror = draw() < 0.5;
  const flip = draw() < 0.5;
  for (let lane = 0; lane < lanes; lane++) {
    const home = 1 + lane * 3;
    let y = out.at(-1)?.[1] ?? home;
    for (let k = 0; k < width - 2; k++) {
      const x = lane % 2 ? width - 2 - k : 1 + k;
      if (k === 0) while (y < home) out.push([x, y++]);
      const shift = k > 2 && k < width - 5 && draw() < 0.22 ? home + Math.floor(draw() * 2) : y;
      out.push([x, y]);
      while (y !== shift) {
        y += Math.sign(shift - y);
        out.push([x, y]);
      }
    }
  }
  const seen = new Set<string>();
  const unique = out.filter(([x, y]) => !seen.has(`${x},${y}`) && seen.add(`${x},${y}`));
  return unique.slice(0, main).map(([x, y]) => [mirror ? width - 1 - x : x, flip ? height - 1 - y : y]);
}

function zonesOf(count: number, draw: Random): ZoneId[] {
  const order = [...ZONES];
  for (let i = 3; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const weights = order.map(() => 0.8 + draw() * 0.4);
  const whole = weights.reduce((a, b) => a + b);
  const ends: number[] = [];
  weights.reduce((sum, w) => {
    ends.push(((sum + w) / whole) * count);
    return sum + w;
  }, 0);
  return Array.from({ length: count }, (_, i) => order[ends.findIndex((end) => i < end)] ?? order[4]!);
}

/** Every matrix cell belongs to the zone of the nearest track cell. */
function groundOf(width: number, height: number, cells: readonly Draft[]): ZoneId[] {
  return Array.from({ length: width * height }, (_, n) => {
    const x = n % width;
    const y = Math.floor(n / width);
    let best = cells[0]!;
    let near = Infinity;
    for (const cell of cells) {
      const far = (cell.x - x) ** 2 + (cell.y - y) ** 2;
      if (far < near) [near, best] = [far, cell];
    }
    return best.zone;
  });
}

/** Shortest way through free ground of one zone from one track cell to another, both ends left out. */
function sidePath(
  from: Draft,
  to: Draft,
  map: { width: number; height: number; ground: readonly ZoneId[]; taken: Set<string> },
): [number, number][] | null {
  const queue: [number, number, [number, number][]][] = [[from.x, from.y, []]];
  const seen = new Set<string>();
  while (queue.length) {
    const [x, y, path] = queue.shift()!;
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const [u, v] = [x + dx, y + dy];
      if (u === to.x && v === to.y && path.length) return path;
      const key = `${u},${v}`;
      const free =
        u >= 0 && v >= 0 && u < map.width && v < map.height && !map.taken.has(key) && !seen.has(key);
      if (!free || map.ground[v * map.width + u] !== from.zone || path.length > 8) continue;
      seen.add(key);
      queue.push([u, v, [...path, [u, v]]]);
    }
  }
  return null;
}

function addSideWays(cells: Draft[], map: Parameters<typeof sidePath>[2], draw: Random): void {
  const main = cells.length;
  let way = 1;
  for (let tries = 0; tries < 200 && way <= Math.ceil(main / 18); tries++) {
    const from = cells[2 + Math.floor(draw() * (main - 14))]!;
    const to = cells[from.id + 3 + Math.floor(draw() * 7)];
    const fit = to && from.zone === to.zone && to.id < main - 1 && from.kind !== 'gate' && to.kind !== 'gate';
    if (!fit || from.next.length > 1 || to.prev.length > 1) continue;
    const path = sidePath(from, to, map);
    if (!path || path.length < 2 || path.length > to.id - from.id + 2) continue;
    const ids = path.map((_, k) => cells.length + k);
    from.next = [...from.next, ids[0]!];
    to.prev = [...to.prev, ids.at(-1)!];
    path.forEach(([x, y], k) => {
      map.taken.add(`${x},${y}`);
      cells.push({
        id: ids[k]!,
        kind: KINDS[Math.floor(draw() * KINDS.length)]!,
        zone: from.zone,
        x,
        y,
        next: [ids[k + 1] ?? to.id],
        prev: [ids[k - 1] ?? from.id],
        toFinish: 0,
        way,
      });
    });
    way++;
  }
}

/** A board of a size and a seed; the same input gives the same board. */
export function sampleBoard(size: 'S' | 'M' | 'L', seed: string): BoardMap {
  const { width, height, main } = SIZES[size];
  const draw = random(hash(`${seed}/${size}`));
  const places = walk(width, height, main, draw);
  const zones = zonesOf(places.length, draw);
  const last = places.length - 1;
  const cells: Draft[] = places.map(([x, y], id) => ({
    id,
    kind:
      id === 0
        ? 'start'
        : id === last
          ? 'finish'
          : zones[id] !== zones[id + 1]
            ? 'gate'
            : KINDS[Math.floor(draw() * KINDS.length)]!,
    zone: zones[id]!,
    x,
    y,
    next: id === last ? [] : [id + 1],
    prev: id ? [id - 1] : [],
    toFinish: last - id,
    way: 'main',
  }));
  const ground = groundOf(width, height, cells);
  addSideWays(cells, { width, height, ground, taken: new Set(places.map(([x, y]) => `${x},${y}`)) }, draw);
  for (let turn = 0; turn < cells.length; turn++)
    for (const cell of cells)
      if (cell.next.length) cell.toFinish = 1 + Math.min(...cell.next.map((id) => cells[id]!.toFinish));
  return { size, width, height, cells, ground, start: 0, finish: last, length: places.length };
}
