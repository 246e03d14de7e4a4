/** The rules, section 9: what is remembered of a player, and what answers to it. Scenes have a walk of their own. */
import { expect } from 'vitest';
import { priceWhy, stock } from '../bag/market.ts';
import type { PlayerId } from '../state.ts';
import { court, itemOf, packOf, thing } from './given.suite.ts';
import { walk } from './walk.suite.ts';

const REP = (by: number) => ({ op: 'rep', by }) as const;

walk('9. Unspoken decisions: facts and reputation', {
  'what the player did is recorded as a fact': () => {
    const rules = packOf({
      items: [itemOf('deed', { use: [{ op: 'remember', fact: 'mercy', value: 'shown' }] })],
    });
    const game = court(rules).set('p1', { bag: [thing(rules, 'deed')] });
    game.must({ type: 'use', item: 'deed' });
    expect(game.player('p1').facts).toEqual({ mercy: 'shown' });
  },
  'people answer to it': () => {
    const test = { is: 'fact', fact: 'mercy' } as const;
    const rules = packOf({
      items: [itemOf('ask', { use: [{ op: 'if', test, then: [{ op: 'gold', by: 8 }] }] })],
    });
    const pasts: readonly Readonly<Record<string, string>>[] = [{}, { mercy: 'shown' }];
    const gold = pasts.map((facts) => {
      const game = court(rules).set('p1', { facts, bag: [thing(rules, 'ask')] });
      game.must({ type: 'use', item: 'ask' });
      return game.player('p1').gold;
    });
    expect(gold).toEqual([50, 58]);
  },
  'prices answer to it': ['bot/engine/bag/bag.test.ts', 'are cheaper for those who are liked'],
  'to nobody else': () => {
    const rules = packOf({
      items: [itemOf('deed', { use: [{ op: 'remember', fact: 'mercy', value: 'shown' }, REP(30)] })],
    });
    const game = court(rules).set('p1', { cell: 5, bag: [thing(rules, 'deed')] });
    game.set('p1', { cell: 20 });
    const [item] = stock(game, 20);
    const price = (id: PlayerId) => priceWhy(game, id, rules.items[item!]!).total;
    game.set('p2', { cell: 20 });
    const before = [price('p1'), price('p2')];
    game.must({ type: 'use', item: 'deed' });
    expect(price('p1')).toBeLessThan(before[0]!);
    expect(price('p2')).toBe(before[1]);
    expect(game.player('p2')).toMatchObject({ facts: {}, reputation: {} });
  },
  'until it is set right': () => {
    const tell = (value: string) => [{ op: 'remember', fact: 'wall', value } as const];
    const rules = packOf({
      items: [itemOf('ink', { use: tell('signed') }), itemOf('brush', { use: tell('washed') })],
    });
    const game = court(rules);
    game.set('p1', { bag: [thing(rules, 'ink'), thing(rules, 'brush', { n: 701 })] });
    game.must({ type: 'use', item: 'ink' });
    expect(game.player('p1').facts).toEqual({ wall: 'signed' });
    game.must({ type: 'use', item: 'brush' });
    expect(game.player('p1').facts).toEqual({ wall: 'washed' });
  },
  'Reputation per zone': () => {
    const rules = packOf({ items: [itemOf('smile', { use: [REP(30)] })] });
    const game = court(rules).set('p1', { cell: 5, bag: [thing(rules, 'smile')] });
    game.must({ type: 'use', item: 'smile' });
    expect(game.player('p1').reputation).toEqual({ forest: 30 });
  },
  '-100 to 100': () => {
    const rules = packOf({
      items: [
        itemOf('smile', { use: [REP(70)], charges: 9 }),
        itemOf('frown', { use: [REP(-90)], charges: 9 }),
      ],
    });
    const game = court(rules).set('p1', {
      cell: 5,
      bag: [thing(rules, 'smile'), thing(rules, 'frown', { n: 701 })],
    });
    for (const _ of [1, 2]) game.must({ type: 'use', item: 'smile' });
    expect(game.player('p1').reputation.forest).toBe(100);
    for (const _ of [1, 2, 3]) game.must({ type: 'use', item: 'frown' });
    expect(game.player('p1').reputation.forest).toBe(-100);
  },
});
