/** The rules, section 6: the bag and its things. */
import { expect } from 'vitest';
import { slots } from '../effects/derive.ts';
import { CATEGORIES, RARITIES } from '../rules.ts';
import { bagView } from '../views/bag.ts';
import { boardView } from '../views/board.ts';
import { court, effectOf, itemOf, packOf, thing } from './given.suite.ts';
import { walk } from './walk.suite.ts';

const BAG = 'bot/engine/bag/bag.test.ts';
const MOVE = { op: 'move', by: -1 } as const;
const rules = packOf({
  items: [
    itemOf('thief', { target: 'rival', range: 'any', use: [{ op: 'steal', what: 'item' }] }),
    itemOf('pike', { target: 'rival', range: 3, hostile: true, use: [MOVE] }),
    itemOf('fork', { target: 'rival', range: 9, targets: 2, hostile: true, use: [MOVE] }),
    itemOf('glued', { stealable: false }),
    itemOf('oath', { protected: true }),
    itemOf('crown', { unique: true }),
    itemOf('relic', { category: 'artifact', charges: 2, use: [{ op: 'gold', by: 4 }] }),
    itemOf('wish', { use: [{ op: 'grant', sample: { tags: ['crowned'] } }] }),
    itemOf('lens', { category: 'wearable', slot: 'head', target: 'none', stats: { range: 5 } }),
  ],
  effects: [effectOf('fog', { stats: { veil: 1 } })],
});
const both = (...mine: string[]) => {
  const game = court(rules);
  return game.set('p1', { bag: mine.map((id, i) => thing(rules, id, { n: 700 + i })) });
};
const items = (game: ReturnType<typeof both>, id: string) => game.player(id).bag.map(({ item }) => item);
const seen = (game: ReturnType<typeof both>) =>
  boardView(game.state, { rules, seq: 0, names: {}, links: {}, tally: {}, commitment: '' }).players;

