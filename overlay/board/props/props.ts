/** What stands on the stage and is set off once: hung up high, set alight, or full of water. One drawing a zone and way. */
import { bar, oval, poly } from '../enemies/figure.ts';
import type { ZoneId } from '../types.ts';

export const WAYS = ['drop', 'burn', 'flood'] as const;
export type Way = (typeof WAYS)[number];

/** A piece of a drawing in a box of 100 by 130; hung things begin at y 0, standing ones end at y 0. */
export interface PropPiece {
  readonly d: string;
  readonly fill: string;
}

const WORDS: readonly (readonly [RegExp, Way])[] = [
  [/burn|fire|oil|straw|lamp|boiler|brazier|candle|hay|coal|furnace|fuse|pitch|ember|cable|wire/, 'burn'],
  [/flood|water|tank|pipe|dam|rain|pond|cistern|barrel|sprinkler|gutter/, 'flood'],
];

/** How a prop of this id goes off; what has no word of fire or water falls down. */
export function wayOf(id: string): Way {
  return WORDS.find(([words]) => words.test(id))?.[1] ?? 'drop';
}

const IRON = '#6c738c';
const STEEL = '#aab1c8';
const WOOD = '#6b4226';
const GOLD = '#d9a63c';

const rope = (length: number): PropPiece[] =>
  Array.from({ length: 4 }, (_, i) => ({
    d: oval([0, 5 + (i * length) / 4], 4.5, length / 8 + 2),
    fill: i % 2 ? IRON : STEEL,
  }));

const HUNG: Readonly<Record<ZoneId, readonly PropPiece[]>> = {
  forest: [
    { d: poly(-48, 46, 44, 40, 48, 76, -44, 82), fill: WOOD },
    { d: oval([-46, 64], 12, 18), fill: '#c79a62' },
    { d: oval([-46, 64], 6, 9), fill: '#8a5a30' },
    { d: poly(-10, 42, 8, 41, 10, 79, -8, 80), fill: '#4e7d3a' },
  ],
  crystal: [
    { d: poly(-34, 40, 0, 44, 0, 120, -18, 84), fill: '#bfe9ff' },
    { d: poly(34, 40, 0, 44, 0, 120, 18, 84), fill: '#6a7de0' },
    { d: poly(-34, 40, 0, 44, 34, 40, 20, 30, -20, 30), fill: '#e6d4ff' },
  ],
  static: [
    { d: poly(-26, 40, 26, 40, 34, 82, -34, 82), fill: '#3a3848' },
    { d: poly(-38, 82, 38, 82, 46, 100, -46, 100), fill: IRON },
    { d: poly(-34, 100, 34, 100, 26, 108, -26, 108), fill: '#fff3b0' },
    { d: poly(-22, 50, 22, 50, 24, 58, -24, 58), fill: '#ff5fb4' },
  ],
  hell: [
    { d: poly(-46, 46, 46, 46, 20, 66, 20, 84, 34, 98, -34, 98, -20, 84, -20, 66, -34, 60), fill: '#4a4d5e' },
    { d: poly(-46, 46, 46, 46, 40, 54, -42, 54), fill: STEEL },
  ],
  heaven: [
    { d: 'M-44 84A18 18 0 0 1 -32 52A24 24 0 0 1 14 46A20 20 0 0 1 42 84Z', fill: '#dbe8fb' },
    { d: poly(-36, 84, 36, 84, 26, 104, -28, 104), fill: '#8fa9d8' },
    ...[-18, 0, 18].map((x) => ({ d: oval([x, 96], 6), fill: '#ffffff' })),
  ],
};

const FLAMES: Readonly<Record<ZoneId, string>> = {
  forest: '#ff9a2a',
  crystal: '#6fd0ff',
  static: '#ff5fb4',
  hell: '#ff6a1a',
  heaven: '#ffe08a',
};

function brazier(zone: ZoneId): PropPiece[] {
  return [
    { d: bar([-18, -30], [-30, 0], 7), fill: IRON },
    { d: bar([18, -30], [30, 0], 7), fill: IRON },
    { d: 'M-30 -56C-44 -84 -16 -92 -8 -124C4 -104 18 -108 20 -96C36 -84 40 -70 30 -56Z', fill: FLAMES[zone] },
    { d: 'M-16 -56C-22 -74 -4 -80 0 -98C10 -84 20 -72 14 -56Z', fill: '#fff0b8' },
    { d: poly(-42, -60, 42, -60, 28, -28, -28, -28), fill: '#4a3a3a' },
    { d: poly(-46, -64, 46, -64, 44, -54, -44, -54), fill: GOLD },
  ];
}

function tank(zone: ZoneId): PropPiece[] {
  return [
    { d: bar([-26, -40], [-32, 0], 8), fill: WOOD },
    { d: bar([26, -40], [32, 0], 8), fill: WOOD },
    { d: poly(-40, -112, 40, -112, 36, -36, -36, -36), fill: zone === 'heaven' ? '#dbe8fb' : '#8a6038' },
    { d: 'M-36 -100Q-18 -110 0 -100T36 -100V-84H-36Z', fill: '#5fb8f0' },
    { d: poly(-42, -74, 42, -74, 41, -66, -41, -66), fill: IRON },
    { d: poly(-44, -120, 44, -120, 42, -108, -42, -108), fill: STEEL },
    { d: bar([-36, -48], [-56, -48], 9), fill: IRON },
    { d: oval([-56, -54], 9), fill: '#e0442a' },
    { d: 'M-58 -40q-8 12 0 18q8 -6 0 -18Z', fill: '#9fd8ff' },
  ];
}

export interface Prop {
  readonly way: Way;
  readonly pieces: readonly PropPiece[];
}

export function propOf(id: string, zone: ZoneId): Prop {
  const way = wayOf(id);
  if (way === 'burn') return { way, pieces: brazier(zone) };
  if (way === 'flood') return { way, pieces: tank(zone) };
  return { way, pieces: [...rope(38), ...HUNG[zone]] };
}
