/** Paints the pieces of a motif on a canvas: flat shapes with a dark outline, readable over any stream. */
import { bitsOf } from './bits.ts';
import type { Motif, Shape } from './motif.ts';

/** Outlines in a box of about 20 around the middle. */
const OUTLINES: Readonly<Record<Shape, string>> = {
  spark: 'M0-10L2.400-2.400L10 0L2.400 2.400L0 10L-2.400 2.400L-10 0L-2.400-2.400Z',
  drop: 'M0-10Q7 0 6 4A6 6 0 0 1-6 4Q-7 0 0-10Z',
  flame: 'M0-11Q8-3 6 4Q4 10 0 10Q-6 9-6 3Q-6-1-2-4Q1-7 0-11Z',
  leaf: 'M0-10Q9-3 4 7L0 10L-4 7Q-9-3 0-10Z',
  shard: 'M-3-10L6-4L3 10L-5 2Z',
  coin: 'M-8 0A8 8 0 1 0 8 0A8 8 0 1 0-8 0ZM-3 0A3 3 0 1 1 3 0A3 3 0 1 1-3 0Z',
  feather: 'M0-11Q6-3 3 6L1 11H-1L-3 6Q-6-3 0-11Z',
  bolt: 'M3-11L-6 2H-1L-3 11L6-3H1Z',
  note: 'M-2-10L7-7V-3L1-5V6A4 4 0 1 1-2 2Z',
  paper: 'M-7-9H4L7-5V9H-7Z',
  snow: 'M-1.500-10H1.500V-3L7-7L9-4L3-1.500L9 3L7 6L1.500 3V10H-1.500V3L-7 6L-9 3L-3-1.500L-9-4L-7-7L-1.500-3Z',
  bubble: 'M-7 0A7 7 0 1 0 7 0A7 7 0 1 0-7 0ZM-4-1A4 4 0 0 1 0-5A5 5 0 0 0-4-1Z',
  bar: 'M-10-4H-2V4H-10ZM0-4H4V4H0ZM6-4H10V4H6Z',
  link: 'M-9 0A6 5 0 1 1 3 0A6 5 0 1 1-9 0ZM-6 0A3 2.400 0 1 0 0 0A3 2.400 0 1 0-6 0ZM3-3H9V3H3Z',
  arrow: 'M-9-3H1V-8L10 0L1 8V3H-9Z',
  pip: 'M-7-7H7V7H-7ZM-2.500 0A2.500 2.500 0 1 0 2.500 0A2.500 2.500 0 1 0-2.500 0Z',
};
const paths = new Map<Shape, Path2D>();

function pathOf(shape: Shape): Path2D {
  const known = paths.get(shape) ?? new Path2D(OUTLINES[shape]);
  paths.set(shape, known);
  return known;
}

export interface MotifPlace {
  /** Share of the motif's time, 0 to 1. */
  readonly t: number;
  readonly x: number;
  readonly y: number;
  /** Radius of what it plays around, in the pen's units. */
  readonly radius: number;
}

/** Paints the motif at one time of it. */
export function paintMotif(pen: CanvasRenderingContext2D, motif: Motif, place: MotifPlace): void {
  const unit = place.radius / 34;
  pen.lineJoin = 'round';
  for (const bit of bitsOf(motif, place.t)) {
    if (bit.opacity <= 0.01) continue;
    pen.save();
    pen.translate(place.x + bit.x * place.radius, place.y + bit.y * place.radius);
    pen.rotate(bit.turn);
    pen.scale(bit.scale * unit, bit.scale * unit);
    pen.globalAlpha = bit.opacity;
    const path = pathOf(bit.shape);
    pen.strokeStyle = '#05060d';
    pen.lineWidth = 5;
    pen.stroke(path);
    pen.fillStyle = `oklch(${(0.68 + bit.light * 0.24).toFixed(2)} ${(0.19 - bit.light * 0.08).toFixed(2)} ${motif.hue.toFixed(0)})`;
    pen.fill(path, 'evenodd');
    pen.restore();
  }
}
