/** Hell: tongues of flame in rows, overlapping downwards, each with a hotter heart now and then. */
import { distance } from '../../../layout/geometry.ts';
import { jitter, type Lch, pane } from '../colour.ts';
import { at, type Cut, type Ground, type Piece } from '../pieces.ts';

const ROW = 70;
const WIDE = 58;

interface Tongue {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** How far the tip leans, in pixels. */
  readonly lean: number;
}

function tongue({ x, y, w, h, lean }: Tongue): string {
  const foot = y + 92;
  return `M${at([x - w, foot])}C${at([x - w * 1.28, y + 22])} ${at([x - w * 0.15 + lean * 1.2, y + 10])} ${at([x + lean, y - h + 70])}C${at([x + w * 0.4 + lean * 0.2, y + 2])} ${at([x + w * 1.32, y + 28])} ${at([x + w, foot])}Z`;
}

function heart({ x, y, w, lean }: Tongue): string {
  return `M${at([x - w * 0.42, y + 92])}C${at([x - w * 0.62, y + 52])} ${at([x + lean * 0.2, y + 46])} ${at([x + lean * 0.5, y + 2])}C${at([x + w * 0.26, y + 44])} ${at([x + w * 0.6, y + 56])} ${at([x + w * 0.42, y + 92])}Z`;
}

/** Tongues near the rose are hotter: the black sun lights its own flames. */
function heat({ rose }: Ground, x: number, y: number): number {
  return 0.1 * Math.exp(-((distance([x, y], [rose.x, rose.y]) / (rose.r * 2.2)) ** 2));
}

export const hell: Cut = (ground) => {
  const { box, draw } = ground;
  const out: Piece[] = [];
  for (let y = box.y - ROW * 1.4, row = 0; y < box.y + box.h + ROW; y += ROW, row++) {
    for (let x = box.x - WIDE; x < box.x + box.w + WIDE; x += WIDE) {
      const one: Tongue = {
        x: x + (row % 2 ? WIDE / 2 : 0) + (draw() - 0.5) * 18,
        y: y + (draw() - 0.5) * 24,
        w: WIDE * (0.54 + draw() * 0.2),
        h: 96 + draw() * 80,
        lean: (draw() < 0.5 ? -1 : 1) * (12 + draw() * 24),
      };
      const [l, c, h] = pane('hell', draw, [0.05, 6]);
      const hot: Lch = [l + heat(ground, one.x, one.y), c, h];
      out.push({ d: tongue(one), c: hot, x: one.x, y: one.y + 20, size: one.w * 1.3 });
      const inner = jitter([0.68, 0.19, 52], draw, [0.06, 12]);
      if (draw() < 0.42) out.push({ d: heart(one), c: inner, x: one.x, y: one.y + 50, size: one.w * 0.7 });
    }
  }
  return out;
};
