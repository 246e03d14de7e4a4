// biome-ignore-all lint/suspicious/noThenProperty: `then` is a field of the operation `if`; nobody awaits it
import { expect, test } from 'vitest';
import { memoryContent } from '../../adapters/content/memory.ts';
import { canonical } from '../protocol/canonical.ts';
import { ContentError, faultLine } from './faults.ts';
import { hashOf } from './hash.ts';
import { type Content, loadContent } from './load.ts';
import { samplePack } from './sample.ts';

type Files = Record<string, unknown>;

function load(...layers: Files[]): Promise<Content> {
  const named = Object.fromEntries(layers.map((files, i) => [i === 0 ? 'base' : `over${i}`, files]));
  return loadContent({ layers: Object.keys(named), source: memoryContent(named) });
}

async function faultsOf(...layers: Files[]): Promise<readonly string[]> {
  const error = await load(...layers).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(ContentError);
  return (error as ContentError).faults.map(faultLine);
}

test('a pack without faults becomes rules and texts', async () => {
  const { rules, texts, packs, faults } = await load(samplePack());
  expect(faults).toEqual([]);
  expect(rules.version).toBe('1.0.0');
  expect(rules.items.apple).toMatchObject({ id: 'apple', price: 5 });
  expect(rules.zones.hell.id).toBe('hell');
  expect(rules.prizes).toHaveLength(1);
  expect(texts.en.trials.riddle?.options).toEqual(['one', 'two']);
  expect(texts.ru.zones.hell?.name).toBe('hell');
  expect(packs.map(({ id }) => id)).toEqual(['sample']);
});

test('the rules are frozen through and through, and so are the texts', async () => {
  const { rules, texts } = await load(samplePack());
  const open: string[] = [];
  const look = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) return;
    if (!Object.isFrozen(value)) open.push(path);
    for (const [key, inner] of Object.entries(value)) look(inner, `${path}.${key}`);
  };
  look(rules, 'rules');
  look(texts, 'texts');
  expect(open).toEqual([]);
});

test('the hash is that of the canonical rules, whatever order files and keys came in', async () => {
  const pack = samplePack();
  const { rules, rulesHash } = await load(pack);
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, inner]) => [key, turned(inner)]),
    );
  };
  const { 'items/any.json': items, ...rest } = turned(pack) as Files;
  const [first, ...others] = Object.entries(items as object);
  const split = {
    ...rest,
    'items/z.json': Object.fromEntries([first!]),
    'items/a.json': Object.fromEntries(others),
  };
  const again = await load(split);
  expect(rulesHash).toMatch(/^[0-9a-f]{64}$/);
  expect(rulesHash).toBe(hashOf(rules));
  expect(again.rulesHash).toBe(rulesHash);
  expect(JSON.stringify(again.rules)).toBe(canonical(rules));
});

test('another number in the rules is another hash, another text is not', async () => {
  const { rulesHash } = await load(samplePack());
  const dearer = await load(samplePack(), { 'items/a.json': { apple: { price: 6 } } });
  const renamed = await load(samplePack(), { 'texts/en/items.json': { apple: { name: 'pear' } } });
  expect(dearer.rulesHash).not.toBe(rulesHash);
  expect(renamed.rulesHash).toBe(rulesHash);
  expect(renamed.texts.en.items.apple).toMatchObject({ name: 'pear', line: 'About apple.' });
});

test('a layer lists only what differs: merged deeply, lists replaced, null takes out', async () => {
  const { rules, texts, packs } = await load(samplePack(), {
    'pack.json': { id: 'frost', version: '1.2.0', name: { ru: 'Мороз', en: 'Frost' } },
    'tunables.json': { tokens: { every: 60 }, dice: { start: [6] } },
    'zones.json': { hell: { order: 9 } },
    'effects/frost.json': { drowsy: { duration: { rolls: null, turns: 2 } } },
    'trials/frost.json': { shout: null },
  });
  expect(rules.version).toBe('1.0.0+frost.1.2.0');
  expect(packs).toHaveLength(2);
  expect(rules.tunables.tokens).toEqual({ every: 60, keep: 2, start: 1 });
  expect(rules.tunables.dice.start).toEqual([6]);
  expect(rules.zones.hell).toMatchObject({ order: 9, tiers: [0, 2] });
  expect(rules.effects.drowsy?.duration).toEqual({ turns: 2 });
  expect(rules.trials.shout).toBeUndefined();
  expect(texts.en.trials.shout).toBeUndefined();
});

