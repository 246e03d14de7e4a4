import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { memoryContent } from '../../../adapters/content/memory.ts';
import { ZONES } from '../../engine/rules.ts';
import { ContentError, faultLine } from '../faults.ts';
import { loadContent } from '../load.ts';
import { samplePack } from '../sample.ts';
import { compileScript } from './compile.ts';
import { walkScript } from './walk.ts';

const ENTRY = {
  zone: 'any',
  tags: ['test'],
  purpose: 'risk',
  asks: 'player',
  seconds: 30,
  fallback: 1,
};
const TEXT = { name: 'Tale', line: 'A tale.', flavor: 'Short.', rule: 'A tale.' };
const SAID = ['start', 'go', 'stay', 'went', 'stayed'];
const SCRIPT = 'start\n* [go]\n  went\n* [stay]\n  stayed\n- -> DONE\n';

interface Pack {
  readonly script?: string | null;
  readonly entry?: object;
  readonly keys?: readonly string[];
  readonly ru?: Readonly<Record<string, string>>;
}

/** The sample pack with one story in it. */
async function load({ script = SCRIPT, entry = {}, keys = SAID, ru = {} }: Pack) {
  const said = Object.fromEntries(keys.map((key) => [key, `Word ${key}.`]));
  const files = {
    ...samplePack(),
    'stories/any.json': { tale: { ...ENTRY, ...entry } },
    ...(script === null ? {} : { 'stories/tale.ink': script }),
    'texts/en/stories.json': { tale: { ...TEXT, lines: said } },
    'texts/ru/stories.json': { tale: { ...TEXT, lines: { ...said, ...ru } } },
  };
  return loadContent({ layers: ['base'], source: memoryContent({ base: files }) });
}

async function faults(pack: Pack): Promise<readonly string[]> {
  const error = await load(pack).catch((reason: unknown) => reason);
  return error instanceof ContentError ? error.faults.map(faultLine) : [];
}

test('a story is compiled into the rules, and counted', async () => {
  const { rules, stories, texts } = await load({});
  expect(rules.stories?.tale).toMatchObject({ id: 'tale', asks: 'player' });
  expect(JSON.parse(rules.stories?.tale?.ink ?? '')).toHaveProperty('inkVersion');
  expect(stories).toMatchObject({ stories: 1, begin: 1, follow: 0, paths: 2, sentences: 5 });
  expect(texts.ru.stories.tale?.lines?.went).toBe('Word went.');
});

test('a pack without stories has none, so that its story cells stay checks', async () => {
  const source = memoryContent({ base: samplePack() });
  const { rules } = await loadContent({ layers: ['base'], source });
  expect('stories' in rules).toBe(false);
});

describe('what is wrong is listed with file and line', () => {
  test.each([
    ['a divert to nowhere', 'start\n-> nowhere\n', /tale\.ink: line 2: .*nowhere/],
    ['an unknown function', 'start\n~ steal(5)\n-> DONE\n', /tale\.ink: line 2: .*steal/],
    [
      'an unknown declaration',
      'EXTERNAL steal(x)\nstart\n-> DONE\n',
      /line 1: the engine has no function steal/,
    ],
    ['too many arguments', 'start\n~ gold(1, 2)\n-> DONE\n', /line 2: .*gold/],
    ['a shuffle', 'start\n{~a|b}\n-> DONE\n', /line 2: it throws dice of its own/],
    ['dice of its own', 'start\n{RANDOM(1, 6)}\n-> DONE\n', /line 2: it throws dice of its own/],
    ['another file', 'start\nINCLUDE other.ink\n', /line 2: a scene is one file/],
    ['a loop without a word', 'start\n-> a\n== a\n-> b\n== b\n-> a\n', /tale\.ink: it loops without end/],
    [
      'a loop of questions',
      'start\n-> a\n== a\n+ [go]\n  went\n  -> a\n',
      /it asks more than 8 times in a row/,
    ],
    ['a knot that nobody comes to', `${SCRIPT}== attic\nwent\n-> DONE\n`, /line 7: no path leads to "attic"/],
    ['an end that is not marked', 'start\n-> a\n== a\nwent\n', /tale\.ink: line 4: .*loose end/i],
    [
      'an option that leads to silence',
      'start\n* [go]\n* [stay]\n  stayed\n- -> DONE\n',
      /nothing is said at an end/,
    ],
    ['a sentence instead of a key', 'start\nThe boy waves.\n-> DONE\n', /line 2: "The boy waves\." is said/],
    ['an unknown thing', 'start\n~ give("sward")\n-> DONE\n', /line 2: give: an unknown thing "sward"/],
    [
      'an unknown attribute',
      '{check("wit", 1): start|went}\n-> DONE\n',
      /line 1: check: an unknown attribute "wit"/,
    ],
    ['an unknown bout', 'start\n~ fight("", "duel")\n-> DONE\n', /line 2: fight: an unknown bout "duel"/],
  ])('%s', async (_what, script, expected) => {
    const found = await faults({ script });
    expect(
      found.filter((line) => expected.test(line)),
      found.join('\n'),
    ).toHaveLength(1);
  });

  test('no script, and a script for no story', async () => {
    expect(await faults({ script: null })).toContain(
      'base/stories/any.json: tale: no script: expected it in stories/tale.ink',
    );
    const files = { ...samplePack(), 'stories/stray.ink': 'start\n-> DONE\n' };
    const error = await loadContent({ layers: ['base'], source: memoryContent({ base: files }) }).catch(
      String,
    );
    expect(String(error)).toContain('stray.ink: a script for none of the stories');
  });

  test('a sentence that is missing in one language, one that nobody says, a blank that nobody fills', async () => {
    const script = 'start\n* [go]\n  went\n* [stay]\n  home\n- -> DONE\n';
    const found = await faults({ script, ru: { home: 'Дом {rival} и {cat}.' } });
    expect(found).toContain('base/stories/tale.ink: line 5: "home" has no sentence in texts/en/stories');
    expect(found).toContain('base/texts/ru/stories.json: tale.lines.stayed: no path of the script says this');
    expect(found.filter((line) => line.includes('the blank {cat} came'))).toHaveLength(1);
    expect(found.filter((line) => line.includes('{rival} came'))).toHaveLength(0);
  });

  test('a page that no chat has room for, an option that no button has', async () => {
    const found = await faults({ ru: { start: 'а'.repeat(201), go: 'б'.repeat(61) } });
    expect(found.filter((line) => /tale\.lines\.start: .*201 characters/.test(line))).toHaveLength(1);
    expect(found.filter((line) => /tale\.lines\.go: 61 characters/.test(line))).toHaveLength(1);
  });

  test('a consequence of what nobody can do, and of a value that never comes', async () => {
    const follows = (test: object) => ({ follows: { if: [test], zonesLater: 2, at: ['gate'] } });
    expect(await faults({ entry: follows({ is: 'fact', fact: 'ladder' }) })).toContain(
      'base/stories/any.json: tale.follows.if[0].fact: nothing remembers "ladder"',
    );
    const remembers = SCRIPT.replace('  went', '  ~ remember("ladder", "kept")\n  went');
    const found = await faults({
      script: remembers,
      entry: follows({ is: 'fact', fact: 'ladder', value: 'sold' }),
    });
    expect(found).toContain(
      'base/stories/any.json: tale.follows.if[0].value: "ladder" is never "sold", expected kept',
    );
  });

  test('a fallback that is no option, a watch without a time, a thing that is not there', async () => {
    const remember = { fact: 'x', value: 'y' };
    const watches = [
      { deed: 'waited', remember },
      { deed: 'sold', of: 'no_such', remember },
    ];
    const found = await faults({ entry: { fallback: 3, watches } });
    expect(found.filter((line) => /tale\.fallback: 3 came/.test(line))).toHaveLength(1);
    expect(found.filter((line) => /watches\[0\]\.within: nothing came/.test(line))).toHaveLength(1);
    expect(found.filter((line) => /watches\[1\]\.of: an unknown id "no_such"/.test(line))).toHaveLength(1);
  });
});

