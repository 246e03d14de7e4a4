/** Single marks of the board as bitmaps, for lists and legends on the pages around it. Sizes are CSS pixels. */
import { badgeBitmap, effectIcon, type Polarity } from './themes/glass/badges.ts';
import { sheet } from './themes/glass/canvas.ts';
import { css, LEAD } from './themes/glass/colour.ts';
import type { IconName } from './themes/glass/icons.ts';
import { drawIcon, drawMedallion } from './themes/glass/medallions.ts';
import { ROSES } from './themes/glass/roses.ts';
import { crownBitmap, tokenBitmap } from './themes/glass/tokens.ts';
import type { CellKind, ZoneId } from './types.ts';

export type { IconName, Polarity };
export { effectIcon };

/** Bitmaps are painted a little finer than the screen, so that a scaled page stays sharp. */
function fineness(): number {
  return Math.min(3, Math.max(1.5, globalThis.devicePixelRatio || 1));
}

function boxed(
  size: number,
  units: number,
  draw: (pen: CanvasRenderingContext2D) => void,
): HTMLCanvasElement {
  const { canvas, pen } = sheet(size, size, fineness());
  pen.translate(size / 2, size / 2);
  pen.scale(size / units, size / units);
  draw(pen);
  canvas.style.width = `${size}px`;
  canvas.style.height = `${size}px`;
  return canvas;
}

/** The token of a seat (1..8). */
export function tokenMark(seat: number, size: number): HTMLCanvasElement {
  return tokenBitmap(seat, size, fineness());
}

/** The leader's crown, `size` wide and 0.8 of it high. */
export function crownMark(size: number): HTMLCanvasElement {
  return crownBitmap(size, fineness());
}

/** A cell's medallion without its halo. */
export function cellMark(kind: CellKind, size: number): HTMLCanvasElement {
  const units = kind === 'gate' || kind === 'start' ? 86 : kind === 'finish' ? 92 : 62;
  return boxed(size, units, (pen) => drawMedallion(pen, kind, { halo: false }));
}

/** A zone's rose. */
export function zoneMark(zone: ZoneId, size: number): HTMLCanvasElement {
  return boxed(size, 222, (pen) => {
    const disc = new Path2D('M-104 0a104 104 0 1 0 208 0a104 104 0 1 0 -208 0Z');
    pen.fillStyle = LEAD;
    pen.fill(disc);
    for (const { d, c } of ROSES[zone]) {
      const path = new Path2D(d);
      pen.fillStyle = css(c);
      pen.fill(path);
      pen.strokeStyle = LEAD;
      pen.lineWidth = 150 / size;
      pen.stroke(path);
    }
    pen.strokeStyle = '#d9b25f';
    pen.lineWidth = 6;
    pen.stroke(disc);
  });
}

/** An effect's badge: round for a boon, pointing down for a bane, a lozenge for a bit of both. */
export function effectMark(
  effect: { id: string; polarity: Polarity; icon?: string },
  size: number,
): HTMLCanvasElement {
  const icon = effectIcon(effect.id, effect.polarity, effect.icon);
  return badgeBitmap({ polarity: effect.polarity, icon }, size, fineness());
}

/** A bare silhouette. */
export function iconMark(icon: IconName, size: number, fill = '#fbf5e4'): HTMLCanvasElement {
  return boxed(size, 512, (pen) => drawIcon(pen, icon, { size: 512, x: 0, y: 0, fill }));
}
