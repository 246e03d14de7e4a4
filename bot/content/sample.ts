/** A smallest pack that has no faults: what the tests of content break in one place at a time. */

type Files = Record<string, Record<string, unknown>>;

const entry = { zone: 'any', tags: ['plain'], purpose: 'risk' };
const item = { ...entry, rarity: 'common', price: 5, range: 0 };
const weapon = (reach: string) => ({ ...item, category: 'weapon', target: 'none', reach });
const check = (tag: string) => ({
  ...entry,
  tags: [tag],
  kind: 'check',
  scope: 'individual',
  check: { attribute: 'mind', harder: 0 },
});
const zone = (order: number) => ({
  order,
  elements: ['earth'],
  tags: ['ground'],
  tiers: [0, 2],
  cells: { plain: 5, trial: 2 },
  loot: { common: 5, uncommon: 3, rare: 1, epic: 0, legendary: 0 },
});
const size = { cells: 60, width: 16, height: 12, lanes: 3, forks: 4 };

const tunables = {
  players: { min: 4, max: 8 },
  attributes: { base: 5, points: 10, cap: 12 },
  hp: { base: 20, perEndurance: 4, campHeal: 50 },
  dice: { start: [4, 4, 4], pouch: 6, overGold: 15 },
  tokens: { every: 90, keep: 2, start: 1 },
  bag: { slots: 12 },
  gold: { start: 20, lostOnFall: 20 },
  fork: { seconds: 20 },
  choice: { seconds: 25 },
  trials: { queued: 2, checkBase: 12, perTier: 1, contest: 600 },
  challenge: { cost: 30, perViewer: 1, perPlayer: 3, window: 600, earn: 1, cap: 100 },
  equaliser: { factor: 1.2, power: 0.6, min: 2, max: 60 },
  market: { stock: 5, sell: 50, reputation: 0.2 },
  gate: { difficulty: 12, mercy: 2 },
  luck: { perPoint: 3, pity: 8, pityStep: 15 },
  final: { house: [4, 4, 4], bonus: 1, mercy: 1, seconds: 30, lock: 240 },
  helpers: { max: 10, approval: 60 },
  poll: { grace: 3 },
  map: { campEvery: 15, noTrapBefore: 4, shortcut: 0.2, sizes: { S: size, M: size, L: size } },
};

const entries: Files = {
  'items/any.json': {
    apple: { ...item, category: 'consumable', target: 'self', use: [{ op: 'heal', percent: 20 }] },
    knife: weapon('near'),
    spear: weapon('mid'),
    sling: weapon('far'),
  },
  'effects/any.json': {
    drowsy: {
      ...entry,
      polarity: 'negative',
      kind: 'lasting',
      stacking: 'refresh',
      priority: 10,
      duration: { rolls: 1 },
      hooks: [{ at: 'beforeRoll', do: [{ op: 'dropDie', which: 'lowest' }] }],
      wayOut: 'wait',
    },
  },
  'trials/any.json': {
    riddle: {
      ...entry,
      kind: 'chat',
      scope: 'individual',
      chat: { game: 'quiz', seconds: 30, options: 2, answer: 1 },
    },
    shout: {
      ...entry,
      kind: 'chat',
      scope: 'individual',
      chat: { game: 'crowd', seconds: 30, ease: 1 },
    },
    wolf: check('monster'),
    bridge: check('story'),
    warden: check('guardian'),
  },
  'traps/any.json': { puddle: { ...entry, do: [{ op: 'apply', effect: 'drowsy' }] } },
  'finds/any.json': {
    parcel: {
      ...entry,
      do: [
        {
          op: 'choose',
          fallback: 1,
          options: [{ do: [{ op: 'gold', by: 10 }] }, { do: [{ op: 'grant', item: 'apple' }] }],
        },
      ],
    },
  },
  'punishments/any.json': { fine: { ...entry, do: [{ op: 'gold', by: -5 }] } },
  'classes/any.json': { cook: { ...entry, shifts: { mind: 3, luck: -1 }, skill: 'calm', item: 'apple' } },
  'skills/any.json': { calm: { ...entry, stats: { check: 1 } } },
  'zones.json': { forest: zone(1), crystal: zone(2), static: zone(2), hell: zone(3), heaven: zone(4) },
};

const EXTRA: Record<string, object> = {
  riddle: { question: 'One or two?', options: ['one', 'two'] },
  shout: { word: 'hey' },
  wolf: { question: 'A wolf.' },
  bridge: { question: 'A bridge.' },
  warden: { question: 'A warden.' },
  parcel: { options: ['gold', 'apple'] },
};

/** @returns the files of a fresh copy of the pack, by relative path. */
export function samplePack(): Files {
  const files: Files = {
    'pack.json': { id: 'sample', version: '1.0.0', name: { ru: 'Проба', en: 'Sample' } },
    'tunables.json': tunables,
    'prizes.json': { prizes: [{ tier: 0, weight: 1, do: [{ op: 'gold', by: 10 }] }] },
    ...entries,
  };
  for (const lang of ['ru', 'en']) {
    for (const [path, file] of Object.entries(entries)) {
      const kind = path.split(/[/.]/)[0] ?? '';
      files[`texts/${lang}/${kind}.json`] = Object.fromEntries(
        Object.keys(file).map((id) => [id, textOf(kind, id)]),
      );
    }
  }
  return structuredClone(files);
}

function textOf(kind: string, id: string): object {
  if (kind === 'zones') return { name: id, line: `About ${id}.` };
  return { name: id, line: `About ${id}.`, flavor: `Still ${id}.`, rule: `All of ${id}.`, ...EXTRA[id] };
}
