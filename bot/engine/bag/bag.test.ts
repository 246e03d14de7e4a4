import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { diplomacyOf } from '../diplomacy/state.ts';
import { maxHp } from '../effects/derive.ts';
import { ahead } from '../effects/ops/board.ts';
import { Table } from '../given.ts';
import type { EffectDef, ItemDef, Rules } from '../rules.ts';
import type { BagItem } from '../state.ts';
import { offers, sellPrice } from './market.ts';

const { rules: real } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const entry = { zone: 'any', tags: ['test'], purpose: 'risk' } as const;
const item = (id: string, more: Partial<ItemDef>): ItemDef => ({
  id,
  ...entry,
  category: 'consumable',
  rarity: 'common',
  price: 20,
  target: 'self',
  range: 0,
  ...more,
});
const effect = (id: string, more: Partial<EffectDef>): EffectDef => ({
  id,
  ...entry,
  polarity: 'positive',
  kind: 'lasting',
  stacking: 'refresh',
  priority: 50,
  duration: { rolls: 2 },
  ...more,
});
const index = <T extends { id: string }>(list: readonly T[]) =>
  Object.fromEntries(list.map((one) => [one.id, one]));

const rules: Rules = {
  ...real,
  items: {
    ...real.items,
    ...index([
      item('snack', { use: [{ op: 'heal', percent: 20 }], tags: ['heal'] }),
      item('net', { target: 'rival', range: 6, hostile: true, use: [{ op: 'move', by: -3 }] }),
      item('storm', { target: 'all', range: 'any', hostile: true, use: [{ op: 'harm', percent: 10 }] }),
      item('hat', { category: 'wearable', target: 'none', slot: 'head', stats: { roll: 2 } }),
      item('cap', { category: 'wearable', target: 'none', slot: 'head', stats: { roll: 1 } }),
      item('horn', { category: 'artifact', use: [{ op: 'gold', by: 1 }], cooldown: 2 }),
      item('milk', { ttl: 2, use: [{ op: 'heal', percent: 5 }] }),
      item('sign', {
        target: 'cell',
        range: 5,
        use: [{ op: 'mark', trap: Object.keys(real.traps)[0] ?? '' }],
      }),
      item('spyglass', { target: 'cell', range: 'zone', use: [{ op: 'reveal', cells: 3 }] }),
      item('lunch', {
        target: 'ally',
        range: 6,
        use: [{ op: 'heal', percent: 50 }],
        alone: [{ op: 'gold', by: 3 }],
      }),
      item('echo', { use: [{ op: 'copyLast' }] }),
      item('dilemma', {
        target: 'rival',
        range: 'any',
        hostile: true,
        use: [
          {
            op: 'choose',
            fallback: 1,
            options: [{ do: [{ op: 'gold', by: -5 }] }, { do: [{ op: 'move', by: -1 }] }],
          },
        ],
      }),
      item('charm', { protected: true }),
      item('mute', { target: 'rival', range: 'any', hostile: true, use: [{ op: 'lock', rolls: 2 }] }),
    ]),
  },
  effects: {
    ...real.effects,
    ...index([
      effect('umbrella', { hooks: [{ at: 'targeted', do: [{ op: 'ward' }], once: true }] }),
      effect('mirror', { hooks: [{ at: 'targeted', do: [{ op: 'reflect' }], once: true }] }),
      effect('glove', { hooks: [{ at: 'targeted', do: [{ op: 'catch' }], once: true }] }),
      effect('hurry', { hooks: [{ at: 'afterRoll', do: [{ op: 'shift', by: 3 }] }] }),
      effect('later', {
        kind: 'delayed',
        duration: { rolls: 1 },
        hooks: [{ at: 'expire', do: [{ op: 'gold', by: 7 }] }],
      }),
      effect('heap', { stacking: 'stack', max: 3, stats: { roll: 1 } }),
      effect('clock', { duration: { minutes: 1 } }),
      effect('bruise', { polarity: 'negative', wayOut: 'camp', duration: { turns: 9 } }),
    ]),
  },
};
const got = (n: number, id: string, more: Partial<BagItem> = {}): BagItem => {
  const def = rules.items[id];
  const charges = def?.charges ?? (def?.category === 'consumable' ? 1 : null);
  return { n, item: id, charges, ttl: def?.ttl ?? null, worn: false, wait: 0, ...more };
};
const active = (n: number, id: string) => {
  const { rolls = null, turns = null } = rules.effects[id]?.duration ?? {};
  return { n, effect: id, from: null, stacks: 1, rolls, turns, until: null };
};
const bag = (...ids: string[]) => ids.map((id, i) => got(500 + i, id));
const table = () => {
  const game = new Table({ rules }).flat({ 20: 'camp', 30: 'market' });
  for (const id of game.state.order) game.set(id, { bag: [], skills: [], effects: [], hp: 20 });
  return game;
};

