import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { jsonContent } from '../../adapters/content/json.ts';
import { loadContent } from '../content/load.ts';
import { unseen, type Which } from './content-world.suite.ts';
import { Table } from './given.ts';
import type { EffectDef, ItemDef, Rules } from './rules.ts';

const source = jsonContent(fileURLToPath(new URL('../..', import.meta.url)));
const { rules } = await loadContent({ layers: ['config/content'], source });
const season = await loadContent({ layers: ['config/content', 'config/content/seasons/heating'], source });

const weapons = Object.values(rules.items).filter(({ category }) => category === 'weapon');
const items = Object.values(rules.items).filter(({ category }) => category !== 'weapon');
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

test.each(ids(items))('%s does what its data say', (id) => {
  expect(unseen(['items', id], { given: rules, played: rules })).toEqual([]);
});

test.each(Object.keys(rules.effects))('the effect %s does what its data say', (id) => {
  expect(unseen(['effects', id], { given: rules, played: rules })).toEqual([]);
});

test.each(weapons)('$id is drawn for its reach', ({ id, reach }) => {
  const table = new Table({ rules });
  const other = weapons.find((weapon) => weapon.reach !== reach)?.reach;
  table.set('p1', { reach: other! });
  table.must({ type: 'weapon', reach: reach! });
  expect(table.player('p1').reach).toBe(reach);
  expect(table.player('p1').weapons[reach!]).toBe(id);
});

describe('what the season brings', () => {
  const { rules: played } = season;
  const fresh = (kind: 'items' | 'effects') =>
    Object.keys(played[kind]).filter(
      (id) => JSON.stringify(played[kind][id]) !== JSON.stringify(rules[kind][id]),
    );
  test.each(fresh('items'))('%s does what its data say', (id) => {
    expect(unseen(['items', id], { given: played, played })).toEqual([]);
  });
  test.each(fresh('effects'))('the effect %s does what its data say', (id) => {
    expect(unseen(['effects', id], { given: played, played })).toEqual([]);
  });
});

/** One of each way to do something. */
const TAKEN_OUT: readonly Which[] = [
  ['items', 'thermos'],
  ['items', 'wrong_seat'],
  ['items', 'silver_medal'],
  ['items', 'moss_boots'],
  ['items', 'velvet_snare'],
  ['items', 'pocket_referee'],
  ['items', 'polite_mask'],
  ['items', 'back_row_cape'],
  ['items', 'capsule_key'],
  ['items', 'comfy_slippers'],
  ['items', 'rabbit_ears'],
  ['items', 'sleeve_guards'],
  ['effects', 'resonance'],
  ['effects', 'kept_receipt'],
  ['effects', 'good_manners'],
  ['effects', 'clean_slate'],
  ['effects', 'cue_cards'],
  ['effects', 'final_notice'],
  ['effects', 'same_again'],
  ['effects', 'owl_jury'],
  ['items', 'dangling_icicle'],
  ['items', 'whip_round'],
  ['items', 'baggage_check'],
  ['items', 'umbrella_stand'],
  ['items', 'packed_lunch'],
  ['items', 'fire_blanket'],
  ['effects', 'tough_crowd'],
  ['effects', 'borrowed_warmth'],
  ['effects', 'aired_out'],
];

/** The pack with everything that one entry does taken out of it. */
function emptied([kind, id]: Which): Rules {
  const entry = {
    ...rules[kind][id]!,
    hooks: [],
    stats: {},
    ...('use' in rules[kind][id]! ? { use: [] } : {}),
  };
  return { ...rules, [kind]: { ...rules[kind], [id]: entry } };
}

test('at least twenty entries are tried without what they do', () => {
  expect(new Set(TAKEN_OUT.map(String)).size).toBeGreaterThanOrEqual(20);
});

test.each(TAKEN_OUT)('%s/%s taken out is noticed', (kind, id) => {
  const which: Which = [kind, id];
  expect(unseen(which, { given: rules, played: emptied(which) })).not.toEqual([]);
});

/** Every list of operations and every list of stats of an entry, taken out on its own. */
function* lists([kind, id]: Which): Generator<readonly [name: string, without: Rules]> {
  const entry: ItemDef | EffectDef = rules[kind][id]!;
  const without = (change: object): Rules => ({
    ...rules,
    [kind]: { ...rules[kind], [id]: { ...entry, ...change } },
  });
  if ('use' in entry) yield ['use', without({ use: [] })];
  if (entry.stats) yield ['stats', without({ stats: {} })];
  for (const [i] of (entry.hooks ?? []).entries()) {
    const hooks = entry.hooks!.map((hook, n) => (n === i ? { ...hook, do: [] } : hook));
    yield [`hooks.${i}`, without({ hooks })];
  }
}

const LONG = { skip: process.env.MSIG_TEST_LONG !== '1', timeout: 300_000 };
test('each list of each entry is missed when it is taken out', LONG, () => {
  const all = [
    ...ids(items).map((id) => ['items', id] as const),
    ...Object.keys(rules.effects).map((id) => ['effects', id] as const),
  ];
  const unnoticed = all.flatMap((which) =>
    [...lists(which)]
      .filter(([, played]) => unseen(which, { given: rules, played }).length === 0)
      .map(([name]) => `${which.join('/')} ${name}`),
  );
  expect(unnoticed).toEqual([]);
});

test('an entry that promises nothing is a fault of its own', () => {
  const empty = emptied(['items', 'thermos']);
  expect(unseen(['items', 'thermos'], { given: empty, played: empty })).toEqual([
    'items/thermos: it promises nothing',
  ]);
});
