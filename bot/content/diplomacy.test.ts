import { describe, expect, test } from 'vitest';
import { jsonContent } from '../../adapters/content/json.ts';
import { memoryContent } from '../../adapters/content/memory.ts';
import { TREATIES } from '../engine/rules.ts';
import { ContentError, faultLine } from './faults.ts';
import { loadContent } from './load.ts';
import { samplePack } from './sample.ts';

const pace = { session: 60, marathon: 600 };
const peace = { terms: { peace: true }, most: 2, replaces: [], bars: [] };
const clash = {
  ...{ attribute: 'strength', beats: [2, 1], edge: 3, spoils: [{ op: 'gold', by: -5 }] },
  vote: { op: 'chatChoose', seconds: 20, options: [{ do: [] }, { do: [] }] },
};
const file = (more: Record<string, object> = {}) => ({
  treaties: {
    alliance: peace,
    truce: { ...peace, lasts: pace, betrayal: [{ op: 'apply', effect: 'drowsy', on: 'self' }] },
    tribute: { ...peace, terms: { pay: { min: 1, max: 5, every: pace } } },
    war: { ...peace, terms: { reach: true, clash }, mostAgainst: 1, rest: pace, lasts: pace },
    ...more,
  },
  offers: { seconds: pace, again: pace, most: 3 },
  trade: { seconds: 60, most: 3 },
  chat: { length: 200, lines: 5, window: 20 },
});

function layer(more: Record<string, object> = {}, words: Record<string, object> = {}) {
  const text = (name: string) => ({ name, line: `${name}.`, flavor: 'Fun.', rule: 'Rule.' });
  const texts = { alliance: text('Union'), truce: text('Truce'), tribute: text('Toll') };
  const war = { ...text('War'), options: ['one', 'two'] };
  return {
    'diplomacy.json': file(more),
    'texts/en/treaties.json': { ...texts, war, ...words },
    'texts/ru/treaties.json': { ...texts, war },
  };
}

async function faultsOf(over: Record<string, unknown>): Promise<readonly string[]> {
  const source = memoryContent({ base: samplePack(), over });
  const error = await loadContent({ layers: ['base', 'over'], source }).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(ContentError);
  return (error as ContentError).faults.map(faultLine);
}

describe('treaties of a pack', () => {
  test('may be absent: then the rules have none', async () => {
    const { rules } = await loadContent({ layers: ['base'], source: memoryContent({ base: samplePack() }) });
    expect([rules.treaties, rules.diplomacy]).toEqual([undefined, undefined]);
  });

  test('are rules by kind, with texts beside them; a layer changes single numbers', async () => {
    const season = { 'diplomacy.json': { treaties: { alliance: { most: 1 } } } };
    const source = memoryContent({ base: { ...samplePack(), ...layer() }, season });
    const { rules, texts } = await loadContent({ layers: ['base', 'season'], source });
    expect(Object.keys(rules.treaties ?? {}).sort()).toEqual([...TREATIES].sort());
    expect(rules.treaties?.alliance).toMatchObject({ id: 'alliance', most: 1, terms: { peace: true } });
    expect(texts.en.treaties.war?.options).toEqual(['one', 'two']);
  });

  test.each([
    [
      'a mark that is no effect',
      layer({ alliance: { ...peace, bars: ['drowzy'] } }),
      'over/diplomacy.json: treaties.alliance.bars[0]: "drowzy" is not one of the effects, did you mean "drowsy"?',
    ],
    [
      'a price with an effect that is not there',
      layer({ truce: { ...peace, betrayal: [{ op: 'apply', effect: 'drowzy' }] } }),
      'over/diplomacy.json: treaties.truce.betrayal[0].effect: "drowzy" is not one of the effects, did you mean "drowsy"?',
    ],
    [
      'a tribute of nothing',
      layer({ tribute: { ...peace, terms: { pay: { min: 6, max: 5, every: pace } } } }),
      'over/diplomacy.json: treaties.tribute.terms.pay: min is above max',
    ],
    [
      'a stance that beats itself',
      layer({ war: { ...peace, terms: { clash: { ...clash, beats: [1, 1] } } } }),
      'over/diplomacy.json: treaties.war.terms.clash.beats[0]: 1 came, expected the number of another stance',
    ],
    [
      'a stance without words',
      layer({}, { war: { name: 'War', line: 'War.', flavor: 'Fun.', rule: 'Rule.', options: ['one'] } }),
      'over/texts/en/treaties.json: war.options: 1 came, expected 2',
    ],
    [
      'words for no treaty',
      layer({}, { feud: { name: 'Feud', line: 'F.', flavor: 'Fun.', rule: 'Rule.' } }),
      'over/texts/en/treaties.json: feud: a text for none of the treaties',
    ],
  ])('%s is told with its place', async (_name, over, fault) => {
    expect(await faultsOf(over)).toContain(fault);
  });

  test('a kind that is missing is told', async () => {
    const { war: _war, ...rest } = file().treaties;
    const faults = await faultsOf({ ...layer(), 'diplomacy.json': { ...file(), treaties: rest } });
    expect(faults.some((fault) => fault.startsWith('over/diplomacy.json: treaties.war'))).toBe(true);
  });

  test('of the base pack: every kind, in words of both languages', async () => {
    const { rules, texts } = await loadContent({
      layers: ['config/content'],
      source: jsonContent('.'),
    });
    for (const kind of TREATIES) {
      expect(rules.treaties?.[kind].id).toBe(kind);
      for (const lang of ['ru', 'en'] as const) expect(texts[lang].treaties[kind]?.rule).toMatch(/!/);
    }
  });
});
