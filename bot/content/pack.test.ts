import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { jsonContent } from '../../adapters/content/json.ts';
import type { OpName } from '../engine/effects/operations.ts';
import { CATEGORIES, PURPOSES, type Purpose, RARITIES, ZONES } from '../engine/rules.ts';
import { type Holder, opsOf } from './check/walk.ts';
import { countsOf } from './count.ts';
import { type Content, loadContent } from './load.ts';

let content: Content;
beforeAll(async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  content = await loadContent({ layers: ['config/content'], source: jsonContent(root) });
});

/** Weapons are what everybody has from the start; the coverage counts what can be found. */
const found = () => Object.values(content.rules.items).filter(({ category }) => category !== 'weapon');

test.each([
  ['items', 150],
  ['effects', 80],
  ['trials', 160],
  ['traps', 40],
  ['finds', 40],
  ['punishments', 40],
  ['classes', 12],
  ['skills', 12],
  ['zones', 5],
] as const)('the base pack has its %s: at least %i, with texts in both languages', (kind, least) => {
  const ids = Object.keys(content.rules[kind]).sort();
  expect(ids.length).toBeGreaterThanOrEqual(least);
  expect(Object.keys(content.texts.ru[kind]).sort()).toEqual(ids);
  expect(Object.keys(content.texts.en[kind]).sort()).toEqual(ids);
});

test('24 of the trials are questions for the chat', () => {
  const quizzes = Object.values(content.rules.trials).filter(({ chat }) => chat?.game === 'quiz');
  expect(quizzes.length).toBeGreaterThanOrEqual(24);
});

test('the right answers do not all stand in one place', () => {
  const answers = Object.values(content.rules.trials).flatMap(({ chat }) =>
    chat?.game === 'quiz' ? [chat.answer] : [],
  );
  expect(new Set(answers).size).toBeGreaterThanOrEqual(3);
});

test('nothing in the pack is out of reach', () => {
  expect(content.notes).toEqual([]);
});

