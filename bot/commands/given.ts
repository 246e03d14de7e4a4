/** A small game for tests of this folder: four players, eight items, one bag. */
import type { BagItem } from '../engine/state.ts';
import { type BothTexts, type EntryText, LANGS, type Lang, type PackTexts } from '../protocol/texts.ts';
import type { BagView, BoardView, PlayerView } from '../protocol/views.ts';
import type { OpenPoll, ReadContext } from './spec.ts';

const ITEMS: Readonly<Record<string, readonly [ru: string, en: string]>> = {
  take_two: ['Второй дубль', 'Take Two'],
  ticket_847: ['Талон 847', 'Ticket 847'],
  echo_jar: ['Банка эха', 'Echo Jar'],
  slipstream_scarf: ['Буксирный шарф', 'Slipstream Scarf'],
  half_sandwich: ['Полбутерброда', 'Half a Sandwich'],
  thermos: ['Термос на двоих', 'Thermos for Two'],
  ladder: ['Лестница Агафьи', 'Borrowed Ladder'],
  oven_mitts: ['Печные рукавицы', 'Oven Mitts'],
};

function text(name: string, more: Partial<EntryText> = {}): EntryText {
  return { name, line: `${name}: строка.`, flavor: 'Шутка.', rule: `${name}: правило.`, ...more };
}

function pack(lang: Lang): PackTexts {
  const at = lang === 'ru' ? 0 : 1;
  const pick = (ru: string, en: string) => (lang === 'ru' ? ru : en);
  const zone = (ru: string, en: string) => ({ name: pick(ru, en), line: '' });
  return {
    items: Object.fromEntries(
      Object.entries(ITEMS).map(([id, names]) => [
        id,
        text(
          names[at],
          id === 'half_sandwich' ? { options: [pick('взять', 'take it'), pick('нет', 'no')] } : {},
        ),
      ]),
    ),
    effects: { shaken: text(pick('Встряска', 'Shaken')), buffering: text(pick('Буферизация', 'Buffering')) },
    trials: {
      hearts: text(pick('Осьминожий кардиолог', 'Three Hearts'), {
        question: pick('Сколько сердец у осьминога?', 'How many hearts has an octopus?'),
        options: [pick('Одно', 'One'), pick('Два', 'Two'), pick('Три', 'Three')],
      }),
      roll_call: text(pick('Перекличка', 'Roll Call'), { word: pick('ёлка', 'pine') }),
      shelf: text(pick('Полка позора', 'Shelf of Shame')),
      goat: text(pick('Коза у калитки', 'Goat at the Gate')),
    },
    traps: { deja_vu: text(pick('Дежавю', 'Deja Vu')) },
    finds: { pocket: text(pick('Забытый карман', 'Lost Pocket')) },
    punishments: { bench: text(pick('Скамейка', 'Bench')) },
    rewards: { hot_soup: text(pick('Горячий суп', 'Hot Soup')) },
    classes: { sneak: text(pick('Проныра', 'Sneak')) },
    skills: { patience: text(pick('Терпение', 'Patience')) },
    objects: { cracked_wall: text(pick('Треснувшая стена', 'Cracked Wall')) },
    zones: {
      forest: zone('Чаща', 'Thicket'),
      crystal: zone('Пещера', 'Cave'),
      static: zone('Помехи', 'The Static'),
      hell: zone('Ад', 'Hell'),
      heaven: zone('Рай', 'Heaven'),
    },
  };
}

export const TEXTS: BothTexts = { ru: pack('ru'), en: pack('en') };
export const NAMES = { p1: 'LiraVox', p2: 'Kestrel', p3: 'Night Fox', p4: 'Ёжик_77' } as const;

const BASE: ReadContext = {
  lang: 'ru',
  player: 'p1',
  role: 'player',
  names: NAMES,
  bag: ['take_two', 'ticket_847', 'echo_jar', 'half_sandwich', 'slipstream_scarf'].map((item) => ({
    item,
    worn: item === 'slipstream_scarf',
  })),
  texts: TEXTS,
  polls: [],
  now: 1_000_000,
  viewer: (name) => (name.toLowerCase() === 'mia' ? 'v_mia' : undefined),
};

