import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRUNT, monsterRules, SNOW_HUNTER, template } from './given.ts';
import { findMonstersByTags, indexOf, monsterIndex, overlapOf } from './registry.ts';
import { type MonsterTemplate, TIERS } from './rules.ts';

const ids = (found: readonly MonsterTemplate[]) => found.map(({ id }) => id);

describe('the registry', () => {
  it('finds the snow hunter for {ice, mountain} at tier 2, and not the grunt', () => {
    expect(findMonstersByTags(monsterIndex(monsterRules()), 2, ['ice', 'mountain'])).toEqual([SNOW_HUNTER]);
    expect(findMonstersByTags(monsterIndex(monsterRules()), 2, ['forest'])).toEqual([GRUNT]);
  });

  it('puts the best overlap first, and equals by id', () => {
    const index = indexOf([
      template('b', { environmentTags: ['ice'] }),
      template('a', { environmentTags: ['mountain', 'night'] }),
      template('z', { environmentTags: ['mountain', 'ice'] }),
      template('c', { environmentTags: ['forest'] }),
    ]);
    expect(ids(findMonstersByTags(index, 1, ['ice', 'mountain', 'ice']))).toEqual(['z', 'a', 'b']);
  });

  it('finds nobody without tags, for tags of nobody, and at tiers of nobody', () => {
    const index = monsterIndex(monsterRules());
    expect(findMonstersByTags(index, 2, [])).toEqual([]);
    expect(findMonstersByTags(index, 2, ['swamp'])).toEqual([]);
    expect(findMonstersByTags(index, 7, ['ice'])).toEqual([]);
    expect(findMonstersByTags(index, 99, ['ice'])).toEqual([]);
  });

  it('is built once for a set of rules', () => {
    const rules = monsterRules();
    expect(monsterIndex(rules)).toBe(monsterIndex(rules));
    expect(monsterIndex({ ...rules })).not.toBe(monsterIndex(rules));
  });

  it('answers as a scan of everything would', () => {
    const tag = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const one = fc.record({
      environmentTags: fc.array(tag, { minLength: 1, maxLength: 4 }),
      allowedTiers: fc.subarray([...TIERS], { minLength: 1 }),
    });
    const many = fc.array(one, { maxLength: 90 });
    fc.assert(
      fc.property(many, fc.array(tag, { maxLength: 5 }), fc.constantFrom(...TIERS), (list, tags, tier) => {
        const all = list.map((fields, i) => template(`t${(i * 37) % 90}`, fields));
        const wanted = all
          .filter((each) => each.allowedTiers.includes(tier) && overlapOf(each, tags) > 0)
          .sort((x, y) => overlapOf(y, tags) - overlapOf(x, tags) || (x.id < y.id ? -1 : 1));
        expect(ids(findMonstersByTags(indexOf(all), tier, tags))).toEqual(ids(wanted));
      }),
    );
  });
});