describe('using a thing', () => {
  it('on oneself: it works, and a consumable is gone', () => {
    const game = table().set('p1', { bag: bag('snack') });
    const before = game.player('p1').hp;
    game.must({ type: 'use', item: 'snack' });
    expect(game.player('p1').hp).toBeGreaterThan(before);
    expect(game.player('p1').bag).toEqual([]);
    expect(game.refused({ type: 'use', item: 'snack' })).toBe('no-item');
  });

  it('on a rival: only in range, only on somebody, never on oneself', () => {
    const game = table()
      .set('p1', { bag: bag('net'), cell: 5 })
      .set('p2', { cell: 12 });
    expect(game.refused({ type: 'use', item: 'net' })).toBe('needs-target');
    expect(game.refused({ type: 'use', item: 'net', targets: ['p1'] })).toBe('self-target');
    expect(game.refused({ type: 'use', item: 'net', targets: ['p8'] })).toBe('bad-target');
    expect(game.refused({ type: 'use', item: 'net', targets: ['p2', 'p3'] })).toBe('too-many-targets');
    expect(game.when({ type: 'use', item: 'net', targets: ['p2'] })).toMatchObject({
      code: 'too-far',
      args: { range: 6, cells: 7 },
    });
    game.set('p2', { cell: 11 });
    game.must({ type: 'use', item: 'net', targets: ['p2'] });
    expect(game.player('p2').cell).toBe(8);
    expect(game.player('p1').bag).toEqual([]);
  });

  describe('on an ally', () => {
    const near = () =>
      table()
        .set('p1', { bag: bag('lunch', 'echo'), cell: 9, gold: 0 })
        .set('p2', { cell: 12 })
        .set('p3', { cell: 40 });
    const ally = (game: Table, other: string) => {
      game.must({ type: 'propose', to: other, kind: 'alliance' });
      const offer = diplomacyOf(game.state).offers.at(-1)!.n;
      game.must({ type: 'accept', offer }, other);
    };
    const lunch = (...targets: readonly string[]) =>
      targets.length > 0
        ? ({ type: 'use', item: 'lunch', targets } as const)
        : ({ type: 'use', item: 'lunch' } as const);

    it('works by an alliance alone: anybody else is refused, and nothing is spent', () => {
      const game = near();
      const before = game.state;
      expect(game.when(lunch('p2'))).toMatchObject({
        code: 'not-ally',
        args: { target: 'p2', item: 'lunch' },
      });
      expect(game.state).toBe(before);
      game.must({ type: 'propose', to: 'p2', kind: 'truce' });
      game.must({ type: 'accept', offer: diplomacyOf(game.state).offers.at(-1)!.n }, 'p2');
      expect(game.refused(lunch('p2'))).toBe('not-ally');
      expect(game.player('p1').bag).toHaveLength(2);
    });

    it('reaches the ally in range, and asks for a name while one is there', () => {
      const game = near();
      ally(game, 'p2');
      const { hp } = game.player('p2');
      expect(game.refused(lunch())).toBe('needs-target');
      expect(game.refused(lunch('p3'))).toBe('not-ally');
      expect(game.refused(lunch('p1'))).toBe('self-target');
      expect(game.refused(lunch('p8'))).toBe('bad-target');
      game.must(lunch('p2'));
      expect(game.player('p2').hp).toBeGreaterThan(hp);
      expect(game.player('p1').gold).toBe(0);
    });

    it.each(['nobody', 'an ally out of reach'])('with %s it does the smaller thing', (who) => {
      const game = near();
      if (who !== 'nobody') {
        ally(game, 'p3');
        expect(game.refused(lunch('p3'))).toBe('too-far');
      }
      game.must(lunch());
      expect(game.player('p1').gold).toBe(3);
      expect(game.of('itemUsed')[0]).toMatchObject({ item: 'lunch', targets: ['p1'] });
      expect(game.player('p1').bag.map((one) => one.item)).toEqual(['echo']);
    });

    it('is copied as the smaller thing, never onto a rival', () => {
      const game = near();
      game.must(lunch());
      game.must({ type: 'use', item: 'echo' });
      expect(game.player('p1').gold).toBe(6);
    });
  });

  it('on a cell of the zone: from there, not from the player; other zones are too far', () => {
    const game = table().set('p1', { bag: bag('spyglass'), cell: 9 });
    const { cells } = game.state.board;
    const [own, there] = [cells[9]!, cells.find(({ zone }) => zone !== cells[9]!.zone)!];
    expect(game.when({ type: 'use', item: 'spyglass', cell: there.id })).toMatchObject({
      code: 'too-far',
      args: { range: 'zone' },
    });
    const beyond = cells[own.next[0]!]!;
    game.must({ type: 'use', item: 'spyglass', cell: beyond.id });
    expect(game.of('revealed')[0]?.cells).toEqual(ahead(game.state, beyond.id, 3));
  });

  it('on somebody in a camp is refused, and costs nothing', () => {
    const game = table();
    const camp = game.cell('camp');
    game.set('p1', { bag: bag('net'), cell: camp + 1 }).set('p2', { cell: camp });
    expect(game.refused({ type: 'use', item: 'net', targets: ['p2'] })).toBe('target-safe');
    expect(game.player('p1').bag).toHaveLength(1);
  });

  it('is answered by a ward, a reflection, a catch, each once', () => {
    const game = table().set('p1', { bag: bag('net', 'net', 'net', 'net'), cell: 9 });
    const answers: string[] = [];
    for (const [i, id] of ['umbrella', 'mirror', 'glove'].entries()) {
      game.set('p2', { cell: 9, effects: [active(700 + i, id)] });
      game.must({ type: 'use', item: 'net', targets: ['p2'] });
      answers.push(game.of('defended')[0]?.how ?? '');
      expect(game.player('p2').cell).toBe(9);
      expect(game.player('p2').effects).toEqual([]);
    }
    expect(answers).toEqual(['ward', 'reflect', 'catch']);
    expect(game.player('p1').cell).toBe(6);
    expect(game.player('p2').bag.map((one) => one.item)).toEqual(['net']);
    game.must({ type: 'use', item: 'net', targets: ['p2'] });
    expect(game.player('p2').cell).toBe(6);
  });

  it('on everybody touches whoever can be touched', () => {
    const game = table();
    const camp = game.cell('camp');
    game
      .set('p1', { bag: bag('storm') })
      .set('p2', { cell: camp })
      .set('p3', { cell: 3 });
    game.must({ type: 'use', item: 'storm' });
    expect(game.of('itemUsed')[0]?.targets).toEqual(['p3', 'p4']);
    expect(game.player('p2').hp).toBe(20);
    expect(game.player('p3').hp).toBeLessThan(20);
  });

  it('waits out its cooldown in own rolls', () => {
    const game = table().set('p1', { bag: bag('horn') });
    game.must({ type: 'use', item: 'horn' });
    expect(game.when({ type: 'use', item: 'horn' })).toMatchObject({
      code: 'item-waits',
      args: { rolls: 2 },
    });
    for (let i = 0; i < 2; i += 1) {
      game.set('p1', { cell: 0, pending: [], tokens: { count: 2, since: game.at } });
      game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    }
    game.must({ type: 'use', item: 'horn' });
  });

  it('marks a cell: the next rival to stop there springs it, not the owner', () => {
    const game = table().set('p1', { bag: bag('sign'), cell: 0 });
    const cell = 4;
    expect(game.refused({ type: 'use', item: 'sign', cell: 30 })).toBe('too-far');
    game.must({ type: 'use', item: 'sign', cell });
    expect(game.state.marks).toMatchObject([{ cell, by: 'p1' }]);
    game.set('p2', { cell: cell - 3 });
    game.must({ type: 'roll' }, 'p2', [1, 1, 1, 1, 1, 1, 1]);
    expect(game.of('trapSprung')[0]).toMatchObject({ player: 'p2', cell });
    expect(game.state.marks).toEqual([]);
  });

  it('repeats the last thing that anybody used', () => {
    const game = table()
      .set('p2', { bag: bag('snack') })
      .set('p1', { bag: bag('echo'), hp: 10 });
    game.must({ type: 'use', item: 'snack' }, 'p2');
    game.must({ type: 'use', item: 'echo' }, 'p1');
    expect(game.player('p1').hp).toBeGreaterThan(10);
  });

  it('asks the rival, who answers, or the clock does', () => {
    const game = table()
      .set('p1', { bag: bag('dilemma', 'dilemma') })
      .set('p2', { gold: 20, cell: 9 });
    game.must({ type: 'use', item: 'dilemma', targets: ['p2'] });
    expect(game.player('p2').pending[0]).toMatchObject({ is: 'choice', open: [1, 2] });
    expect(game.refused({ type: 'choose', option: 3 }, 'p2')).toBe('bad-option');
    game.must({ type: 'choose', option: 2 }, 'p2');
    expect(game.player('p2').cell).toBe(8);
    game.must({ type: 'use', item: 'dilemma', targets: ['p2'] });
    game.wait(rules.tunables.choice.seconds);
    game.must({ type: 'expire' }, { by: 'system' });
    expect(game.player('p2').gold).toBe(15);
    expect(game.of('answered')[0]).toMatchObject({ option: 1, by: 'clock' });
  });
});

