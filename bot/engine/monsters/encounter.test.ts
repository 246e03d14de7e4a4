import { describe, expect, it } from 'vitest';
import { keyedChance } from '../chance.ts';
import type { Rules, ZoneDef } from '../rules.ts';
import { candidatesFor, encounterFor, encounterWith, type Meeting } from './encounter.ts';
import { ICE, monsterRules, steady, template } from './given.ts';
import type { MonsterTemplate } from './rules.ts';

const zone = (fields: Partial<ZoneDef>): ZoneDef => ({
  id: 'forest',
  order: 1,
  elements: ['earth'],
  tags: ['forest', 'night'],
  tiers: [0, 7],
  cells: {},
  loot: { common: 1, uncommon: 1, rare: 1, epic: 1, legendary: 1 },
  ...fields,
});

function meeting(fields: Partial<Meeting>, templates?: readonly MonsterTemplate[]): Meeting {
  const rules = {
    monsters: monsterRules(templates),
    zones: { forest: zone({}) } as Rules['zones'],
    tunables: { luck: { perPoint: 10, pity: 0, pityStep: 0 }, hp: { base: 20, perEndurance: 4 } },
  } as unknown as Meeting['rules'];
  return { rules, tier: 2, draws: steady(0), ...fields };
}

const chance = keyedChance(new Uint8Array(32).fill(7));
/** How often each came, in so many meetings by different draws. */
function counted(fields: Partial<Meeting>, templates: readonly MonsterTemplate[], times = 400) {
  const counts: Record<string, number> = {};
  for (let n = 0; n < times; n += 1) {
    const [first] = encounterFor(meeting({ ...fields, draws: chance.draw(1, 'cell', n) }, templates));
    if (first) counts[first.templateId] = (counts[first.templateId] ?? 0) + 1;
  }
  return counts;
}