/** The chat of LiraVox, with whatever a test changes. */
export function context(changes: Partial<ReadContext> = {}): ReadContext {
  return { ...BASE, ...changes };
}

export const QUIZ: OpenPoll = { id: 'v1', kind: 'quiz', options: 3 };
export const NUMBER: OpenPoll = { id: 'v2', kind: 'number', options: 0 };
export const CROWD: OpenPoll = { id: 'v3', kind: 'crowd', options: 0, word: { ru: 'ёлка', en: 'pine' } };

const KINDS = [
  'start',
  'plain',
  'chest',
  'trap',
  'plain',
  'market',
  'camp',
  'plain',
  'monster',
  'finish',
] as const;

function player(id: keyof typeof NAMES, cell: number, changes: Partial<PlayerView> = {}): PlayerView {
  const seat = Number(id[1]);
  return {
    ...{
      id,
      seat,
      name: NAMES[id],
      kind: 'person',
      lang: 'ru',
      classId: 'sneak',
      cell,
      zone: 'forest',
      camp: 0,
    },
    ...{
      toFinish: 9 - cell,
      place: seat,
      hp: 20,
      maxHp: 25,
      gold: 30,
      influence: 0,
      score: 0,
      rolls: 3,
      items: 5,
    },
    ...{ boosters: [8], reach: 'near', effects: [], tokens: { count: 1, next: 90_000 }, lastRoll: null },
    ...{ pending: null, waiting: 0, lockedUntil: 0, nonce: 'none', link: 'up' },
    ...changes,
  };
}

/** A straight track of ten cells; LiraVox on 1, Kestrel on 4, Night Fox on the start, the hedgehog beside LiraVox. */
export function board(changes: Partial<PlayerView> = {}): BoardView {
  return {
    ...{ game: 'g', status: 'running', seq: 7, at: 30_000, pace: 'session', size: 'S', ranked: true },
    map: {
      ...{
        size: 'S',
        width: 10,
        height: 1,
        ground: KINDS.map(() => 'forest' as const),
        start: 0,
        finish: 9,
        length: 10,
      },
      cells: KINDS.map((kind, id) => ({
        ...{ id, kind, zone: 'forest', x: id, y: 0, toFinish: 9 - id, way: 'main' },
        next: id < 9 ? [id + 1] : [],
        prev: id > 0 ? [id - 1] : [],
      })),
    },
    players: [player('p1', 1, changes), player('p2', 4), player('p3', 0), player('p4', 1)],
    ...{ opened: [], marks: [], traps: {}, polls: [], tally: {}, winner: null, places: [], commitment: '' },
  } as BoardView;
}

function held(n: number, item: string, changes: Partial<BagItem> = {}): BagItem {
  return { n, item, charges: 1, ttl: null, worn: false, wait: 0, ...changes };
}

export function bag(changes: Partial<BagView> = {}): BagView {
  return {
    ...{
      game: 'g',
      player: 'p1',
      slots: 12,
      boosters: [8, 6],
      unsettled: [],
      gold: 30,
      shards: {},
      influence: 0,
      effects: [],
    },
    items: [
      held(1, 'take_two'),
      held(2, 'take_two'),
      held(3, 'slipstream_scarf', { worn: true }),
      held(4, 'echo_jar', { wait: 2 }),
    ],
    ...{
      attributes: {},
      skills: [],
      weapons: { near: 'a', mid: 'b', far: 'c' },
      helpers: {},
      requests: [],
      pending: [],
    },
    odds: [
      { cell: 4, chance: 0.25 },
      { cell: 5, chance: 0.5 },
      { cell: 3, chance: 0.25 },
    ],
    ...{ market: null, sellFor: {} },
    ...changes,
  };
}

/** One test body for each language. */
export function inBoth(test: (lang: Lang) => void): void {
  for (const lang of LANGS) test(lang);
}
