/** The rules, section 6: effects. */
import { expect } from 'vitest';
import { stock } from '../bag/market.ts';
import { HOOKS, type Hook, type Op } from '../effects/operations.ts';
import type { EffectDef } from '../rules.ts';
import type { PlayerId } from '../state.ts';
import { comeTo, court, effectOf, itemOf, packOf, SYSTEM, thing } from './given.suite.ts';
import { walk } from './walk.suite.ts';

const BAG = 'bot/engine/bag/bag.test.ts';
const gold = (by: number): readonly Op[] => [{ op: 'gold', by }];

/** Player 1 has things `on` and `off` that put the effect on and take effects off, `shot` and `blast` to be hit by. */
function given(def: Partial<EffectDef>, more: readonly EffectDef[] = []) {
  const effect = effectOf('spell', def);
  const rules = packOf({
    effects: [effect, ...more],
    items: [
      itemOf('on', { charges: 9, use: [{ op: 'apply', effect: 'spell' }] }),
      itemOf('off', { use: [{ op: 'cleanse', polarity: 'negative', count: 1 }] }),
      itemOf('shot', { target: 'rival', range: 'any', hostile: true, use: [{ op: 'gold', by: -6 }] }),
    ],
  });
  const game = court(rules);
  game.set('p1', { bag: [thing(rules, 'on'), thing(rules, 'off', { n: 701 })] });
  game.set('p2', { bag: [thing(rules, 'shot', { n: 801, charges: 9 })] });
  return game;
}
const put = (game: ReturnType<typeof given>) => game.must({ type: 'use', item: 'on' });
const spells = (game: ReturnType<typeof given>, id: PlayerId = 'p1') => game.player(id).effects;
const roll = (game: ReturnType<typeof given>) => {
  game.set('p1', { cell: 10, tokens: { count: 2, since: game.at } });
  game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
};
/** Gold that a hook has brought by the time of that deed. */
function hooked(at: Hook, deed: (game: ReturnType<typeof given>) => void): number {
  const game = given({ duration: { rolls: 9 }, hooks: [{ at, do: gold(100) }] });
  put(game);
  const before = game.player('p1').gold;
  deed(game);
  return Math.round((game.player('p1').gold - before) / 100);
}

