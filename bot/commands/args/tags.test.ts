import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { TAGS, tagName, tagOf } from './tags.ts';

const ITEMS = new URL('../../../config/content/items/', import.meta.url);

it('every tag of the base pack has a name in Russian that is read back', () => {
  const packs = readdirSync(ITEMS).map((file) => JSON.parse(readFileSync(new URL(file, ITEMS), 'utf8')));
  const tags = packs.flatMap((pack) =>
    Object.values<{ tags?: string[] }>(pack).flatMap((item) => item.tags ?? []),
  );
  expect(tags.length).toBeGreaterThan(100);
  for (const tag of tags) expect(TAGS, tag).toContain(tag);
  for (const tag of TAGS) expect(tagOf(tagName('ru', tag).replaceAll('ё', 'е')), tag).toBe(tag);
  expect(tagName('en', 'heal')).toBe('heal');
  expect(tagName('ru', 'a_season_of_its_own')).toBe('a_season_of_its_own');
});
