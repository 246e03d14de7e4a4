/** The rules, section 6: what things are made of, and their power. Fights read it. */
import { expect } from 'vitest';
import type { ItemDef } from '../rules.ts';
import type { BagItem } from '../state.ts';
import { effectOf, itemOf, packOf, thing } from './given.suite.ts';
import { EVEN, fightOf, met } from './section-08.suite.ts';
import { walk } from './walk.suite.ts';

const gear = (id: string, more: Partial<ItemDef>): ItemDef =>
  itemOf(id, { category: 'wearable', slot: 'body', target: 'none', ...more });
const rules = packOf({
  items: [
    gear('raincoat', { material: 'rubber' }),
    gear('mail', { material: 'steel' }),
    gear('belt', { power: 15 }),
    gear('robe', { magic: 15 }),
    itemOf('pot', {
      target: 'rival',
      range: 'any',
      use: [{ op: 'gold', by: 1 }],
      fight: [{ do: 'harm', percent: 20, on: 'other' }],
    }),
  ],
  effects: [effectOf('live_wire', { fight: { harm: 40, kind: 'electricity' } })],
});

const bag = (id: string, worn: boolean): readonly BagItem[] => [
  thing(rules, id, { worn }),
  thing(rules, 'pot', { n: 701 }),
];

/** Points of health that a round with the wire takes from the player, everything else being the same. */
function shocked(id: string, worn = true): number {
  const game = met({ bag: bag(id, worn), skills: [] }, rules);
  const fight = fightOf(game)!;
  const foes = fight.foes.map((foe) => ({ ...foe, next: null }));
  const me = { ...fight.me, statuses: [{ effect: 'live_wire', rounds: 1 }] };
  game.set('p1', { hp: 60, fight: { ...fight, foes, me } });
  game.must({ type: 'dash', band: 'far' }, 'p1', EVEN);
  return 60 - game.player('p1').hp;
}

/** Points that this takes from the first foe. */
function struck(id: string, by: 'hit' | 'pot', worn = true): number {
  const game = met({ bag: bag(id, worn), skills: [] }, rules);
  const before = fightOf(game)!.foes[0]!.hp;
  if (by === 'pot') game.must({ type: 'use', item: 'pot' }, 'p1', EVEN);
  else game.must({ type: 'hit', reach: 'mid' }, 'p1', EVEN);
  return before - fightOf(game)!.foes[0]!.hp;
}

walk('6. Bag: what things are made of', {
  material: () => {
    const bare = shocked('belt');
    expect(bare).toBeGreaterThan(10);
    expect(shocked('raincoat')).toBeLessThan(bare);
    expect(shocked('mail')).toBeGreaterThan(bare);
    expect([shocked('raincoat', false), shocked('mail', false)]).toEqual([bare, bare]);
  },
  power: () => {
    const plain = struck('robe', 'hit');
    expect(struck('belt', 'hit')).toBeGreaterThan(plain);
    expect(struck('belt', 'hit', false)).toBe(plain);
    expect(struck('belt', 'pot')).toBe(struck('robe', 'pot', false));
  },
  'magic power': () => {
    const plain = struck('belt', 'pot');
    expect(struck('robe', 'pot')).toBeGreaterThan(plain);
    expect(struck('robe', 'pot', false)).toBe(plain);
    expect(struck('robe', 'hit')).toBe(struck('robe', 'hit', false));
  },
});
