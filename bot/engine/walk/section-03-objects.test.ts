/** The rules, section 3: elements, properties, and the objects that a reach or a tool opens. */
import { expect } from 'vitest';
import { ELEMENTS, PHYSICAL } from '../rules.ts';
import { boardView } from '../views/board.ts';
import { comeTo, court, itemOf, objectOf, packOf, standing, thing } from './given.suite.ts';
import { walk } from './walk.suite.ts';

const rules = packOf({
  items: [
    itemOf('crowbar', { category: 'tool', tags: ['prise'], target: 'none' }),
    itemOf('latchkey', { category: 'key', tags: ['prise'], target: 'none' }),
  ],
  objects: [
    objectOf('crack', { opens: { reach: 'near' }, do: [{ op: 'gold', by: 7 }] }),
    objectOf('lever', { opens: { reach: 'mid' }, do: [{ op: 'gold', by: 7 }] }),
    objectOf('vines', { opens: { reach: 'far' }, passage: true }),
    objectOf('box', { opens: { tool: 'prise' }, find: true }),
    objectOf('peep', { opens: { tool: 'prise' }, do: [{ op: 'reveal', cells: 12 }] }),
  ],
});
const at = (object: string, passage?: number) => {
  const game = court(rules);
  standing(game, 15, object, passage);
  return game;
};
/** Comes with that weapon drawn, and says whether the object is open then. */
const opens = (object: string, reach: 'near' | 'mid' | 'far') => {
  const game = at(object).set('p1', { reach });
  comeTo(game, 15);
  return game.state.opened.includes(15);
};

walk('3. The map: objects', {
  'Elements: earth, water, fire, electricity': () => {
    expect(ELEMENTS).toEqual(['earth', 'water', 'fire', 'electricity']);
    expect(court().player('p1').shards).toEqual({ earth: 0, water: 0, fire: 0, electricity: 0 });
  },
  'Physical properties: push, stun, slow, bleed': () => {
    expect(PHYSICAL).toEqual(['push', 'stun', 'slow', 'bleed']);
    const used = new Set(Object.values(packOf().items).flatMap(({ physical }) => physical ?? []));
    expect([...used].sort()).toEqual([...PHYSICAL].sort());
  },
  'object: something of the world that a certain reach or tool opens': () => {
    const game = at('crack').set('p1', { reach: 'far' });
    comeTo(game, 15);
    expect(game.of('objectShut')).toMatchObject([{ cell: 15, object: 'crack' }]);
    expect(game.player('p1').gold).toBe(50);
    game.must({ type: 'weapon', reach: 'near' });
    expect(game.of('objectOpened')).toMatchObject([{ cell: 15, object: 'crack' }]);
    expect(game.player('p1').gold).toBe(57);
  },
  'cracks (near weapon)': () => {
    expect((['near', 'mid', 'far'] as const).map((reach) => opens('crack', reach))).toEqual([
      true,
      false,
      false,
    ]);
  },
  'vines (far)': () => {
    expect((['near', 'mid', 'far'] as const).map((reach) => opens('vines', reach))).toEqual([
      false,
      false,
      true,
    ]);
  },
  'slot levers (mid blade)': () => {
    expect((['near', 'mid', 'far'] as const).map((reach) => opens('lever', reach))).toEqual([
      false,
      true,
      false,
    ]);
  },
  'zone-specific ones': () => {
    const { board } = court(packOf()).state;
    const own = Object.values(packOf().objects ?? {}).filter(({ zone }) => zone !== 'any');
    expect(new Set(own.map(({ zone }) => zone)).size).toBe(5);
    for (const { secret, kind, zone } of board.cells) {
      const object = kind === 'object' ? packOf().objects?.[secret ?? ''] : undefined;
      if (object) expect(['any', zone]).toContain(object.zone);
    }
  },
  'and ones that need a tool found later, so that going back pays': () => {
    const game = at('box');
    comeTo(game, 15);
    expect(game.state.opened).not.toContain(15);
    game.set('p1', { bag: [thing(rules, 'crowbar')] });
    comeTo(game, 15);
    expect(game.state.opened).toContain(15);
    expect(game.player('p1').bag.map(({ item }) => item)).toContain('crowbar');
  },
  'who has come by the tool while standing there opens it before going on': () => {
    const game = at('peep');
    comeTo(game, 15);
    game.set('p1', { bag: [thing(rules, 'latchkey')], tokens: { count: 1, since: game.at } });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(game.state.opened).toContain(15);
    // A key fits once, and a tool is taken before a key.
    expect(game.player('p1').bag).toEqual([]);
    const both = at('peep');
    both.set('p1', { bag: [thing(rules, 'latchkey'), thing(rules, 'crowbar', { n: 701 })] });
    comeTo(both, 15);
    expect(both.player('p1').bag).toHaveLength(2);
  },
  'Opens shortcuts': () => {
    const game = at('vines', 19).set('p1', { reach: 'far' });
    const view = () =>
      boardView(game.state, { rules, seq: 0, names: {}, links: {}, tally: {}, commitment: '' });
    expect(view()).toMatchObject({ objects: { 15: 'vines' }, passages: {} });
    comeTo(game, 15);
    expect(view().passages).toEqual({ 15: 19 });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(game.of('pended')[0]?.pending).toMatchObject({ is: 'fork', cell: 15, left: 3, ways: [16, 19] });
    game.must({ type: 'go', way: 2 });
    expect(game.player('p1').cell).toBe(21);
  },
  secrets: () => {
    const game = at('peep').set('p1', { bag: [thing(rules, 'crowbar')] });
    comeTo(game, 15);
    expect(game.of('revealed')[0]?.cells).toHaveLength(12);
  },
  treasure: () => {
    const game = at('box').set('p1', { bag: [thing(rules, 'crowbar')] });
    comeTo(game, 15);
    expect(game.of('chestOpened')).toHaveLength(1);
  },
  'stays open for all who come after': () => {
    const game = at('vines', 19).set('p1', { reach: 'far' });
    comeTo(game, 15);
    comeTo(game, 15, 'p2');
    expect(game.player('p2').gold).toBe(55);
    game.must({ type: 'roll' }, 'p2', [1, 1, 1]);
    expect(game.player('p2').pending).toMatchObject([{ is: 'fork', ways: [16, 19] }]);
  },
});