walk('6. Bag: things', {
  'Items, dice, coin, effects, resources, available trials, score, statistics': () => {
    const game = both('step');
    const view = bagView(game.state, 'p1', { rules, names: {} });
    expect(Object.keys(view)).toEqual(
      expect.arrayContaining(['items', 'boosters', 'effects', 'gold', 'shards', 'influence', 'pending']),
    );
    game.must({ type: 'use', item: 'step' });
    expect(game.player('p1').stats.itemsUsed).toBe(1);
    expect(game.player('p1').score).toBe(0);
  },
  notes: [
    'bot/gateway/notes.test.ts',
    'is kept, shown to its player, and taken out again',
    'is in no line of the log, and survives a restart',
  ],
  'Capacity 12 item slots': () => {
    const game = court(rules).set('p1', { cell: 20, gold: 500 });
    expect(slots(game.player('p1'), rules)).toBe(12);
    game.set('p1', { bag: Array.from({ length: 12 }, (_, i) => thing(rules, 'cake', { n: 700 + i })) });
    const view = bagView(game.state, 'p1', { rules, names: {} });
    expect(game.refused({ type: 'buy', item: view.market![0]!.item })).toBe('bag-full');
  },
  'category (consumable, wearable, die, artifact, tool, scroll, key), rarity': () => {
    const used = new Set(Object.values(packOf().items).map(({ category }) => category));
    for (const category of CATEGORIES) expect(used).toContain(category);
    expect(RARITIES).toEqual(['common', 'uncommon', 'rare', 'epic', 'legendary']);
  },
  'range in cells': () => {
    const game = both('pike').set('p2', { cell: 14 });
    expect(game.refused({ type: 'use', item: 'pike', targets: ['p2'] })).toBe('too-far');
    game.set('p2', { cell: 13 }).must({ type: 'use', item: 'pike', targets: ['p2'] });
    expect(game.player('p2').cell).toBe(12);
    const far = both('pike', 'lens').set('p2', { cell: 18 });
    far.must({ type: 'wear', item: 'lens' });
    far.must({ type: 'use', item: 'pike', targets: ['p2'] });
    expect(far.player('p2').cell).toBe(17);
  },
  'number of targets': () => {
    const game = both('fork');
    expect(game.refused({ type: 'use', item: 'fork', targets: ['p2', 'p3', 'p4'] })).toBe('too-many-targets');
    game.must({ type: 'use', item: 'fork', targets: ['p2', 'p3'] });
    expect(['p2', 'p3', 'p4'].map((id) => game.player(id).cell)).toEqual([10, 11, 13]);
  },
  'TTL in the bag': [BAG, 'after their rolls in the bag'],
  'flags: transferable': () => {
    const game = both('vase', 'cake').set('p2', { cell: 10 });
    expect(game.refused({ type: 'gift', item: 'vase', to: 'p2' })).toBe('not-transferable');
    game.must({ type: 'gift', item: 'cake', to: 'p2' });
    expect([items(game, 'p1'), items(game, 'p2')]).toEqual([['vase'], ['cake']]);
  },
  stealable: () => {
    const game = both('thief').set('p2', { bag: [thing(rules, 'glued', { n: 801 })] });
    game.must({ type: 'use', item: 'thief', targets: ['p2'] });
    expect(items(game, 'p2')).toEqual(['glued']);
  },
  protected: () => {
    const game = both('thief', 'oath').set('p2', { bag: [thing(rules, 'oath', { n: 801 })] });
    game.must({ type: 'use', item: 'thief', targets: ['p2'] });
    expect(items(game, 'p2')).toEqual(['oath']);
    for (const type of ['discard', 'sell'] as const) {
      game.set('p1', { cell: 20 });
      expect(game.refused({ type, item: 'oath' })).toBe('item-protected');
    }
  },
  unique: () => {
    const one = { ...rules.items.crown!, tags: ['crowned'], rarity: 'common' } as const;
    const pack = { ...rules, items: { ...rules.items, crown: one } };
    const found = [[], [thing(pack, 'crown', { n: 801 })]].map((bag) => {
      const game = court(pack)
        .set('p1', { bag: [thing(pack, 'wish')] })
        .set('p2', { bag });
      game.must({ type: 'use', item: 'wish' });
      return game.player('p1').bag.map(({ item }) => item);
    });
    expect(found).toEqual([['crown'], []]);
  },
  'Used on self, a rival, an area, a cell, everybody': [
    BAG,
    'on oneself: it works, and a consumable is gone',
    'on a rival: only in range, only on somebody, never on oneself',
    'marks a cell: the next rival to stop there springs it, not the owner',
    'on everybody touches whoever can be touched',
  ],
  Worn: [BAG, 'adds while worn, one thing a slot'],
  dropped: () => {
    const game = both('cake');
    game.must({ type: 'discard', item: 'cake' });
    expect(game.of('itemLost')).toMatchObject([{ item: 'cake', why: 'discarded' }]);
    expect(items(game, 'p1')).toEqual([]);
  },
  'destroyed (an artifact, when its charges are gone)': () => {
    const game = both('relic');
    game.must({ type: 'use', item: 'relic' });
    expect(game.player('p1').bag).toMatchObject([{ item: 'relic', charges: 1 }]);
    game.must({ type: 'use', item: 'relic' });
    expect([items(game, 'p1'), game.player('p1').gold]).toEqual([[], 58]);
  },
  sold: [BAG, 'sell what is on the shelf at the price shown, and buy for part of it'],
  gifted: [BAG, 'others pass from hand to hand on one cell'],
  stolen: () => {
    const game = both('thief').set('p2', { bag: [thing(rules, 'cake', { n: 801 })] });
    game.must({ type: 'use', item: 'thief', targets: ['p2'] });
    expect([items(game, 'p1'), items(game, 'p2')]).toEqual([['cake'], []]);
    expect(game.of('itemLost').map(({ why }) => why)).toContain('thief');
  },
  traded: [
    'bot/engine/diplomacy/trade.test.ts',
    'confirm on both sides: things and gold change hands at once',
  ],
  'Texts of every entry: name, line, flavor, rule, ru and en': ['bot/content/check.test.ts', '%s'],
  'Resources: gold; four elemental shards; influence': () => {
    const shard = { op: 'shard', element: 'water', by: 2 } as const;
    const pack = packOf({
      items: [itemOf('spring', { use: [shard, { op: 'influence', by: 3 }, { op: 'gold', by: 4 }] })],
    });
    const game = court(pack).set('p1', { bag: [thing(pack, 'spring')] });
    game.must({ type: 'use', item: 'spring' });
    expect(game.player('p1')).toMatchObject({ gold: 54, influence: 3, shards: { water: 2, fire: 0 } });
  },
  'Reading others is free: status, place, buffs and debuffs, bag': () => {
    const game = both('cake');
    expect(seen(game)[0]).toMatchObject({
      cell: 10,
      hp: 30,
      effects: [],
      bag: [{ item: 'cake', worn: false }],
    });
  },
  'distance to the nearest rival': [
    'bot/commands/answer.test.ts',
    'fits a chat line in both languages, whatever is asked',
  ],
  '(unless veiled by an effect)': () => {
    const game = both('cake').effect('p1', 'fog');
    expect(seen(game)[0]?.bag).toBeNull();
    expect(seen(game)[1]?.bag).toEqual([]);
    expect(bagView(game.state, 'p1', { rules, names: {} }).items).toHaveLength(1);
  },
});
