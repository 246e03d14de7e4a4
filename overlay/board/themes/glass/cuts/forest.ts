/** Forest: pebbles of light through a canopy, and firs of split leaves. */
import { distance, type Point, polar } from '../../../layout/geometry.ts';
import { jitter, type Lch, pane } from '../colour.ts';
import { at, type Cut, cutOut, type Ground, type Piece, pebble, spots, voronoi } from '../pieces.ts';

const GRID = { x: 46, y: 40 };

/** Seeds on a shaken grid, with wreaths of even stones round the rose. */
function seeds({ box, rose, draw }: Ground): Point[] {
  const out: Point[] = [];
  for (let k = 0; k < 2; k++) {
    const far = rose.r + 20 + k * 38;
    const count = Math.round((far * Math.PI * 2) / 42);
    for (let i = 0; i < count; i++)
      out.push(polar(far, ((i + k / 2) / count) * Math.PI * 2, [rose.x, rose.y]));
  }
  for (let y = box.y - 40, row = 0; y < box.y + box.h + 40; y += GRID.y, row++) {
    for (let x = box.x - 40; x < box.x + box.w + 40; x += GRID.x) {
      const p: Point = [x + (row % 2) * (GRID.x / 2) + (draw() - 0.5) * 28, y + (draw() - 0.5) * 24];
      if (distance(p, [rose.x, rose.y]) > rose.r + 82) out.push(p);
    }
  }
  return out;
}

function fir([x, y]: Point, h: number, { draw }: Ground): Piece[] {
  const w = h * (0.58 + draw() * 0.12);
  const trunk: Point[] = [
    [x - w * 0.08, y],
    [x - w * 0.06, y - h * 0.3],
    [x + w * 0.06, y - h * 0.3],
    [x + w * 0.08, y],
  ];
  const out = [cutOut(trunk, [0.34, 0.07, 55])];
  for (let k = 0; k < 4; k++) {
    const low = y - h * (0.12 + k * 0.2);
    const top = low - h * 0.4;
    const half = w * (0.5 - k * 0.085);
    for (const side of [-1, 1]) {
      const c: Lch = side < 0 ? [0.6 + k * 0.05, 0.155, 138 - k * 9] : [0.29 + k * 0.04, 0.09, 168 - k * 6];
      const d = `M${at([x, top])}Q${at([x + side * half * 0.35, low - h * 0.14])} ${at([x + side * half, low])}Q${at([x + side * half * 0.4, low + h * 0.02])} ${at([x, low + h * 0.045])}Z`;
      out.push({ d, c: jitter(c, draw, [0.025, 5]), x: x + (side * half) / 3, y: low, size: half });
    }
  }
  return out;
}

/** Firs stand where their whole height is clear of the road. */
function firs(ground: Ground): Piece[] {
  const { draw, clear, has } = ground;
  const rooted = spots(ground, 16, [16, 34]).sort((a, b) => a[1] - b[1]);
  return rooted.flatMap((p) => {
    for (const h of [128, 104, 82, 62]) {
      const size = h * (0.9 + draw() * 0.2);
      const up = [0.25, 0.5, 0.75, 1].map((k): Point => [p[0], p[1] - size * k]);
      const free = up.every((q, i) => has(q) && clear(q) > size * [0.3, 0.22, 0.12, 0.04][i]!);
      if (
        free &&
        distance([p[0], p[1] - size / 2], [ground.rose.x, ground.rose.y]) > ground.rose.r + size * 0.55
      )
        return fir(p, size, ground);
    }
    return [];
  });
}

export const forest: Cut = (ground) => {
  const stones = voronoi(
    seeds(ground),
    { x: ground.box.x - 60, y: ground.box.y - 60, w: ground.box.w + 120, h: ground.box.h + 120 },
    110,
  );
  const glass = stones
    .filter((stone) => stone.length > 2)
    .map((stone) => cutOut(stone, pane('forest', ground.draw), pebble(stone)));
  return [...glass, ...firs(ground)];
};