describe('an encounter', () => {
  it("is the document's: tier 2, {ice, mountain} is the ice-infused snow hunter, whatever is drawn", () => {
    for (const share of [0, 0.5, 0.99]) {
      const [monster, ...others] = encounterFor(meeting({ tags: ['ice', 'mountain'], draws: steady(share) }));
      expect(others).toEqual([]);
      expect(monster).toMatchObject({
        templateId: 'orc_snow_hunter',
        affixId: 'ice',
        tier: 2,
        rawStats: { strength: 12, mind: 21, water_resistance: 0.75 },
        skills: ['heavy_strike', 'chilling_touch'],
        hint: 'Ice-Infused pale orc with fur armor, ice spear',
      });
    }
  });

  it('with tags of the very place only who has most of them comes; the others stay candidates', () => {
    const both = template('both', { environmentTags: ['ice', 'mountain'] });
    const one = template('one', { environmentTags: ['ice'] });
    const fields = { tags: ['ice', 'mountain'] };
    expect(counted(fields, [both, one])).toEqual({ both: 400 });
    expect(candidatesFor(meeting(fields, [both, one]))?.templates.map(({ id }) => id)).toEqual([
      'both',
      'one',
    ]);
  });

  it('in a zone everybody with one of its tags or elements may come, who fits better oftener', () => {
    const far = template('far', { environmentTags: ['heaven'] });
    const home = template('home', { environmentTags: ['forest', 'night', 'earth'] });
    const guest = template('guest', { environmentTags: ['earth'] });
    const { home: often = 0, guest: seldom = 0, ...nobody } = counted({ zone: 'forest' }, [far, home, guest]);
    expect(nobody).toEqual({});
    expect(often).toBeGreaterThan(seldom * 2);
    expect(seldom).toBeGreaterThan(40);
  });

  it('tags that nobody has fall back to the zone', () => {
    const home = template('home', { environmentTags: ['forest'] });
    expect(encounterFor(meeting({ tags: ['ice'], zone: 'forest' }, [home]))[0]).toMatchObject({
      templateId: 'home',
      affixId: 'ice',
    });
    expect(encounterFor(meeting({ tags: ['ice'] }, [home]))).toEqual([]);
  });

  it('where nobody of that tier lives the nearest comes, of two the lower', () => {
    const at = (...tiers: readonly (1 | 3 | 7)[]) =>
      template('x', { environmentTags: ['forest'], allowedTiers: tiers });
    expect(encounterFor(meeting({ zone: 'forest', tier: 2 }, [at(1, 3)]))[0]?.tier).toBe(1);
    expect(encounterFor(meeting({ zone: 'forest', tier: 0 }, [at(7)]))[0]?.tier).toBe(7);
  });

  it('whoever was met last comes again only if there is nobody else', () => {
    const pair = [
      template('a', { environmentTags: ['forest'] }),
      template('b', { environmentTags: ['forest'] }),
    ];
    expect(counted({ zone: 'forest', recent: ['a'] }, pair)).toEqual({ b: 400 });
    expect(Object.keys(counted({ zone: 'forest', recent: ['a', 'b'] }, pair)).sort()).toEqual(['a', 'b']);
  });

  it('luck brings the weaker oftener, bad luck the stronger', () => {
    const trio = [3, 10, 30].map((strength) =>
      template(`s${strength}`, { baseStats: { strength }, environmentTags: ['forest'] }),
    );
    const weak = (luck: number) => counted({ zone: 'forest', luck }, trio).s3 ?? 0;
    expect(weak(5)).toBeGreaterThan(weak(0));
    expect(weak(0)).toBeGreaterThan(weak(-5));
    expect(weak(-5)).toBeGreaterThan(0);
  });

  it('gates and the end of the map have their own, whom nobody meets in the wild', () => {
    const warden = template('warden', { environmentTags: ['forest'], post: 'gate' });
    const wolf = template('wolf', { environmentTags: ['forest'] });
    expect(counted({ zone: 'forest' }, [warden, wolf])).toEqual({ wolf: 400 });
    expect(counted({ zone: 'forest', post: 'gate' }, [warden, wolf])).toEqual({ warden: 400 });
    expect(encounterFor(meeting({ zone: 'forest', post: 'boss' }, [warden, wolf]))).toEqual([]);
  });

  it('a flock is so many equals', () => {
    const flock = [template('wren', { environmentTags: ['forest'], flock: [3, 6] })];
    const sizes = [0, 0.3, 0.6, 0.99].map(
      (share) => encounterFor(meeting({ zone: 'forest', draws: steady(share) }, flock)).length,
    );
    expect(sizes).toEqual([3, 4, 5, 6]);
    const [one, two] = encounterFor(meeting({ zone: 'forest' }, flock));
    expect(one).toEqual(two);
  });

  it('weight 0 is met by name alone, at the nearest of its tiers', () => {
    const named = template('named', { environmentTags: ['forest'], weight: 0, allowedTiers: [5] });
    expect(encounterFor(meeting({ zone: 'forest' }, [named]))).toEqual([]);
    expect(encounterWith(meeting({ zone: 'forest' }, [named]), 'named')).toMatchObject([{ tier: 5 }]);
    expect(encounterWith(meeting({ zone: 'forest' }, [named]), 'nobody')).toEqual([]);
  });

  it('the same draws give the same monster, with an affix of the zone', () => {
    const fire = { ...ICE, id: 'fire', visualPrefix: 'Ember-Lit' };
    const rules = monsterRules(undefined, { affixes: { ice: ICE, fire } });
    const zones = { forest: zone({ elements: ['fire'], tags: ['forest', 'ice'] }) } as Rules['zones'];
    const of = (n: number) =>
      encounterFor(
        meeting({
          ...{ zone: 'forest', draws: chance.draw(2, 'cell', n) },
          rules: { ...meeting({}).rules, monsters: rules, zones },
        }),
      );
    expect(of(3)).toEqual(of(3));
    const affixes = new Set(Array.from({ length: 60 }, (_, n) => of(n)[0]?.affixId));
    expect([...affixes].sort()).toEqual(['fire', 'ice']);
  });

  it('is nobody without monsters in the rules', () => {
    const { monsters: _none, ...rules } = meeting({}).rules;
    expect(encounterFor(meeting({ zone: 'forest', rules }))).toEqual([]);
  });
});
