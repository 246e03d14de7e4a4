/** Heraldic tokens: shape, field, charge and colour; each of the four alone is unique among the eight seats. */
import { TAU } from '../../layout/geometry.ts';
import { sheet } from './canvas.ts';
import { LEAD } from './colour.ts';
import type { IconName } from './icons.ts';
import { drawIcon } from './medallions.ts';
import { circle, polygon, ring } from './pieces.ts';

export interface Seat {
  readonly shape: string;
  readonly ordinary: string;
  readonly charge: IconName;
  readonly colour: string;
  readonly dark: string;
  /** Light fields carry a dark charge. */
  readonly light?: true;
  /** Where the charge lies, and how large it is, in the 64-unit box. */
  readonly fit: readonly [size: number, drop: number];
}

const SHAPE = {
  heater: 'M-27 -30H27V-3C27 15 15 27 0 34C-15 27 -27 15 -27 -3Z',
  lozenge: 'M0 -36L32 0L0 36L-32 0Z',
  hexagon: polygon(ring(6, 33, TAU / 12)),
  kite: 'M-29 -27Q0 -37 29 -27Q23 14 0 36Q-23 14 -29 -27Z',
  octagon: polygon(ring(8, 32.5, TAU / 16)),
  roundel: circle(31),
  lancet: 'M-25 31V-6Q-22 -26 0 -37Q22 -26 25 -6V31Z',
  cross: 'M-17 -31H17V-17H31V17H17V31H-17V17H-31V-17H-17Z',
};
const ORDINARY = {
  chevron: 'M-40 29L0 -7L40 29V47L0 11L-40 47Z',
  pale: 'M-11 -44H11V44H-11Z',
  bend: 'M-46 -27L-27 -46L46 27L27 46Z',
  saltire: 'M-42 -31L-31 -42L0 -11L31 -42L42 -31L11 0L42 31L31 42L0 11L-31 42L-42 31L-11 0Z',
  barry: 'M-42 -25H42V-13H-42ZM-42 -1H42V11H-42ZM-42 23H42V35H-42Z',
  quarterly: 'M-42 -42H0V0H-42ZM0 0H42V42H0Z',
  fess: 'M-42 -11H42V12H-42Z',
  pile: 'M-27 -42H27L0 35Z',
};

export const SEATS: readonly Seat[] = [
  {
    shape: SHAPE.heater,
    ordinary: ORDINARY.chevron,
    charge: 'lion',
    colour: '#f5c518',
    dark: '#7a5600',
    light: true,
    fit: [43, -2],
  },
  {
    shape: SHAPE.lozenge,
    ordinary: ORDINARY.pale,
    charge: 'wolf-head',
    colour: '#38b6ff',
    dark: '#0b4d86',
    fit: [37, 0],
  },
  {
    shape: SHAPE.hexagon,
    ordinary: ORDINARY.bend,
    charge: 'raven',
    colour: '#ff5a36',
    dark: '#7d1a08',
    fit: [42, 0],
  },
  {
    shape: SHAPE.kite,
    ordinary: ORDINARY.saltire,
    charge: 'fox-head',
    colour: '#c77dff',
    dark: '#54198a',
    fit: [41, -4],
  },
  {
    shape: SHAPE.octagon,
    ordinary: ORDINARY.barry,
    charge: 'bear-head',
    colour: '#f4f4f4',
    dark: '#565a6e',
    light: true,
    fit: [43, 0],
  },
  {
    shape: SHAPE.roundel,
    ordinary: ORDINARY.quarterly,
    charge: 'stag-head',
    colour: '#22c483',
    dark: '#085c39',
    fit: [43, 0],
  },
  {
    shape: SHAPE.lancet,
    ordinary: ORDINARY.fess,
    charge: 'owl',
    colour: '#ff86c0',
    dark: '#8a1553',
    fit: [40, 3],
  },
  {
    shape: SHAPE.cross,
    ordinary: ORDINARY.pile,
    charge: 'spiked-dragon-head',
    colour: '#4c6fff',
    dark: '#101f86',
    fit: [40, 0],
  },
];

/** The token's box is 64 units; with rim and shadow it needs this much. */
export const TOKEN_BOX = 88;

/** The token of a seat; seats are counted from 1. */
export function seatOf(seat: number): Seat {
  return SEATS[(((seat - 1) % SEATS.length) + SEATS.length) % SEATS.length]!;
}

