/**
 * Lets the bodies find their places: even gaps along the track, round bends, no crowding, no crossings, and room
 * for the round windows ("roses"), which push the track aside like stones in a stream.
 */
import type { Body, Frame, Link, Run } from './bodies.ts';
import { clamp } from './geometry.ts';

export interface Stone {
  x: number;
  y: number;
  radius: number;
  /** The cell it is fastened to (the finish), if any. */
  readonly cell: number | null;
}

export interface Field {
  readonly bodies: Body[];
  readonly links: readonly Link[];
  readonly runs: readonly Run[];
  readonly stones: Stone[];
  readonly frame: Frame;
}

export interface Pull {
  /** Share of the way to the middle of its neighbours that a cell goes in one step. */
  readonly bend: number;
  readonly even: number;
  readonly home: number;
}

/** Air between two medallions' rims that do not follow each other, in pixels. */
const AIR = { track: 34, side: 18, least: 7, line: 12 };
/** Air between two rims that follow each other on a road: the track is as long as this makes it, and swings. */
const GAP = { main: 27, side: 16 };

/** Runs `steps` rounds of all forces; deterministic. */
export function relax(field: Field, steps: number, pull: Pull): void {
  const wants = distances(field, false);
  for (let i = 0; i < steps; i++) {
    bend(field, pull.bend);
    even(field, pull.even);
    for (const body of field.bodies) {
      body.x += (body.home[0] - body.x) * pull.home;
      body.y += (body.home[1] - body.y) * pull.home;
    }
    pressStones(field);
    spread(field.bodies, wants, 0.3);
    clearLines(field);
    keepIn(field);
  }
}

/** Only the hard rules, until nothing overlaps. */
export function settle(field: Field, steps: number): void {
  const wants = distances(field, true);
  for (let i = 0; i < steps; i++) {
    spread(field.bodies, wants, 0.5);
    clearLines(field);
    keepIn(field);
  }
}

function neighbours(links: readonly Link[], count: number): Set<number>[] {
  const near = Array.from({ length: count }, () => new Set<number>());
  for (const { a, b } of links) {
    near[a]!.add(b);
    near[b]!.add(a);
  }
  return near;
}

/** How far apart the middles of any two bodies want to be; asked some hundred times, and always the same. */
function distances({ bodies, links }: Field, hard: boolean): Float64Array {
  const near = neighbours(links, bodies.length);
  const wants = new Float64Array(bodies.length ** 2);
  bodies.forEach((a, i) => {
    bodies.forEach((b, j) => {
      wants[i * bodies.length + j] = a.radius + b.radius + air(a, b, near[i]!.has(j), hard);
    });
  });
  return wants;
}

function bend({ bodies, runs }: Field, much: number): void {
  for (const run of runs) {
    for (let i = 1; i < run.cells.length - 1; i++) {
      const [a, b, c] = [bodies[run.cells[i - 1]!]!, bodies[run.cells[i]!]!, bodies[run.cells[i + 1]!]!];
      const share = run.main ? much : much * 0.7;
      b.x += ((a.x + c.x) / 2 - b.x) * share;
      b.y += ((a.y + c.y) / 2 - b.y) * share;
    }
  }
}

/** Gaps between rims become equal along each run. */
function even({ bodies, runs }: Field, much: number): void {
  for (const run of runs) {
    const gaps = run.cells.slice(1).map((id, i) => {
      const [a, b] = [bodies[run.cells[i]!]!, bodies[id]!];
      const far = Math.hypot(b.x - a.x, b.y - a.y) || 1;
      return { a, b, far, rims: (a.radius + b.radius) * 0.86 };
    });
    const mean = gaps.reduce((sum, gap) => sum + gap.far - gap.rims, 0) / gaps.length;
    for (const { a, b, far, rims } of gaps) {
      const push = ((Math.max(mean, run.main ? GAP.main : GAP.side) + rims - far) / far) * 0.5 * much;
      const [dx, dy] = [(b.x - a.x) * push, (b.y - a.y) * push];
      const free = run.main ? 1 : 0.4;
      shift(a, -dx * (a.main ? free : 1), -dy * (a.main ? free : 1));
      shift(b, dx * (b.main ? free : 1), dy * (b.main ? free : 1));
    }
  }
}