describe('locking', () => {
  it('holds a thing that can be used, tells which, and is refused where there is none', () => {
    const game = table()
      .set('p1', { bag: bag('mute', 'mute') })
      .set('p2', { bag: [got(600, 'hat', { worn: true })] });
    expect(game.refused({ type: 'use', item: 'mute', targets: ['p2'] })).toBe('nothing-to-lock');
    game.set('p2', { bag: [got(600, 'hat', { worn: true }), got(601, 'snack')] });
    game.must({ type: 'use', item: 'mute', targets: ['p2'] });
    expect(game.of('itemLocked')[0]).toMatchObject({ player: 'p2', item: 'snack', rolls: 2 });
    expect(game.refused({ type: 'use', item: 'snack' }, 'p2')).toBe('item-waits');
  });
});

describe('healing', () => {
  it('is refused at full health, and the thing is kept', () => {
    const game = table().set('p1', { bag: bag('snack', 'packed_lunch') });
    const full = maxHp(game.player('p1'), rules);
    game.set('p1', { hp: full });
    for (const item of ['snack', 'packed_lunch']) expect(game.refused({ type: 'use', item })).toBe('hp-full');
    expect(game.player('p1').bag.map(({ item }) => item)).toEqual(['snack', 'packed_lunch']);
    game.set('p1', { hp: full - 1 });
    game.must({ type: 'use', item: 'packed_lunch' });
    expect(game.of('counted')).toMatchObject([{ what: 'hp', by: 1, why: 'packed_lunch' }]);
    expect(game.refused({ type: 'use', item: 'snack' })).toBe('hp-full');
  });
});