test('a fault of a merged entry is charged to the layer that wrote it', async () => {
  const faults = await faultsOf(samplePack(), {
    'items/x.json': {
      apple: {
        price: -1,
        use: [
          { op: 'heal', percent: 20 },
          { op: 'haem', percent: 1 },
        ],
      },
    },
  });
  expect(faults).toEqual([
    'over1/items/x.json: apple.price: -1 came, expected a number of at least 0',
    'over1/items/x.json: apple.use[1].op: "haem" came, which is not in the list, did you mean "harm"?',
  ]);
});

test('all faults of all files come at once, in words', async () => {
  const pack = samplePack();
  pack['items/any.json']!.apple = {
    ...(pack['items/any.json']!.apple as object),
    zone: 'forst',
    prise: 3,
    range: 'far',
    tags: ['Not an id'],
    use: [{ op: 'gold', bye: 1 }, { op: 'if', test: { is: 'evn' }, then: [{ op: 'token', by: 0.5 }] }, 7],
  };
  pack['effects/any.json']!.drowsy = 5;
  delete pack['tunables.json']!.poll;
  delete pack['zones.json']!.hell;
  pack['zones.json']!.limbo = pack['zones.json']!.heaven;
  const files: Files = {
    ...pack,
    'skills/broken.json': '{"a": ',
    'items/list.json': [],
    'item/a.json': {},
    'texts/ru/item.json': {},
    'finds/b.json': { parcel: {}, 'Not-An-Id': {}, constructor: {} },
  };
  delete files['prizes.json'];
  const faults = await faultsOf(files);
  expect(faults).toEqual(expect.arrayContaining(EXPECTED_AT_ONCE));
});

const EXPECTED_AT_ONCE = [
  'base/items/any.json: apple.zone: "forst" came, expected one of forest, crystal, static, hell, heaven, any, did you mean "forest"?',
  'base/items/any.json: apple.prise: unknown field "prise", did you mean "price"?',
  'base/items/any.json: apple.range: "far" came, expected a number of cells, "zone" or "any"',
  'base/items/any.json: apple.tags[0]: "Not an id" came, expected an id like half_sandwich',
  'base/items/any.json: apple.use[0].bye: unknown field "bye", did you mean "by"?',
  'base/items/any.json: apple.use[1].test.is: "evn" came, which is not in the list, did you mean "even"?',
  'base/items/any.json: apple.use[1].then[0].by: 0.5 came, expected a whole number',
  'base/items/any.json: apple.use[2]: 7 came, expected an object',
  'base/effects/any.json: drowsy: 5 came, expected an object',
  'base/tunables.json: poll: nothing came, expected an object',
  'zones.json: hell: the zone is missing, expected an entry for it',
  'base/zones.json: limbo: an unknown zone, expected forest, crystal, static, hell, heaven',
  'base/skills/broken.json: line 1, column 7: not valid JSON: Unexpected end of JSON input',
  'base/items/list.json: expected an object {...}',
  expect.stringMatching(/^base\/item\/a\.json: nothing reads this file, .*did you mean "items"\?$/),
  expect.stringMatching(
    /^base\/texts\/ru\/item\.json: texts of the kind "item" came, .*did you mean "items"\?$/,
  ),
  'base/finds/b.json: parcel: the id stands already in base/finds/any.json; ids are unique in their kind',
  'base/finds/b.json: Not-An-Id: "Not-An-Id" came, expected an id like half_sandwich',
  'base/finds/b.json: constructor: "constructor" came, expected an id like half_sandwich',
  'prizes.json: no layer has this file, expected one that does',
];

test('a layer that is not there, and no layer at all, are faults too', async () => {
  const source = memoryContent({ base: samplePack() });
  await expect(loadContent({ layers: ['base', 'nowhere'], source })).rejects.toThrow(
    'the layer nowhere does not exist',
  );
  await expect(loadContent({ layers: [], source })).rejects.toThrow('pack.json: no layer has this file');
});

test('a key like __proto__ is an unknown field, not a new prototype', async () => {
  const pack: Files = samplePack();
  const faults = await faultsOf(pack, { 'items/x.json': '{"apple": {"__proto__": {"price": 0}}}' });
  expect(faults[0]).toContain('unknown field "__proto__"');
});

test('schema and seasons folders belong to no layer', async () => {
  const { rules } = await load({
    ...samplePack(),
    'schema/x.schema.json': {},
    'seasons/frost/items/a.json': {},
  });
  expect(Object.keys(rules.items)).toHaveLength(4);
});
