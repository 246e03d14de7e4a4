import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { jsonContent } from '../../adapters/content/json.ts';
import { memoryContent } from '../../adapters/content/memory.ts';
import { TIERS } from '../engine/monsters/rules.ts';
import { REACHES, ZONES } from '../engine/rules.ts';
import { ContentError, faultLine } from './faults.ts';
import { type Content, loadContent } from './load.ts';
import { samplePack } from './sample.ts';

type Files = Record<string, unknown>;

const TEXT = { name: 'Wolf', line: 'About it.', flavor: 'Still it.', rule: 'All of it.' };
const both = (kind: string, texts: object): Files => ({
  [`texts/ru/${kind}.json`]: texts,
  [`texts/en/${kind}.json`]: texts,
});
const beast = (fields: object = {}) => ({
  narrativeHint: 'grey and patient',
  baseStats: { strength: 5 },
  skills: ['bite'],
  allowedTiers: [...TIERS],
  environmentTags: ['ground'],
  ...fields,
});

/** A layer that gives the sample pack one of everything that fights need, without a fault. */
const fights = (): Record<string, Record<string, unknown>> => ({
  'monsters/beasts.json': {
    beasts: {
      defaultTags: ['beast'],
      templates: {
        wolf: beast(),
        bear: beast({ post: 'gate' }),
        lion: beast({ post: 'boss', flock: [1, 2] }),
      },
    },
  },
  'affixes.json': {
    earth: { visualPrefix: 'Muddy', addedStats: { earth_resistance: 0.5 }, injectSkills: ['mud'] },
  },
  'abilities/beasts.json': {
    bite: { tags: [], moves: [{ id: 'bite', lands: 'you', power: 90, reach: 'near' }] },
    mud: { tags: [], rules: [{ at: 'struck', do: [{ do: 'power', percent: 50 }] }] },
  },
  'tiers.json': Object.fromEntries(TIERS.map((tier) => [tier, { statMultiplier: 1 + tier / 2 }])),
  ...(both('monsters', { wolf: TEXT, bear: TEXT, lion: TEXT }) as Record<string, Record<string, unknown>>),
  ...(both('abilities', { bite: { name: 'Bite', line: 'x' }, mud: { name: 'Mud', line: 'x' } }) as object),
  ...(both('affixes', { earth: { name: 'Mud', line: 'x', form: 'Muddy {name}' } }) as object),
});

function load(over: Files = {}): Promise<Content> {
  const source = memoryContent({ base: samplePack(), fights: fights(), over });
  return loadContent({ layers: ['base', 'fights', 'over'], source });
}

/** @returns the faults that one layer over the sample makes. */
async function faultsOf(over: Files): Promise<readonly string[]> {
  const error = await load(over).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(ContentError);
  return (error as ContentError).faults.map(faultLine);
}

test('families, affixes, abilities and tiers become rules; ids come from where they stand', async () => {
  const { rules, texts, notes } = await load();
  expect(notes).toEqual([]);
  expect(rules.monsters?.families.beasts?.templates.wolf).toMatchObject({ id: 'wolf', family: 'beasts' });
  expect(rules.monsters?.affixes.earth).toMatchObject({ id: 'earth', visualPrefix: 'Muddy' });
  expect(rules.monsters?.tiers[2]).toEqual({ statMultiplier: 2 });
  expect(rules.monsters?.abilities.bite?.moves).toHaveLength(1);
  expect(texts.ru.affixes.earth?.form).toBe('Muddy {name}');
  expect(texts.en.monsters.bear?.name).toBe('Wolf');
});

test('a pack without families has no monsters, and needs none', async () => {
  const { rules } = await loadContent({ layers: ['base'], source: memoryContent({ base: samplePack() }) });
  expect(rules).not.toHaveProperty('monsters');
});

test('a layer adds a template to a family, changes one, and takes one out with its texts', async () => {
  const { rules, texts } = await load({
    'monsters/x.json': {
      beasts: { templates: { wolf: null, fox: beast(), bear: { narrativeHint: 'brown and awake' } } },
    },
    ...both('monsters', { fox: TEXT }),
  }).catch((error: ContentError) => {
    throw new Error(error.faults.map(faultLine).join('\n'));
  });
  const { templates } = rules.monsters!.families.beasts!;
  expect(Object.keys(templates).sort()).toEqual(['bear', 'fox', 'lion']);
  expect(templates.bear).toMatchObject({ narrativeHint: 'brown and awake', skills: ['bite'] });
  expect(Object.keys(texts.en.monsters).sort()).toEqual(['bear', 'fox', 'lion']);
});

const change = (fields: object) => ({ 'monsters/x.json': { beasts: { templates: { wolf: fields } } } });
const ability = (fields: object) => ({ 'abilities.json': { bite: fields } });
const WOLF = 'over/monsters/x.json: beasts.templates.wolf';