describe('wearing', () => {
  it('adds while worn, one thing a slot', () => {
    const game = table().set('p1', { bag: bag('hat', 'cap') });
    game.must({ type: 'wear', item: 'hat' });
    expect(game.refused({ type: 'wear', item: 'cap' })).toBe('slot-taken');
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(game.of('rolled')[0]).toMatchObject({ bonus: 2, total: 5 });
    game.must({ type: 'unwear', item: 'hat' });
    expect(game.refused({ type: 'unwear', item: 'hat' })).toBe('not-worn');
    expect(game.refused({ type: 'use', item: 'hat' })).toBe('not-usable');
  });
});

describe('things perish', () => {
  it('after their rolls in the bag', () => {
    const game = table().set('p1', { bag: bag('milk') });
    for (const left of [1, undefined]) {
      game.set('p1', { cell: 0, pending: [], tokens: { count: 2, since: game.at } });
      game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
      expect(game.player('p1').bag.find((one) => one.item === 'milk')?.ttl).toBe(left);
    }
    expect(game.of('itemLost')[0]).toMatchObject({ item: 'milk', why: 'perished' });
  });
});

describe('effects', () => {
  const roll = (game: Table, dice = [1, 1, 1]) => {
    game.set('p1', { cell: 0, pending: [], tokens: { count: 2, since: game.at } });
    game.must({ type: 'roll' }, 'p1', dice);
    return game.of('rolled')[0];
  };

  it('bend rolls while they last, and end', () => {
    const game = table().set('p1', { effects: [active(700, 'hurry')] });
    expect(roll(game)).toMatchObject({ bonus: 3, total: 6 });
    expect(roll(game)?.total).toBe(6);
    expect(roll(game)?.total).toBe(3);
  });

  it('delayed ones do their work when they run out', () => {
    const game = table().set('p1', { effects: [active(700, 'later')], gold: 0 });
    roll(game);
    expect(game.events).toContainEqual({ type: 'counted', player: 'p1', what: 'gold', by: 7, why: 'later' });
  });

  it('stack up to their limit', () => {
    const game = table().set('p1', { effects: [{ ...active(700, 'heap'), stacks: 3 }] });
    expect(roll(game)?.bonus).toBe(3);
  });

  it('of minutes end by the clock', () => {
    const game = table().set('p1', { effects: [{ ...active(700, 'clock'), rolls: null, until: 1_060_000 }] });
    expect(game.when({ type: 'expire' }, { by: 'system' })).toMatchObject({ code: 'nothing-due' });
    game.wait(60).must({ type: 'expire' }, { by: 'system' });
    expect(game.player('p1').effects).toEqual([]);
  });

  it('end in a camp when a camp is the way out', () => {
    const game = table().set('p1', { effects: [active(700, 'bruise')] });
    const camp = game.cell('camp');
    game.set('p1', { cell: camp - 3, hp: 10 });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(game.player('p1')).toMatchObject({ cell: camp, camp, effects: [] });
    expect(game.player('p1').hp).toBeGreaterThan(10);
  });
});

