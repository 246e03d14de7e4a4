/**
 * The toy race of `limits/race.ts`, said in the project's own content: no line of the engine knows of it.
 * It differs from that race where our rules have no word for its, always to the dearer side; `DIFFERENCES` says where.
 */
import type { Op } from '../../engine/effects/operations.ts';
import { textOf } from './words.ts';

/** Printed with the results. */
export const DIFFERENCES = [
  'a line is read, a PRF draws, an event log is hashed: none of that is in the limit',
  'a lap ends at the first stop behind cell 100 and begins at 0 again (a hook of every player), so overshoot is lost',
  'skipping a turn is a throw that counts 1; the last item is lost to a box sampled by chance, not fixed by tile',
  'a bag holds twelve things, what comes on top turns into gold; there the count has no end',
  'cells never stand twice in a row, and four gates and five markets lie on the track: 60% of cells do something, not 69%',
  'rivals are named in the line ("!use harpoon Vera"), the purse that buys a shield is an item of its own',
] as const;

type Files = Record<string, Record<string, unknown>>;

const entry = { zone: 'any', tags: ['race'], purpose: 'risk' } as const;
const cell = (...ops: readonly Op[]) => ({ ...entry, do: ops });
const thing = {
  ...entry,
  category: 'consumable',
  rarity: 'common',
  price: 5,
  range: 0,
  target: 'self',
} as const;
const atRival = { ...thing, target: 'rival', range: 'any' } as const;
const weapon = (reach: string) => ({ ...thing, category: 'weapon', target: 'none', reach, weight: 0 });
const check = (tag: string) => ({
  ...entry,
  tags: [tag],
  kind: 'check',
  scope: 'individual',
  check: { attribute: 'mind', harder: 0 },
});

const items = {
  booster: { ...thing, use: [{ op: 'apply', effect: 'boosted' }] },
  harpoon: { ...atRival, hostile: true, use: [{ op: 'move', by: -4 }] },
  magnet: { ...atRival, use: [{ op: 'steal', what: 'gold', by: 3 }] },
  shield: { ...thing, use: [{ op: 'apply', effect: 'shielded' }] },
  purse: {
    ...thing,
    category: 'tool',
    use: [
      {
        op: 'if',
        test: { is: 'gold', atLeast: 5 },
        then: [
          { op: 'gold', by: -5 },
          { op: 'grant', item: 'shield' },
        ],
      },
    ],
  },
  knife: weapon('near'),
  spear: weapon('mid'),
  sling: weapon('far'),
};

const effects = {
  boosted: {
    ...entry,
    polarity: 'positive',
    kind: 'lasting',
    stacking: 'refresh',
    priority: 10,
    duration: { rolls: 1 },
    stats: { roll: 3 },
  },
  shielded: {
    ...entry,
    polarity: 'positive',
    kind: 'lasting',
    stacking: 'ignore',
    priority: 20,
    duration: { untilCamp: true },
    hooks: [{ at: 'targeted', do: [{ op: 'ward' }], once: true }],
  },
  stuck: {
    ...entry,
    polarity: 'negative',
    kind: 'lasting',
    stacking: 'refresh',
    priority: 90,
    duration: { rolls: 1 },
    hooks: [{ at: 'afterRoll', do: [{ op: 'clamp', max: 1 }] }],
    wayOut: 'wait',
  },
};

/** One entry each, two for coins: the same shares as in the limit, where `traps` are drawn evenly. */
const traps = {
  earn: cell({ op: 'gold', by: 3 }),
  earn_more: cell({ op: 'gold', by: 3 }),
  pay: cell({ op: 'gold', by: -2 }),
  back: cell({
    op: 'if',
    test: { is: 'effect', id: 'shielded' },
    then: [{ op: 'cleanse', polarity: 'positive', count: 1 }],
    else: [{ op: 'move', by: -3 }],
  }),
  skip: cell({ op: 'apply', effect: 'stuck' }),
  ahead: cell({ op: 'move', by: 2 }),
  collect: cell({ op: 'steal', what: 'gold', by: 1, on: 'rivals' }),
};

