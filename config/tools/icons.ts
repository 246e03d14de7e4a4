/**
 * Takes the silhouettes in use out of the Game Icons set, so that pages carry dozens of icons and not four thousand.
 * Run `node config/tools/icons.ts` after changing the list below; it writes overlay/board/themes/glass/icons.ts.
 * What the faces carry anyway (config/tools/face-icons.mjs, run it first) is taken from them, so that no page carries it twice.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { roundPath } from './round-path.ts';

/** Every icon in use, by what it stands for. */
const USED = {
  cells: [
    'hourglass',
    'spikes',
    'locked-chest',
    'imp-laugh',
    'open-book',
    'scales',
    'camping-tent',
    'key',
    'medieval-gate',
    'compass',
    'queen-crown',
    'open-treasure-chest',
  ],
  seats: ['lion', 'wolf-head', 'raven', 'fox-head', 'bear-head', 'stag-head', 'owl', 'spiked-dragon-head'],
  effects: [
    'clover',
    'wind-slap',
    'bleeding-wound',
    'crossed-swords',
    'cowled',
    'snail',
    'linked-rings',
    'flame',
    'broken-heart',
    'bordered-shield',
    'lightning-frequency',
    'evil-eyes',
    'shield-reflect',
    'perspective-dice-six-faces-random',
    'sands-of-time',
    'padlock',
    'sparkles',
    'death-skull',
    'drop',
    'footprint',
    'magnet',
    'sleepy',
    'sun',
    'tornado',
    'turtle-shell',
    'spider-web',
  ],
  items: [
    'health-potion',
    'lantern-flame',
    'skeleton-key',
    'tied-scroll',
    'swap-bag',
    'broadsword',
    'bow-arrow',
    'stone-spear',
    'ring',
    'leather-boot',
    'robe',
    'gems',
    'two-coins',
    'coins',
    'dice-eight-faces-eight',
    'lockpicks',
    'crystal-ball',
    'hand-bag',
    'vote',
    'run',
  ],
} as const;

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string }>>;
  readonly aliases?: Readonly<Record<string, { readonly parent: string }>>;
}

const SET = new URL('../../node_modules/@iconify-json/game-icons/icons.json', import.meta.url);
/** What the faces carry, by their own names. */
const CARRIED = new URL('../../overlay/elements/art/icons.ts', import.meta.url);
const OUT = new URL('../../overlay/board/themes/glass/icons.ts', import.meta.url);

/** The path data of an icon. @throws Error naming the icon when it is missing or is more than plain paths. */
function pathOf(set: IconSet, name: string): string {
  const icon = set.icons[name] ?? set.icons[set.aliases?.[name]?.parent ?? ''];
  if (!icon) throw new Error(`icon "${name}" is not in the set; look for its name on game-icons.net`);
  const paths = [...icon.body.matchAll(/\sd="([^"]+)"/g)].map((match) => match[1]);
  if (!paths.length || /<(?!path|\/?g)/.test(icon.body))
    throw new Error(`icon "${name}" is not made of paths`);
  return roundPath(paths.join(''));
}

const set = JSON.parse(readFileSync(SET, 'utf8')) as IconSet;
const names = [...new Set(Object.values(USED).flat())].sort();
const written = readFileSync(CARRIED, 'utf8').matchAll(/(\w+):\s*'([^']+)'/g);
const faces = new Map([...written].map(([, own, path]) => [path ?? '', own ?? '']));
const lines = names.map((name) => {
  const path = pathOf(set, name);
  const own = faces.get(path);
  return `  '${name}': ${own ? `FACES.${own}` : `'${path}'`},`;
});
writeFileSync(
  OUT,
  `/**
 * Silhouettes from Game Icons (game-icons.net) by Lorc, Delapouite, Skoll, sbed and others, CC BY 3.0, rounded to a half.
 * Path data in 512 x 512 boxes. Written by config/tools/icons.ts; do not edit.
 */
import { ICONS as FACES } from '../../../elements/art/icons.ts';

export const ICONS = {
${lines.join('\n')}
} as const;

export type IconName = keyof typeof ICONS;
`,
);
process.stderr.write(`${names.length} icons written\n`);
