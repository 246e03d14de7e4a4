/** The Static: scan lines of uneven height, torn by bursts of test-card bars; the lead bends with the signal. */
import type { Point } from '../../../layout/geometry.ts';
import { BARS, jitter, type Lch, pane } from '../colour.ts';
import { type Cut, cutOut, type Ground, type Piece } from '../pieces.ts';

const HEIGHTS = [13, 34, 19, 46, 11, 27, 38, 15];

/** How far line `k` is bent at `x`: strongest near the rose, fading with distance. */
function bent({ rose }: Ground, k: number, [x, y]: Point): number {
  const near = Math.exp(-(((x - rose.x) / 230) ** 2) - ((y - rose.y) / 260) ** 2);
  return (0.3 + near) * (Math.sin(x / 33 + k * 0.55) * 10 + Math.sin(x / 11.5 + k * 2) * 2.6);
}

function strip(ground: Ground, k: number, [top, low]: readonly [number, number]): Piece[] {
  const { box, draw } = ground;
  const out: Piece[] = [];
  const high = low - top;
  let burst = 0;
  let first = 0;
  for (let x = box.x - draw() * 90; x < box.x + box.w + 30; ) {
    if (!burst && draw() < (high > 24 ? 0.4 : 0.06))
      [burst, first] = [3 + Math.floor(draw() * 5), Math.floor(draw() * 6)];
    const end = x + (burst ? 11 + draw() * 8 : 40 + draw() * 110);
    const slant = burst ? 0 : (draw() - 0.5) * 18;
    const edge = (line: number, y: number, tilt: number): Point[] =>
      Array.from({ length: 9 }, (_, q) => {
        const px = x + ((end - x) * q) / 8 + (q === 8 ? tilt : 0);
        return [px, y + bent(ground, line, [px, y])];
      });
    const bar = burst && high > 16;
    const c: Lch = bar
      ? jitter(BARS[(first + burst) % 6]!, draw, [0.03, 3])
      : high < 16
        ? jitter([0.78, 0.075, 287], draw, [0.07, 10])
        : pane('static', draw, [0.05, 8]);
    out.push(cutOut([...edge(k, top, slant), ...edge(k + 1, low, 0).reverse()], c));
    if (burst) burst--;
    x = end;
  }
  return out;
}

/** The carrier wave: a bright ribbon to both sides of the rose. */
function carrier({ rose, has, clear }: Ground): Piece[] {
  return [-1, 1].flatMap((side) => {
    const spine: Point[] = [];
    for (let u = rose.r + 14; u < rose.r + 190; u += 2) {
      const x = rose.x + side * u;
      const swing = 34 * Math.exp(-(u - rose.r) / 90) * Math.min(1, (u - rose.r) / 20);
      const p: Point = [x, rose.y + Math.sin(u / 6.4) * swing];
      if (!has([x, rose.y]) || clear([x, rose.y]) < 22) break;
      spine.push(p);
    }
    if (spine.length < 14) return [];
    const rim = (far: number): Point[] =>
      spine.map((p, i) => {
        const [a, b] = [spine[Math.max(0, i - 1)]!, spine[Math.min(spine.length - 1, i + 1)]!];
        const long = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
        return [p[0] - ((b[1] - a[1]) / long) * far, p[1] + ((b[0] - a[0]) / long) * far];
      });
    return [cutOut([...rim(3.2), ...rim(-3.2).reverse()], [0.93, 0.07, 200])];
  });
}

export const noise: Cut = (ground) => {
  const { box } = ground;
  const out: Piece[] = [];
  for (let y = box.y - 20, k = 0; y < box.y + box.h + 20; k++) {
    const low = y + HEIGHTS[k % HEIGHTS.length]!;
    out.push(...strip(ground, k, [y, low]));
    y = low;
  }
  return [...out, ...carrier(ground)];
};
