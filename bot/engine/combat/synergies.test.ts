import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import type { Rules } from '../rules.ts';
import { monster, Ringside, type Setting } from './given.suite.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
/** With a monster's move that takes it away from the foot of the stage. */
const leap = {
  id: 'leap',
  tags: [],
  moves: [{ id: 'leap', lands: ['mid'], power: 50, reach: 'far', goes: 'far' }],
} as const;
const leaping: Rules = {
  ...rules,
  monsters: { ...rules.monsters!, abilities: { ...rules.monsters!.abilities, leap } },
};
const pair = (id: string, more: Partial<Setting> = {}) => {
  const skills = rules.synergies?.[id]?.skills ?? [];
  return new Ringside({ rules, skills, ...more });
};
const DASH = { is: 'dash', band: 'far' } as const;

describe('two skills together', () => {
  it('vampirism and glass_cannon: claws that feed, and a dash that never rests', () => {
    const low = pair('bat_hour', { hp: 9 });
    expect(low.fight.me.flags).toMatchObject({ claws: 1, bat: 1 });
    expect(low.hit('far').healed()).toBeGreaterThan(0);
    const bat = pair('bat_hour', { hp: 9, draws: { int: (sides) => (sides === 100 ? 45 : 1) } }).play(DASH);
    expect(bat.beats).toContainEqual(expect.objectContaining({ is: 'blow', on: 'me', how: 'missed' }));
    expect(bat.fight.me.dash).toBe(0);
    expect(pair('bat_hour').hit('far').healed()).toBe(0);
  });

  it('chain_magic and vampirism: a strong foe is bound and bitten, and stays weaker', () => {
    const fight = pair('bound_supper', { hp: 20 }).hit('mid');
    expect([fight.has(1, 'bound'), fight.has(1, 'soulless')]).toEqual([true, true]);
    expect(fight.healed()).toBeGreaterThan(0);
    for (let i = 0; i < 3; i += 1) fight.hit('mid');
    expect([fight.has(1, 'bound'), fight.has(1, 'soulless')]).toEqual([false, true]);
    const weak = pair('bound_supper', { foes: [monster(rules, [], { tier: 1 })] }).hit('mid');
    expect(weak.has(1, 'bound')).toBe(false);
  });

  it('chain_magic and glass_cannon: whoever jumps away is thrown back onto the blade', () => {
    const near = (skills: readonly string[]) => {
      const fight = new Ringside({ rules: leaping, skills, foes: [monster(rules, ['leap'])] });
      return fight.set((now) => ({ ...now, me: { ...now.me, band: 'near' } })).play({ is: 'rest' });
    };
    const both = near(['chain_magic', 'glass_cannon']);
    expect([both.foe().band, both.harm() > 0]).toEqual(['near', true]);
    const alone = near(['chain_magic']);
    expect([alone.foe().band, alone.harm()]).toEqual(['far', 0]);
  });

  it('afterimage and glass_cannon: the ghost answers, and hardest one hit from the end', () => {
    const usual = pair('second_exposure').play(DASH).harm();
    expect(usual).toBeGreaterThan(0);
    expect(pair('second_exposure', { hp: 9 }).play(DASH).harm()).toBeGreaterThan(2 * usual);
    expect(new Ringside({ rules, skills: ['afterimage'] }).play(DASH).harm()).toBe(0);
  });

  it('afterimage and chain_magic: who strikes the ghost is bound', () => {
    expect(pair('other_end').play(DASH).has(1, 'bound')).toBe(true);
    expect(new Ringside({ rules, skills: ['afterimage'] }).play(DASH).has(1, 'bound')).toBe(false);
  });

  it('light_feet and vampirism: a blow that was dodged counts as an own one, and heals', () => {
    const fight = pair('unfelt_third', { hp: 30 }).play(DASH);
    expect(fight.fight.me.strikes).toBe(1);
    expect(fight.healed()).toBeGreaterThan(0);
  });

  it('heckle and patience: it runs into the doubled blow', () => {
    const far = (fight: Ringside) => fight.set((now) => ({ ...now, me: { ...now.me, band: 'far' } }));
    const ready = far(pair('ripe_phrase')).play({ is: 'skill', skill: 'heckle' });
    expect(ready.harm()).toBeGreaterThan(0);
    const alone = far(new Ringside({ rules, skills: ['heckle'] })).play({ is: 'skill', skill: 'heckle' });
    expect(alone.harm()).toBe(0);
  });

  it('patience and vampirism: the doubled blow heals as a third one', () => {
    const fight = pair('slow_supper', { hp: 30 }).play({ is: 'rest' }).hit();
    expect(fight.healed()).toBe(Math.ceil(fight.harm() * 0.4));
  });

  it('kind_word and chain_magic: a bound foe listens at half of its health', () => {
    const fight = pair('long_leash').hit('mid').hit('mid');
    expect(fight.has(1, 'bound')).toBe(true);
    fight.set((now) => ({
      ...now,
      foes: now.foes.map((foe) => ({ ...foe, hp: Math.floor(foe.derived.maxHp / 2) })),
    }));
    expect(fight.play({ is: 'skill', skill: 'kind_word' }).end).toBe('spared');
  });

  it('light_feet and afterimage: the dash strikes on its way', () => {
    expect(pair('passing_blow').play(DASH).harm()).toBeGreaterThan(0);
    expect(new Ringside({ rules, skills: ['light_feet'] }).play(DASH).harm()).toBe(0);
  });

  it('heckle and kind_word: who has lost the thread is spared sooner, and for more', () => {
    const fight = pair('soft_landing').play({ is: 'skill', skill: 'heckle' });
    fight.set((now) => ({
      ...now,
      foes: now.foes.map((foe) => ({ ...foe, hp: Math.floor(foe.derived.maxHp * 0.4) })),
    }));
    fight.play({ is: 'skill', skill: 'kind_word' });
    expect([fight.end, fight.foe().out?.loot]).toEqual(['spared', 75]);
  });

  it('small_print and haggling: every second hit tangles and raises the loot', () => {
    const fight = pair('hidden_clause').hit().hit();
    expect([fight.has(1, 'tangled'), fight.fight.loot]).toEqual([true, 10]);
  });

  it('stubborn and patience: a pause heals and holds', () => {
    const fight = pair('stone_queue', { hp: 25 }).play({ is: 'rest' });
    const patient = new Ringside({ rules, skills: ['patience'], hp: 25 }).play({ is: 'rest' });
    expect(fight.healed()).toBeGreaterThan(0);
    expect(fight.harm('me')).toBeLessThan(patient.harm('me'));
  });

  it('has a test for every pair of the pack', () => {
    const known = ['bat_hour', 'bound_supper', 'return_post', 'second_exposure', 'other_end', 'unfelt_third'];
    const more = [
      'ripe_phrase',
      'slow_supper',
      'long_leash',
      'passing_blow',
      'soft_landing',
      'hidden_clause',
    ];
    expect(Object.keys(rules.synergies ?? {}).toSorted()).toEqual(
      [...known, ...more, 'stone_queue'].toSorted(),
    );
  });
});