const finds = Object.fromEntries(
  ['booster', 'harpoon', 'magnet', 'shield'].map((item) => [`find_${item}`, cell({ op: 'grant', item })]),
);

const skills = {
  laps: {
    ...entry,
    hooks: [
      {
        at: 'enterCell',
        if: { is: 'zone', id: 'heaven' },
        do: [
          { op: 'gold', by: 10 },
          { op: 'goto', place: 'start' },
        ],
      },
    ],
  },
};

const zone = (order: number) => ({
  order,
  elements: ['earth'],
  tags: ['race'],
  tiers: [0, 0],
  cells: { plain: 3, trap: 7, chest: 2 },
  loot: { common: 1, uncommon: 0, rare: 0, epic: 0, legendary: 0 },
});

const entries: Files = {
  'items/any.json': items,
  'effects/any.json': effects,
  'traps/any.json': traps,
  'finds/any.json': finds,
  'skills/any.json': skills,
  'classes/any.json': { racer: { ...entry, shifts: { mind: 2 }, skill: 'laps', item: 'purse' } },
  'punishments/any.json': { fine: cell({ op: 'gold', by: -5 }) },
  'trials/any.json': {
    shout: { ...entry, kind: 'chat', scope: 'individual', chat: { game: 'crowd', seconds: 30, ease: 1 } },
    monster: check('monster'),
    story: check('story'),
    guardian: check('guardian'),
  },
  // The last fifth of the track is where laps end: a hundred cells to race on, and room for the longest throw.
  'zones.json': { forest: zone(1), crystal: zone(2), static: zone(2), hell: zone(3), heaven: zone(4) },
};

const size = { cells: 125, width: 24, height: 20, lanes: 4, forks: 0 };

const tunables = {
  players: { min: 4, max: 8 },
  attributes: { base: 5, points: 10, cap: 12 },
  hp: { base: 20, perEndurance: 4, campHeal: 50 },
  dice: { start: [4, 4, 4], pouch: 6, overGold: 15 },
  // A throw a second: nobody ever waits.
  tokens: { every: 1, keep: 1, start: 1 },
  bag: { slots: 12 },
  gold: { start: 5, lostOnFall: 0 },
  fork: { seconds: 20 },
  choice: { seconds: 25 },
  trials: { queued: 2, checkBase: 1, perTier: 0, contest: 600 },
  challenge: { cost: 30, perViewer: 1, perPlayer: 3, window: 600, earn: 1, cap: 100 },
  equaliser: { factor: 1.2, power: 0.6, min: 2, max: 60 },
  market: { stock: 0, sell: 50, reputation: 0.2 },
  // Whoever comes first opens a gate.
  gate: { difficulty: 0, mercy: 0 },
  luck: { perPoint: 0, pity: 8, pityStep: 0 },
  final: { house: [4, 4, 4], bonus: 1, mercy: 1, seconds: 30, lock: 240 },
  helpers: { max: 10, approval: 60 },
  poll: { grace: 3 },
  map: { campEvery: 500, noTrapBefore: 1, shortcut: 0.2, sizes: { S: size, M: size, L: size } },
};

/** The files of the pack, by relative path. */
export function racePack(): Files {
  const files: Files = {
    'pack.json': { id: 'race', version: '1.0.0', name: { ru: 'Гонка', en: 'Race' } },
    'tunables.json': tunables,
    'prizes.json': { prizes: [{ tier: 0, weight: 1, do: [{ op: 'gold', by: 10 }] }] },
    ...entries,
  };
  for (const lang of ['ru', 'en'] as const) {
    for (const [path, file] of Object.entries(entries)) {
      const kind = path.split(/[/.]/)[0] ?? '';
      files[`texts/${lang}/${kind}.json`] = Object.fromEntries(
        Object.keys(file).map((id) => [id, textOf(kind, id, lang)]),
      );
    }
  }
  return files;
}
