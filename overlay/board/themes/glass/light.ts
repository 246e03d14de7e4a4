/** "The race lights the window": how bright each part of the glass is. Warm where the road was walked, moonlit ahead. */

import { type Point, pointAlong } from '../../layout/geometry.ts';
import type { Box } from '../../layout/places.ts';
import type { Layout, Road } from '../../layout.ts';
import { type Sheet, sheet } from './canvas.ts';
import { openLine } from './pieces.ts';

/** Light is soft: a quarter of the size is enough. */
const COARSE = 0.25;
const TONE = { night: '#4a497f', moon: '#8b93cf', warm: '#fff4dd' } as const;

/** How far along the main road the light has come, in pixels. */
export function litLength(layout: Layout, leader: number): number {
  const road = layout.roads[0]!;
  const index = road.cells.indexOf(leader);
  return index >= 0 ? road.at[index]! : 0;
}

/** The main cell that stands for a cell: itself, or where the side way it lies on has left the main track. */
export function mainCell(layout: Layout, cell: number): number {
  const main = layout.roads[0]!;
  if (main.cells.includes(cell)) return cell;
  const side = layout.roads.find((road) => road.kind !== 'main' && road.cells.includes(cell));
  return side?.cells[0] ?? main.cells[0]!;
}

export function lineTo(road: Road, length: number): Point[] {
  const out = road.line.filter((_, i) => road.sums[i]! <= length);
  return [...out, pointAlong(road.line, road.sums, length)];
}

/** How far the light of the leader reaches. */
const REACH = 290;

/** The part of the picture whose light changes when the leader goes from one cell to another. */
export function changedBox(layout: Layout, from: number, to: number): Box {
  const main = layout.roads[0]!;
  const [a, b] = [from, to]
    .map((cell) => litLength(layout, mainCell(layout, cell)))
    .sort((p, q) => p - q) as [number, number];
  const walked = main.line.filter((_, i) => main.sums[i]! >= a && main.sums[i]! <= b);
  const points = [...walked, pointAlong(main.line, main.sums, a), pointAlong(main.line, main.sums, b)].map(
    (p) => [p, REACH] as const,
  );
  const roses = layout.roses.filter(({ zone }) => isLit(layout, zone, a) !== isLit(layout, zone, b));
  const sides = layout.roads.slice(1).filter((road) => {
    const start = main.at[main.cells.indexOf(road.cells[0]!)]!;
    return start >= a - 1 && start <= b + 1;
  });
  const all = [
    ...points,
    ...roses.map(({ x, y, r }) => [[x, y] as Point, r * 2] as const),
    ...sides.flatMap((road) => road.line.map((p) => [p, 130] as const)),
  ];
  const x = Math.min(...all.map(([p, r]) => p[0] - r));
  const y = Math.min(...all.map(([p, r]) => p[1] - r));
  return {
    x,
    y,
    w: Math.max(...all.map(([p, r]) => p[0] + r)) - x,
    h: Math.max(...all.map(([p, r]) => p[1] + r)) - y,
  };
}

/** A zone's rose shines from the moment the leader enters the zone. */
function isLit(layout: Layout, zone: string, reached: number): boolean {
  const main = layout.roads[0]!;
  return main.cells.some((id, i) => layout.spots[id]!.zone === zone && main.at[i]! <= reached);
}

/** Paints the light map of a part of the picture; to be multiplied over the glass. */
export function paintLight(layout: Layout, leader: number, box: Box): Sheet {
  const map = sheet(box.w, box.h, COARSE);
  const { pen } = map;
  pen.translate(-box.x, -box.y);
  const main = layout.roads[0]!;
  const reached = litLength(layout, mainCell(layout, leader));
  pen.fillStyle = TONE.night;
  pen.fillRect(0, 0, layout.width, layout.height);
  const glow = (path: Path2D, [width, blur]: readonly [number, number], style: string): void => {
    pen.filter = `blur(${blur * COARSE}px)`;
    pen.strokeStyle = style;
    pen.lineWidth = width;
    pen.stroke(path);
    pen.filter = 'none';
  };
  const whole = new Path2D(openLine(main.line));
  glow(whole, [120, 46], 'rgba(152,160,220,.7)');
  for (const road of layout.roads.slice(1))
    glow(new Path2D(openLine(road.line)), [70, 40], 'rgba(152,160,220,.5)');
  const walked = new Path2D(openLine(lineTo(main, reached)));
  glow(walked, [230, 64], 'rgba(255,236,205,.62)');
  glow(walked, [120, 44], 'rgba(255,246,228,.85)');
  for (const road of layout.roads.slice(1)) {
    const start = main.cells.indexOf(road.cells[0]!);
    if (main.at[start]! < reached) glow(new Path2D(openLine(road.line)), [110, 46], 'rgba(255,240,214,.7)');
  }
  const tip = pointAlong(main.line, main.sums, reached);
  disc(map, tip, [250, 'rgba(255,248,232,.85)']);
  for (const rose of layout.roses) {
    disc(
      map,
      [rose.x, rose.y],
      [rose.r * 2, isLit(layout, rose.zone, reached) ? 'rgba(255,248,232,1)' : 'rgba(170,178,235,.75)'],
    );
  }
  return map;
}

function disc({ pen }: Sheet, [x, y]: Point, [radius, colour]: readonly [number, string]): void {
  const clear = colour.replace(/[\d.]+\)$/, '0)');
  const fade = pen.createRadialGradient(x, y, radius * 0.2, x, y, radius);
  fade.addColorStop(0, colour);
  fade.addColorStop(
    0.5,
    colour.replace(/([\d.]+)\)$/, (_, a: string) => `${Number(a) * 0.72})`),
  );
  fade.addColorStop(1, clear);
  pen.fillStyle = fade;
  pen.fillRect(x - radius, y - radius, radius * 2, radius * 2);
}
