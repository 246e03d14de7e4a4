/**
 * How an entry of the pack looks when it acts: a motif, derived from what the rules say of it. A table gives the
 * movement (what it does) and the shape (what it is made of); its id gives the variations, so that no two look alike.
 */
import { hash } from '../board/layout/random.ts';

export type Move =
  | 'rise'
  | 'rain'
  | 'burst'
  | 'orbit'
  | 'spiral'
  | 'gather'
  | 'wave'
  | 'bounce'
  | 'sweep'
  | 'flicker'
  | 'sway'
  | 'ring';
export type Shape =
  | 'spark'
  | 'drop'
  | 'flame'
  | 'leaf'
  | 'shard'
  | 'coin'
  | 'feather'
  | 'bolt'
  | 'note'
  | 'paper'
  | 'snow'
  | 'bubble'
  | 'bar'
  | 'link'
  | 'arrow'
  | 'pip';

/** What is known of an entry; all of it may be missing. */
export interface MotifFacts {
  readonly tags?: readonly string[] | undefined;
  /** Operations in the order of the entry: `move`, `gold`, `steal`. */
  readonly does?: readonly string[] | undefined;
  readonly element?: string | undefined;
  readonly purpose?: string | undefined;
  readonly category?: string | undefined;
  readonly polarity?: 'positive' | 'negative' | 'mixed' | undefined;
  readonly rarity?: string | undefined;
}

export interface Motif {
  readonly move: Move;
  readonly shape: Shape;
  /** Every third piece is of this shape. */
  readonly second: Shape;
  /** Degrees of OKLCH. */
  readonly hue: number;
  readonly count: number;
  /** Full turns a piece makes; negative is against the clock. */
  readonly spin: number;
  /** How far it reaches, in radii of what it plays around. */
  readonly reach: number;
  /** Where the first piece begins, in radians. */
  readonly from: number;
  readonly seed: number;
}

interface Trait {
  readonly move?: Move;
  readonly shape?: Shape;
  readonly hue?: number;
}

/** What it does decides how it moves. */
const DEEDS: Readonly<Record<string, Trait>> = {
  move: { move: 'sweep', shape: 'arrow', hue: 200 },
  goto: { move: 'sweep', shape: 'arrow', hue: 220 },
  swap: { move: 'orbit', shape: 'arrow', hue: 285 },
  gold: { move: 'bounce', shape: 'coin', hue: 85 },
  shard: { move: 'gather', shape: 'shard', hue: 200 },
  discount: { move: 'bounce', shape: 'coin', hue: 110 },
  steal: { move: 'gather', shape: 'coin', hue: 320 },
  heal: { move: 'rise', shape: 'bubble', hue: 140 },
  harm: { move: 'burst', shape: 'shard', hue: 25 },
  ward: { move: 'ring', shape: 'link', hue: 230 },
  reflect: { move: 'ring', shape: 'shard', hue: 250 },
  catch: { move: 'gather', shape: 'link', hue: 215 },
  cleanse: { move: 'rain', shape: 'bubble', hue: 190 },
  reveal: { move: 'flicker', shape: 'spark', hue: 95 },
  lock: { move: 'ring', shape: 'link', hue: 20 },
  die: { move: 'bounce', shape: 'pip', hue: 60 },
  addDie: { move: 'bounce', shape: 'pip', hue: 75 },
  dropDie: { move: 'rain', shape: 'pip', hue: 30 },
  reroll: { move: 'spiral', shape: 'pip', hue: 300 },
  faces: { move: 'flicker', shape: 'pip', hue: 320 },
  shift: { move: 'rise', shape: 'arrow', hue: 160 },
  copyLast: { move: 'orbit', shape: 'paper', hue: 290 },
  coin: { move: 'bounce', shape: 'coin', hue: 90 },
  rep: { move: 'sway', shape: 'leaf', hue: 130 },
  influence: { move: 'wave', shape: 'note', hue: 340 },
  prize: { move: 'burst', shape: 'spark', hue: 88 },
  trial: { move: 'spiral', shape: 'paper', hue: 70 },
  mark: { move: 'gather', shape: 'snow', hue: 15 },
};

