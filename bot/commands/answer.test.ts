import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GameEvent } from '../engine/events.ts';
import { REFUSALS } from '../refusals.ts';
import { PHRASES_EN } from './answer/en.ts';
import { PHRASES_RU } from './answer/ru.ts';
import { duration, figure, fill, plural } from './answer/template.ts';
import { answerEvents, answerQuery, answerRefusal, type QueryToTell } from './answer.ts';
import { bag, board, inBoth, NAMES, TEXTS } from './given.ts';
import { QUERIES } from './spec.ts';
import { lengthOf } from './text.ts';

const d4 = (value: number) => ({ sides: 4, value });
const ROLLED: GameEvent = {
  type: 'rolled',
  player: 'p1',
  dice: [d4(2), d4(4), d4(1)],
  bonus: 0,
  total: 7,
  spent: [],
};
const moved = (path: number[], why = 'roll', player = 'p1'): GameEvent => ({
  type: 'moved',
  player,
  path,
  why,
});

function told(
  events: readonly GameEvent[],
  { lang = 'ru' as 'ru' | 'en', turn = 0, names = NAMES } = {},
): string {
  return answerEvents({ events, names, texts: TEXTS[lang], board: board(), lang, turn, at: 30_000 });
}

describe('templates', () => {
  it('fill blanks, nouns and optional parts', () => {
    const values = { n: 2, name: 'kestrel', gone: undefined };
    expect(fill('тут {n|клетка|клетки|клеток}[, {gone}]', { values, lang: 'ru' })).toBe('Тут 2 клетки');
    expect(fill('{name} идёт', { values, lang: 'ru' })).toBe('kestrel идёт');
    expect(fill('{gone}', { values, lang: 'ru' })).toBe('—');
    expect(fill('{constructor}', { values, lang: 'ru' })).toBe('—');
  });

  it('never read a value as a template', () => {
    for (const name of ['{gold}', '[x]', '{n|a|b}', '$&', '$1'])
      expect(fill('{name}[ и {name}]', { values: { name, gold: 5, n: 1 }, lang: 'ru' })).toBe(
        `${name} и ${name}`,
      );
  });

  it('know numbers and their nouns', () => {
    const forms = ['клетка', 'клетки', 'клеток'];
    expect([1, 2, 5, 11, 21, 112].map((n) => plural('ru', n, forms))).toEqual([
      'клетка',
      'клетки',
      'клеток',
      'клеток',
      'клетка',
      'клеток',
    ]);
    expect([1, 2, 21].map((n) => plural('en', n, ['cell', 'cells']))).toEqual(['cell', 'cells', 'cells']);
    expect([figure('ru', 12_000), figure('en', 12_000), figure('ru', 1200), figure('en', -2)]).toEqual([
      '12 000',
      '12,000',
      '1200',
      '−2',
    ]);
    expect([90, 119, 600, 86_400].map((s) => duration('ru', s))).toEqual(['90 с', '119 с', '10 мин', '24 ч']);
  });

  it('ask for the same blanks in both languages', () => {
    const blanks = (list: readonly string[]) =>
      list.map((line) =>
        [...line.matchAll(/\{(\w+)/g)]
          .map(([, name]) => name)
          .sort()
          .join(),
      );
    for (const [phrase, lines] of Object.entries(PHRASES_RU))
      expect(blanks(PHRASES_EN[phrase as keyof typeof PHRASES_RU]).sort(), phrase).toEqual(
        blanks(lines).sort(),
      );
  });
});

describe('what happened', () => {
  it('tells a roll with its landing, three ways in turn', () => {
    const events = [ROLLED, moved([2, 3]), { type: 'landed', player: 'p1', cell: 2, kind: 'chest' }] as const;
    expect([0, 1, 2, 3].map((turn) => told(events, { turn }))).toEqual([
      '🎲 LiraVox: 2+4+1 = 7 → Чаща, клетка 2: сундук.',
      '🎲 2+4+1 = 7: LiraVox → Чаща, клетка 2: сундук.',
      '🎲 LiraVox идёт на 7 (2+4+1) → Чаща, клетка 2: сундук.',
      '🎲 LiraVox: 2+4+1 = 7 → Чаща, клетка 2: сундук.',
    ]);
    expect(told(events, { lang: 'en' })).toBe('🎲 LiraVox: 2+4+1 = 7 → Thicket, cell 2: chest.');
  });

  it('tells what was found, and the question it asks', () => {
    const line = told([
      ROLLED,
      moved([2]),
      { type: 'landed', player: 'p1', cell: 2, kind: 'chest' },
      { type: 'chestOpened', player: 'p1', find: 'pocket', cell: 2 },
      { type: 'counted', player: 'p1', what: 'gold', by: 10, why: 'pocket' },
      { type: 'counted', player: 'p1', what: 'gold', by: -3, why: 'x' },
    ]);
    expect(line).toBe(
      '🎲 LiraVox: 2+4+1 = 7 → Чаща, клетка 2: сундук. Находка «Забытый карман»: Забытый карман: строка. Золото +7.',
    );
  });

  it('asks for a way at a fork, with the time there is', () => {
    const pending = { n: 9, until: null, is: 'fork', cell: 3, left: 2, ways: [4, 7] } as const;
    const line = told([
      ROLLED,
      moved([3]),
      { type: 'pended', player: 'p1', pending, front: true },
      { type: 'begun', player: 'p1', n: 9, until: 50_000, poll: null },
    ]);
    expect(line).toContain('Развилка: !путь 1 или 2, 20 с на выбор');
  });

  it('tells an item used on others, and names them when they are hit', () => {
    const used = { type: 'itemUsed', player: 'p1', n: 2, item: 'ticket_847', cell: null, by: null } as const;
    const shaken = { n: 5, effect: 'shaken', from: 'p1', stacks: 1, rolls: 1, turns: null, until: null };
    const line = told([
      { ...used, targets: ['p2'] },
      { type: 'itemLost', player: 'p1', n: 2, item: 'ticket_847', why: 'used' },
      { type: 'effectApplied', player: 'p2', effect: shaken },
    ]);
    expect(line).toBe('🎒 LiraVox: «Талон 847» → Kestrel. Kestrel: эффект «Встряска»: Встряска: строка.');
    const helped = answerEvents({
      ...{
        events: [{ ...used, targets: [], by: 'v_1' }],
        names: NAMES,
        texts: TEXTS.en,
        board: null,
        lang: 'en',
      },
      viewers: { v_1: 'Mia' },
    });
    expect(helped).toBe('🎒 LiraVox: helper Mia: Ticket 847.');
  });

  it('opens a quiz with its question, and a roll call with its word', () => {
    const poll = {
      id: 'v1',
      player: 'p1',
      pending: 9,
      opens: 30_000,
      closes: 55_000,
      need: 0,
      options: 3,
    } as const;
    const base = { n: 9, until: null, is: 'trial', tier: 1, by: null, poll: null, done: null } as const;
    const asked = (trial: string, more: object) =>
      told(
        [
          { type: 'pended', player: 'p1', pending: { ...base, trial }, front: false },
          { type: 'pollOpened', poll: { ...poll, kind: 'quiz', ...more } },
          { type: 'begun', player: 'p1', n: 9, until: 60_000, poll: 'v1' },
        ],
        { lang: 'ru' },
      );
    expect(asked('hearts', {})).toBe(
      '📜 LiraVox: испытание «Осьминожий кардиолог». Сколько сердец у осьминога? 1 — Одно, 2 — Два, 3 — Три. Цифру в чат, 25 с.',
    );
    expect(asked('roll_call', { kind: 'crowd', need: 21 })).toContain(
      'Пишем в чат «ёлка»: нужно 21 зритель, 25 с',
    );
  });

  it('tells another chat only what concerns its player, and everybody', () => {
    const events: GameEvent[] = [
      { type: 'itemUsed', player: 'p1', n: 2, item: 'ticket_847', targets: ['p2'], cell: null, by: null },
      { type: 'dieLost', player: 'p2', sides: 6, why: 'ticket_847' },
      { type: 'marked', mark: { n: 3, cell: 8, trap: 'deja_vu', by: 'p1' } },
    ];
    const line = answerEvents({
      events,
      names: NAMES,
      texts: TEXTS.ru,
      board: null,
      lang: 'ru',
      about: 'p2',
    });
    expect(line).toBe('Kestrel: минус d6. На клетке 8 теперь сюрприз.');
  });

  it('says nothing of what only counts', () => {
    const events: GameEvent[] = [
      { type: 'remembered', player: 'p1', fact: 'ladder', value: 'kept' },
      { type: 'reputation', player: 'p1', zone: 'hell', by: 5 },
      { type: 'tokens', player: 'p1', tokens: { count: 1, since: 0 } },
      { type: 'audience', player: 'p1', active: 5 },
    ];
    expect(told(events)).toBe('');
  });

  it('drops the small things first when the line grows, and never passes the limit', () => {
    const many: GameEvent[] = Array.from({ length: 40 }, (_, i) => ({
      type: 'dieGained',
      player: `p${(i % 4) + 1}`,
      sides: 4,
    }));
    const line = told([
      ROLLED,
      moved([2]),
      { type: 'trapSprung', player: 'p1', trap: 'deja_vu', cell: 2, mark: null },
      ...many,
    ]);
    expect(line).toMatch(/^🎲 LiraVox: 2\+4\+1 = 7 → .*«Дежавю»/);
    expect(lengthOf(line)).toBeLessThanOrEqual(200);
  });

  it('stands any names: at most one emoji, first, and at most 400 characters', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(name, name, fc.nat(5), (p1, p2, turn) => {
        const names = { ...NAMES, p1, p2 } as unknown as typeof NAMES;
        const line = told(
          [ROLLED, moved([2]), moved([3], 'x', 'p2'), { type: 'ended', winner: 'p1', places: ['p1', 'p2'] }],
          { names, turn },
        );
        expect(lengthOf(line)).toBeLessThanOrEqual(400);
        expect(line).not.toMatch(/[\p{Cc}\u200b-\u200f\u202a-\u202e]/u);
        expect(line.replace(/^🎲 /u, '')).not.toMatch(/\p{Emoji_Presentation}/u);
      }),
      { numRuns: 300 },
    );
  });
});

