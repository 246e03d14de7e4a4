// biome-ignore-all lint/suspicious/noThenProperty: `then` is a field of the operation `if`; nobody awaits it
import { describe, expect, test } from 'vitest';
import { memoryContent } from '../../adapters/content/memory.ts';
import { ContentError, faultLine } from './faults.ts';
import { loadContent } from './load.ts';
import { samplePack } from './sample.ts';

/** @returns the faults that one layer over the sample pack makes. */
async function faultsOf(over: Record<string, unknown>): Promise<readonly string[]> {
  const source = memoryContent({ base: samplePack(), over });
  const error = await loadContent({ layers: ['base', 'over'], source }).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(ContentError);
  return (error as ContentError).faults.map(faultLine);
}

const use = (...ops: object[]) => ({ 'items/x.json': { apple: { use: ops } } });
const thrown = (...ops: object[]) => ({ 'items/x.json': { apple: { fight: ops } } });
const hook = (at: string, ...ops: object[]) => ({
  'effects/x.json': { drowsy: { hooks: [{ at, do: ops }] } },
});
const choose = { op: 'choose', fallback: 1, options: [{ do: [] }, { do: [] }] };
const text = (kind: string, id: string, fields: object) => ({ [`texts/en/${kind}.json`]: { [id]: fields } });

