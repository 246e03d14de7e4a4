/** For tests: the example of the design document, under its ids and with its figures. */
import type { Draws } from '../chance.ts';
import type { AffixDef, MonsterRules, MonsterTemplate, Tier } from './rules.ts';

export function template(
  id: string,
  fields: Partial<Omit<MonsterTemplate, 'id'>> & Pick<MonsterTemplate, 'environmentTags'>,
): MonsterTemplate {
  const plain = { family: 'any', narrativeHint: id, baseStats: { strength: 10 }, skills: [] };
  return { ...plain, allowedTiers: [1, 2, 3] as readonly Tier[], ...fields, id };
}

const multipliers = [0.75, 1, 1.5, 2, 2.5, 3, 3.5, 4];

export const ICE: AffixDef = {
  id: 'ice',
  visualPrefix: 'Ice-Infused',
  addedStats: { water_resistance: 0.5 },
  injectSkills: ['chilling_touch'],
};

export const GRUNT = template('orc_grunt', {
  family: 'orc_clan',
  narrativeHint: 'primitive warrior, rusted axe',
  baseStats: { strength: 15 },
  skills: ['heavy_strike'],
  environmentTags: ['forest', 'wasteland'],
});

export const SNOW_HUNTER = template('orc_snow_hunter', {
  family: 'orc_clan',
  narrativeHint: 'pale orc with fur armor, ice spear',
  baseStats: { strength: 8, mind: 14 },
  skills: ['heavy_strike', 'chilling_touch'],
  environmentTags: ['ice'],
});

/** @returns rules with these templates in one family, the document's affix and tiers, and its two abilities. */
export function monsterRules(
  templates: readonly MonsterTemplate[] = [GRUNT, SNOW_HUNTER],
  more: Partial<MonsterRules> = {},
): MonsterRules {
  const family = {
    id: 'orc_clan',
    defaultTags: ['humanoid', 'savage'],
    templates: Object.fromEntries(templates.map((one) => [one.id, one])),
  };
  const tiers = Object.fromEntries(multipliers.map((statMultiplier, tier) => [tier, { statMultiplier }]));
  return {
    families: { orc_clan: family },
    tiers: tiers as unknown as MonsterRules['tiers'],
    affixes: { ice: ICE },
    abilities: {
      heavy_strike: { id: 'heavy_strike', tags: [] },
      chilling_touch: { id: 'chilling_touch', tags: [] },
    },
    ...more,
  };
}

/** Draws that always give the same share of the sides: 0 the first, just under 1 the last. */
export function steady(share: number): Draws {
  return { int: (sides) => Math.floor(share * sides) + 1 };
}