describe('why not', () => {
  it('names what came and what to type', () => {
    const args = { target: 'p2', item: 'ticket_847', range: 10, cells: 14 };
    const base = { code: 'too-far', args, names: NAMES };
    expect(answerRefusal({ ...base, lang: 'ru', texts: TEXTS.ru })).toBe(
      'Далеко: до игрока Kestrel 14 клеток, предел 10. Кто ближе: !рядом',
    );
    expect(answerRefusal({ ...base, lang: 'en', texts: TEXTS.en })).toBe(
      'Too far: Kestrel is 14 cells off, the reach is 10. Try !near',
    );
    expect(answerRefusal({ ...base, lang: 'ru', args: { ...args, target: '21', range: 0 } })).toBe(
      'Далеко: до клетки 21 14 клеток, предел та же клетка. Кто ближе: !рядом',
    );
  });

  it('turns ids, seconds and states into words', () => {
    const say = (code: string, args: Record<string, string | number>) =>
      answerRefusal({ code, args, lang: 'ru', texts: TEXTS.ru, names: NAMES });
    expect(say('no-roll', { wait: 45 })).toBe('Бросок копится: ещё 45 с. А пока: !шансы');
    expect(say('no-roll', { wait: 0 })).toBe('Бросок копится. А пока: !шансы');
    expect(say('busy', { is: 'fork' })).toContain('развилка, !путь 1');
    expect(say('no-item', { got: 'echo_jar' })).toContain('Банка эха');
    expect(say('item-waits', { item: 'echo_jar', rolls: 2 })).toBe(
      'Банка эха: вещь ещё отдыхает, 2 броска. Остальное: !сумка',
    );
    expect(say('item-waits', {})).toBe('Вещь ещё отдыхает. Остальное: !сумка');
    expect(say('not-running', { status: 'lobby' })).toContain('сбор игроков');
    expect(say('from-the-future', {})).toContain('from-the-future');
  });

  it('stands any arguments to any code', () => {
    const arg = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.constantFrom('p1', 'echo_jar', '{x}', '__proto__'),
    );
    const keys = [
      'got',
      'typed',
      'target',
      'item',
      'range',
      'wait',
      'is',
      'slot',
      'candidates',
      'cells',
      'viewer',
      'detail',
      '__proto__',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(REFUSALS)),
        fc.dictionary(fc.constantFrom(...keys), arg),
        fc.nat(9),
        (code, args, turn) => {
          inBoth((lang) => {
            const line = answerRefusal({ code, args, lang, texts: TEXTS[lang], names: NAMES, turn });
            expect(lengthOf(line)).toBeLessThanOrEqual(400);
            expect(line).not.toMatch(/undefined|NaN|\[object|[\p{Cc}\u202a-\u202e]/u);
          });
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('answers to questions', () => {
  const ask = (query: QueryToTell['query'], more: Partial<QueryToTell> = {}) =>
    answerQuery({
      query,
      args: {},
      player: 'p1',
      board: board(),
      bag: bag(),
      texts: TEXTS.ru,
      lang: 'ru',
      ...more,
    });
  const shaken = { n: 5, effect: 'shaken', from: null, stacks: 1, rolls: 2, turns: null, until: null };

  it.each<[QueryToTell['query'], Partial<QueryToTell>, string]>([
    [
      'status',
      {},
      'LiraVox: Чаща, клетка 1; до финиша 8, место 1. HP 20/25, золото 30, бросков в запасе 1, следующий через 60 с.',
    ],
    [
      'where',
      { args: { player: 'p2' } },
      'Kestrel: Чаща, клетка 4: … до финиша 5, место 2; лагерь — клетка 0.',
    ],
    ['near', {}, 'Рядом Ёжик_77. Впереди Kestrel, 3 клетки. Позади Night Fox, 1 клетка.'],
    ['effects', {}, 'LiraVox: эффектов нет.'],
    ['effects', { board: board({ effects: [shaken] }) }, 'LiraVox: Встряска (2 броска).'],
    [
      'bag',
      {},
      'Сумка игрока LiraVox, 4/12: Второй дубль ×2, Буксирный шарф (надето), Банка эха (ждёт 2 броска). Кубики d8 d6. Золото 30.',
    ],
    ['bag', { bag: null }, 'Сумка игрока LiraVox сейчас не видна. Чуть позже: !сумка.'],
    [
      'odds',
      {},
      'Шансы игрока LiraVox по клеткам: 5 рынок: 50%, 3 ловушка: 25%, 4: 25%. Всего: ловушка 25%.',
    ],
    [
      'map',
      {},
      'LiraVox: Чаща, клетка 1. Впереди: +1 сундук, +2 ловушка, +4 рынок, +5 лагерь, +7 монстр, +8 финиш.',
    ],
    ['trial', {}, 'LiraVox: ответа ничего не ждёт. Дальше: !бросок.'],
    ['market', {}, 'Рынок не здесь: ближайший через 4 клетки.'],
    [
      'market',
      { bag: bag({ market: [{ item: 'thermos', price: 12 }] }) },
      'Рынок: Термос на двоих 12. Купить: !купить имя.',
    ],
    ['top', {}, 'До финиша: 1 LiraVox 8, 2 Kestrel 5, 3 Night Fox 9, 4 Ёжик_77 8.'],
    ['rule', { args: { entry: { kind: 'items', id: 'echo_jar' } } }, 'Банка эха: Банка эха: правило.'],
    ['help', { args: { command: 'go' } }, '!путь 2 — выбрать дорогу на развилке. Ещё: !дорога !go.'],
    ['helpers', {}, 'Помощников нет. Доверить: !помощник @имя талон 3/день.'],
    ['status', { args: { player: 'p8' } }, 'В этой игре такого игрока нет: p8. Кто играет: !игроки'],
  ])('%s %#', (query, more, expected) => {
    if (expected.includes('…'))
      for (const piece of expected.split('…'))
        expect(ask(query, more)).toContain(piece.trim().replace(/:$/, ''));
    else expect(ask(query, more)).toBe(expected);
  });

  it('shows what waits for an answer', () => {
    const pending = {
      n: 4,
      until: 50_000,
      is: 'choice',
      path: 'items/half_sandwich/use/0',
      open: [1, 2],
      fallback: 1,
      source: null,
      poll: null,
    } as const;
    expect(ask('trial', { board: board({ pending, waiting: 2 }) })).toBe(
      'LiraVox: «Полбутерброда»: 1 — взять, 2 — нет. Ответ: !выбор номер, 20 с. В очереди ещё 2.',
    );
  });

  it('fits a chat line in both languages, whatever is asked', () => {
    inBoth((lang) => {
      for (const query of QUERIES) {
        for (const role of ['player', 'viewer'] as const) {
          const line = ask(query, { lang, texts: TEXTS[lang], role });
          expect(line, query).not.toMatch(/undefined|null|\{|\[/);
          expect(lengthOf(line), `${query}: ${line}`).toBeLessThanOrEqual(400);
        }
      }
    });
  });
});