/** A token as a bitmap of `size` CSS pixels for its whole box; `scale` bitmap pixels to one. */
export function tokenBitmap(seat: number, size: number, scale: number): HTMLCanvasElement {
  const { canvas, pen } = sheet(size, size, scale);
  pen.translate(size / 2, size / 2);
  pen.scale(size / TOKEN_BOX, size / TOKEN_BOX);
  drawToken(pen, seatOf(seat));
  canvas.style.width = `${size}px`;
  canvas.style.height = `${size}px`;
  return canvas;
}

export function drawToken(pen: CanvasRenderingContext2D, seat: Seat): void {
  const shape = new Path2D(seat.shape);
  for (const [colour, width] of [
    ['rgba(5,6,13,.45)', 20],
    [LEAD, 14.5],
    ['#fff6df', 8],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke(shape);
  }
  pen.fillStyle = seat.colour;
  pen.fill(shape);
  drawField(pen, seat, shape);
  pen.strokeStyle = seat.dark;
  pen.lineWidth = 2;
  pen.stroke(shape);
  drawCharge(pen, seat);
}

/** The ordinary and the light in the glass. */
function drawField(pen: CanvasRenderingContext2D, seat: Seat, shape: Path2D): void {
  pen.save();
  pen.clip(shape);
  pen.globalAlpha = seat.light ? 0.36 : 0.52;
  pen.fillStyle = seat.dark;
  pen.fill(new Path2D(seat.ordinary));
  pen.globalAlpha = 1;
  const ordinary = new Path2D(seat.ordinary);
  pen.strokeStyle = 'rgba(5,6,13,.55)';
  pen.lineWidth = 1.6;
  pen.stroke(ordinary);
  const shine = pen.createLinearGradient(-20, -36, 22, 36);
  shine.addColorStop(0, 'rgba(255,255,255,.42)');
  shine.addColorStop(0.48, 'rgba(255,255,255,.03)');
  shine.addColorStop(1, 'rgba(0,0,20,.4)');
  pen.fillStyle = shine;
  pen.fillRect(-44, -44, 88, 88);
  pen.strokeStyle = 'rgba(0,0,16,.4)';
  pen.lineWidth = 6;
  pen.stroke(shape);
  pen.restore();
}

function drawCharge(pen: CanvasRenderingContext2D, seat: Seat): void {
  const [size, drop] = seat.fit;
  if (seat.light) {
    drawIcon(pen, seat.charge, { size: size + 2, x: 0, y: drop, fill: '#17130a' });
    return;
  }
  for (const [dx, dy] of [
    [0, 1.8],
    [-1.2, 0.4],
    [1.2, 0.4],
  ] as const)
    drawIcon(pen, seat.charge, { size: size + 1, x: dx, y: drop + dy, fill: '#0a0614' });
  drawIcon(pen, seat.charge, { size, x: 0, y: drop, fill: '#fffdf4' });
}

const CROWN = 'M-18 11L-22.5 -12L-9.5 -2.5L0 -17L9.5 -2.5L22.5 -12L18 11Z';

/** The leader's crown as a bitmap `size` pixels wide. */
export function crownBitmap(size: number, scale: number): HTMLCanvasElement {
  const { canvas, pen } = sheet(size, size * 0.8, scale);
  pen.translate(size / 2, size * 0.44);
  pen.scale(size / 56, size / 56);
  const path = new Path2D(CROWN);
  pen.strokeStyle = LEAD;
  pen.lineWidth = 8;
  pen.stroke(path);
  const gold = pen.createLinearGradient(0, -17, 0, 11);
  gold.addColorStop(0, '#fff0ad');
  gold.addColorStop(0.5, '#ffcf3f');
  gold.addColorStop(1, '#d18a12');
  pen.fillStyle = gold;
  pen.fill(path);
  pen.strokeStyle = '#fff6cf';
  pen.lineWidth = 1.6;
  pen.stroke(path);
  for (const [x, colour] of [
    [-9, '#ff5a36'],
    [0, '#4fd0ff'],
    [9, '#22c483'],
  ] as const) {
    pen.fillStyle = colour;
    pen.strokeStyle = LEAD;
    pen.lineWidth = 1.4;
    pen.beginPath();
    pen.arc(x, 5, 2.7, 0, TAU);
    pen.fill();
    pen.stroke();
  }
  canvas.style.width = `${size}px`;
  canvas.style.height = `${size * 0.8}px`;
  return canvas;
}
