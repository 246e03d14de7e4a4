/** The rules, section 4: character. */
import { expect } from 'vitest';
import { priceWhy } from '../bag/market.ts';
import { attribute, attributeSteps, maxHp } from '../effects/derive.ts';
import { Table } from '../given.ts';
import type { Rules } from '../rules.ts';
import { sumOf } from '../why/step.ts';
import { comeTo, court, itemOf, packOf, thing } from './given.suite.ts';
import { walk } from './walk.suite.ts';

const rules = packOf({
  items: [
    itemOf('gloves', { category: 'wearable', target: 'none', slot: 'hands', stats: { strength: 2 } }),
    itemOf('coat', { category: 'wearable', target: 'none', slot: 'body', stats: { harm: -50 } }),
    itemOf('boots', { category: 'wearable', target: 'none', slot: 'feet', stats: { roll: 2 } }),
    itemOf('badge', { category: 'wearable', target: 'none', slot: 'trinket', stats: { price: -20 } }),
    itemOf('sting', { target: 'self', use: [{ op: 'harm', percent: 20 }] }),
    itemOf('blade', { target: 'self', use: [{ op: 'harm', percent: 100 }] }),
  ],
});
const on = (item: string) => thing(rules, item, { n: 750, worn: true });
/** As `comeTo` a trial that is passed at once, with so many passed before. */
function pass(pack: Rules, before: number) {
  const trials = {
    ...pack.trials,
    easy: {
      ...{ id: 'easy', zone: 'any', tags: ['easy'], purpose: 'risk', kind: 'check', scope: 'individual' },
      check: { attribute: 'mind', harder: -30 },
    },
  } as Rules['trials'];
  const bell = itemOf('bell', { use: [{ op: 'trial', id: 'easy' }] });
  const own = packOf({ items: [bell] }, { ...pack, trials });
  const game = court(own).set('p1', { bag: [thing(own, 'bell')], stats: { trialsPassed: before } });
  game.must({ type: 'use', item: 'bell' });
  expect(game.of('trialPassed')).toHaveLength(1);
  return game;
}