describe('the walk', () => {
  const walk = (script: string, facts: Readonly<Record<string, readonly string[]>> = {}) => {
    const known = new Map(Object.entries(facts).map(([fact, values]) => [fact, new Set(values)]));
    const { ink } = compileScript(script);
    return walkScript({ story: { zone: 'hell' }, ink: ink ?? '', facts: known });
  };

  test('tries both ends of every check, every value of every fact, both sides of every price', () => {
    const script =
      '{check("luck", 0): up|down}\n{fact("x")}{fact("x") == "": none}\n{purse() >= 10: rich|poor}\n-> DONE\n';
    const { pages, paths } = walk(script, { x: ['a', 'b'] });
    expect(paths).toBe(2 * 3 * 2);
    const said = new Set(pages.flatMap(({ lines }) => lines));
    expect([...said].sort()).toEqual(['a', 'b', 'down', 'none', 'poor', 'rich', 'up']);
  });

  test('what was looked at, or done by the scene itself, does not change behind its back', () => {
    const { pages } = walk('~ remember("x", "b")\n{fact("x")}\n{zone()}\n{zone()}\n-> DONE\n', { x: ['a'] });
    expect(pages).toEqual([{ lines: ['b', 'hell', 'hell'], options: [] }]);
  });
});

describe('the stories of the base pack', async () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const { stories, rules, texts } = await loadContent({
    layers: ['config/content'],
    source: jsonContent(root),
  });

  test('there are enough of them, in every zone, and chains whose end lies two zones later', () => {
    expect(stories.stories).toBeGreaterThanOrEqual(20);
    expect(stories.chains.length).toBeGreaterThanOrEqual(6);
    expect(stories.unspoken).toBeGreaterThanOrEqual(6);
    expect(stories.asks.chat).toBeGreaterThanOrEqual(5);
    for (const zone of ZONES) expect(stories.zones[zone]).toBeGreaterThanOrEqual(3);
  });

  test('those that the game was asked for are there', () => {
    const ids = Object.keys(rules.stories ?? {});
    for (const id of [
      'agathas_ladder',
      'beaten_duellist',
      'daughter_at_the_door',
      'open_house',
      'hold_the_mic',
      'who_goes_there',
    ])
      expect(ids).toContain(id);
  });

  test('every scene that follows has words for the place it comes to', () => {
    for (const { id, follows } of Object.values(rules.stories ?? {})) {
      if (!follows || follows.zonesLater < 2) continue;
      const keys = Object.keys(texts.ru.stories[id]?.lines ?? {});
      for (const zone of ZONES)
        expect(
          keys.filter((key) => key.endsWith(`_${zone}`)),
          `${id} in ${zone}`,
        ).not.toEqual([]);
    }
  });
});