describe('what the whole set spans', () => {
  /** At least so many items of a purpose, by rarity from common to legendary. */
  const SPAN: Readonly<Record<Purpose, readonly number[]>> = {
    speed: [7, 6, 3, 1, 1],
    control: [8, 6, 4, 2, 0],
    defence: [9, 6, 3, 2, 0],
    information: [7, 4, 3, 1, 0],
    economy: [7, 5, 2, 1, 1],
    chat: [7, 5, 4, 2, 0],
    diplomacy: [5, 4, 2, 1, 1],
    comeback: [5, 4, 3, 1, 1],
    risk: [5, 5, 3, 2, 1],
  };
  test.each(PURPOSES)('items for %s come in their rarities', (purpose) => {
    const own = found().filter((item) => item.purpose === purpose);
    const came = RARITIES.map((rarity) => own.filter((item) => item.rarity === rarity).length);
    for (const [i, least] of SPAN[purpose].entries()) expect(came[i]).toBeGreaterThanOrEqual(least);
  });

  test('items come in their categories', () => {
    const least = {
      consumable: 48,
      wearable: 26,
      scroll: 24,
      artifact: 16,
      tool: 14,
      die: 12,
      key: 10,
      weapon: 3,
    };
    const came = countsOf(content).kinds.items.bySort;
    for (const category of CATEGORIES) expect(came[category]).toBeGreaterThanOrEqual(least[category]);
  });

  test.each(ZONES)(
    '%s has 20 items of its own, every purpose among them and none more than four times',
    (zone) => {
      const own = found().filter((item) => item.zone === zone);
      expect(own.length).toBeGreaterThanOrEqual(20);
      for (const purpose of PURPOSES) {
        const count = own.filter((item) => item.purpose === purpose).length;
        expect(count).toBeGreaterThanOrEqual(1);
        expect(count).toBeLessThanOrEqual(4);
      }
      expect(own.filter(({ rarity }) => rarity === 'rare').length).toBeGreaterThanOrEqual(2);
      expect(own.filter(({ rarity }) => rarity === 'epic').length).toBeGreaterThanOrEqual(1);
      expect(own.some(({ category }) => category === 'key' || category === 'tool')).toBe(true);
    },
  );

  test.each(ZONES)('markets of %s have many times their shelf to choose from', (zone) => {
    const shelf = content.rules.tunables.market.stock;
    expect(countsOf(content).market[zone]).toBeGreaterThanOrEqual(8 * shelf);
  });

  test.each(ZONES)('traps of %s press on at least five purposes', (zone) => {
    const own = Object.values(content.rules.traps).filter((trap) => trap.zone === zone);
    expect(own.length).toBeGreaterThanOrEqual(8);
    expect(new Set(own.map(({ purpose }) => purpose)).size).toBeGreaterThanOrEqual(5);
  });

  const holding = (entry: Holder, ...names: readonly OpName[]) =>
    opsOf(entry).some(({ op }) => names.includes(op.op));
  /** Left where somebody else comes, handed over, or done to another player. */
  const reachesOthers = (entry: Holder) =>
    opsOf(entry).some(
      ({ op }) => op.op === 'mark' || ('on' in op && op.on !== undefined && op.on !== 'self'),
    );

  test.each(['traps', 'finds', 'punishments'] as const)('%s ask, reach others and are remembered', (kind) => {
    const entries = Object.values(content.rules[kind]);
    expect(entries.filter((entry) => holding(entry, 'choose', 'chatChoose')).length).toBeGreaterThanOrEqual(
      24,
    );
    expect(entries.filter(reachesOthers).length).toBeGreaterThanOrEqual(10);
    expect(entries.filter((entry) => holding(entry, 'remember')).length).toBeGreaterThanOrEqual(6);
  });

  test('video games come in many genres and all lengths', () => {
    const games = Object.values(content.rules.trials).flatMap(({ game }) => (game ? [game] : []));
    const genres = Object.values(Object.groupBy(games, ({ genre }) => genre));
    expect(genres.length).toBeGreaterThanOrEqual(12);
    expect(Math.max(...genres.map((list) => list?.length ?? 0))).toBeLessThanOrEqual(7);
    const upTo = (min: number, max: number) =>
      games.filter(({ hours }) => hours[1] > min && hours[1] <= max).length;
    expect([upTo(0, 3), upTo(3, 8), upTo(8, 20), upTo(20, 99)]).toEqual([16, 20, 14, 6]);
  });

  test('chats, stages and pairs of chats have their trials', () => {
    const trials = Object.values(content.rules.trials);
    const chats = (game: string) =>
      trials.filter((trial) => trial.kind === 'chat' && trial.chat?.game === game);
    const least = { recall: 8, scramble: 5, riddle: 5, number: 5, emote: 4, crowd: 4, poll: 3 };
    for (const [game, count] of Object.entries(least))
      expect(chats(game).length).toBeGreaterThanOrEqual(count);
    expect(trials.filter(({ kind }) => kind === 'performance').length).toBeGreaterThanOrEqual(18);
    expect(trials.filter(({ kind }) => kind === 'duel').length).toBeGreaterThanOrEqual(8);
    expect(trials.filter(({ scope }) => scope === 'mass').length).toBeGreaterThanOrEqual(6);
  });

  test('effects work at every moment that a turn has', () => {
    const used = Object.values(content.rules.effects).flatMap(({ hooks = [] }) => [
      ...new Set(hooks.map(({ at }) => at)),
    ]);
    for (const hook of [
      'beforeRoll',
      'afterRoll',
      'move',
      'enterCell',
      'targeted',
      'trial',
      'buy',
      'tick',
      'expire',
    ])
      expect(used.filter((at) => at === hook).length).toBeGreaterThanOrEqual(4);
  });
});

test.each(['ru', 'en'] as const)('one first word is enough to name an item, in %s', (lang) => {
  const words = Object.values(content.texts[lang].items).map(({ name }) => name.split(' ')[0]?.toLowerCase());
  expect(new Set(words).size).toBe(words.length);
});

test('no language says much more than the other', () => {
  const long = (text: { name: string; line: string; flavor: string }) =>
    text.name.length + text.line.length + text.flavor.length;
  const uneven = (['items', 'effects', 'traps', 'finds', 'punishments', 'trials'] as const).flatMap((kind) =>
    Object.keys(content.rules[kind]).filter((id) => {
      const [ru, en] = [content.texts.ru[kind][id], content.texts.en[kind][id]].map((text) =>
        text ? long(text) : 0,
      );
      return Math.max(ru!, en!) > 1.5 * Math.min(ru!, en!);
    }),
  );
  expect(uneven).toEqual([]);
});
