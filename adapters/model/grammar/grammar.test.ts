import { describe, expect, it } from 'vitest';
import { modelSuite, REQUEST } from '../contract.suite.ts';
import { compose, grammar } from './grammar.ts';
import { LINES } from './words.ts';

modelSuite('grammar', async () => ({ model: grammar(), close: async () => {} }));

describe('the grammar', () => {
  it('puts the affix before the name of the pack', () => {
    expect(compose(REQUEST).name).toBe('Iced Snow Hunter');
    expect(compose({ ...REQUEST, affix: null }).name).toBe('Snow Hunter');
  });

  it('says the same of the same monster, and not of every monster', () => {
    expect(compose(REQUEST)).toEqual(compose({ ...REQUEST }));
    const ids = Array.from({ length: 40 }, (_, i) => `beast_${i}`);
    expect(new Set(ids.map((templateId) => compose({ ...REQUEST, templateId }).line)).size).toBe(4);
  });

  it('grows more serious with the tier, in both languages', () => {
    for (const lang of ['ru', 'en'] as const) {
      const at = (tier: number) =>
        LINES[lang].findIndex((some) => some.includes(compose({ ...REQUEST, lang, tier }).line));
      expect([0, 1, 2, 3, 4, 5, 6, 7].map(at)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
    }
  });

  it('never says a line twice, and none is too long', () => {
    for (const lang of ['ru', 'en'] as const) {
      const all = LINES[lang].flat();
      expect(new Set(all).size).toBe(all.length);
      for (const line of all) expect(line.length).toBeLessThanOrEqual(60);
    }
  });
});