walk('4. Character', {
  'Attributes: base 5 each, 10 points to spend, cap 12': [
    'bot/engine/life/life.test.ts',
    'checks a character: class, skills, points',
  ],
  'strength, agility, endurance, mind, luck': () => {
    expect(rules.tunables.attributes).toEqual({ base: 5, points: 10, cap: 12 });
    const game = court();
    game.set('p1', { attributes: { strength: 1, agility: 2, endurance: 3, mind: 4, luck: 0 } });
    const plain = { ...rules, classes: {} };
    const names = ['strength', 'agility', 'endurance', 'mind', 'luck'] as const;
    expect(names.map((name) => attribute(game.player('p1'), plain, name))).toEqual([6, 7, 8, 9, 5]);
  },
  'Classes: pick one; each shifts attributes': () => {
    const game = new Table({ rules });
    const [one] = Object.values(rules.classes).filter(({ shifts }) => (shifts.strength ?? 0) > 0);
    const before = attribute(game.player('p1'), { ...rules, classes: {} }, 'strength');
    game.set('p1', { classId: one!.id });
    expect(attribute(game.player('p1'), rules, 'strength') - before).toBe(one!.shifts.strength);
  },
  'gives one skill and one starting item': [
    'bot/engine/life/life.test.ts',
    'gives everybody health, gold, a roll, three weapons and the thing of the class',
  ],
  'at least 6': () => {
    expect(Object.keys(rules.classes).length).toBeGreaterThanOrEqual(6);
  },
  'each viable (see balance)': [
    'bot/balance/gates.test.ts',
    'class: the one that wins most for its share is named, and may win 1.35 of it',
  ],
  'Skills: pick two at start': ['bot/engine/life/life.test.ts', 'checks a character: class, skills, points'],
  'more from trials': () => {
    const { every, most } = rules.tunables.skills!;
    expect(pass(rules, every - 2).of('skillLearned')).toEqual([]);
    const game = pass(rules, every - 1);
    const [learned] = game.of('skillLearned');
    expect(Object.keys(rules.skills)).toContain(learned?.skill);
    expect(game.player('p1').skills).toEqual([learned?.skill]);
    const { skills: _none, ...tunables } = rules.tunables;
    expect(pass({ ...rules, tunables }, every - 1).player('p1').skills).toEqual([]);
    expect(most).toBeGreaterThan(3);
  },
  'Weapons: one for each reach: near, mid, far': [
    'bot/engine/life/life.test.ts',
    'gives everybody health, gold, a roll, three weapons and the thing of the class',
  ],
  'switch at any time on the map': () => {
    const game = court().set('p1', { tokens: { count: 0, since: 0 } });
    for (const reach of ['far', 'mid', 'near'] as const) {
      game.must({ type: 'weapon', reach });
      expect(game.player('p1').reach).toBe(reach);
    }
    expect(game.refused({ type: 'weapon', reach: 'near' })).toBe('no-weapon');
  },
  'Derived values come from one place, the modifiers calculator': () => {
    const game = court(rules);
    const none = { strength: 0, agility: 0, endurance: 0, mind: 0, luck: 0 };
    game.set('p1', { attributes: none });
    const without = maxHp(game.player('p1'), rules);
    game.set('p1', { attributes: { ...none, endurance: 1 } });
    expect(maxHp(game.player('p1'), rules) - without).toBe(rules.tunables.hp.perEndurance);
  },
  resistances: () => {
    const hurt = [[], ['coat']].map((worn) => {
      const game = court(rules).set('p1', { hp: 40, bag: [thing(rules, 'sting'), ...worn.map(on)] });
      game.must({ type: 'use', item: 'sting' });
      return 40 - game.player('p1').hp;
    });
    expect(hurt[0]).toBeGreaterThan(1);
    expect(hurt[1]).toBe(Math.ceil(hurt[0]! / 2));
  },
  'dice bonus': () => {
    const cells = [[], ['boots']].map((worn) => {
      const game = court(rules).set('p1', { bag: worn.map(on) });
      game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
      return game.player('p1').cell;
    });
    expect(cells).toEqual([13, 15]);
  },
  'price factor': () => {
    const game = court(rules).set('p1', { cell: 20 });
    const price = () => priceWhy(game, 'p1', itemOf('ware', { price: 100 })).total;
    const plain = price();
    game.set('p1', { bag: [on('badge')] });
    expect(price()).toBe(plain - 20);
    game.set('p1', { bag: [], attributes: { ...game.player('p1').attributes, mind: 4 } });
    expect(price()).toBeLessThan(plain);
  },
  'Pipeline: base -> class -> gear -> effects': () => {
    const game = court(rules).set('p1', { bag: [thing(rules, 'gloves')] });
    game.must({ type: 'wear', item: 'gloves' });
    const steps = attributeSteps(game.player('p1'), rules, 'strength');
    expect(steps.map(({ from }) => from)).toEqual(['base', 'spent', 'class', 'item']);
    expect(steps.at(-1)).toMatchObject({ id: 'gloves', by: 2 });
    expect(sumOf(steps)).toBe(attribute(game.player('p1'), rules, 'strength'));
  },
  '-> zone': () => {
    const hot = { ...rules, zones: { ...rules.zones, forest: { ...rules.zones.forest, dice: 1 } } };
    const game = court(hot).set('p1', { cell: 5 });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(game.player('p1').lastRoll).toMatchObject({ total: 4, steps: [{ from: 'zone', by: 1 }] });
  },
  'each step listed on request ("why is this 7?")': [
    'bot/engine/why/why.test.ts',
    'steps sum to the numbers, in every state of whole games',
  ],
  'HP 0: back to the last camp, some gold lost, a short shaken debuff': () => {
    const game = court(rules).set('p1', { bag: [thing(rules, 'blade')], camp: 3 });
    comeTo(game, 30, 'p2');
    game.must({ type: 'use', item: 'blade' });
    const { cell, gold, hp, effects } = game.player('p1');
    expect([cell, gold]).toEqual([3, 50 - (50 * rules.tunables.gold.lostOnFall) / 100]);
    expect(hp).toBeGreaterThan(0);
    expect(effects.map(({ effect }) => effect)).toEqual(['shaken']);
    expect(rules.effects.shaken?.duration.turns).toBeGreaterThan(0);
  },
});
