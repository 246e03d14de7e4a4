import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { faultOf } from './action.ts';
import { monster, Ringside } from './given.suite.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const at = (skills: readonly string[], hp?: number) =>
  new Ringside(hp === undefined ? { rules, skills } : { rules, skills, hp });
/** What the same round does without the skill. */
const plain = () => at([]);

describe('a skill in a fight', () => {
  it('glass_cannon doubles the damage one hit from the end, and not before', () => {
    const usual = plain().hit().harm();
    expect(at(['glass_cannon']).hit().harm()).toBe(usual);
    expect(at(['glass_cannon'], 9).hit().harm()).toBe(2 * usual);
  });

  it('vampirism heals by every third hit', () => {
    const fight = at(['vampirism'], 30);
    expect([fight.hit().healed(), fight.hit().healed()]).toEqual([0, 0]);
    fight.hit();
    expect(fight.healed()).toBe(Math.ceil(fight.harm() * 0.4));
  });

  it('chain_magic strikes again with a mid weapon, and reaches whom the weapon does not', () => {
    expect(at(['chain_magic']).hit('mid').harm()).toBeGreaterThan(plain().hit('mid').harm());
    const two = new Ringside({ rules, skills: ['chain_magic'], foes: [monster(rules), monster(rules)] });
    two.set((fight) => ({
      ...fight,
      foes: fight.foes.map((foe) => ({ ...foe, band: foe.n === 2 ? 'far' : 'near' })),
    }));
    two.hit('mid');
    expect(two.harm(2)).toBeGreaterThan(0);
    expect(at(['chain_magic']).hit('near').harm()).toBe(plain().hit('near').harm());
  });

  it('light_feet cancels one blow in the round of a dash, which otherwise lands', () => {
    const dash = { is: 'dash', band: 'far' } as const;
    expect(plain().play(dash).harm('me')).toBeGreaterThan(0);
    expect(at(['light_feet']).play(dash).harm('me')).toBe(0);
    expect(at(['light_feet']).hit('mid').harm('me')).toBeGreaterThan(0);
  });

  it('afterimage leaves a ghost that takes the blow', () => {
    const fight = at(['afterimage']).play({ is: 'dash', band: 'far' });
    expect(fight.harm('me')).toBe(0);
    expect(fight.beats).toContainEqual(expect.objectContaining({ is: 'blow', on: 'decoy' }));
  });

  it('heckle brings the foe over, flustered, and rests afterwards', () => {
    const fight = at(['heckle']).set((now) => ({ ...now, me: { ...now.me, band: 'far' } }));
    fight.play({ is: 'skill', skill: 'heckle' });
    expect(fight.foe().band).toBe('far');
    expect(fight.has(1, 'flustered')).toBe(true);
    expect(fight.beats).toContainEqual(expect.objectContaining({ is: 'voted', right: true }));
    expect(faultOf(fight.arena, fight.fight, { is: 'skill', skill: 'heckle' })).toMatchObject({
      code: 'skill-rests',
    });
    for (let i = 0; i < 3; i += 1) fight.play({ is: 'rest' });
    expect(faultOf(fight.arena, fight.fight, { is: 'skill', skill: 'heckle' })).toBeNull();
  });

  it('patience doubles the blow after a round without attack, which hurts less', () => {
    const fight = at(['patience']);
    const taken = plain().play({ is: 'rest' }).harm('me');
    expect(fight.play({ is: 'rest' }).harm('me')).toBe(Math.round(taken * 0.7));
    expect(fight.hit().harm()).toBe(2 * plain().hit().harm());
    expect(fight.hit().harm()).toBe(plain().hit().harm());
  });

  it('kind_word lets a weak foe go for half the loot, and it is remembered', () => {
    const fight = at(['kind_word']);
    const call = { is: 'skill', skill: 'kind_word' } as const;
    expect(faultOf(fight.arena, fight.fight, call)).toMatchObject({ code: 'skill-rests' });
    fight.set((now) => ({ ...now, foes: now.foes.map((foe) => ({ ...foe, hp: 10 })) })).play(call);
    expect(fight.end).toBe('spared');
    expect(fight.foe().out).toEqual({ how: 'spared', loot: 50 });
    expect(fight.fight.facts).toEqual([['spared', 'dummy']]);
  });

  it('small_print voids the first blow and tangles by every third', () => {
    const fight = at(['small_print']).hit('mid');
    expect(fight.beats).toContainEqual(expect.objectContaining({ is: 'blow', on: 'me', how: 'negated' }));
    expect(fight.hit('mid').harm('me')).toBeGreaterThan(0);
    expect(fight.has(1, 'tangled')).toBe(false);
    expect(fight.hit('mid').has(1, 'tangled')).toBe(true);
  });

  it('side_eye strikes harder at whoever stands still', () => {
    const fight = at(['side_eye']);
    const first = fight.hit().harm();
    fight.hit();
    expect(fight.hit().harm()).toBe(Math.round(first * 1.25));
  });

  it('haggling opens with a strong blow, and raises the loot for each foe beaten', () => {
    const fight = at(['haggling']);
    const first = fight.hit().harm();
    expect(first).toBe(Math.round(plain().hit().harm() * 1.6));
    expect(fight.hit().harm()).toBeLessThan(first);
    fight.set((now) => ({ ...now, foes: now.foes.map((foe) => ({ ...foe, hp: 1 })) })).hit();
    expect([fight.end, fight.fight.loot]).toEqual(['won', 25]);
  });

  it('stubborn takes less when little is left, and gets up once', () => {
    const usual = plain().hit('mid').harm('me');
    const fight = at(['stubborn'], 16).hit('mid');
    expect(fight.harm('me')).toBe(Math.round(usual * 0.65));
    expect(fight.healed()).toBeGreaterThan(0);
    expect(fight.hit('mid').healed()).toBe(0);
  });
});
