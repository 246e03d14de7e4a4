import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import type { Draws } from '../chance.ts';
import { monster, Ringside } from './given.suite.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const template = (id: string) => {
  const found = Object.values(rules.monsters?.families ?? {}).flatMap(
    ({ templates }) => templates[id] ?? [],
  )[0];
  if (!found) throw new Error(`no ${id} in the pack`);
  return found;
};
const against = (id: string, more: Partial<ConstructorParameters<typeof Ringside>[0]> = {}) =>
  new Ringside({ rules, foes: [monster(rules, template(id).skills)], ...more });
const rest = { is: 'rest' } as const;

describe('burrower: the viewers vote where it is', () => {
  /** The guess, then where it is. */
  const guessing = (guess: number, where: number): Draws => {
    const thirds = [guess, where];
    return { int: (sides) => (sides === 3 ? (thirds.shift() ?? 1) : sides === 31 ? 16 : sides) };
  };

  it('a right guess throws it out, hurts it and stuns it', () => {
    const fight = against('burrower_underminer', { draws: guessing(2, 2) });
    expect(fight.beats).toContainEqual(expect.objectContaining({ is: 'voted', right: true }));
    expect(fight.beats).toContainEqual({ is: 'thrownOut', who: 1 });
    expect([fight.harm(1) > 0, fight.has(1, 'stunned'), fight.harm('me')]).toEqual([true, true, 0]);
    expect(fight.foe().next).toBeNull();
  });

  it('a wrong one, and it strikes first', () => {
    const fight = against('burrower_underminer', { draws: guessing(1, 3) });
    expect([fight.harm(1), fight.harm('me') > 0, fight.has(1, 'stunned')]).toEqual([0, true, false]);
  });

  it('is out of reach of every blow while it is under', () => {
    const fight = against('burrower_underminer', { draws: guessing(1, 3) });
    fight.set((now) => ({ ...now, foes: now.foes.map((foe) => ({ ...foe, flags: { under: null } })) }));
    fight.hit('near');
    expect(fight.beats).toContainEqual(expect.objectContaining({ is: 'blow', on: 1, how: 'immune' }));
  });
});

describe('regenerator: heals unless finished quickly; burning stops it', () => {
  const hurt = () =>
    against('regenerator_encore_ogre').set((now) => ({
      ...now,
      foes: now.foes.map((foe) => ({ ...foe, hp: 20 })),
    }));

  it('heals each round', () => {
    const fight = hurt().play(rest);
    expect(fight.healed(1)).toBe(Math.ceil(fight.foe().derived.maxHp * 0.15));
  });

  it('does not while it burns, nor after two hits in a round', () => {
    const fire = hurt().set((now) => ({
      ...now,
      foes: now.foes.map((foe) => ({ ...foe, statuses: [{ effect: 'burning', rounds: 2 }] })),
    }));
    expect(fire.play(rest).healed(1)).toBe(0);
    const twice = against('regenerator_encore_ogre', { skills: ['chain_magic'] }).hit('mid');
    expect([twice.harm(1) > 0, twice.healed(1)]).toEqual([true, 0]);
    const once = against('regenerator_encore_ogre').hit('mid');
    expect(once.healed(1)).toBeGreaterThan(0);
  });
});

describe('ram bird: untouchable until it has hit; then stunned and open', () => {
  it('shrugs the first blow off, and takes the next ones', () => {
    const fight = against('ram_battering_wren').hit('near');
    expect([fight.harm(1), fight.harm('me') > 0, fight.has(1, 'stunned')]).toEqual([0, true, true]);
    expect(fight.foe().next).toBeNull();
    expect(fight.hit('near').harm(1)).toBeGreaterThan(0);
    expect(fight.harm('me')).toBe(0);
  });

  it('comes in flocks', () => {
    expect(template('ram_battering_wren').flock?.[1]).toBeGreaterThan(2);
  });
});

describe('blast mouse: awake it cannot be hurt, only dashed away from', () => {
  const woken = () => against('blast_dynamouse').hit('near');

  it('sleeps until somebody comes near', () => {
    const asleep = against('blast_dynamouse').play(rest).play(rest);
    expect([asleep.foe().flags, asleep.harm('me')]).toMatchObject([{ asleep: null }, 0]);
    expect(woken().foe().flags).toHaveProperty('awake');
  });

  it('takes no harm awake, and goes off in the next round', () => {
    const fight = woken().hit('near');
    expect([fight.harm(1), fight.harm('me') > 0, fight.end]).toEqual([0, true, 'left']);
    expect(fight.harm('me')).toBe(Math.ceil(fight.fight.me.derived.maxHp * 0.4));
  });

  it.each([
    ['awake', 'what is thrown', { is: 'item', item: 'pot', does: [{ do: 'harm', percent: 50 }] }],
    ['under', 'what is thrown', { is: 'item', item: 'pot', does: [{ do: 'harm', percent: 50 }] }],
    ['awake', 'what burns', rest],
    ['under', 'what burns', rest],
  ] as const)('%s it is not hurt by %s', (flag, _by, action) => {
    const fight = new Ringside({ rules, foes: [monster(rules)] });
    fight.set((now) => ({
      ...now,
      foes: now.foes.map((foe) => ({
        ...foe,
        hp: 3,
        flags: { [flag]: null },
        statuses: [{ effect: 'burning', rounds: 2 }],
      })),
    }));
    fight.play(action);
    expect([fight.foe().hp, fight.harm(1), fight.end]).toEqual([3, 0, null]);
  });

  it('spares whoever dashes, but not its friends', () => {
    const two = new Ringside({
      rules,
      foes: [monster(rules, template('blast_dynamouse').skills), monster(rules, ['charge'])],
    });
    two.hit('near').play({ is: 'dash', band: 'far' });
    expect(two.harm(2)).toBe(Math.ceil(two.foe(2).derived.maxHp * 0.4));
    expect(two.beats.some((beat) => beat.is === 'hurt' && beat.who === 'me')).toBe(false);
  });
});
