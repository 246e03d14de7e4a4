/** The whole still picture: unlit panes and cells kept, lit anew where the leader has come to new ground. */

import type { Box } from '../../layout/places.ts';
import type { Layout } from '../../layout.ts';
import type { Picture } from '../../theme.ts';
import { paintNames } from '../names.ts';
import { type Sheet, sheet } from './canvas.ts';
import { css } from './colour.ts';
import { paintBorders, paintName, paintRims, paintRoads, paintVignette } from './furniture.ts';
import { changedBox, litLength, mainCell, paintLight } from './light.ts';
import { drawMedallion } from './medallions.ts';
import { type Panes, paintPanes } from './panes.ts';

/** Halation: how far light spills over the lead, in pixels. */
const SPILL = 11;
/** Painted around a patch and cut off again, so that its blur has something to see. */
const RIM = 40;
/** The blurred copy is a quarter of the size. */
const COARSE = 0.25;

interface Parts {
  readonly layout: Layout;
  readonly panes: Panes;
  /** Medallions. */
  readonly top: HTMLCanvasElement;
  readonly scale: number;
}

/** Paints the panes once (about a second for a small map on a slow machine). */
export function paintPicture(layout: Layout, scale: number): Picture {
  const parts: Parts = { layout, panes: paintPanes(layout, scale), top: paintTop(layout, scale), scale };
  const whole: Box = { x: 0, y: 0, w: layout.width, h: layout.height };
  return {
    shimmer: panesThatTwinkle(parts.panes, scale),
    names: paintNames(layout, scale, paintName),
    lit: (leader) => compose(parts, leader, whole).canvas,
    relit(from, to) {
      const box = aligned(changedBox(layout, from, to), whole, scale);
      return box ? { ...box, canvas: patchOf(parts, to, box) } : null;
    },
  };
}

/** Brighter copies of some pieces, to be faded in and out over the ground. */
function panesThatTwinkle({ bright }: Panes, scale: number): HTMLElement[] {
  return bright.map(({ piece }, i) => {
    const side = Math.ceil(piece.size) * 2 + 4;
    const { canvas, pen } = sheet(side, side, scale);
    pen.translate(side / 2 - piece.x, side / 2 - piece.y);
    const [l, c, h] = piece.c;
    pen.fillStyle = css([Math.min(0.97, l + 0.24), c, h]);
    pen.fill(new Path2D(piece.d));
    canvas.className = 'twinkle';
    canvas.style.cssText = `left:${piece.x - side / 2}px;top:${piece.y - side / 2}px;width:${side}px;height:${side}px;animation-delay:${-((i * 11) % 64) * 0.125}s`;
    return canvas;
  });
}

/** Only the part of the window whose light changes when the leader goes from one cell to another. */
function patchOf(parts: Parts, leader: number, box: Box): HTMLCanvasElement {
  const wide = { x: box.x - RIM, y: box.y - RIM, w: box.w + RIM * 2, h: box.h + RIM * 2 };
  const painted = compose(parts, leader, wide);
  const out = sheet(box.w, box.h, parts.scale);
  out.pen.setTransform(1, 0, 0, 1, 0, 0);
  out.pen.drawImage(painted.canvas, -Math.round(RIM * parts.scale), -Math.round(RIM * parts.scale));
  return out.canvas;
}

/** Grown to whole bitmap pixels and cut to the picture. */
function aligned(box: Box, whole: Box, scale: number): Box | null {
  const unit = scale === Math.round(scale) ? 1 : 40;
  const x = Math.max(0, Math.floor(box.x / unit) * unit);
  const y = Math.max(0, Math.floor(box.y / unit) * unit);
  const w = Math.min(whole.w - x, Math.ceil((box.x + box.w - x) / unit) * unit);
  const h = Math.min(whole.h - y, Math.ceil((box.y + box.h - y) / unit) * unit);
  return w > 0 && h > 0 ? { x, y, w, h } : null;
}

function compose({ layout, panes, top, scale }: Parts, leader: number, box: Box): Sheet {
  const out = sheet(box.w, box.h, scale);
  const { pen } = out;
  const light = paintLight(layout, leader, box);
  const whole = (image: HTMLCanvasElement): void => {
    pen.drawImage(image, -box.x, -box.y, layout.width, layout.height);
  };
  const part = (image: HTMLCanvasElement): void => {
    pen.drawImage(image, 0, 0, box.w, box.h);
  };
  whole(panes.glass.canvas);
  pen.globalCompositeOperation = 'multiply';
  part(light.canvas);
  pen.globalCompositeOperation = 'soft-light';
  pen.globalAlpha = 0.6;
  part(light.canvas);
  pen.globalAlpha = 1;
  pen.globalCompositeOperation = 'source-over';
  const spill = sheet(box.w, box.h, COARSE);
  spill.pen.filter = `blur(${SPILL * COARSE}px) saturate(1.3)`;
  spill.pen.drawImage(out.canvas, 0, 0, box.w, box.h);
  whole(panes.lead.canvas);
  pen.globalCompositeOperation = 'screen';
  pen.globalAlpha = 0.34;
  part(spill.canvas);
  pen.globalAlpha = 1;
  pen.globalCompositeOperation = 'source-over';
  pen.translate(-box.x, -box.y);
  paintVignette(out, layout);
  paintBorders(out, layout);
  paintRims(out, layout.roses);
  paintRoads(out, layout, litLength(layout, mainCell(layout, leader)));
  pen.drawImage(top, 0, 0, layout.width, layout.height);
  return out;
}

function paintTop(layout: Layout, scale: number): HTMLCanvasElement {
  const top = sheet(layout.width, layout.height, scale);
  for (const spot of layout.spots) {
    top.pen.save();
    top.pen.translate(spot.x, spot.y);
    drawMedallion(top.pen, spot.kind, { halo: true });
    top.pen.restore();
  }
  return top.canvas;
}