function shift(body: { x: number; y: number }, dx: number, dy: number): void {
  body.x += dx;
  body.y += dy;
}

/** Bodies that do not follow each other keep a distance; following ones at least do not touch. */
function spread(bodies: Body[], wants: Float64Array, much: number): void {
  for (let i = 0; i < bodies.length; i++) {
    const a = bodies[i]!;
    const row = i * bodies.length;
    for (let j = i + 1; j < bodies.length; j++) {
      const b = bodies[j]!;
      const want = wants[row + j]!;
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      if (Math.abs(dx) >= want || Math.abs(dy) >= want) continue;
      const far = Math.hypot(dx, dy) || 0.01;
      if (far >= want) continue;
      const push = ((want - far) / far) * much;
      shift(a, -dx * push, -dy * push);
      shift(b, dx * push, dy * push);
    }
  }
}

function air(a: Body, b: Body, linked: boolean, hard: boolean): number {
  if (linked || hard || Math.abs(a.order - b.order) === 2) return AIR.least;
  const base = a.main && b.main ? AIR.track : AIR.side;
  return base + (a.zone === b.zone ? 0 : 10);
}

/** No line runs under a medallion that is not its own. */
function clearLines({ bodies, links }: Field): void {
  for (const { a, b } of links) {
    const p = bodies[a]!;
    const q = bodies[b]!;
    let [left, right] = p.x < q.x ? [p.x, q.x] : [q.x, p.x];
    let [top, foot] = p.y < q.y ? [p.y, q.y] : [q.y, p.y];
    for (let i = 0; i < bodies.length; i++) {
      const body = bodies[i]!;
      const want = body.radius + AIR.line;
      if (body.x < left - want || body.x > right + want) continue;
      if (body.y < top - want || body.y > foot + want) continue;
      if (i === a || i === b || !pushFromLine(body, p, q, want)) continue;
      // The line has been pushed back.
      [left, right] = p.x < q.x ? [p.x, q.x] : [q.x, p.x];
      [top, foot] = p.y < q.y ? [p.y, q.y] : [q.y, p.y];
    }
  }
}

function pushFromLine(body: Body, p: Body, q: Body, want: number): boolean {
  const dx = q.x - p.x;
  const dy = q.y - p.y;
  const t = clamp(((body.x - p.x) * dx + (body.y - p.y) * dy) / (dx * dx + dy * dy || 1), 0, 1);
  const ex = body.x - p.x - dx * t;
  const ey = body.y - p.y - dy * t;
  const far = Math.hypot(ex, ey) || 0.01;
  if (far >= want) return false;
  const push = ((want - far) / far) * 0.35;
  shift(body, ex * push, ey * push);
  shift(p, -ex * push * (1 - t) * 0.6, -ey * push * (1 - t) * 0.6);
  shift(q, -ex * push * t * 0.6, -ey * push * t * 0.6);
  return true;
}

/** Stones push cells out and are pushed back a little; a stone fastened to a cell goes with it. */
function pressStones({ bodies, stones, frame, runs }: Field): void {
  const main = runs[0]!.cells;
  const before = new Set(main.slice(-2));
  for (const stone of stones) {
    if (stone.cell !== null) [stone.x, stone.y] = [bodies[stone.cell]!.x, bodies[stone.cell]!.y];
    bodies.forEach((body, id) => {
      if (stone.cell !== null && before.has(id)) return;
      const want = stone.radius + body.radius + 10;
      const [dx, dy] = [body.x - stone.x, body.y - stone.y];
      const far = Math.hypot(dx, dy) || 0.01;
      if (far >= want) return;
      const push = ((want - far) / far) * 0.16;
      shift(body, dx * push, dy * push);
      if (stone.cell === null) shift(stone, -dx * push * 0.8, -dy * push * 0.8);
    });
    stone.x = clamp(stone.x, stone.radius + 16, frame.width - stone.radius - 16);
    stone.y = clamp(stone.y, stone.radius + 16, frame.height - stone.radius - 16);
  }
}

function keepIn({ bodies, frame }: Field): void {
  for (const body of bodies) {
    const extra = Math.max(0, body.radius - 26);
    body.x = clamp(body.x, frame.left + extra, frame.width - frame.right - extra);
    body.y = clamp(body.y, frame.top + extra, frame.height - frame.bottom - extra);
  }
}
