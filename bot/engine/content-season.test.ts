import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { jsonContent } from '../../adapters/content/json.ts';
import { type Content, loadContent } from '../content/load.ts';
import { ENTRY_KINDS, LANGS } from '../content/schema/kinds.ts';
import { simulate } from '../host/simulate.ts';

const BASE = 'config/content';
const SEASON = 'config/content/seasons/heating';

let base: Content;
let season: Content;
beforeAll(async () => {
  const source = jsonContent(fileURLToPath(new URL('../..', import.meta.url)));
  base = await loadContent({ layers: [BASE], source });
  season = await loadContent({ layers: [BASE, SEASON], source });
});

/** `items/thermos` of everything, with its text of the rules. */
function entries({ rules }: Content): Map<string, string> {
  return new Map(
    ENTRY_KINDS.flatMap((kind) =>
      Object.entries(rules[kind] ?? {}).map(
        ([id, entry]) => [`${kind}/${id}`, JSON.stringify(entry)] as const,
      ),
    ),
  );
}

test('the season changes at least 20 entries of the base pack, adds at least 20 and takes none away', () => {
  const [before, after] = [entries(base), entries(season)];
  const added = [...after.keys()].filter((id) => !before.has(id));
  const changed = [...before].filter(([id, entry]) => after.has(id) && after.get(id) !== entry);
  expect(added.length).toBeGreaterThanOrEqual(20);
  expect(changed.length).toBeGreaterThanOrEqual(20);
  expect([...before.keys()].filter((id) => !after.has(id))).toEqual([]);
});

test('the version names both layers, and everything of the season can be met', () => {
  expect(season.rules.version).toBe(`${base.rules.version}+heating.1.0.0`);
  expect(season.rulesHash).not.toBe(base.rulesHash);
  expect(season.notes).toEqual([]);
});

test('a change touches only what it names: the thermos heals more and keeps its name and price', () => {
  const [was, is] = [base.rules.items.thermos, season.rules.items.thermos];
  expect(is).toMatchObject({ price: was?.price, category: was?.category, tags: was?.tags });
  expect(is?.use).not.toEqual(was?.use);
  for (const lang of LANGS) {
    expect(season.texts[lang].items.thermos?.name).toBe(base.texts[lang].items.thermos?.name);
    expect(season.texts[lang].items.thermos?.rule).not.toBe(base.texts[lang].items.thermos?.rule);
  }
});

test.each([
  ['S', 'session'],
  ['M', 'session'],
  ['S', 'marathon'],
] as const)('whole games of the season end: %s, %s', (size, pace) => {
  const { rules } = season;
  const report = simulate({ games: 12, size, pace, players: 4, crowd: 12, seed: 'season', rules });
  expect(report).toMatchObject({ games: 12, ended: 12, refusals: 0 });
});