const ONE_FAULT: readonly (readonly [name: string, layer: Record<string, unknown>, fault: string])[] = [
  // references
  [
    'an effect that is not there',
    use({ op: 'apply', effect: 'drowzy' }),
    'over/items/x.json: apple.use[0].effect: "drowzy" is not one of the effects, did you mean "drowsy"?',
  ],
  [
    'an effect that is not there, on a thing that is thrown',
    thrown({ do: 'status', effect: 'drowzy', rounds: 1, on: 'other' }),
    'over/items/x.json: apple.fight[0].effect: "drowzy" is not one of the effects, did you mean "drowsy"?',
  ],
  [
    'a thing that bends a blow where there is none',
    thrown({ do: 'power', percent: 150 }),
    'over/items/x.json: apple.fight[0].do: "power" came, but a thing that is thrown cannot do that',
  ],
  [
    'a trap that is not there',
    use({ op: 'mark', trap: 'pit' }),
    'over/items/x.json: apple.use[0].trap: "pit" is not one of the traps',
  ],
  [
    'a trial that is not there',
    use({ op: 'trial', id: 'wolv' }),
    'over/items/x.json: apple.use[0].id: "wolv" is not one of the trials, did you mean "wolf"?',
  ],
  [
    'a tag of no trial',
    use({ op: 'trial', tags: ['mnster'] }),
    'over/items/x.json: apple.use[0].tags: the tag "mnster" is on none of the trials, did you mean "monster"?',
  ],
  [
    'an item deep inside',
    use({ op: 'coin', heads: [], tails: [{ op: 'grant', item: 'pear' }] }),
    'over/items/x.json: apple.use[0].tails[0].item: "pear" is not one of the items, did you mean "spear"?',
  ],
  [
    'a sample that finds nothing',
    use({ op: 'grant', sample: { rarity: ['epic'] } }),
    'over/items/x.json: apple.use[0].sample: no item has one of these tags and rarities',
  ],
  [
    'a grant of nothing',
    use({ op: 'grant' }),
    'over/items/x.json: apple.use[0]: expected either "item" or "sample", one of the two',
  ],
  [
    'a test for an unknown zone',
    use({ op: 'if', test: { is: 'not', test: { is: 'zone', id: 'hel' } }, then: [] }),
    'over/items/x.json: apple.use[0].test.test.id: "hel" came, expected one of forest, crystal, static, hell, heaven, did you mean "hell"?',
  ],
  [
    'a test for an unknown effect',
    {
      'skills/x.json': {
        calm: { hooks: [{ at: 'tick', if: { is: 'effect', id: 'x' }, do: [{ op: 'token', by: 1 }] }] },
      },
    },
    'over/skills/x.json: calm.hooks[0].if.id: "x" is not one of the effects',
  ],
  [
    'a prize that names nothing',
    { 'prizes.json': { prizes: [{ tier: 0, weight: 1, do: [{ op: 'grant', item: 'x' }] }] } },
    'over/prizes.json: prizes[0].do[0].item: "x" is not one of the items',
  ],
  [
    'a class with an unknown skill',
    { 'classes/x.json': { cook: { skill: 'rage' } } },
    'over/classes/x.json: cook.skill: "rage" is not one of the skills',
  ],
  // placement
  [
    'dice outside of hooks',
    use({ op: 'addDie', sides: 6 }),
    'over/items/x.json: apple.use[0]: "addDie" stands outside of hooks, expected it only in the hook beforeRoll',
  ],
  [
    'a shift before the throw',
    hook('beforeRoll', { op: 'shift', by: 1 }),
    'over/effects/x.json: drowsy.hooks[0].do[0]: "shift" stands in the hook beforeRoll, expected it only in the hook afterRoll',
  ],
  [
    'a ward inside a coin of the wrong hook',
    hook('tick', { op: 'coin', heads: [{ op: 'ward' }], tails: [] }),
    'over/effects/x.json: drowsy.hooks[0].do[0].heads[0]: "ward" stands in the hook tick, expected it only in the hook targeted',
  ],
  [
    'dice in options of a question before the throw',
    hook('beforeRoll', { ...choose, options: [{ do: [{ op: 'dropDie', which: 'lowest' }] }, { do: [] }] }),
    'over/effects/x.json: drowsy.hooks[0].do[0].options[0].do[0]: "dropDie" stands inside "choose", where it comes too late for beforeRoll',
  ],
  [
    'a shift by the fall of a coin',
    hook('afterRoll', { op: 'coin', heads: [{ op: 'shift', by: 1 }], tails: [] }),
    'over/effects/x.json: drowsy.hooks[0].do[0].heads[0]: "shift" stands inside "coin", where it comes too late for afterRoll',
  ],
  [
    'a ward that would wait for an answer',
    hook('targeted', { ...choose, options: [{ do: [{ op: 'ward' }] }, { do: [] }] }),
    'over/effects/x.json: drowsy.hooks[0].do[0].options[0].do[0]: "ward" stands inside "choose", where it comes too late for targeted',
  ],
  [
    'a test for an unknown kind of cell',
    use({ op: 'if', test: { is: 'cell', id: 'shop' }, then: [] }),
    'over/items/x.json: apple.use[0].test.id: "shop" came, expected one of plain, trial, trap, chest, monster, story, market, camp, object, gate, start, finish',
  ],
  [
    'an end outside of effects',
    use({ op: 'end' }),
    'over/items/x.json: apple.use[0]: "end" ends an effect, expected it only in the hooks of effects',
  ],
  [
    'a fallback that is no option',
    { 'finds/x.json': { parcel: { do: [{ ...choose, fallback: 3 }] } } },
    'over/finds/x.json: parcel.do[0].fallback: 3 came, expected the number of an option, 1 to 2',
  ],
  [
    'something after a question',
    {
      'finds/x.json': {
        parcel: {
          do: [
            { op: 'if', test: { is: 'last' }, then: [choose] },
            { op: 'token', by: 1 },
          ],
        },
      },
    },
    'over/finds/x.json: parcel.do[0].then[0]: operations follow "choose", expected it to be the last',
  ],
  [
    'two questions',
    { 'finds/x.json': { parcel: { do: [{ op: 'coin', heads: [choose], tails: [choose] }] } } },
    'over/finds/x.json: parcel.do[0].tails[0]: a second question, expected one an entry',
  ],
  [
    'a question in a quiz',
    { 'trials/x.json': { riddle: { onPass: [choose] } } },
    'over/trials/x.json: riddle.onPass[0]: a quiz asks already, expected no other question',
  ],
  [
    'a question in a prize',
    { 'prizes.json': { prizes: [{ tier: 0, weight: 1, do: [choose] }] } },
    'over/prizes.json: prizes[0].do[0]: a prize has no texts, expected no question in it',
  ],
  // fields that must agree
  [
    'no way out',
    { 'effects/x.json': { drowsy: { wayOut: null } } },
    'over/effects/x.json: drowsy.wayOut: a negative effect names how to get rid of it, expected a way out',
  ],
  [
    'a limit without a stack',
    { 'effects/x.json': { drowsy: { max: 3 } } },
    'over/effects/x.json: drowsy.max: only for "stacking": "stack", here it is "refresh"',
  ],
  [
    'a class of the wrong sum',
    { 'classes/x.json': { cook: { shifts: { mind: 5 } } } },
    'over/classes/x.json: cook.shifts: they sum to 4, expected 2',
  ],
  [
    'tiers upside down',
    { 'traps/x.json': { puddle: { tiers: [2, 1] } } },
    'over/traps/x.json: puddle.tiers: from 2 to 1, expected min, max',
  ],
  [
    'a use for nobody',
    { 'items/x.json': { apple: { target: 'none' } } },
    'base/items/any.json: apple.use: nobody can use it: "target" is "none"',
  ],
  [
    'a target without a use',
    { 'items/x.json': { knife: { target: 'rival' } } },
    'over/items/x.json: knife.target: "rival" came but there is no "use", expected "none"',
  ],
  [
    'hostile to oneself',
    { 'items/x.json': { apple: { hostile: true } } },
    'over/items/x.json: apple.hostile: hostile, yet its target is "self", expected rival, all or cell',
  ],
  [
    'a check without its check',
    { 'trials/x.json': { wolf: { check: null } } },
    'over/trials/x.json: wolf.check: a trial of this kind, expected "check"',
  ],
  [
    'a check with a game',
    { 'trials/x.json': { wolf: { game: { genre: 'puzzle', hours: [1, 2], difficulty: 1 } } } },
    'over/trials/x.json: wolf.game: the trial is of the kind "check"',
  ],
  [
    'an answer that is no option',
    { 'trials/x.json': { riddle: { chat: { answer: 3 } } } },
    'over/trials/x.json: riddle.chat.answer: 3 came, expected 1 to 2',
  ],
  [
    'players upside down',
    { 'tunables.json': { players: { min: 8, max: 4 } } },
    'over/tunables.json: players: min is above max',
  ],
  // coverage
  [
    'a zone without traps',
    { 'traps/x.json': { puddle: { zone: 'hell' } }, 'zones.json': { forest: { tiers: [0, 1] } } },
    'over/zones.json: forest: the zone has no trap of tiers 0 to 1, expected one',
  ],
  [
    'a zone above the only guardian',
    { 'trials/x.json': { warden: { tiers: [0, 2] } }, 'zones.json': { heaven: { tiers: [3, 4] } } },
    'over/zones.json: heaven: the zone has no trial of kind check with the tag "guardian" of tiers 3 to 4, expected one',
  ],
  [
    'no trial for an evening',
    { 'trials/x.json': { riddle: { pace: 'marathon' }, shout: { pace: 'marathon' } } },
    'base/zones.json: hell: the zone has no trial for an evening of tiers 0 to 2, expected one',
  ],
  [
    'no weapon for a reach',
    { 'items/x.json': { sling: { reach: 'mid' } } },
    'items: no weapon has the reach "far", expected one',
  ],
  // texts
  [
    'an entry without texts',
    { 'traps/x.json': { hole: { zone: 'any', tags: [], purpose: 'risk', do: [{ op: 'gold', by: -1 }] } } },
    'over/traps/x.json: hole: no text in this language: expected it in texts/en/traps.json',
  ],
  [
    'a text without an entry',
    text('traps', 'puddel', { name: 'a', line: 'b', flavor: 'c', rule: 'd' }),
    'over/texts/en/traps.json: puddel: a text for none of the traps, did you mean "puddle"?',
  ],
  [
    'a text with a hole',
    text('traps', 'puddle', { flavor: null }),
    'over/texts/en/traps.json: puddle.flavor: nothing came, expected a text',
  ],
  [
    'one label too few',
    text('finds', 'parcel', { options: ['gold'] }),
    'over/texts/en/finds.json: parcel.options: 1 came, expected 2: one for each option of the entry',
  ],
  [
    'labels for no question',
    text('traps', 'puddle', { options: ['a', 'b'] }),
    'over/texts/en/traps.json: puddle.options: 2 came, expected 0: one for each option of the entry',
  ],
  [
    'a quiz that asks nothing',
    text('trials', 'riddle', { question: null }),
    'over/texts/en/trials.json: riddle.question: nothing came, expected what is asked',
  ],
  [
    'a crowd without a word',
    text('trials', 'shout', { word: null }),
    'over/texts/en/trials.json: shout.word: nothing came, expected what viewers write',
  ],
  [
    'a word for no crowd',
    text('trials', 'wolf', { word: 'hey' }),
    'over/texts/en/trials.json: wolf.word: only a crowd trial has a word to write',
  ],
  [
    'a long name',
    text('traps', 'puddle', { name: 'a'.repeat(25) }),
    'over/texts/en/traps.json: puddle.name: 25 characters came, expected at most 24',
  ],
  [
    'a long line',
    text('zones', 'hell', { line: 'a'.repeat(61) }),
    'over/texts/en/zones.json: hell.line: 61 characters came, expected at most 60',
  ],
  [
    'a long flavor',
    text('traps', 'puddle', { flavor: 'a'.repeat(121) }),
    'over/texts/en/traps.json: puddle.flavor: 121 characters came, expected at most 120',
  ],
  [
    'too long together, names counted',
    text('traps', 'puddle', { flavor: `${'a'.repeat(100)} {a} {b} {c} {d}` }),
    'over/texts/en/traps.json: puddle: name, line and flavor have 223 characters, expected at most 200',
  ],
  [
    'a name that cannot be typed',
    text('items', 'apple', { name: 'What?' }),
    'over/texts/en/items.json: apple.name: "What?" came, expected only letters, digits, spaces and hyphens',
  ],
  [
    'a name of five words',
    text('traps', 'puddle', { name: 'a b c d e' }),
    'over/texts/en/traps.json: puddle.name: 5 words came, expected 1 to 4',
  ],
  [
    'a first word that is taken',
    text('items', 'apple', { name: 'Knife Twin' }),
    'base/texts/en/items.json: knife.name: "knife" is already the first word of apple, expected another',
  ],
  [
    'a first word that is short',
    text('items', 'apple', { name: 'An Apple' }),
    'over/texts/en/items.json: apple.name: the first word "an" came, expected at least 3 letters',
  ],
  [
    'markup',
    text('traps', 'puddle', { rule: '<b>x</b>' }),
    'over/texts/en/traps.json: puddle.rule: it holds control characters or < >, expected plain text',
  ],
  [
    'talk of gambling',
    text('traps', 'puddle', { rule: 'You win it back.' }),
    'over/texts/en/traps.json: puddle.rule: the word "win it back" came, expected no talk of gambling',
  ],
];

