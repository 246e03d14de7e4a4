import { expect, test } from 'vitest';
import { findMonstersByTags, indexOf } from '../../engine/monsters/registry.ts';
import { BitSets } from '../limits/bitset.ts';
import { generated, questions } from './things.ts';

test('the limit of the lookup answers as the registry does', () => {
  const templates = generated(3_000);
  const index = indexOf(templates);
  const sets = new BitSets(
    templates.map(({ allowedTiers, environmentTags }) => ({ tiers: allowedTiers, tags: environmentTags })),
    8,
  );
  for (const { tier, tags } of questions()) {
    const found = findMonstersByTags(index, tier, tags).map(({ id }) => id);
    expect(sets.find(tier, tags).map((number) => templates[number]?.id)).toEqual(found);
    expect(found.length).toBeGreaterThan(0);
  }
});
