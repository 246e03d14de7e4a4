import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { jsonContent } from '../../adapters/content/json.ts';
import { memoryContent } from '../../adapters/content/memory.ts';
import { ContentError, faultLine } from './faults.ts';
import { type Content, loadContent } from './load.ts';
import { samplePack } from './sample.ts';

type Files = Record<string, Record<string, unknown>>;
const both = (kind: string, texts: object): Files => ({
  [`texts/ru/${kind}.json`]: { ...texts },
  [`texts/en/${kind}.json`]: { ...texts },
});
const rule = (words: string) => ({ apple: { rule: words } });

/** Over the sample: an apple that is worn, of wool. */
const woollen = (): Files => ({
  'materials.json': { wool: { takes: { water: -10, fire: 5 } } },
  'items/any.json': { apple: { slot: 'head', material: 'wool', power: 4, magic: 7 } },
  ...both('materials', { wool: { name: 'Wool', line: 'Water {water}, fire {fire}.' } }),
  ...both('items', rule('Power {power}, magic {magic}.')),
});
const load = (over: Files = {}): Promise<Content> =>
  loadContent({
    layers: ['base', 'gear', 'over'],
    source: memoryContent({ base: samplePack(), gear: woollen(), over }),
  });

describe('the words of a thing', () => {
  it('say its numbers and what its material does, out of the rules', async () => {
    const { rules, texts } = await load();
    expect(rules.materials).toEqual({ wool: { id: 'wool', takes: { water: -10, fire: 5 } } });
    for (const { items, materials } of [texts.ru, texts.en]) {
      expect(materials.wool?.line).toBe('Water −10%, fire +5%.');
      expect(items.apple?.rule).toBe('Power 4, magic 7. Wool. Water −10%, fire +5%.');
    }
    const changed = await load({
      'materials.json': { wool: { takes: { water: -15 } } },
      'items/any.json': { apple: { power: 9 } },
    });
    expect(changed.texts.en.items.apple?.rule).toBe('Power 9, magic 7. Wool. Water −15%, fire +5%.');
  });

  it('say nothing of the material of what is not worn: no fight reads it', async () => {
    const { texts } = await load({
      'items/any.json': { apple: { slot: null, power: null, magic: null } },
      ...both('items', rule('An apple.')),
    });
    expect(texts.en.items.apple?.rule).toBe('An apple.');
  });
});

describe('a fault of the pack, with its place', () => {
  it.each<[string, Files, string]>([
    [
      'a material that is not there',
      { 'items/x.json': { apple: { material: 'wol' } } },
      'over/items/x.json: apple.material: "wol" is not one of the materials, did you mean "wool"?',
    ],
    [
      'power that no fight reads',
      { 'items/x.json': { apple: { slot: null, magic: null } }, ...both('items', rule('{power}')) },
      'gear/items/any.json: apple.power: no fight reads it: the thing is not worn, expected a slot',
    ],
    [
      'magic of a weapon',
      { 'items/x.json': { knife: { magic: 3 } }, ...both('items', { knife: { rule: '{magic}' } }) },
      'over/items/x.json: knife.magic: no fight reads it: the thing is not worn, expected a slot',
    ],
    [
      'too much power',
      { 'items/x.json': { apple: { power: 16 } } },
      'over/items/x.json: apple.power: 16 came, expected a number of at most 15',
    ],
    [
      'too much of a material',
      { 'materials.json': { wool: { takes: { fire: 40 } } } },
      'over/materials.json: wool.takes.fire: 40 came, expected a number of at most 15',
    ],
    [
      'a kind of harm that is none',
      { 'materials.json': { wool: { takes: { sorrow: 5 } } } },
      'over/materials.json: wool.takes.sorrow',
    ],
    [
      'a number that is not said',
      { 'texts/en/items.json': rule('Magic {magic}.') },
      'over/texts/en/items.json: apple.rule: the thing has power, expected {power} in its rule',
    ],
    [
      'a number that is not there',
      { 'items/x.json': { apple: { magic: null } } },
      'gear/texts/ru/items.json: apple.rule: {magic} came, which the thing does not have',
    ],
    [
      'a material that keeps something quiet',
      { 'texts/ru/materials.json': { wool: { line: 'Water {water}.' } } },
      'over/texts/ru/materials.json: wool.line: expected {fire}, which it changes',
    ],
    [
      'a material that says too much',
      { 'texts/ru/materials.json': { wool: { line: 'Water {water}, fire {fire}, push {push}.' } } },
      'over/texts/ru/materials.json: wool.line: {push} came, which it does not change',
    ],
    [
      'a material without words',
      { 'texts/ru/materials.json': { wool: null as unknown as object } },
      'no text in this language: expected it in texts/ru/materials.json',
    ],
  ])('%s', async (_, over, fault) => {
    const error = await load(over).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ContentError);
    expect((error as ContentError).faults.map(faultLine).join('\n')).toContain(fault);
  });
});

describe('the base pack', () => {
  let content: Content;
  beforeAll(async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    content = await loadContent({ layers: ['config/content'], source: jsonContent(root) });
  });

  it('says what each worn thing is made of, and leaves no number open', () => {
    const { rules, texts } = content;
    for (const { items, materials } of [texts.ru, texts.en]) {
      for (const { id, slot, material } of Object.values(rules.items)) {
        expect(items[id]?.rule, id).not.toMatch(/\{(power|magic)\}/);
        if (slot && material) expect(items[id]?.rule, id).toContain(materials[material]?.line);
      }
    }
    expect(texts.en.items.static_apron?.rule).toMatch(
      / Rubber\. Harm in fights: electricity −15%, fire \+10%\.$/,
    );
    expect(texts.ru.items.knuckle_tape?.rule).toContain('В бою твои удары +5%.');
  });

  it('uses every material, wears most of them, and has both powers on several things', () => {
    const items = Object.values(content.rules.items);
    const used = new Set(items.map(({ material }) => material));
    expect(Object.keys(content.rules.materials ?? {}).filter((id) => !used.has(id))).toEqual([]);
    const worn = new Set(items.flatMap(({ slot, material }) => (slot && material ? [material] : [])));
    expect(worn.size).toBeGreaterThanOrEqual(8);
    expect(items.filter(({ slot, power }) => slot && power).length).toBeGreaterThanOrEqual(4);
    expect(items.filter(({ magic }) => magic).length).toBeGreaterThanOrEqual(8);
  });
});
