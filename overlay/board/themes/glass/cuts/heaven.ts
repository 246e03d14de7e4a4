/** Heaven: feathers in rings round its rose, the outer ones tucked under the inner ones. */
import { type Point, polar, TAU } from '../../../layout/geometry.ts';
import type { Random } from '../../../layout/random.ts';
import { type Lch, pane } from '../colour.ts';
import { at, type Cut, type Piece } from '../pieces.ts';

const STEP = 45;
const WIDE = 60;

export const heaven: Cut = ({ box, rose, draw }) => {
  const centre: Point = [rose.x, rose.y];
  const corners: Point[] = [
    [box.x, box.y],
    [box.x + box.w, box.y],
    [box.x, box.y + box.h],
    [box.x + box.w, box.y + box.h],
  ];
  const most = Math.max(...corners.map((p) => Math.hypot(p[0] - rose.x, p[1] - rose.y)));
  const out: Piece[] = [];
  for (let k = Math.ceil((most - rose.r) / STEP); k >= 0; k--) {
    const r = rose.r + k * STEP;
    const count = Math.max(12, Math.round((TAU * r) / WIDE));
    for (let i = 0; i < count; i++) {
      const angle = ((i + (k % 2) / 2) * TAU) / count;
      const tip = polar(r + STEP * 0.62, angle, centre);
      if (tip[0] < box.x - WIDE || tip[1] < box.y - WIDE) continue;
      if (tip[0] > box.x + box.w + WIDE || tip[1] > box.y + box.h + WIDE) continue;
      out.push(...feather(centre, { r, angle, half: TAU / count / 2 }, tone(draw, (k * STEP) / rose.r)));
    }
  }
  return out;
};

/** Gold gathers round the rose; farther out the sky is blue, so that gold never turns grey in the dark. */
function tone(draw: Random, far: number): Lch {
  const c = pane('heaven', draw, [0.05, 8]);
  const gold = c[2] > 60 && c[2] < 120;
  return gold && draw() < far * 0.32 ? [0.66 + (draw() - 0.5) * 0.16, 0.12, 236 + draw() * 30] : c;
}

interface Quill {
  readonly r: number;
  readonly angle: number;
  readonly half: number;
}

/** A feather of two vanes: the lit one and the shaded one, with the quill's lead between. */
function feather(centre: Point, { r, angle, half }: Quill, c: Lch): Piece[] {
  const on = (far: number, turn: number): Point => polar(far, angle + turn, centre);
  const tip = on(r + STEP * 0.6, 0);
  const low = r - STEP * 1.2;
  return [-1, 1].map((side) => {
    const d = `M${at(on(low, 0))}L${at(on(low, side * half))}L${at(on(r, side * half))}Q${at(on(r + STEP * 0.5, side * half * 0.8))} ${at(tip)}Z`;
    const [x, y] = on(r, side * half * 0.5);
    return { d, c: [c[0] + side * -0.025, c[1], c[2]] as const, x, y, size: 30 };
  });
}
