/** A motif on the board: a small canvas that is painted anew each frame, for as long as it plays. */
import { paintMotif } from '../motifs/paint.ts';
import type { Mark } from './sparks.ts';

/** Board pixels of a motif's canvas, and the radius it plays around. */
const MOTIF = { box: 210, radius: 62 };

/** A blank canvas for a motif; `scale` bitmap pixels for each of the board. */
export function motifCanvas(scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.round(MOTIF.box * scale);
  canvas.style.width = canvas.style.height = `${MOTIF.box}px`;
  return canvas;
}

/** Paints the motif of a mark at its time. */
export function paintMotifMark(node: HTMLElement, { motif, time = 0 }: Mark, scale: number): void {
  const pen = node.querySelector('canvas')?.getContext('2d');
  if (!pen || !motif) return;
  const middle = MOTIF.box / 2;
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.clearRect(0, 0, MOTIF.box, MOTIF.box);
  paintMotif(pen, motif, { t: time, x: middle, y: middle, radius: MOTIF.radius });
}