walk('6. Bag: effects', {
  polarity: () => {
    const game = given({ polarity: 'negative' });
    put(game);
    game.must({ type: 'use', item: 'off' });
    expect(spells(game)).toEqual([]);
    const kind = given({ polarity: 'positive' });
    put(kind);
    kind.must({ type: 'use', item: 'off' });
    expect(spells(kind)).toHaveLength(1);
  },
  'kind: global': () => {
    const storm = itemOf('storm', { target: 'self', use: [{ op: 'apply', effect: 'spell', on: 'all' }] });
    const pack = packOf({ effects: [effectOf('spell', { kind: 'global' })], items: [storm] });
    const game = court(pack).set('p1', { bag: [thing(pack, 'storm')] });
    game.must({ type: 'use', item: 'storm' });
    expect(game.state.order.map((id) => game.player(id).effects.length)).toEqual([1, 1, 1, 1]);
  },
  local: () => {
    const game = given({ kind: 'local' });
    put(game);
    expect(game.state.order.map((id) => game.player(id).effects.length)).toEqual([1, 0, 0, 0]);
  },
  instant: () => {
    const game = given({ kind: 'instant', duration: {}, hooks: [{ at: 'expire', do: gold(5) }] });
    put(game);
    expect([spells(game), game.player('p1').gold]).toEqual([[], 55]);
  },
  delayed: [BAG, 'delayed ones do their work when they run out'],
  lasting: () => {
    const game = given({ stats: { roll: 2 }, duration: { rolls: 2 } });
    put(game);
    const cells = [1, 2, 3].map(() => {
      roll(game);
      return game.player('p1').cell;
    });
    expect(cells).toEqual([15, 15, 13]);
  },
  dispelling: () => {
    const bane = effectOf('bane', { polarity: 'negative', duration: { turns: 9 }, wayOut: 'wait' });
    const def = { kind: 'dispelling', duration: {} } as const;
    const wash = { at: 'expire', do: [{ op: 'cleanse', polarity: 'negative', count: 2 }] } as const;
    const game = given({ ...def, hooks: [wash] }, [bane]).effect('p1', 'bane');
    put(game);
    expect(game.of('effectEnded')).toContainEqual(
      expect.objectContaining({ effect: 'bane', why: 'cleansed' }),
    );
    expect(spells(game)).toEqual([]);
  },
  'stacking rule: refresh': () => {
    const game = given({ stacking: 'refresh', duration: { rolls: 3 } });
    put(game);
    roll(game);
    expect(spells(game)).toMatchObject([{ rolls: 2, stacks: 1 }]);
    put(game);
    expect(spells(game)).toMatchObject([{ rolls: 3, stacks: 1 }]);
  },
  'stack to N': () => {
    const game = given({ stacking: 'stack', max: 2, stats: { roll: 1 }, duration: { rolls: 9 } });
    for (const _ of [1, 2, 3]) put(game);
    expect(spells(game)).toMatchObject([{ stacks: 2 }]);
    roll(game);
    expect(game.player('p1').cell).toBe(15);
  },
  ignore: () => {
    const game = given({ stacking: 'ignore', duration: { rolls: 3 } });
    put(game);
    roll(game);
    put(game);
    expect(spells(game)).toMatchObject([{ rolls: 2 }]);
  },
  replace: () => {
    const game = given({ stacking: 'replace', duration: { rolls: 3 } });
    put(game);
    const [first] = spells(game);
    put(game);
    expect(game.of('effectEnded')).toMatchObject([{ n: first?.n, why: 'replaced' }]);
    expect(spells(game)).toHaveLength(1);
    expect(spells(game)[0]?.n).not.toBe(first?.n);
  },
  priority: () => {
    const shift = { at: 'afterRoll', do: [{ op: 'shift', by: 4 }] } as const;
    const scale = { at: 'afterRoll', do: [{ op: 'scale', by: 2 }] } as const;
    const cells = [
      [10, 20],
      [20, 10],
    ].map(([a, b]) => {
      const other = effectOf('other', { priority: b!, duration: { rolls: 2 }, hooks: [scale] });
      const game = given({ priority: a!, hooks: [shift] }, [other]).effect('p1', 'other');
      put(game);
      roll(game);
      return game.player('p1').cell;
    });
    // Lower first: (3 + 4) × 2, or 3 × 2 + 4.
    expect(cells).toEqual([24, 20]);
  },
  'duration in turns, rolls': () => {
    const game = given({ duration: { turns: 1 } });
    put(game);
    roll(game);
    expect(spells(game)).toEqual([]);
    const rolls = given({ duration: { rolls: 1 } });
    put(rolls);
    roll(rolls);
    expect(spells(rolls)).toEqual([]);
  },
  minutes: () => {
    const game = given({ duration: { minutes: 2 } });
    put(game);
    expect(game.wait(119).refused({ type: 'expire' }, 'p1')).toBe('not-admin');
    game.wait(1).must({ type: 'expire' }, SYSTEM);
    expect(spells(game)).toEqual([]);
  },
  'or until a camp': () => {
    const game = given({ duration: { untilCamp: true } });
    put(game);
    roll(game);
    expect(spells(game)).toHaveLength(1);
    comeTo(game, 30);
    expect(game.of('effectEnded')).toMatchObject([{ effect: 'spell', why: 'camp' }]);
  },
  'Effects are data: a list of operations from a closed vocabulary bound to hooks': [
    'bot/content/schema/schema.test.ts',
    'one of each operation passes as it is, and not with a field more',
  ],
  'hooks (before/after roll, move, enter cell, tick)': () => {
    for (const at of ['beforeRoll', 'afterRoll', 'move', 'enterCell', 'tick'] as const)
      expect([at, hooked(at, roll)]).toEqual([at, 1]);
    expect(HOOKS).toHaveLength(10);
  },
  'being targeted': () => {
    const shoot = (game: ReturnType<typeof given>) =>
      game.must({ type: 'use', item: 'shot', targets: ['p1'] }, 'p2');
    expect(hooked('targeted', shoot)).toBe(1);
  },
  trial: () => {
    const check = (game: ReturnType<typeof given>) => {
      const [easy] = Object.values(game.rules.trials).filter(({ scope }) => scope === 'regional');
      const bell = itemOf('bell', { use: [{ op: 'trial', id: easy!.id }] });
      Object.assign(game, { rules: packOf({ items: [bell] }, game.rules) });
      game.set('p1', { bag: [thing(game.rules, 'bell')] }).must({ type: 'use', item: 'bell' });
      expect(game.of('checked').map(({ player }) => player)).toContain('p1');
    };
    expect(hooked('trial', check)).toBe(1);
  },
  buy: () => {
    const price = (by: number) => {
      const game = given({
        duration: { rolls: 9 },
        hooks: [{ at: 'buy', do: [{ op: 'discount', percent: by }] }],
      });
      game.set('p1', { cell: 20, gold: 500 });
      put(game);
      const [item] = stock(game, 20);
      game.must({ type: 'buy', item: item! });
      return 500 - game.player('p1').gold;
    };
    expect(price(50)).toBeLessThan(price(0));
  },
  expire: () => {
    const game = given({ duration: { rolls: 1 }, hooks: [{ at: 'expire', do: gold(5) }] });
    put(game);
    roll(game);
    expect(game.player('p1').gold).toBe(55);
  },
  'A new effect is a new record, not new code': ['bot/engine/content-uses.test.ts', 'what the season brings'],
});
