/** The board as bodies and links, before they are let loose (see relax.ts). */
import type { BoardMap, Cell, CellKind } from '../types.ts';
import type { Point } from './geometry.ts';
import { type Random, random } from './random.ts';

/** Half of a medallion's width in pixels, lead counted. */
export const RADIUS: Readonly<Record<CellKind, number>> = {
  plain: 14,
  trial: 25,
  trap: 25,
  chest: 25,
  monster: 26,
  story: 25,
  market: 25,
  camp: 26,
  object: 26,
  gate: 36,
  start: 34,
  finish: 42,
};

export interface Body {
  x: number;
  y: number;
  /** Where the matrix would have it. */
  readonly home: Point;
  readonly radius: number;
  readonly main: boolean;
  /** Position on the main track; side cells have none. */
  readonly order: number;
  readonly zone: string;
}

export interface Link {
  readonly a: number;
  readonly b: number;
  readonly main: boolean;
}

/** A run of cells that is drawn as one line; the first and last cell of a side way belong to the main track. */
export interface Run {
  readonly main: boolean;
  readonly cells: readonly number[];
  /** Cells saved against the main way between its ends; negative for a detour. */
  readonly saves: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Room kept free for medallions' centres: tokens stand above their cells, so the top margin is larger. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The main track and every side way, each in order of walking. */
export function runsOf(map: BoardMap): Run[] {
  const main = map.cells.filter((cell) => cell.way === 'main').map((cell) => cell.id);
  const order = new Map(main.map((id, i) => [id, i]));
  const ways = new Map<number, Cell[]>();
  for (const cell of map.cells) {
    if (cell.way !== 'main') ways.set(cell.way, [...(ways.get(cell.way) ?? []), cell]);
  }
  const sides = [...ways.values()].map((cells): Run => {
    const from = cells[0]!.prev[0]!;
    const to = cells.at(-1)!.next[0]!;
    const saves = order.get(to)! - order.get(from)! - cells.length - 1;
    return { main: false, cells: [from, ...cells.map((cell) => cell.id), to], saves };
  });
  return [{ main: true, cells: main, saves: 0 }, ...sides];
}

/** A slow wave through the whole board, so that lanes swing instead of standing in rows. */
function swell(draw: Random): (p: Point) => Point {
  const wave = () => ({
    kx: (0.0028 + draw() * 0.0042) * (draw() < 0.5 ? -1 : 1),
    ky: (0.0018 + draw() * 0.003) * (draw() < 0.5 ? -1 : 1),
    at: draw() * 6.28,
    much: 14 + draw() * 10,
  });
  const across = [wave(), wave()];
  const along = [wave(), wave(), wave()];
  const sum = (waves: typeof across, [x, y]: Point): number =>
    waves.reduce((s, w) => s + Math.sin(x * w.kx + y * w.ky + w.at) * w.much, 0);
  return (p) => [p[0] + sum(across, p) * 0.5, p[1] + sum(along, p)];
}

/** Puts every cell at its matrix place, stretched over the frame and swung by a seeded wave. */
export function bodiesOf(map: BoardMap, frame: Frame, seed: number): Body[] {
  const bend = swell(random(seed));
  const xs = map.cells.map((cell) => cell.x);
  const ys = map.cells.map((cell) => cell.y);
  const [x0, y0] = [Math.min(...xs), Math.min(...ys)];
  const [w, h] = [Math.max(...xs) - x0 || 1, Math.max(...ys) - y0 || 1];
  const inner = [frame.width - frame.left - frame.right, frame.height - frame.top - frame.bottom] as const;
  return map.cells.map((cell) => {
    const home = bend([
      frame.left + ((cell.x - x0) / w) * inner[0],
      frame.top + ((cell.y - y0) / h) * inner[1],
    ]);
    return {
      x: home[0],
      y: home[1],
      home,
      radius: RADIUS[cell.kind],
      main: cell.way === 'main',
      order: cell.way === 'main' ? cell.id : -99,
      zone: cell.zone,
    };
  });
}

export function linksOf(runs: readonly Run[]): Link[] {
  return runs.flatMap((run) => run.cells.slice(1).map((b, i) => ({ a: run.cells[i]!, b, main: run.main })));
}