describe('markets', () => {
  const inMarket = () => {
    const game = table();
    return game.set('p1', { cell: game.cell('market'), gold: 500 });
  };

  it('sell what is on the shelf at the price shown, and buy for part of it', () => {
    const game = inMarket();
    const [first] = offers(game, 'p1');
    if (!first) throw new Error('an empty shelf');
    game.must({ type: 'buy', item: first.item });
    expect(game.player('p1').gold).toBe(500 - first.price);
    expect(game.player('p1').bag.map((one) => one.item)).toEqual([first.item]);
    game.must({ type: 'sell', item: first.item });
    const def = game.rules.items[first.item];
    expect(game.player('p1').gold).toBe(500 - first.price + (def ? sellPrice(game, def) : 0));
  });

  it('refuse what is not there, too dear, or has no room', () => {
    const game = inMarket();
    const [first] = offers(game, 'p1');
    expect(game.refused({ type: 'buy', item: 'charm' })).toBe('not-sold-here');
    game.set('p1', { gold: 0 });
    expect(game.refused({ type: 'buy', item: first?.item ?? '' })).toBe('no-gold');
    game.set('p1', {
      gold: 500,
      bag: Array.from({ length: rules.tunables.bag.slots }, (_, i) => got(800 + i, 'cap')),
    });
    expect(game.refused({ type: 'buy', item: first?.item ?? '' })).toBe('bag-full');
    game.set('p1', { cell: 1 });
    expect(game.refused({ type: 'buy', item: first?.item ?? '' })).toBe('no-market');
  });

  it('are cheaper for those who are liked', () => {
    const game = inMarket();
    const before = offers(game, 'p1').map((one) => one.price);
    const zone = game.state.board.cells[game.player('p1').cell]?.zone ?? 'forest';
    game.set('p1', { reputation: { [zone]: 100 } });
    const after = offers(game, 'p1').map((one) => one.price);
    expect(after.reduce((a, b) => a + b)).toBeLessThan(before.reduce((a, b) => a + b));
  });
});

describe('protected things', () => {
  it('cannot be dropped, sold or given', () => {
    const game = table().set('p1', { bag: bag('charm') });
    expect(game.refused({ type: 'discard', item: 'charm' })).toBe('item-protected');
    expect(game.refused({ type: 'gift', item: 'charm', to: 'p2' })).toBe('not-transferable');
    game.set('p1', { cell: game.cell('market') });
    expect(game.refused({ type: 'sell', item: 'charm' })).toBe('item-protected');
  });

  it('others pass from hand to hand on one cell', () => {
    const game = table().set('p1', { bag: bag('snack') });
    game.must({ type: 'gift', item: 'snack', to: 'p2' });
    expect(game.player('p2').bag.map((one) => one.item)).toEqual(['snack']);
    game.set('p3', { cell: 5 });
    expect(game.refused({ type: 'gift', item: 'snack', to: 'p3' }, 'p2')).toBe('too-far');
  });
});
