/** Writes the silhouettes that the faces use out of the Game Icons package into `overlay/elements/art/icons.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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

const missing = Object.values(WANTED).filter((name) => !icons[name]);
if (missing.length > 0) throw new Error(`not in the package: ${missing.join(', ')}`);

const lines = Object.entries(WANTED).map(([own, name]) => {
  const paths = [...icons[name].body.matchAll(/ d="([^"]+)"/g)].map((match) => match[1]);
  return `  ${own}:\n    '${paths.join('')}',`;
});
const head =
  '/** Silhouettes in boxes of 512 by Game Icons (game-icons.net), CC BY 3.0; see overlay/CREDITS.md. Written by config/tools/face-icons.mjs. */\n';
writeFileSync(
  at('overlay/elements/art/icons.ts'),
  `${head}export const ICONS = {\n${lines.join('\n')}\n} as const;\nexport type IconName = keyof typeof ICONS;\n`,
);
