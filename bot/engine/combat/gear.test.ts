import { describe, expect, it } from 'vitest';
import { rules as pack } from '../diplomacy/given.ts';
import { Table } from '../given.ts';
import type { ItemDef, MaterialDef, Rules } from '../rules.ts';
import type { BagItem, Player } from '../state.ts';
import { whyOf } from '../why/why.ts';
import { arenaOf, challengerOf } from './arena.ts';
import { gearOf, gearSteps, turnedAway } from './gear.ts';
import { Ringside } from './given.suite.ts';

const plain = {
  zone: 'any',
  tags: ['gear'],
  purpose: 'risk',
  category: 'wearable',
  rarity: 'common',
} as const;
const item = (id: string, more: Partial<ItemDef>): ItemDef => ({
  ...{ id, ...plain, price: 5, target: 'none', range: 0 },
  ...more,
});
const OWN = [
  item('iron_hat', { slot: 'head', material: 'iron', power: 5 }),
  item('iron_gloves', { slot: 'hands', material: 'iron', magic: 10 }),
  item('odd_boots', { slot: 'feet', material: 'marble', power: 6 }),
];
const materials: Readonly<Record<string, MaterialDef>> = {
  iron: { id: 'iron', takes: { bleed: -10, electricity: 10 } },
};
const rules: Rules = {
  ...pack,
  materials,
  items: { ...pack.items, ...Object.fromEntries(OWN.map((one) => [one.id, one])) },
};

const on = (id: string, i: number, worn: boolean): BagItem => ({
  ...{ n: 800 + i, item: id, charges: null, ttl: null, worn, wait: 0 },
});
function wearing(ids: readonly string[], worn = true): Player {
  return new Table({ rules }).set('p1', { bag: ids.map((id, i) => on(id, i, worn)) }).player('p1');
}
const ALL = ['iron_hat', 'iron_gloves', 'odd_boots'];

describe('what is worn', () => {
  it('adds up, thing by thing; a weapon’s power counts for its own reach alone', () => {
    const player = wearing(ALL);
    const weapon = { from: 'item', id: player.weapons.near, by: rules.items[player.weapons.near]!.power };
    expect(gearSteps(player, rules, { name: 'power', reach: 'near' })).toEqual([
      { from: 'item', id: 'iron_hat', by: 5 },
      { from: 'item', id: 'odd_boots', by: 6 },
      weapon,
    ]);
    const heavy = { ...rules.items[player.weapons.far]!, power: 9 };
    const changed = { ...rules, items: { ...rules.items, [heavy.id]: heavy } };
    const { power, magic } = gearOf(player, changed);
    expect([power.far - power.near, magic]).toEqual([9 - weapon.by!, 10]);
  });

  it('turns harm away, or lets more of it in, by its material; an unknown one does nothing', () => {
    const player = wearing(ALL);
    expect(turnedAway(player, rules)).toEqual({ bleed_resistance: 0.2, electricity_resistance: -0.2 });
    expect(challengerOf(player, rules).derived.resist).toEqual({ bleed: 0.2, electricity: -0.2 });
  });

  it('does nothing from the bag, and nothing in packs without materials', () => {
    const carried = wearing(ALL, false);
    expect(gearOf(carried, rules)).toEqual(gearOf(wearing([]), rules));
    expect(turnedAway(carried, rules)).toEqual({});
    const { materials: _none, ...before } = rules;
    expect(turnedAway(wearing(ALL), before)).toEqual({});
  });

  it('is told step by step, and not at all where there is nothing', () => {
    const look = (bag: readonly BagItem[]) => {
      const { state } = new Table({ rules }).set('p1', { bag });
      return whyOf({ state, rules }, 'p1').numbers;
    };
    const numbers = look(ALL.map((id, i) => on(id, i, true)));
    expect(numbers.bleed).toEqual({
      total: -20,
      steps: [
        { from: 'item', id: 'iron_hat', by: -10 },
        { from: 'item', id: 'iron_gloves', by: -10 },
      ],
    });
    expect(numbers.magic?.total).toBe(10);
    expect(look([])).not.toHaveProperty('magic');
    expect(look([])).not.toHaveProperty('fire');
  });
});

describe('in a fight', () => {
  const power = (percent: number) => ({ near: percent, mid: percent, far: percent });
  const ringside = (gear: { power: number; magic: number }, skills: readonly string[] = []) => {
    const ring = new Ringside({ rules, skills });
    Object.assign(ring.arena, { gear: { power: power(gear.power), magic: gear.magic } });
    return ring;
  };

  it('power makes own strikes harder, and nobody else’s', () => {
    const [without, with50] = [0, 50].map((percent) => ringside({ power: percent, magic: 0 }).hit('mid'));
    expect(with50!.harm()).toBe(Math.round(without!.harm() * 1.5));
    expect(with50!.harm('me')).toBe(without!.harm('me'));
  });

  it('magic makes what skills strike harder, and leaves the plain strike as it was', () => {
    const blows = (magic: number) =>
      ringside({ power: 0, magic }, ['chain_magic'])
        .hit('mid')
        .beats.flatMap((beat) => (beat.is === 'blow' && beat.who === 'me' ? [beat] : []));
    const [before, after] = [blows(0), blows(100)];
    expect(before.length).toBeGreaterThan(1);
    after.forEach(({ by, harm }, i) => {
      const times = by === 'mid' ? 1 : 2;
      expect(Math.abs(harm - before[i]!.harm * times), by).toBeLessThanOrEqual(1);
    });
  });

  it('magic makes harm of a thrown thing greater, not what it costs its thrower', () => {
    const thrown = (magic: number, on: 'other' | 'own') => {
      const does = [{ do: 'harm', percent: 20, on }] as const;
      return ringside({ power: 0, magic }).play({ is: 'item', item: 'pot', does }).beats;
    };
    const points = (beats: ReturnType<typeof thrown>) =>
      beats.flatMap((beat) => (beat.is === 'hurt' && beat.by === 'pot' ? [beat.points] : []));
    const [plainly] = points(thrown(0, 'other'));
    expect(points(thrown(50, 'other'))).toEqual([Math.ceil(plainly! * 1.5)]);
    expect(points(thrown(50, 'own'))).toEqual(points(thrown(0, 'own')));
  });

  it('comes from what the player has on', () => {
    const player = wearing(['iron_hat']);
    expect(arenaOf(player, rules).gear).toEqual(gearOf(player, rules));
  });
});
