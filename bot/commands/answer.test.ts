import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GameEvent } from '../engine/events.ts';
import { CELL_KINDS } from '../engine/rules.ts';
import type { Pending } from '../engine/state.ts';
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
      '🎲 LiraVox: 2+4+1 = 7 → Чаща, клетка 2/9, сундук.',
      '🎲 2+4+1 = 7: LiraVox → Чаща, клетка 2/9, сундук.',
      '🎲 LiraVox идёт на 7 (2+4+1) → Чаща, клетка 2/9, сундук.',
      '🎲 LiraVox: 2+4+1 = 7 → Чаща, клетка 2/9, сундук.',
    ]);
    expect(told(events, { lang: 'en' })).toBe('🎲 LiraVox: 2+4+1 = 7 → Thicket, cell 2/9, chest.');
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
      '🎲 LiraVox: 2+4+1 = 7 → Чаща, клетка 2/9, сундук. Находка «Забытый карман». Забытый карман: строка. Золото +7.',
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
    expect(line).toContain('Развилка: 1 — рынок, лагерь, монстр; 2 — монстр, финиш. Выбор: !путь 1, 20 с.');
  });

  it('tells an item used on others, and names them when they are hit', () => {
    const used = { type: 'itemUsed', player: 'p1', n: 2, item: 'ticket_847', cell: null, by: null } as const;
    const shaken = { n: 5, effect: 'shaken', from: 'p1', stacks: 1, rolls: 1, turns: null, until: null };
    const line = told([
      { ...used, targets: ['p2'] },
      { type: 'itemLost', player: 'p1', n: 2, item: 'ticket_847', why: 'used' },
      { type: 'effectApplied', player: 'p2', effect: shaken },
    ]);
    expect(line).toBe('🎒 LiraVox: «Талон 847» → Kestrel. Kestrel: эффект «Встряска». Встряска: строка.');
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
    expect(helped).toBe('🎒 LiraVox: helper Mia uses Ticket 847.');
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

  it('says what happened, then what it cost, then the question with its options', () => {
    const path = 'trials/hearts/onPass/0';
    const pending = {
      n: 9,
      until: null,
      is: 'choice',
      path,
      open: [1, 2],
      fallback: 1,
      source: null,
    } as const;
    const line = told([
      {
        ...{ type: 'checked', player: 'p1', trial: 'hearts', dice: [d4(4)], bonus: 5 },
        ...{ total: 9, need: 8, passed: true },
      },
      { type: 'pended', player: 'p1', pending: { ...pending, poll: null }, front: true },
      { type: 'begun', player: 'p1', n: 9, until: 50_000, poll: null },
      { type: 'counted', player: 'p1', what: 'gold', by: -15, why: 'hearts' },
    ]);
    expect(line).toBe(
      '📜 LiraVox — «Осьминожий кардиолог»: 4+5 = 9, нужно 8 — пройдено. Золото −15. Сколько сердец у осьминога? 1 — Одно, 2 — Два. Ответ: !выбор 1, 20 с.',
    );
  });

  it('says once that the last throw has come', () => {
    const line = told([
      ROLLED,
      { type: 'landed', player: 'p1', cell: 9, kind: 'finish' },
      { type: 'superGameOpened', player: 'p1' },
      { type: 'pended', player: 'p1', pending: { n: 4, until: null, is: 'final' }, front: false },
      { type: 'begun', player: 'p1', n: 4, until: 60_000, poll: null },
    ]);
    expect(line.match(/решающий бросок/giu)).toHaveLength(1);
    expect(line).toContain('Решающий бросок: !бросок, 30 с.');
  });

  it('names a new helper, and what they are trusted with', () => {
    const grant = {
      tags: ['heal', 'move'],
      items: ['echo_jar'],
      target: 'any',
      uses: 3,
      per: 'day',
    } as const;
    const rest = { left: 3, since: 0, until: 30_000 + 3_600_000, approval: true };
    const granted = {
      type: 'helperGranted',
      player: 'p1',
      viewer: 'v_1',
      grant: { ...grant, ...rest },
    } as const;
    const tellIn = (lang: 'ru' | 'en') =>
      answerEvents({
        ...{ events: [granted], names: NAMES, texts: TEXTS[lang], board: board(), lang, at: 30_000 },
        viewers: { v_1: 'Mia' },
      });
    expect(tellIn('ru')).toBe(
      '🤝 Помощник Mia: лечение, движение, Банка эха; 3 раза в день, на 60 мин, и на соперников, с твоего согласия.',
    );
    const unnamed = { events: [granted], names: NAMES, texts: TEXTS.ru, board: board(), at: 30_000 };
    expect(answerEvents({ ...unnamed, lang: 'ru' })).toMatch(/^🤝 Помощник: лечение, движение/);
    expect(tellIn('en')).toBe(
      '🤝 Helper Mia: heal, move, Echo Jar; 3 uses a day, for 60 min, on rivals too, with your approval.',
    );
  });

  it('tells of a lock, and counts cells as people do', () => {
    const line = told([
      { type: 'itemLocked', player: 'p2', n: 3, item: 'thermos', rolls: 2 },
      { type: 'marked', mark: { n: 3, cell: 8, trap: 'deja_vu', by: 'p1' } },
    ]);
    expect(line).toBe(
      'Kestrel — под замком на 2 броска: «Термос на двоих». На дороге теперь сюрприз, клетка 8.',
    );
  });

  it('never has two colons in one sentence of ours', () => {
    const gained = { n: 1, item: 'thermos', charges: 1, ttl: null, worn: true, wait: 0 } as const;
    const each: readonly GameEvent[] = [
      { type: 'itemGained', player: 'p1', got: gained, why: 'bought' },
      { type: 'itemLost', player: 'p1', n: 1, item: 'thermos', why: 'sold' },
      { type: 'itemChanged', player: 'p1', got: gained },
      { type: 'trialPassed', player: 'p1', trial: 'goat', tier: 1 },
      { type: 'trialFailed', player: 'p1', trial: 'goat', why: 'late' },
      { type: 'weaponDrawn', player: 'p1', reach: 'far' },
      { type: 'coinFlipped', player: 'p1', side: 'heads' },
      { type: 'defended', player: 'p1', from: 'p2', item: 'thermos', how: 'reflect', effect: 'shaken' },
      ROLLED,
    ];
    inBoth((lang) => {
      for (const event of each)
        for (const turn of [0, 1, 2])
          for (const sentence of told([event], { lang, turn }).split(/[.?] /))
            expect(sentence.match(/:/g)?.length ?? 0, sentence).toBeLessThanOrEqual(1);
    });
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
    expect(line).toBe('Kestrel: минус d6. На дороге теперь сюрприз.');
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
      'Далеко: до этой клетки 14 клеток, предел та же клетка. Кто ближе: !рядом',
    );
  });

  it('turns ids, seconds and states into words', () => {
    const say = (code: string, args: Record<string, string | number>) =>
      answerRefusal({ code, args, lang: 'ru', texts: TEXTS.ru, names: NAMES });
    expect(say('no-roll', { wait: 45 })).toBe('Бросок копится: ещё 45 с. А пока: !шансы');
    expect(say('no-roll', { wait: 0 })).toBe('Бросок копится. А пока: !шансы');
    expect(say('busy', { is: 'fork' })).toContain('развилка, выбор — !путь 1');
    expect(say('no-item', { got: 'echo_jar' })).toContain('Банка эха');
    expect(say('item-waits', { item: 'echo_jar', rolls: 2 })).toBe(
      'Банка эха: вещь ещё отдыхает, 2 броска. Остальное: !сумка',
    );
    expect(say('item-waits', {})).toBe('Вещь ещё отдыхает. Остальное: !сумка');
    expect(say('not-running', { status: 'lobby' })).toContain('сбор игроков');
    expect(say('from-the-future', {})).toContain('from-the-future');
  });

  it('says of a game that is over who has won, and how to begin another', () => {
    const base = { code: 'not-running', lang: 'ru', names: NAMES } as const;
    const over = { ...board(), status: 'finished', winner: 'p2' } as const;
    expect(answerRefusal({ ...base, args: { status: 'finished' }, board: over })).toBe(
      'Игра окончена, победа за игроком Kestrel. Новая: Ctrl-C и npm start там, где она запущена',
    );
    expect(answerRefusal({ ...base, args: { status: 'finished' } })).not.toContain('!старт');
    expect(answerRefusal({ ...base, args: { status: 'lobby' } })).toContain('!старт');
  });

  it('shows cells by the number that people know, tags in the language of the chat', () => {
    const base = { lang: 'ru', names: NAMES, texts: TEXTS.ru, board: board() } as const;
    const say = (code: string, args: Record<string, string | number>) =>
      answerRefusal({ ...base, code, args });
    expect(say('bad-cell', { got: 9 })).toBe('Эта клетка не подходит: 9. Где ты: !где');
    expect(say('too-far', { target: '8', range: 2, cells: 7 })).toContain('до клетки 8 7 клеток');
    expect(say('no-grant', { item: 'thermos', tags: 'heal, echo_jar' })).toContain('лечение, Банка эха');
    expect(say('nothing-to-lock', { target: 'p2' })).toMatch(/^Kestrel: запирать нечего/);
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
      'LiraVox: Чаща, клетка 1/9; до финиша 8, место 1. HP 20/25, золото 30, бросков в запасе 1, следующий через 60 с.',
    ],
    [
      'where',
      { args: { player: 'p2' } },
      'Kestrel: Чаща, клетка 4/9… до финиша 5, место 2; лагерь — клетка 0.',
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
    ['odds', {}, 'Шансы игрока LiraVox по клеткам: 5 рынок: 50%, 3 ловушка: 25%, 4: 25%.'],
    [
      'map',
      {},
      'LiraVox: Чаща, клетка 1/9. Впереди: +1 сундук, +2 ловушка, +4 рынок, +5 лагерь, +7 монстр, +8 финиш.',
    ],
    ['trial', {}, 'LiraVox: ответа ничего не ждёт. Дальше: !бросок.'],
    ['market', {}, 'Рынок не здесь: ближайший через 4 клетки.'],
    [
      'market',
      { bag: bag({ market: [{ item: 'thermos', price: 12 }] }) },
      'Рынок: 1. Термос на двоих — 12. Купить: !купить 1.',
    ],
    ['top', {}, 'До финиша: 1. LiraVox — 8, 2. Kestrel — 5, 3. Night Fox — 9, 4. Ёжик_77 — 8.'],
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
    const asked = 'LiraVox — «Полбутерброда»: 1 — взять, 2 — нет. Ответ: !выбор 1, 20 с.';
    const behind = { ...pending, n: 6 };
    const walk = { n: 5, until: null, is: 'fork', cell: 3, left: 2, ways: [4, 7] } as const;
    const queued = (...list: readonly Pending[]) =>
      ask('trial', { board: board({ pending, waiting: list.length }), bag: bag({ pending: list }) });
    expect(queued(pending, walk)).toBe(asked);
    expect(queued(pending, walk, behind)).toBe(`${asked} В очереди ещё 1.`);
    expect(ask('trial', { board: board({ pending, waiting: 1 }), bag: null })).toBe(asked);
  });

  it('counts a roll that has come since the view was made', () => {
    const at = (now: number) =>
      ask('status', { board: board({ tokens: { count: 0, next: 90_000 } }), at: now });
    expect(at(89_000)).toContain('бросков в запасе 0, следующий через 1 с.');
    expect(at(90_000)).toContain('бросков в запасе 1.');
    expect(at(500_000)).toContain('бросков в запасе 1.');
  });

  it('adds chances up only where several cells do', () => {
    const odds = [2, 3, 8].map((cell) => ({ cell, chance: 0.25 }));
    const map = board().map;
    const cells = map.cells.map((cell) => (cell.id === 2 ? { ...cell, kind: 'trap' as const } : cell));
    expect(ask('odds', { board: { ...board(), map: { ...map, cells } }, bag: bag({ odds }) })).toContain(
      '8 монстр: 25%. Всего: ловушка 50%.',
    );
  });

  it('tells what helpers are trusted with, and for how long', () => {
    const grant = { tags: ['heal'], items: ['ticket_847'], target: 'self', uses: 3, per: 'day' } as const;
    const rest = { left: 2, since: 0, until: 30_000 + 7 * 86_400_000, approval: false, name: 'Mia' };
    const helpers = { v_1: { ...grant, ...rest } };
    expect(ask('helpers', { bag: bag({ helpers }) })).toBe(
      'Помощники: Mia (лечение, Талон 847, 2/3 в день, ещё 7 дней).',
    );
  });

  it('has a rule for every kind of cell', () => {
    inBoth((lang) => {
      for (const cell of CELL_KINDS) {
        const line = ask('rule', { lang, texts: TEXTS[lang], args: { cell } });
        expect(line).toMatch(/^\S.* — \S.*\.$/);
        expect(lengthOf(line)).toBeLessThanOrEqual(200);
      }
    });
    expect(ask('rule', { args: { cell: 'gate' } })).toMatch(/^Врата — граница зон/);
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
