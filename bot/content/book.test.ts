import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../adapters/content/json.ts';
import { memoryContent } from '../../adapters/content/memory.ts';
import { CELL_KINDS } from '../engine/rules.ts';
import { byNumber } from './book.ts';
import { ContentError, faultLine } from './faults.ts';
import { loadContent } from './load.ts';
import { samplePack } from './sample.ts';
import { ENTRY_KINDS } from './schema/kinds.ts';

const { rules, texts } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const rule = (number: string, more: object = {}) => ({
  number,
  ru: { title: 'Правило', text: 'Так.' },
  en: { title: 'Rule', text: 'So.' },
  ...more,
});
const KINDS = ENTRY_KINDS.map((kind) => [kind, { to: { '*': 'all' } }] as const);
const LINKS = {
  ...Object.fromEntries(KINDS),
  cells: Object.fromEntries(CELL_KINDS.map((kind) => [kind, 'all'])),
};
const BOOK = { 'rulebook/a.json': { all: rule('1'), more: rule('1.1') }, 'rulebook/links.json': LINKS };

async function faultsOf(over: Record<string, unknown>): Promise<readonly string[]> {
  const source = memoryContent({ base: { ...samplePack(), ...BOOK }, over });
  const error = await loadContent({ layers: ['base', 'over'], source }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ContentError);
  return (error as ContentError).faults.map(faultLine);
}

describe('All of the above is also a numbered rule book (1, 1.1, 1.2 ...) in the pack, in ru and en', () => {
  it('in the order of its numbers, the same ones in both languages', () => {
    const [ru, en] = [texts.ru.book!, texts.en.book!];
    const numbers = ru.rules.map(({ number }) => number);
    expect(numbers.length).toBeGreaterThan(60);
    expect(en.rules.map(({ number }) => number)).toEqual(numbers);
    expect([...numbers].sort(byNumber)).toEqual(numbers);
    expect(numbers.slice(0, 3)).toEqual(['1', '1.1', '1.2']);
  });

  it('speaks with the numbers of the rules, in the way of each language', () => {
    const find = (lang: 'ru' | 'en', number: string) =>
      texts[lang].book?.rules.find((one) => one.number === number)?.text;
    expect(find('ru', '2.2')).toContain(`раз в ${rules.tunables.tokens.every} с`);
    expect(find('en', '7.10')).toContain(`${rules.tunables.equaliser.factor} ·`);
    expect(find('ru', '7.10')).toContain(`${String(rules.tunables.equaliser.factor).replace('.', ',')} ·`);
    for (const lang of ['ru', 'en'] as const)
      for (const { text } of texts[lang].book?.rules ?? []) expect(text).not.toMatch(/[{}]/);
  });

  it('5.10 comes after 5.9', () => {
    expect(['5.10', '5.9', '5', '12', '5.9.1'].sort(byNumber)).toEqual(['5', '5.9', '5.9.1', '5.10', '12']);
  });
});

it('every item, effect, trial and cell links to its rule', () => {
  const { links, rules: list } = texts.en.book!;
  const numbers = new Set(list.map(({ number }) => number));
  for (const kind of ENTRY_KINDS)
    for (const id of Object.keys(rules[kind] ?? {}))
      expect(numbers, `${kind}/${id}`).toContain(links[`${kind}/${id}`]);
  for (const kind of CELL_KINDS) expect(numbers, kind).toContain(links[`cells/${kind}`]);
});

it('so does every monster, doing, synergy and story', () => {
  const { links, rules: list } = texts.en.book!;
  const titleOf = (key: string) => list.find(({ number }) => number === links[key])?.title;
  for (const kind of ['monsters', 'affixes', 'abilities', 'synergies', 'props', 'stories'] as const)
    for (const id of Object.keys(texts.en[kind] ?? {}))
      expect(titleOf(`${kind}/${id}`), `${kind}/${id}`).toBeDefined();
  expect(titleOf('monsters/orc_grunt')).toBe('Monsters');
  expect(titleOf('monsters/blast_dynamouse')).toBe('Tricksters');
  expect(titleOf('monsters/god_moose_warden')).toBe('Guardians of gates');
  expect(titleOf('synergies/bat_hour')).toBe('Skills in a fight');
  expect(titleOf('stories/polite_toll')).toBe('Stories');
});

