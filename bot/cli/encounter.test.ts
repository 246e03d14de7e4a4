import { beforeAll, describe, expect, it } from 'vitest';
import { composeContent } from '../compose.ts';
import type { Content } from '../content/load.ts';
import { encounterReport } from './encounter.ts';

let content: Content;
beforeAll(async () => {
  content = await composeContent([]);
});
const ask = (fields: Partial<Parameters<typeof encounterReport>[1]>) =>
  encounterReport(content, { tier: '2', tags: 'ice,mountain', seed: 't', ...fields });

describe('msig encounter', () => {
  it("prints the document's example, whatever the seed", () => {
    for (const seed of ['', 'a', 'другое']) {
      const { monster, candidates } = ask({ seed });
      expect(monster).toMatchObject({ templateId: 'orc_snow_hunter', affixId: 'ice', tier: 2 });
      expect(monster.rawStats.water_resistance).toBe(0.75);
      expect(monster.hint).toBe('Ice-Infused pale orc with fur armor, ice spear');
      expect(new Set(monster.skills).size).toBe(monster.skills.length);
      expect(candidates[0]).toBe('orc_snow_hunter');
      expect(candidates).not.toContain('orc_grunt');
    }
  });

  it('has exactly these fields', () => {
    const report = ask({});
    expect(Object.keys(report).sort()).toEqual(['candidates', 'monster']);
    expect(Object.keys(report.monster).sort()).toEqual(
      ['affixId', 'derived', 'hint', 'rawStats', 'skills', 'templateId', 'tier'].sort(),
    );
  });

  it('is the same for the same seed, and not always for another', () => {
    const met = (seed: string) => ask({ tags: 'forest', seed }).monster.templateId;
    expect(met('x')).toBe(met('x'));
    expect(new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(met)).size).toBeGreaterThan(1);
  });

  it.each([
    [{ tier: '8' }, '--tier', '8', 'from 0 to 7'],
    [{ tier: 'two' }, '--tier', 'two', 'from 0 to 7'],
    [{ tags: '' }, '--tags', '', 'tags with commas'],
    [{ tags: ' , ' }, '--tags', ' , ', 'tags with commas'],
    [{ tags: 'ice,montain' }, '--tags', 'montain', '"mountain"?'],
    [{ zone: 'limbo' }, '--zone', 'limbo', 'one of forest'],
  ])('refuses %o with what came and what was expected', (fields, option, value, expected) => {
    expect(() => ask(fields)).toThrow(
      expect.objectContaining({
        code: 'BAD_OPTION',
        args: expect.objectContaining({ option, value, expected: expect.stringContaining(expected) }),
      }),
    );
  });
});
