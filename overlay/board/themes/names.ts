/** Names of zones as bitmaps of their own, above the lines that join tokens. */
import type { ZoneName } from '../layout/places.ts';
import type { Layout } from '../layout.ts';
import { type Sheet, sheet } from './glass/canvas.ts';

/** Strokes reach this far beyond the letters' box, in board pixels. */
const EDGE = 14;
/** Corners lie where bitmap pixels do in most sizes, so that letters stay sharp. */
const GRID = 40;

/** One element a name; `paint` draws it in the window's own coordinates. */
export function paintNames(
  { names }: Layout,
  scale: number,
  paint: (sheet: Sheet, name: ZoneName) => void,
): HTMLElement[] {
  return names.map((name) => {
    const { box } = name;
    const left = Math.floor((box.x - EDGE) / GRID) * GRID;
    const top = Math.floor((box.y - EDGE) / GRID) * GRID;
    const width = Math.ceil((box.x + box.w + EDGE - left) / GRID) * GRID;
    const height = Math.ceil((box.y + box.h + EDGE - top) / GRID) * GRID;
    const painted = sheet(width, height, scale);
    painted.pen.translate(-left, -top);
    paint(painted, name);
    painted.canvas.style.cssText = `position:absolute;left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
    return painted.canvas;
  });
}
