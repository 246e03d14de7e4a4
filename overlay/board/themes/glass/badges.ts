/** Small marks: effects (a boon is round, a bane points down), numbers of a fork's ways, seals on cells. */
import { TAU } from '../../layout/geometry.ts';
import { hash } from '../../layout/random.ts';
import { sheet } from './canvas.ts';
import { LEAD } from './colour.ts';
import { ICONS, type IconName } from './icons.ts';
import { drawIcon } from './medallions.ts';

export type Polarity = 'positive' | 'negative' | 'mixed';

const SHAPES: Readonly<Record<Polarity, string>> = {
  positive: 'M-13 0a13 13 0 1 0 26 0a13 13 0 1 0 -26 0Z',
  negative: 'M-13.5 -12H13.5V0C13.5 7 6 12 0 16C-6 12 -13.5 7 -13.5 0Z',
  mixed: 'M0 -15L15 0L0 15L-15 0Z',
};
const TONES: Readonly<Record<Polarity, readonly [string, string]>> = {
  positive: ['#e4ffc4', '#7fd13a'],
  negative: ['#ffd6c8', '#ff6a4a'],
  mixed: ['#f2e6ff', '#b08cff'],
};
const SPARE: Readonly<Record<Polarity, readonly IconName[]>> = {
  positive: ['clover', 'wind-slap', 'bordered-shield', 'sparkles', 'sun'],
  negative: ['broken-heart', 'snail', 'flame', 'bleeding-wound', 'evil-eyes'],
  mixed: ['perspective-dice-six-faces-random', 'lightning-frequency', 'sands-of-time', 'tornado'],
};

export function isIcon(name: string | undefined): name is IconName {
  return name !== undefined && Object.hasOwn(ICONS, name);
}

/** The pack's icon, or one that always is the same for the same effect. */
export function effectIcon(id: string, polarity: Polarity, icon?: string): IconName {
  if (isIcon(icon)) return icon;
  const list = SPARE[polarity];
  return list[hash(id) % list.length]!;
}

export interface Badge {
  readonly polarity: Polarity;
  readonly icon: IconName;
}

/** An effect badge as a bitmap of `size` CSS pixels. */
export function badgeBitmap({ polarity, icon }: Badge, size: number, scale: number): HTMLCanvasElement {
  const { canvas, pen } = sheet(size, size, scale);
  pen.translate(size / 2, size / 2);
  pen.scale(size / 38, size / 38);
  const path = new Path2D(SHAPES[polarity]);
  pen.strokeStyle = LEAD;
  pen.lineWidth = 6.5;
  pen.stroke(path);
  const light = pen.createRadialGradient(-4, -6, 1, 0, 0, 18);
  light.addColorStop(0, TONES[polarity][0]);
  light.addColorStop(1, TONES[polarity][1]);
  pen.fillStyle = light;
  pen.fill(path);
  pen.strokeStyle = '#fff8e0';
  pen.lineWidth = 1.4;
  pen.stroke(path);
  drawIcon(pen, icon, { size: 19, x: 0, y: polarity === 'negative' ? -0.5 : 0, fill: '#100a06' });
  canvas.style.width = `${size}px`;
  canvas.style.height = `${size}px`;
  return canvas;
}

/** A seal on the corner of a cell: opened (gold tick), seen trap (eye), laid trap (coral spikes). */
export function sealBitmap(kind: 'opened' | 'seen' | 'laid', size: number, scale: number): HTMLCanvasElement {
  const { canvas, pen } = sheet(size, size, scale);
  pen.translate(size / 2, size / 2);
  pen.scale(size / 30, size / 30);
  pen.beginPath();
  pen.arc(0, 0, 10.5, 0, TAU);
  pen.strokeStyle = LEAD;
  pen.lineWidth = 6;
  pen.stroke();
  pen.fillStyle = kind === 'opened' ? '#ffe9a8' : kind === 'seen' ? '#cfe6ff' : '#ff9a80';
  pen.fill();
  if (kind === 'opened') {
    pen.strokeStyle = '#2a1a02';
    pen.lineWidth = 3.6;
    pen.stroke(new Path2D('M-5 0L-1.4 4.4L5.6 -4.6'));
  } else drawIcon(pen, kind === 'seen' ? 'evil-eyes' : 'spikes', { size: 16, x: 0, y: 0, fill: '#1a0b05' });
  canvas.style.width = `${size}px`;
  canvas.style.height = `${size}px`;
  return canvas;
}
