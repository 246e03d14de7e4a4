/** Colours of the glass, in OKLCH: lightness 0..1, chroma 0..0.4, hue in degrees. */
import type { Random } from '../../layout/random.ts';
import type { ZoneId } from '../../types.ts';

export type Lch = readonly [lightness: number, chroma: number, hue: number];

export const LEAD = '#05060d';
export const PLATE = '#070814';
export const INK = '#fbf5e4';
export const GOLD = { low: '#7f6026', line: '#c89b46', plain: '#d9b25f', high: '#ffe9a8' } as const;

/** The fourth number is a weight: how often a piece has this colour. */
export const PALETTE: Readonly<Record<ZoneId, readonly (readonly [...Lch, number])[]>> = {
  forest: [
    [0.5, 0.135, 146, 3],
    [0.42, 0.105, 157, 3],
    [0.6, 0.155, 128, 2],
    [0.35, 0.085, 174, 2],
    [0.68, 0.14, 108, 0.9],
    [0.52, 0.1, 190, 0.6],
  ],
  crystal: [
    [0.6, 0.135, 226, 3],
    [0.49, 0.155, 265, 3],
    [0.51, 0.175, 293, 2.2],
    [0.73, 0.115, 205, 1.6],
    [0.39, 0.125, 278, 2],
    [0.83, 0.07, 203, 0.6],
    [0.6, 0.17, 322, 0.4],
  ],
  static: [
    [0.43, 0.105, 294, 3],
    [0.55, 0.1, 290, 3],
    [0.46, 0.085, 268, 2],
    [0.33, 0.085, 300, 2],
    [0.66, 0.085, 284, 1],
    [0.5, 0.12, 318, 0.7],
  ],
  hell: [
    [0.42, 0.165, 24, 3],
    [0.52, 0.195, 30, 3],
    [0.61, 0.2, 41, 2],
    [0.31, 0.115, 18, 2],
    [0.73, 0.17, 62, 0.8],
    [0.36, 0.13, 350, 0.7],
  ],
  heaven: [
    [0.63, 0.13, 250, 3],
    [0.72, 0.11, 238, 3],
    [0.53, 0.14, 259, 2.4],
    [0.82, 0.12, 87, 1.4],
    [0.88, 0.07, 95, 1],
    [0.72, 0.1, 320, 0.5],
  ],
};

/** The six bars of a test card. */
export const BARS: readonly Lch[] = [
  [0.82, 0.15, 100],
  [0.76, 0.12, 205],
  [0.66, 0.18, 150],
  [0.58, 0.22, 340],
  [0.55, 0.2, 28],
  [0.5, 0.18, 265],
];

/** Text and thin lines of a zone, over dark plates or lead strokes. */
export const ZONE_INK: Readonly<Record<ZoneId, string>> = {
  forest: '#a9e08a',
  crystal: '#8fdcff',
  static: '#e6defa',
  hell: '#ffa77a',
  heaven: '#ffe39a',
};

export function css([l, c, h]: Lch, alpha = 1): string {
  return `oklch(${l.toFixed(3)} ${c.toFixed(3)} ${h.toFixed(1)}${alpha < 1 ? ` / ${alpha.toFixed(3)}` : ''})`;
}

/** A colour of the zone by weight, jittered so that no two pieces are quite alike. */
export function pane(zone: ZoneId, draw: Random, [dl, dh]: readonly [number, number] = [0.06, 10]): Lch {
  const list = PALETTE[zone];
  let left = draw() * list.reduce((sum, one) => sum + one[3], 0);
  const found =
    list.find((one) => {
      left -= one[3];
      return left <= 0;
    }) ?? list[0]!;
  return jitter([found[0], found[1], found[2]], draw, [dl, dh]);
}

export function jitter([l, c, h]: Lch, draw: Random, [dl, dh]: readonly [number, number]): Lch {
  return [
    Math.min(0.95, Math.max(0.08, l + (draw() - 0.5) * 2 * dl)),
    c * (0.9 + draw() * 0.2),
    h + (draw() - 0.5) * 2 * dh,
  ];
}

export function lighter([l, c, h]: Lch, by: number): Lch {
  return [Math.min(0.96, Math.max(0.04, l + by)), c, h];
}