const PLANTED: readonly (readonly [name: string, layer: Files, fault: string])[] = [
  [
    'an unknown skill',
    change({ skills: ['bite', 'bitte'] }),
    `${WOLF}.skills[1]: "bitte" is not one of the abilities, did you mean "bite"?`,
  ],
  [
    'a tag that no land has',
    change({ environmentTags: ['ground', 'swamp'] }),
    `${WOLF}.environmentTags[1]: no land has the tag "swamp"`,
  ],
  [
    'a tier that is none',
    change({ allowedTiers: [0, 1, 2, 3, 4, 5, 6, 7, 8] }),
    `${WOLF}.allowedTiers[8]: 8 came, expected one of 0, 1, 2, 3, 4, 5, 6, 7`,
  ],
  [
    'a tier twice',
    change({ allowedTiers: [0, 1, 2, 3, 4, 5, 6, 7, 7] }),
    `${WOLF}.allowedTiers: a tier comes twice`,
  ],
  ['a stat that is none', change({ baseStats: { charm: 3 } }), `${WOLF}.baseStats.charm`],
  ['a flock upside down', change({ flock: [4, 2] }), `${WOLF}.flock: 4 to 2 came, expected least, most`],
  [
    'nothing to do',
    change({ skills: [] }),
    `${WOLF}.skills: it can do nothing, expected at least one ability`,
  ],
  [
    'an ability that brings itself',
    ability({ inject: ['bite'] }),
    'over/abilities.json: bite.inject: it comes back to itself: bite → bite',
  ],
  [
    'a circle of abilities',
    { 'abilities.json': { bite: { inject: ['mud'] }, mud: { inject: ['bite'] } } },
    'over/abilities.json: bite.inject: it comes back to itself: bite → mud → bite',
  ],
  [
    'an ability that brings an unknown one',
    ability({ inject: ['mudd'] }),
    'over/abilities.json: bite.inject[0]: "mudd" is not one of the abilities, did you mean "mud"?',
  ],
  [
    'an affix for a tag of no land',
    {
      'affixes.json': { lava: { visualPrefix: 'Molten', addedStats: {}, injectSkills: ['mud'] } },
      ...both('affixes', { lava: { name: 'Lava', line: 'x', form: 'Molten {name}' } }),
    },
    'over/affixes.json: lava: an affix for the tag "lava", which no land has',
  ],
  [
    'an affix with an unknown skill',
    { 'affixes.json': { earth: { injectSkills: ['mudd'] } } },
    'over/affixes.json: earth.injectSkills[0]: "mudd" is not one of the abilities, did you mean "mud"?',
  ],
  [
    'an element without an affix',
    { 'zones.json': { hell: { elements: ['fire'] } } },
    'over/zones.json: hell: no affix for its element fire, expected one',
  ],
  [
    'a tier without anybody',
    change({ allowedTiers: [0, 1, 2, 3, 4, 5, 7] }),
    'base/zones.json: heaven: no wild monster of tier 6 lives here, expected one',
  ],
  [
    'a gate without anybody',
    { 'monsters/x.json': { beasts: { templates: { bear: null } } } },
    'base/zones.json: hell: no gate monster of tier 0, 1, 2 lives here, expected one',
  ],
  ['no tiers', { 'tiers.json': { 3: null } }, 'over/tiers.json: 3: nothing came, expected an object'],
  [
    'an unknown status of a move',
    ability({
      moves: [{ id: 'b', lands: 'you', power: 9, reach: 'near', status: { effect: 'x', rounds: 1 } }],
    }),
    'over/abilities.json: bite.moves[0].status.effect: "x" is not one of the effects',
  ],
  [
    'an unknown effect deep in a rule',
    ability({
      rules: [
        {
          at: 'round',
          do: [
            {
              do: 'vote',
              ...{ options: 3, seconds: 9, about: 'where' },
              then: [{ do: 'status', effect: 'drowzy', rounds: 1 }],
            },
          ],
        },
      ],
    }),
    'over/abilities.json: bite.rules[0].do[0].then[0].effect: "drowzy" is not one of the effects, did you mean "drowsy"?',
  ],
  [
    'an operation of no fight',
    ability({ rules: [{ at: 'struck', do: [{ do: 'powr', percent: 5 }] }] }),
    'over/abilities.json: bite.rules[0].do[0].do: "powr" came, which is not in the list, did you mean "power"?',
  ],
  [
    'one id in two families',
    {
      'monsters/x.json': { fish: { defaultTags: [], templates: { wolf: beast() } } },
    },
    'over/monsters/x.json: fish.templates.wolf: the family beasts has a template of this id already',
  ],
  [
    'a template without words',
    {
      'monsters/x.json': { beasts: { templates: { fox: beast() } } },
      'texts/ru/monsters.json': { fox: TEXT },
    },
    'over/monsters/x.json: beasts.templates.fox: no text in this language: expected it in texts/en/monsters.json',
  ],
  [
    'an affix whose form has no name in it',
    { 'texts/en/affixes.json': { earth: { form: 'Muddy' } } },
    'over/texts/en/affixes.json: earth.form',
  ],
  [
    'a line that no overlay has room for',
    { 'texts/ru/abilities.json': { mud: { line: 'x'.repeat(61) } } },
    'over/texts/ru/abilities.json: mud.line: 61 characters came, expected at most 60',
  ],
];

