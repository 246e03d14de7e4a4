/** What an affix does to a figure: something that grows out of it, and a pattern on its body. */
import type { Random } from '../layout/random.ts';
import type { Figure } from './figure.ts';
import { type Dress, GROWS } from './growths.ts';
import type { AffixLook } from './palette.ts';

/** One tile of the pattern: a square of `size`, lines to be stroked. */
export interface Pattern {
  readonly size: number;
  readonly d: string;
  readonly width: number;
}

export const PATTERNS: Readonly<Record<AffixLook, Pattern>> = {
  ice: { size: 26, d: 'M13 1V25M3 7L23 19M23 7L3 19', width: 2 },
  fire: {
    size: 24,
    d: 'M0 22Q6 10 12 22Q18 10 24 22M-12 10Q-6 -2 0 10M0 10Q6 -2 12 10Q18 -2 24 10',
    width: 2.4,
  },
  static: { size: 16, d: 'M0 3H16M0 11H9M12 11H16', width: 3 },
  crystal: { size: 30, d: 'M0 15L15 0L30 15L15 30ZM15 0V30M0 15H30', width: 1.8 },
  moss: { size: 22, d: 'M5 5q4 -5 7 0q-4 5 -7 0M14 16q4 -5 7 0q-4 5 -7 0', width: 2.4 },
  rain: { size: 18, d: 'M4 0L0 9M15 5L11 14M8 12L5 18', width: 2.2 },
  wind: { size: 30, d: 'M0 10Q8 2 15 10T30 10M0 24Q8 16 15 24T30 24', width: 2 },
  night: {
    size: 28,
    d: 'M7 3l2 4l4 1l-4 2l-2 4l-2 -4l-4 -2l4 -1zM21 17l1.500 3l3 1l-3 1.500l-1.500 3l-1.500 -3l-3 -1.500l3 -1z',
    width: 1.4,
  },
  bolt: { size: 26, d: 'M4 0L10 10L5 10L13 24M18 2L23 12L18 12L25 22', width: 2.2 },
  stone: {
    size: 32,
    d: 'M0 8L12 4L22 9L32 5M12 4L10 18L0 22M22 9L25 21L10 18M25 21L32 18M10 18L14 32M25 21L24 32',
    width: 2,
  },
  rune: { size: 28, d: 'M6 4V16M6 4L13 9L6 12M18 14V26M18 14H25M18 20H23', width: 2.2 },
};

export function dressOf(look: AffixLook, figure: Figure, draw: Random): Dress {
  return GROWS[look](figure, draw);
}

/** Which look goes with an affix of the pack: by its id, then by its element; anything else is written in runes. */
const LOOKS: readonly (readonly [RegExp, AffixLook])[] = [
  [/ice|frost|snow|cold|winter/, 'ice'],
  [/fire|heat|flame|ember|lava|hell|boil|ash/, 'fire'],
  [/electr|storm|spark|volt|bolt|lightning/, 'bolt'],
  [/static|signal|noise/, 'static'],
  [/crystal|gem|glass|prism|facet|cave/, 'crystal'],
  [/moss|forest|thorn|root|wood|leaf|wild/, 'moss'],
  [/earth|stone|mud|rock|clay/, 'stone'],
  [/water|rain|fog|damp|steam|river|tide|wet/, 'rain'],
  [/wind|cloud|feather|sky|cliff|heaven|air|gale/, 'wind'],
  [/night|dark|shadow|moon|dusk/, 'night'],
];

export function affixLook(affix: string): AffixLook {
  return LOOKS.find(([words]) => words.test(affix))?.[1] ?? 'rune';
}
