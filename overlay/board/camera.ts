/** Maps larger than the window are looked at by a calm camera that follows whoever acts. */

import { clamp, type Point } from './layout/geometry.ts';
import { type Layout, WINDOW } from './layout.ts';

export interface Camera {
  /** Upper left corner of the view, in board pixels. */
  readonly x: number;
  readonly y: number;
}

/** Time in which the camera covers two thirds of its way, in milliseconds. */
const CALM = 620;
/** Closer than this many pixels the camera rests. */
const REST = 0.4;

/** The view that has a point in its middle, kept inside the picture. */
export function viewOf({ width, height }: Layout, [x, y]: Point): Camera {
  return {
    x: clamp(x - WINDOW.width / 2, 0, Math.max(0, width - WINDOW.width)),
    y: clamp(y - WINDOW.height / 2, 0, Math.max(0, height - WINDOW.height)),
  };
}

/** One step of the camera towards a view; at once when motion is not wanted. */
export function pan(
  from: Camera,
  to: Camera,
  { elapsed, still }: { elapsed: number; still: boolean },
): Camera {
  const far = Math.hypot(to.x - from.x, to.y - from.y);
  if (still || far < REST) return to;
  const share = 1 - Math.exp(-elapsed / CALM);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

export function isLarge({ width, height }: Layout): boolean {
  return width > WINDOW.width || height > WINDOW.height;
}
