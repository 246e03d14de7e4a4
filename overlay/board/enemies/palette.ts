/** Colours of the families and affixes, in OKLCH, as glass would have them: the light side, the body, the shade. */
import type { Tone } from './figure.ts';

export type Tones = Readonly<Record<Tone, string>>;
type Own = readonly [a: string, b: string, c: string, x: string, y: string];

const SAME = {
  bone: 'oklch(.92 .04 92)',
  steel: 'oklch(.72 .03 250)',
  wood: 'oklch(.38 .06 55)',
  night: '#0a0814',
  eye: 'oklch(.94 .13 98)',
} as const;

const OWN = {
  orc: ['.56 .12 140', '.68 .13 132', '.4 .09 152', '.55 .17 28', '.36 .1 20'],
  beast: ['.5 .08 55', '.63 .09 66', '.36 .06 45', '.74 .11 78', '.28 .05 40'],
  undead: ['.44 .06 200', '.62 .05 180', '.3 .05 225', '.5 .14 15', '.24 .04 235'],
  bandit: ['.42 .09 300', '.55 .1 310', '.3 .07 290', '.7 .14 75', '.22 .04 290'],
  imp: ['.56 .19 30', '.68 .18 45', '.4 .15 22', '.8 .16 82', '.28 .09 15'],
  seraph: ['.78 .08 235', '.9 .04 225', '.6 .11 255', '.84 .13 85', '.5 .11 262'],
  crystalid: ['.62 .15 290', '.82 .08 215', '.46 .16 282', '.93 .05 200', '.4 .14 300'],
  ghost: ['.5 .09 292', '.68 .1 205', '.34 .08 290', '.72 .19 350', '.24 .05 285'],
  god: ['.46 .05 70', '.64 .05 80', '.34 .04 60', '.62 .14 135', '.45 .11 145'],
  mole: ['.42 .05 300', '.55 .05 320', '.3 .04 290', '.76 .12 15', '.56 .15 75'],
  ogre: ['.66 .11 10', '.78 .09 18', '.52 .12 5', '.58 .12 340', '.4 .07 60'],
  wren: ['.55 .1 60', '.84 .08 82', '.4 .08 45', '.74 .16 55', '.3 .06 40'],
  mouse: ['.6 .04 270', '.82 .03 280', '.46 .05 275', '.75 .12 20', '.38 .05 275'],
  stranger: ['.4 .06 275', '.52 .07 265', '.28 .05 285', '.34 .06 270', '.24 .04 280'],
} as const satisfies Readonly<Record<string, Own>>;

export type KindName = keyof typeof OWN;
export const KIND_NAMES = Object.keys(OWN) as readonly KindName[];

/** `turn`: degrees of hue by which this one differs from its kin. */
export function tonesOf(kind: KindName, turn = 0): Tones {
  const [a, b, c, x, y] = OWN[kind].map((lch) => {
    const [l, chroma, hue] = lch.split(' ');
    return `oklch(${l} ${chroma} ${Number(hue) + turn})`;
  }) as unknown as Own;
  return { ...SAME, a, b, c, x, y };
}

export const AFFIX_COLOURS = {
  ice: ['#dff6ff', '#5fb8f0', '#1f5fa8'],
  fire: ['#ffe08a', '#ff8a2a', '#b3260e'],
  static: ['#ffffff', '#ff5fb4', '#3fd0e0'],
  crystal: ['#f3e6ff', '#b98cff', '#5a2fb0'],
  moss: ['#d8f0a0', '#7cb342', '#33691e'],
  rain: ['#d6ecff', '#6fa8dc', '#2c5a8c'],
  wind: ['#fffbe6', '#ffe08a', '#c9a23a'],
  night: ['#cbb8ff', '#6a4bb8', '#1c1236'],
  bolt: ['#fffbd0', '#ffd84a', '#5a6cff'],
  stone: ['#e6dccb', '#a08c70', '#5c4a36'],
  rune: ['#fff1c2', '#e0b040', '#7a5410'],
} as const satisfies Readonly<Record<string, readonly [light: string, main: string, deep: string]>>;

export type AffixLook = keyof typeof AFFIX_COLOURS;
export const AFFIX_LOOKS = Object.keys(AFFIX_COLOURS) as readonly AffixLook[];
