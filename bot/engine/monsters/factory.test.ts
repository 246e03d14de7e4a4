import { describe, expect, it } from 'vitest';
import { derive } from '../combat/calculator.ts';
import { makeMonster, rawStatsOf, withInjected } from './factory.ts';
import { GRUNT, ICE, monsterRules, SNOW_HUNTER, template } from './given.ts';

describe('the factory', () => {
  const rules = monsterRules();

  it("makes the document's grunt: 15 strength at tier 1, half as much again at tier 2", () => {
    const made = (tier: 1 | 2) => makeMonster({ rules, template: GRUNT, tier, affix: null });
    expect(made(1)).toEqual({
      templateId: 'orc_grunt',
      affixId: null,
      tier: 1,
      rawStats: { strength: 15 },
      derived: derive({ strength: 15 }),
      skills: ['heavy_strike'],
      hint: 'primitive warrior, rusted axe',
    });
    expect(made(2).rawStats).toEqual({ strength: 22.5 });
  });

  it("makes the document's hunter: (base + added) * multiplier, no skill twice, the prefix before the hint", () => {
    const monster = makeMonster({ rules, template: SNOW_HUNTER, tier: 2, affix: ICE });
    expect(monster.rawStats).toEqual({ strength: 12, mind: 21, water_resistance: 0.75 });
    expect(monster.derived).toEqual(derive(monster.rawStats));
    expect(monster.skills).toEqual(['heavy_strike', 'chilling_touch']);
    expect(monster.hint).toBe('Ice-Infused pale orc with fur armor, ice spear');
    expect(monster.affixId).toBe('ice');
  });

  it('adds before it multiplies, takes stats that either names, and rounds none of them', () => {
    const raw = rawStatsOf({ strength: 3, endurance: -4 }, { strength: 2, fire_resistance: 0.1 }, 1.75);
    expect(raw).toEqual({ strength: 8.75, endurance: -7, fire_resistance: 0.1 * 1.75 });
  });

  it('brings what abilities bring with them, and what that brings, each once', () => {
    const abilities = {
      one: { id: 'one', tags: [], inject: ['two', 'three'] },
      two: { id: 'two', tags: [], inject: ['three', 'four'] },
      four: { id: 'four', tags: [], inject: ['one'] },
    };
    expect(withInjected(monsterRules([], { abilities }), ['one', 'five', 'one'])).toEqual([
      'one',
      'five',
      'two',
      'three',
      'four',
    ]);
  });

  it('a swarm of the frail stands with one point of health, however high its tier', () => {
    const frail = template('moth', { baseStats: { endurance: -9 }, environmentTags: ['night'] });
    expect(makeMonster({ rules, template: frail, tier: 7, affix: null }).derived.maxHp).toBe(1);
  });

  it('refuses a tier that the rules do not have', () => {
    const bare = { ...rules, tiers: {} as typeof rules.tiers };
    expect(() => makeMonster({ rules: bare, template: GRUNT, tier: 1, affix: null })).toThrow(/tier 1 came/);
  });
});