it('changes keep a history', () => {
  for (const lang of ['ru', 'en'] as const) {
    const changed = texts[lang].book?.rules.filter(({ history }) => history.length > 0) ?? [];
    expect(changed.length).toBeGreaterThan(5);
    expect(changed[0]?.history[0]).toEqual({
      version: '1.0.0',
      text: lang === 'ru' ? 'Первая редакция.' : 'First edition.',
    });
  }
});

describe('a book that does not hold together is a fault of the pack', () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      'a gap',
      { 'rulebook/b.json': { third: rule('1.3') } },
      'over/rulebook/b.json: third.number: 1.3 came, but no rule is 1.2',
    ],
    [
      'a rule without its chapter',
      { 'rulebook/b.json': { far: rule('3.1') } },
      'over/rulebook/b.json: far.number: 3.1 came, but no rule is 3',
    ],
    [
      'a number twice',
      { 'rulebook/b.json': { two: rule('1.1') } },
      'over/rulebook/b.json: two.number: 1.1 is the number of more already',
    ],
    [
      'no number',
      { 'rulebook/b.json': { two: rule('two') } },
      'over/rulebook/b.json: two.number: "two" came, expected a number like 5 or 5.2',
    ],
    [
      'one language',
      { 'rulebook/b.json': { two: { ...rule('1.2'), en: null } } },
      'over/rulebook/b.json: two.en: nothing came, expected an object',
    ],
    [
      'a hole',
      { 'rulebook/a.json': { more: { en: { text: 'Every {tokens.evry} s.' } } } },
      'over/rulebook/a.json: more.en.text: {tokens.evry} came, which is no number of the tunables',
    ],
    [
      'gambling',
      { 'rulebook/a.json': { more: { en: { text: 'A bet.' } } } },
      'over/rulebook/a.json: more.en.text: the word "bet" came, expected no talk of gambling',
    ],
    [
      'a link to nothing',
      { 'rulebook/links.json': { traps: { to: { '*': 'al' } } } },
      'over/rulebook/links.json: traps.to.*: "al" is not one of the rules, did you mean "all"?',
    ],
    [
      'a link of nobody',
      { 'rulebook/links.json': { items: { entries: { aple: 'all' } } } },
      'over/rulebook/links.json: items.entries.aple: "aple" is not one of the items, did you mean "apple"?',
    ],
    [
      'a kind without links',
      { 'rulebook/links.json': { skills: null } },
      'over/rulebook/links.json: skills: nothing came, expected an object',
    ],
    [
      'an entry that no rule answers for',
      { 'rulebook/links.json': { skills: { by: 'zone', to: { '*': null } } } },
      'base/skills/any.json: calm: no rule of the book answers for it, expected a link in rulebook/links.json',
    ],
  ])('%s', async (_, over, fault) => {
    expect(await faultsOf(over)).toContain(fault);
  });

  it('an entry of its own rule is found by its id', async () => {
    const over = { 'rulebook/links.json': { items: { entries: { apple: 'more' } } } };
    const source = memoryContent({ base: { ...samplePack(), ...BOOK }, over });
    const { texts: made } = await loadContent({ layers: ['base', 'over'], source });
    expect(made.en.book?.links).toMatchObject({ 'items/apple': '1.1', 'items/knife': '1' });
  });

  it('a pack without a book has none, and no fault', async () => {
    const { texts: made } = await loadContent({
      layers: ['base'],
      source: memoryContent({ base: samplePack() }),
    });
    expect(made.en.book).toBeUndefined();
  });
});
