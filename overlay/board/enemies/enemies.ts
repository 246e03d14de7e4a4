/** Which drawing a monster of the pack gets, how large it is, and the whole of it as plain pieces. */
import { hash, random } from '../layout/random.ts';
import { affixLook, dressOf, PATTERNS, type Pattern } from './affixes.ts';
import type { Figure, Kind, Tone } from './figure.ts';
import type { Dress } from './growths.ts';
import { bandit } from './kinds/bandit.ts';
import { beast } from './kinds/beast.ts';
import { crystalid } from './kinds/crystalid.ts';
import { ghost } from './kinds/ghost.ts';
import { god } from './kinds/god.ts';
import { imp } from './kinds/imp.ts';
import { orc } from './kinds/orc.ts';
import { seraph } from './kinds/seraph.ts';
import { stranger } from './kinds/stranger.ts';
import { mole, mouse, ogre, wren } from './kinds/tricksters.ts';
import { undead } from './kinds/undead.ts';
import { AFFIX_COLOURS, type KindName, tonesOf } from './palette.ts';

const KINDS: Readonly<Record<KindName, Kind>> = {
  orc,
  beast,
  undead,
  bandit,
  imp,
  seraph,
  crystalid,
  ghost,
  god,
  mole,
  ogre,
  wren,
  mouse,
  stranger,
};

/** Ids begin with the family or the trick; where they do not, the other words of the id and of the look decide. */
const WORDS: readonly (readonly [RegExp, KindName])[] = [
  [/burrower|mole|underminer/, 'mole'],
  [/regenerator|ogre/, 'ogre'],
  [/ram|wren/, 'wren'],
  [/blast|mouse|dynamouse/, 'mouse'],
  [/orc/, 'orc'],
  [/undead|skeleton|skull|zombie|lich|grave|mummy|wight|ghoul/, 'undead'],
  [/seraph|flock|swarm|feathers?|cloud/, 'seraph'],
  [/ghost|static|signal|broadcast|phantom|screen|rerun/, 'ghost'],
  [/crystal(?:id|line)?|facet|prism|choir|gem/, 'crystalid'],
  [/imp|devil|demon|boiler|stoker|furnace/, 'imp'],
  [/bandit|human|robber|thief|guild|highwayman|outlaw|toll/, 'bandit'],
  [/god|deity/, 'god'],
  [/beast|wolf|bear|boar|lynx|hound|spider|snake|fox|stag|hare|goat|bat|crab|lizard/, 'beast'],
];

/** Only whole words count, so that an imp is not found in «important». */
function kindIn(text: string): KindName | null {
  const words = text.toLowerCase();
  const holds = (one: RegExp) => new RegExp(`(?<![a-z])(?:${one.source})s?(?![a-z])`).test(words);
  return WORDS.find(([one]) => holds(one))?.[1] ?? null;
}

export function kindOf(templateId: string, hint: string): KindName {
  const [first = ''] = templateId.split('_');
  return kindIn(first) ?? kindIn(templateId) ?? kindIn(hint) ?? 'stranger';
}

export interface Wanted {
  readonly templateId: string;
  readonly affixId: string | null;
  readonly tier: number;
  readonly hint: string;
  /** The blast mouse alone: has it woken? */
  readonly awake?: boolean;
}

export interface Enemy {
  readonly kind: KindName;
  readonly figure: Figure;
  readonly tones: Readonly<Record<Tone, string>>;
  readonly affix: {
    readonly look: string;
    readonly colours: readonly [string, string, string];
    readonly pattern: Pattern;
    readonly dress: Dress;
  } | null;
}

/** The same monster always looks the same; kin differ in build and a little in colour. */
export function enemyOf({ templateId, affixId, tier, hint, awake = false }: Wanted): Enemy {
  const kind = kindOf(templateId, hint);
  const draw = random(hash(templateId));
  const turn = (draw() - 0.5) * 36;
  const figure = KINDS[kind]({ draw, tier, hint: `${templateId} ${hint}`.toLowerCase(), awake });
  const look = affixId === null ? null : affixLook(affixId);
  return {
    kind,
    figure,
    tones: tonesOf(kind, turn),
    affix: look && {
      look,
      colours: AFFIX_COLOURS[look],
      pattern: PATTERNS[look],
      dress: dressOf(look, figure, draw),
    },
  };
}

/** How large a monster of this tier is, where the largest is 1. */
export function sizeOf(tier: number, kind: KindName): number {
  const small = kind === 'wren' || kind === 'mouse' ? 0.82 : 1;
  return (0.66 + Math.min(7, Math.max(0, tier)) * 0.0486) * small;
}