/** What it is made of decides its shape; the first tag that is known counts. */
const MATTER: Readonly<Record<string, Trait>> = {
  fire: { shape: 'flame', hue: 45 },
  heat: { shape: 'flame', hue: 40 },
  warm: { shape: 'flame', hue: 62 },
  water: { shape: 'drop', hue: 235 },
  cloud: { shape: 'drop', hue: 245 },
  weather: { shape: 'drop', hue: 240 },
  electricity: { shape: 'bolt', hue: 100 },
  signal: { shape: 'bar', hue: 290 },
  earth: { shape: 'leaf', hue: 125 },
  wild: { shape: 'leaf', hue: 140 },
  food: { shape: 'leaf', hue: 95 },
  wind: { shape: 'feather', hue: 220 },
  cold: { shape: 'snow', hue: 225 },
  night: { shape: 'spark', hue: 275 },
  echo: { move: 'wave', shape: 'note', hue: 200 },
  stage: { move: 'wave', shape: 'note', hue: 330 },
  chat: { move: 'wave', shape: 'note', hue: 320 },
  office: { shape: 'paper', hue: 85 },
  paper: { shape: 'paper', hue: 75 },
  bill: { shape: 'paper', hue: 30 },
  dues: { shape: 'paper', hue: 20 },
  ward: { move: 'ring', shape: 'link', hue: 230 },
  mirror: { move: 'orbit', shape: 'shard', hue: 250 },
  unlock: { shape: 'link', hue: 80 },
  dice: { shape: 'pip', hue: 65 },
  gift: { move: 'burst', shape: 'spark', hue: 350 },
  attack: { move: 'burst', shape: 'shard', hue: 28 },
};

/** For entries of which the rules say little. */
const PURPOSES: Readonly<Record<string, Trait>> = {
  speed: { move: 'sweep', shape: 'arrow', hue: 200 },
  control: { move: 'spiral', shape: 'link', hue: 300 },
  defence: { move: 'ring', shape: 'link', hue: 230 },
  information: { move: 'flicker', shape: 'spark', hue: 95 },
  economy: { move: 'bounce', shape: 'coin', hue: 85 },
  chat: { move: 'wave', shape: 'note', hue: 330 },
  diplomacy: { move: 'sway', shape: 'feather', hue: 150 },
  comeback: { move: 'rise', shape: 'flame', hue: 50 },
  risk: { move: 'burst', shape: 'pip', hue: 15 },
};

const MOVES: readonly Move[] = [
  'rise',
  'rain',
  'burst',
  'orbit',
  'spiral',
  'gather',
  'wave',
  'bounce',
  'sweep',
  'flicker',
  'sway',
  'ring',
];
const SHAPES: readonly Shape[] = [
  'spark',
  'drop',
  'flame',
  'leaf',
  'shard',
  'coin',
  'feather',
  'bolt',
  'note',
  'paper',
  'snow',
  'bubble',
  'bar',
  'link',
  'arrow',
  'pip',
];
const POLARITY_HUE = { positive: 135, negative: 25, mixed: 300 } as const;
const RARITIES: readonly string[] = ['common', 'uncommon', 'rare', 'epic', 'legendary'];

/** The first known trait of these names. */
function first(table: Readonly<Record<string, Trait>>, names: readonly (string | undefined)[]): Trait {
  const name = names.find((one) => one !== undefined && Object.hasOwn(table, one));
  return (name && table[name]) || {};
}

/** The motif of an entry; always the same for the same entry. */
export function motifOf(kind: string, id: string, facts: MotifFacts = {}): Motif {
  const seed = hash(`${kind}/${id}`);
  const deed = first(DEEDS, facts.does ?? []);
  const matter = first(MATTER, [facts.element, ...(facts.tags ?? [])]);
  const purpose = first(PURPOSES, [facts.purpose]);
  const spare: Trait = {
    move: MOVES[seed % MOVES.length]!,
    shape: SHAPES[(seed >>> 5) % SHAPES.length]!,
    hue: facts.polarity ? POLARITY_HUE[facts.polarity] : (seed >>> 9) % 360,
  };
  const shape = matter.shape ?? deed.shape ?? purpose.shape ?? spare.shape!;
  const hue = matter.hue ?? deed.hue ?? purpose.hue ?? spare.hue!;
  const rank = Math.max(0, RARITIES.indexOf(facts.rarity ?? 'common'));
  return {
    move: deed.move ?? matter.move ?? purpose.move ?? spare.move!,
    shape,
    second: SHAPES[(seed >>> 3) % SHAPES.length]!,
    hue: (hue + ((seed >>> 11) % 41) - 20 + 360) % 360,
    count: 8 + ((seed >>> 7) % 6) + rank,
    spin: (((seed >>> 13) % 7) - 3) / 2 || 0.75,
    reach: 0.9 + ((seed >>> 17) % 8) / 12 + rank * 0.05,
    from: (((seed >>> 20) % 64) / 64) * Math.PI * 2,
    seed,
  };
}