test.each(ONE_FAULT)('%s', async (_, layer, fault) => {
  expect(await faultsOf(layer)).toContain(fault);
});

test('one slip makes one fault, not a landslide', async () => {
  expect(await faultsOf(use({ op: 'apply', effect: 'drowzy' }))).toHaveLength(1);
  // A broken entry is still there for those that name it.
  expect(await faultsOf({ 'effects/x.json': { drowsy: { kind: 'nice' } } })).toHaveLength(1);
});

describe('what is allowed passes', () => {
  const allowed: readonly (readonly [string, Record<string, unknown>])[] = [
    [
      'dice in an if of their hook',
      hook('beforeRoll', { op: 'if', test: { is: 'last' }, then: [{ op: 'addDie', sides: 6 }] }),
    ],
    ['a ward by the fall of a coin', hook('targeted', { op: 'coin', heads: [{ op: 'ward' }], tails: [] })],
    ['a test for a tag of items', use({ op: 'if', test: { is: 'item', id: 'plain' }, then: [] })],
    ['an end in the hook of an effect', hook('move', { op: 'end' })],
    [
      'words that only look alike',
      text('traps', 'puddle', { rule: 'A better bettor is betrothed; кушать подано' }),
    ],
    ['ё as е in names of other kinds', text('traps', 'puddle', { name: 'Ёлка 5-3' })],
  ];
  test.each(allowed)('%s', async (_, over) => {
    const source = memoryContent({ base: samplePack(), over });
    await expect(loadContent({ layers: ['base', 'over'], source })).resolves.toMatchObject({ faults: [] });
  });
});

test.each([
  'ставка',
  'Казино',
  'джекпота',
  'куш',
  'ва-банк',
  'отыграться',
  'bet',
  'JACKPOT',
  'casino',
  'all-in',
])('the word %s is found', async (word) => {
  const faults = await faultsOf(text('traps', 'puddle', { flavor: `So, ${word}!` }));
  expect(faults.join()).toContain(`the word "${word}" came`);
});

test('ё and е are one letter in first words', async () => {
  const faults = await faultsOf({
    'texts/ru/items.json': { apple: { name: 'Мёд липовый' }, knife: { name: 'Мед пятый' } },
  });
  expect(faults.join()).toContain('"мед" is already the first word of apple');
});
