/** Writes the silhouettes that the faces use out of the Game Icons package into `overlay/elements/art/icons.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { roundPath } from './round-path.ts';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { icons } = JSON.parse(readFileSync(at('node_modules/@iconify-json/game-icons/icons.json'), 'utf8'));

/** Our name → the package's name. */
const WANTED = {
  // charges of the eight seats
  lion: 'lion',
  wolf: 'wolf-head',
  raven: 'raven',
  fox: 'fox-head',
  bear: 'bear-face',
  stag: 'stag-head',
  owl: 'owl',
  dragon: 'dragon-head',
  // cell kinds
  trial: 'hourglass',
  trap: 'spikes',
  chest: 'locked-chest',
  monster: 'imp-laugh',
  story: 'open-book',
  market: 'scales',
  camp: 'camping-tent',
  object: 'key',
  gate: 'medieval-gate',
  start: 'compass',
  finish: 'queen-crown',
  // what happened
  seat: 'person',
  game: 'flag-objective',
  roll: 'rolling-dices',
  fall: 'heart-minus',
  choice: 'crossroad',
  item: 'swap-bag',
  coin: 'coinflip',
  shield: 'shield-reflect',
  helper: 'three-friends',
  chat: 'conversation',
  note: 'quill-ink',
  treaty: 'shaking-hands',
  war: 'crossed-swords',
  time: 'sands-of-time',
  rules: 'gavel',
  // treaties on cards and the super game's three lamps
  truce: 'peace-dove',
  tribute: 'pay-money',
  guardian: 'guarded-tower',
  chorus: 'musical-notes',
  locked: 'padlock',
  dayOff: 'palm-tree',
  // items by category
  consumable: 'round-bottom-flask',
  wearable: 'cloak',
  die: 'dice-eight-faces-eight',
  artifact: 'crystal-ball',
  tool: 'stone-crafting',
  scroll: 'scroll-unfurled',
  key: 'skeleton-key',
  weapon: 'broadsword',
  // effects and entries by purpose
  speed: 'walking-boot',
  control: 'spiked-halo',
  defence: 'shield',
  information: 'crystal-shine',
  economy: 'two-coins',
  diplomacy: 'discussion',
  comeback: 'sprint',
  risk: 'perspective-dice-six-faces-random',
  boon: 'sparkles',
  bane: 'broken-heart',
  gold: 'coins',
  influence: 'public-speaker',
  bot: 'robot-golem',
  unlinked: 'unplugged',
};

/** Those of fights, which come with the fight. */
const FIGHT = {
  near: 'broadsword',
  mid: 'flail',
  far: 'pocket-bow',
  dash: 'sprint',
  skill: 'magic-swirl',
  weapon: 'crossed-swords',
  drop: 'falling-boulder',
  burn: 'torch',
  flood: 'big-wave',
  flee: 'exit-door',
  auto: 'cycle',
  warn: 'on-target',
  burning: 'flame',
  bleeding: 'droplets',
  stunned: 'star-swirl',
  chilled: 'snowflake-1',
  poisoned: 'poison-bottle',
  held: 'crossed-chains',
  shocked: 'lightning-arc',
  slowed: 'snail',
  wet: 'water-drop',
  blind: 'sight-disabled',
  open: 'cracked-shield',
  strong: 'biceps',
  mending: 'heart-plus',
  asleep: 'night-sleep',
  evading: 'dodging',
  bat: 'bat',
  claws: 'claws',
  under: 'mole',
};

const missing = [...Object.values(WANTED), ...Object.values(FIGHT)].filter((name) => !icons[name]);
if (missing.length > 0) throw new Error(`not in the package: ${missing.join(', ')}`);

const linesOf = (table) =>
  Object.entries(table)
    .map(([own, name]) => {
      const paths = [...icons[name].body.matchAll(/ d="([^"]+)"/g)].map((match) => match[1]);
      return `  ${own}:\n    '${roundPath(paths.join(''))}',`;
    })
    .join('\n');
const head =
  '/** Silhouettes in boxes of 512 by Game Icons (game-icons.net), CC BY 3.0, rounded to a half; see overlay/CREDITS.md. Written by config/tools/face-icons.mjs. */\n';
writeFileSync(
  at('overlay/elements/art/icons.ts'),
  `${head}export const ICONS = {\n${linesOf(WANTED)}\n} as const;\nexport type IconName = keyof typeof ICONS;\n`,
);
writeFileSync(
  at('overlay/elements/fight/icons.ts'),
  `${head}export const FIGHT_ICONS = {\n${linesOf(FIGHT)}\n} as const;\nexport type FightIcon = keyof typeof FIGHT_ICONS;\n`,
);
