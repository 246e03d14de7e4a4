/** A lit disc for each kind of cell: an outline, a light and a silhouette, each of which alone tells the kind. */
import { TAU } from '../../layout/geometry.ts';
import type { CellKind } from '../../types.ts';
import { LEAD } from './colour.ts';
import { ICONS, type IconName } from './icons.ts';
import { polygon, ring, star } from './pieces.ts';

export interface Medallion {
  readonly d: string;
  /** Light, body and shade of its glass. */
  readonly tones: readonly [string, string, string];
  readonly icon: IconName | null;
  readonly size: number;
  /** Where the icon's middle lies below the medallion's. */
  readonly drop: number;
}

const QUATREFOIL =
  'M0 -22A11.4 11.4 0 0 1 11 -11A11.4 11.4 0 1 1 11 11A11.4 11.4 0 1 1 -11 11A11.4 11.4 0 1 1 -11 -11A11.4 11.4 0 0 1 0 -22Z';

export const MEDALLIONS: Readonly<Record<CellKind, Medallion>> = {
  plain: {
    d: polygon(ring(24, 8.5)),
    tones: ['#fff6dc', '#dcb96c', '#7b5c22'],
    icon: null,
    size: 0,
    drop: 0,
  },
  trial: {
    d: polygon(ring(36, 19.5)),
    tones: ['#fff8d6', '#ffcf3f', '#c07600'],
    icon: 'hourglass',
    size: 26,
    drop: 0,
  },
  trap: {
    d: 'M0 23L-23 -16H23Z',
    tones: ['#ffdccd', '#ff5b3a', '#9d0e0e'],
    icon: 'spikes',
    size: 23,
    drop: -4,
  },
  chest: {
    d: 'M-18.5 -18.5H18.5V18.5H-18.5Z',
    tones: ['#fff3c8', '#ffb02e', '#a25900'],
    icon: 'locked-chest',
    size: 28,
    drop: 0,
  },
  monster: {
    d: polygon(star(8, [24, 17.6])),
    tones: ['#ffd7e4', '#ff4a83', '#8a0a40'],
    icon: 'imp-laugh',
    size: 26,
    drop: 0,
  },
  story: { d: QUATREFOIL, tones: ['#ffffff', '#f1e6cc', '#9d875a'], icon: 'open-book', size: 26, drop: 0 },
  market: {
    d: polygon(ring(6, 22, TAU / 12)),
    tones: ['#e2fff2', '#3fdc9c', '#0a744f'],
    icon: 'scales',
    size: 26,
    drop: 0,
  },
  camp: {
    d: 'M-18.5 19.5V-5Q-16.5 -19 0 -26Q16.5 -19 18.5 -5V19.5Z',
    tones: ['#ecffe2', '#9be84f', '#3c8510'],
    icon: 'camping-tent',
    size: 27,
    drop: 1.5,
  },
  object: {
    d: 'M0 -25L24 0L0 25L-24 0Z',
    tones: ['#e6fbff', '#4fd0ff', '#0c6aa2'],
    icon: 'key',
    size: 23,
    drop: 0,
  },
  gate: {
    d: 'M-25 27V-8Q-23 -27 0 -38Q23 -27 25 -8V27Z',
    tones: ['#fff6df', '#ecc87c', '#86662a'],
    icon: 'medieval-gate',
    size: 37,
    drop: -1,
  },
  start: {
    d: 'M-27 -28H27V2C27 18 14 28 0 34C-14 28 -27 18 -27 2Z',
    tones: ['#ffffff', '#e1e9ff', '#7485c0'],
    icon: 'compass',
    size: 41,
    drop: -1.5,
  },
  finish: {
    d: polygon(ring(48, 37)),
    tones: ['#ffffff', '#ffeaa8', '#d4951a'],
    icon: 'queen-crown',
    size: 49,
    drop: 0,
  },
};

/** Draws a medallion with its middle at (0, 0); `halo` is the light it throws on the glass around it. */
export function drawMedallion(
  pen: CanvasRenderingContext2D,
  kind: CellKind,
  { halo }: { halo: boolean },
): void {
  const { d, tones, icon, size, drop } = MEDALLIONS[kind];
  const path = new Path2D(d);
  const small = kind === 'plain';
  if (halo) drawHalo(pen, tones[1], small ? 22 : kind === 'finish' ? 62 : 42);
  pen.lineJoin = 'round';
  pen.strokeStyle = 'rgba(5,6,13,.5)';
  pen.lineWidth = small ? 11 : 15;
  pen.stroke(path);
  pen.strokeStyle = LEAD;
  pen.lineWidth = small ? 7.5 : 10.5;
  pen.stroke(path);
  const body = pen.createRadialGradient(-6, -9, 1, 0, 0, small ? 10 : kind === 'finish' ? 42 : 30);
  body.addColorStop(0, tones[0]);
  body.addColorStop(0.5, tones[1]);
  body.addColorStop(1, tones[2]);
  pen.fillStyle = body;
  pen.fill(path);
  pen.strokeStyle = '#f0d18a';
  pen.lineWidth = small ? 1.8 : 3.4;
  pen.stroke(path);
  if (!small) innerLine(pen, path);
  if (icon) drawIcon(pen, icon, { size, x: 0, y: drop, fill: '#140c04' });
}

function drawHalo(pen: CanvasRenderingContext2D, colour: string, r: number): void {
  const glow = pen.createRadialGradient(0, 0, 4, 0, 0, r);
  glow.addColorStop(0, `${colour}b8`);
  glow.addColorStop(0.55, `${colour}38`);
  glow.addColorStop(1, `${colour}00`);
  pen.fillStyle = glow;
  pen.fillRect(-r, -r, r * 2, r * 2);
}

function innerLine(pen: CanvasRenderingContext2D, path: Path2D): void {
  pen.save();
  pen.scale(0.93, 0.93);
  pen.strokeStyle = 'rgba(5,6,13,.9)';
  pen.lineWidth = 1.3;
  pen.stroke(path);
  pen.restore();
}

export interface IconPlace {
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly fill: string;
}

/** Draws an icon with its middle at (x, y). */
export function drawIcon(
  pen: CanvasRenderingContext2D,
  icon: IconName,
  { size, x, y, fill }: IconPlace,
): void {
  pen.save();
  pen.translate(x - size / 2, y - size / 2);
  pen.scale(size / 512, size / 512);
  pen.fillStyle = fill;
  pen.fill(new Path2D(ICONS[icon]));
  pen.restore();
}