describe('a fault of monsters is told with its file and path', () => {
  test.each(PLANTED)('%s', async (_name, layer, fault) => {
    const faults = await faultsOf(layer);
    expect(
      faults.some((line) => line.startsWith(fault)),
      faults.join('\n'),
    ).toBe(true);
  });

  test('all of them at once', async () => {
    const layer = {
      ...change({ skills: ['bitte'], environmentTags: ['swamp'] }),
      'affixes.json': { earth: { injectSkills: ['mudd'] } },
      'abilities.json': { bite: { inject: ['bite'] } },
    };
    const faults = await faultsOf(layer);
    for (const piece of ['"bitte"', '"swamp"', '"mudd"', 'bite → bite'])
      expect(
        faults.filter((line) => line.includes(piece)),
        piece,
      ).toHaveLength(1);
  });

  test('an ability of nobody is no fault, but a note', async () => {
    const { notes } = await load({
      'abilities.json': { roar: { tags: [], moves: [{ id: 'roar', lands: 'you', power: 9, reach: 'far' }] } },
      ...both('abilities', { roar: { name: 'Roar', line: 'x' } }),
    });
    expect(notes.map(faultLine)).toEqual(['over/abilities.json: roar: no monster has this ability']);
  });
});

describe('the base pack', () => {
  let content: Content;
  beforeAll(async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    content = await loadContent({ layers: ['config/content'], source: jsonContent(root) });
  });
  const templates = () =>
    Object.values(content.rules.monsters?.families ?? {}).flatMap(({ templates }) =>
      Object.values(templates),
    );

  test('has its families, templates, affixes and tiers', () => {
    const { families, affixes, tiers } = content.rules.monsters!;
    expect(Object.keys(families).length).toBeGreaterThanOrEqual(10);
    expect(templates().length).toBeGreaterThanOrEqual(64);
    expect(Object.keys(affixes).length).toBeGreaterThanOrEqual(8);
    for (const tier of TIERS)
      expect(templates().filter((one) => one.allowedTiers.includes(tier)).length).toBeGreaterThanOrEqual(7);
    expect([tiers[1].statMultiplier, tiers[2].statMultiplier]).toEqual([1, 1.5]);
  });

  test("keeps the document's figures under its ids", () => {
    const { orc_grunt, orc_snow_hunter } = content.rules.monsters!.families.orc_clan!.templates;
    expect(orc_grunt).toMatchObject({
      narrativeHint: 'primitive warrior, rusted axe',
      skills: ['heavy_strike'],
      allowedTiers: [1, 2, 3],
      environmentTags: ['forest', 'wasteland'],
    });
    expect(orc_grunt?.baseStats.strength).toBe(15);
    expect(orc_snow_hunter?.narrativeHint).toBe('pale orc with fur armor, ice spear');
    expect(content.rules.monsters!.affixes.ice).toMatchObject({
      visualPrefix: 'Ice-Infused',
      injectSkills: ['chilling_touch'],
    });
    expect(content.rules.monsters!.affixes.ice?.addedStats.water_resistance).toBe(0.5);
  });

  test('has one guardian a zone, a boss, and the four tricksters', () => {
    const gates = templates().filter(({ post }) => post === 'gate');
    expect(gates.flatMap(({ environmentTags }) => environmentTags).sort()).toEqual([...ZONES].sort());
    expect(
      templates()
        .filter(({ post }) => post === 'boss')
        .map(({ allowedTiers }) => allowedTiers),
    ).toEqual([[7]]);
    expect(Object.keys(content.rules.monsters!.families.tricksters!.templates)).toHaveLength(4);
  });

  test('in Heaven they come in swarms, in Hell few at a time', () => {
    const wild = (tag: string) => templates().filter((one) => !one.post && one.environmentTags.includes(tag));
    const mean = (tag: string) =>
      wild(tag).reduce((sum, { flock }) => sum + (flock?.[1] ?? 1), 0) / wild(tag).length;
    expect(mean('heaven')).toBeGreaterThan(3);
    expect(mean('hell')).toBeLessThan(1.3);
  });

  test('every blow can be left: no monster has only moves that follow, and each reach is struck with', () => {
    const { abilities } = content.rules.monsters!;
    const movesOf = (skills: readonly string[]) => skills.flatMap((id) => abilities[id]?.moves ?? []);
    const used = new Set(templates().flatMap(({ skills }) => movesOf(skills).map(({ reach }) => reach)));
    expect([...used].sort()).toEqual([...REACHES].sort());
    const caught = templates().filter(({ skills }) => {
      const moves = movesOf(skills);
      return moves.length > 0 && moves.every(({ lands }) => lands === 'follow');
    });
    // What follows is weak, or it is the price of an opening.
    expect(caught.map(({ id }) => id).sort()).toEqual([
      'ram_battering_wren',
      'undead_archive_moths',
      'undead_clerk',
    ]);
  });

  test.each(['ru', 'en'] as const)('names in %s begin each with a word of its own', (lang) => {
    const words = Object.values(content.texts[lang].monsters).map(({ name }) =>
      name.split(' ')[0]!.toLowerCase().replaceAll('ё', 'е'),
    );
    expect(new Set(words).size).toBe(words.length);
  });
});
