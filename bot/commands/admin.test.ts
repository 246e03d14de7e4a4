/** The rule book, "why is this 7?" and the admin's room: as people type them, and as they are told. Sections 12, 13, 15.3. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../adapters/content/json.ts';
import { loadContent } from '../content/load.ts';
import type { GameEvent } from '../engine/events.ts';
import type { Why } from '../engine/why/why.ts';
import { commandSchema } from '../protocol/commands.ts';
import type { BothTexts } from '../protocol/texts.ts';
import { answerWhatIf } from './answer/admin/preview.ts';
import { answerEvents, answerQuery } from './answer.ts';
import { bag, board, context, NAMES, TEXTS } from './given.ts';
import { readLine } from './read.ts';
import type { ReadContext } from './spec.ts';
import { lengthOf } from './text.ts';

const { texts } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const BOOK: BothTexts = {
  ru: { ...TEXTS.ru, book: texts.ru.book! },
  en: { ...TEXTS.en, book: texts.en.book! },
};

function read(line: string, changes: Partial<ReadContext> = {}) {
  return readLine(line, context({ texts: BOOK, ...changes }));
}

function ask(line: string, lang: 'ru' | 'en' = 'ru', more: object = {}): string {
  const asked = read(line, { lang });
  if (asked.kind !== 'query') return asked.kind === 'fault' ? asked.code : asked.kind;
  const { query, args } = asked;
  const seen = { player: 'p1', board: board(), bag: bag(), texts: BOOK[lang], lang, ...more };
  return answerQuery({ query, args, ...seen });
}

describe('tooltips, `!rule 5.2` and the site show it', () => {
  it('by its number, in the language of the chat, with what lies below', () => {
    expect(ask('!правило 5.2')).toMatch(/^5\.2\. Кубики в запасе\. /);
    expect(ask('!rule 5.2', 'en')).toMatch(/^5\.2\. Dice in the pouch\. /);
    expect(ask('!правило 6.10')).toContain('Дальше: 6.10.1 6.10.2 6.10.3');
    expect(ask('!ghfdbkj 5.2')).toBe(ask('!правило 5.2'));
  });

  it('every rule fits a chat line whole, in both languages', () => {
    for (const lang of ['ru', 'en'] as const)
      for (const { number, text } of BOOK[lang].book!.rules) {
        const line = ask(`!rule ${number}`, lang);
        expect(lengthOf(line)).toBeLessThanOrEqual(400);
        expect(line, number).toContain(text.slice(-20));
      }
  });

  it('contents, and what a number is that is not there', () => {
    expect(ask('!правило')).toContain('1 Кто играет, 2 Ход игры');
    expect(ask('!rule', 'en')).toContain('5 Dice and chance');
    expect(ask('!правило 99.1')).toBe('unknown-rule');
  });

  it('search by words, whatever their endings and in either language', () => {
    expect(ask('!правило уравнитель')).toMatch(/^7\.10\. Уравнитель\. /);
    expect(ask('!правило подкрутки')).toContain('5.7 Подкрутка');
    expect(ask('!rule equaliser')).toMatch(/^7\.10\. Уравнитель\. /);
    expect(ask('!правило абракадабра')).toBe('unknown-entry');
  });

  it('an entry and a cell name the rule that answers for them', () => {
    const linked: BothTexts = {
      ru: {
        ...BOOK.ru,
        book: { ...BOOK.ru.book!, links: { 'items/echo_jar': '6.4', 'cells/market': '3.9' } },
      },
      en: BOOK.en,
    };
    const answer = (line: string) => {
      const asked = read(line, { texts: linked });
      if (asked.kind !== 'query') return asked.kind;
      const { query, args } = asked;
      return answerQuery({
        query,
        args,
        player: 'p1',
        board: board(),
        bag: bag(),
        texts: linked.ru,
        lang: 'ru',
      });
    };
    expect(answer('!правило банка эха')).toBe('Банка эха: Банка эха: правило. Пункт 6.4: !правило 6.4.');
    expect(answer('!правило рынок')).toContain('Пункт 3.9: !правило 3.9.');
  });

  it('a monster, a doing, a pair of skills, a scene answer by their names, and name their chapter', () => {
    const asked = (lang: 'ru' | 'en', line: string) => {
      const meant = read(line, { texts, lang });
      if (meant.kind !== 'query') return meant.kind;
      const { query, args } = meant;
      return answerQuery({ query, args, player: 'p1', board: board(), bag: bag(), texts: texts[lang], lang });
    };
    for (const lang of ['ru', 'en'] as const) {
      const { monsters, abilities, synergies, stories } = texts[lang];
      // Of a long rule the whole line is needed: there the chapter is left out.
      const named = [
        [monsters?.blast_dynamouse, ' 13.9:'],
        [abilities?.short_fuse, ' 13.8:'],
        [synergies?.slow_supper, ' 13.6:'],
        [stories?.polite_toll, stories?.polite_toll?.rule ?? '?'],
      ] as const;
      for (const [one, said] of named) {
        const answer = asked(lang, `!rule ${one?.name}`);
        expect(answer.startsWith(`${one?.name}: `), answer).toBe(true);
        expect(answer).toContain(said);
      }
    }
    // A word of the book is no monster.
    expect(asked('en', '!rule chorus')).toContain('10.5');
    expect(asked('ru', '!правило бомбышка')).toContain('13.9');
    // Nor is a thing that is called like one.
    expect(asked('en', '!rule high note')).toContain(texts.en.items.high_note!.rule.slice(0, 40));
  });

  it('changes keep a history', () => {
    expect(ask('!правило история')).toMatch(/^Что менялось в правилах: 1\.2\.0 — /);
    expect(ask('!rule changes', 'en')).toContain('A fight instead of a check.');
  });

  it('a pack without a book says what it said before', () => {
    const asked = readLine('!правило', context());
    expect(asked.kind).toBe('query');
    const line = answerQuery({
      query: 'rule',
      args: {},
      player: 'p1',
      board: board(),
      bag: bag(),
      texts: TEXTS.ru,
      lang: 'ru',
    });
    expect(line).toContain('!правило');
  });
});

const WHY: Why = {
  roll: {
    total: 7,
    dice: [
      { sides: 4, value: 2 },
      { sides: 4, value: 3 },
    ],
    steps: [
      { from: 'item', id: 'slipstream_scarf', by: 1 },
      { from: 'effect', id: 'shaken', by: -1, dice: '3+4→2+3' },
      { from: 'tuning', id: '12', by: 2 },
    ],
  },
  move: {
    from: 1,
    to: 4,
    rolled: 7,
    stop: 'gate',
    parts: [
      { to: 4, cells: 3, why: 'roll' },
      { to: 2, cells: 2, why: 'deja_vu' },
    ],
  },
  check: {
    ...{ trial: 'goat', total: 11, need: 13, dice: [{ sides: 4, value: 4 }] },
    ...{
      steps: [
        { from: 'base', by: 5 },
        { from: 'class', id: 'sneak', by: 2 },
      ],
      asks: [
        { from: 'base', by: 11 },
        { from: 'tier', by: 2 },
      ],
    },
  },
  numbers: {
    mind: {
      total: 9,
      steps: [
        { from: 'base', by: 5 },
        { from: 'spent', by: 4 },
      ],
    },
  },
  prices: [{ item: 'thermos', base: 10, total: 12, steps: [{ from: 'standing', percent: 20 }] }],
  pace: { total: 45, base: 90, tunings: [{ n: 12, percent: 50 }] },
};

describe('"Why is this 7?" lists every step that made a number', () => {
  const why = (line: string, lang: 'ru' | 'en' = 'ru', known: Why = WHY) =>
    ask(line, lang, { bag: bag({ why: known }) });

  it.each<[string, string]>([
    [
      '!почему',
      '🎲 LiraVox, последний бросок: 2+3, Буксирный шарф +1, Встряска −1 (3+4→2+3), подкрутка 12 +2 = 7.',
    ],
    ['!почему ход', '👣 LiraVox: выпало 7, пройдено 3, врата останавливают всех. Потом Дежавю (2).'],
    [
      '!почему проверка',
      '📜 LiraVox — «Коза у калитки»: 4, основа 5, Проныра +2 = 11, нужно основа 11, земля +2 = 13.',
    ],
    ['!почему ум', 'LiraVox, ум: основа 5, очки +4 = 9.'],
    ['!почему цена термос', 'Термос на двоих: 10, репутация +20% = 12.'],
    ['!почему цена', 'Термос на двоих: 10, репутация +20% = 12.'],
    ['!почему ожидание', 'LiraVox: бросок раз в 45 с, по правилам 90, подкрутка 12: 50%.'],
    ['!почему 9', 'LiraVox, ум: основа 5, очки +4 = 9.'],
    ['!почему 12?', 'Термос на двоих: 10, репутация +20% = 12.'],
    ['!почему 404', 'LiraVox: такого числа пока нет. Пример: !почему ум.'],
    ['!почему абракадабра', 'unknown-number'],
  ])('%s', (line, expected) => {
    expect(why(line)).toBe(expected);
  });

  it('in English, and in the wrong layout', () => {
    expect(why('!why 7', 'en')).toBe(
      '🎲 LiraVox, the last roll: 2+3, Slipstream Scarf +1, Shaken −1 (3+4→2+3), tuning 12 +2 = 7.',
    );
    expect(why('!why mind', 'en')).toBe('LiraVox, mind: base 5, points +4 = 9.');
    expect(why('!gjxtve')).toBe(why('!почему'));
  });

  it('of another player, of nothing yet, of a bag that is not at hand', () => {
    expect(read('!why kestrel roll')).toMatchObject({
      query: 'why',
      args: { player: 'p2', why: { what: 'roll' } },
    });
    expect(read('!почему kestrel')).toMatchObject({ query: 'why', args: { player: 'p2' } });
    expect(why('!почему', 'ru', { ...WHY, roll: null })).toContain('такого числа пока нет');
    expect(why('!почему цена', 'ru', { ...WHY, prices: [] })).toContain('!рынок');
    expect(ask('!почему', 'ru', { bag: null })).toContain('!сумка');
  });

  it('in a marathon a roll comes from a trial', () => {
    expect(why('!почему ожидание', 'ru', { ...WHY, pace: { ...WHY.pace, total: null } })).toContain(
      'испытание',
    );
  });
});

const SCOPE = { of: 'player', player: 'p2' } as const;
const TUNING = {
  n: 12,
  scope: SCOPE,
  knob: 'dice',
  on: null,
  value: -2,
  reason: 'слишком везёт',
  since: 0,
  until: 600_000,
} as const;

describe('Admin tuning is an event of the log that everybody can see', () => {
  it('what is tuned, for whom, how long and why', () => {
    const change = {
      n: 14,
      patch: { 'tunables.tokens.every': 60 },
      turn: 9,
      reason: 'быстрее',
      since: 0,
      took: null,
    };
    const tuned = { ...board(), tuning: { tunings: [TUNING], changes: [change] } };
    expect(ask('!подкрутка', 'ru', { board: tuned, at: 0 })).toBe(
      'Подкручено: 12. бросок −2, игрок Kestrel, 10 мин (слишком везёт). Смена правил: 14. tunables.tokens.every = 60, с хода 9 (быстрее).',
    );
    expect(ask('!tuning', 'en', { board: tuned, at: 0 })).toContain('12. roll −2, player Kestrel, 10 min');
    expect(ask('!подкрутка')).toBe('Ничего не подкручено, правила как в книге: !правило 5.7.');
  });

  const tell = (events: readonly GameEvent[], lang: 'ru' | 'en' = 'ru') =>
    answerEvents({ events, names: NAMES, texts: TEXTS[lang], board: board(), lang, at: 30_000 });

  it('every hand of the admin is told to the chats, with its reason', () => {
    expect(tell([{ type: 'tuned', tuning: TUNING }])).toBe(
      'Подкрутка 12: бросок −2, игрок Kestrel, 10 мин. Причина: слишком везёт.',
    );
    expect(tell([{ type: 'untuned', n: 12, why: 'expired', reason: '' }])).toBe('Срок подкрутки вышел: 12.');
    expect(tell([{ type: 'untuned', n: 12, why: 'withdrawn', reason: 'хватит' }])).toBe(
      'Подкрутка снята: 12. Причина: хватит.',
    );
    const put = { type: 'counted', player: 'p2', what: 'gold', by: 5, why: 'correction' } as const;
    expect(tell([{ type: 'corrected', players: ['p2'], reason: 'ошибка', undoes: null }, put])).toMatch(
      /^Исправление: Kestrel\. Причина: ошибка\. .*\+5/,
    );
    expect(tell([{ type: 'corrected', players: ['p2'], reason: 'ошибка', undoes: 812 }], 'en')).toBe(
      'Entry 812 is made good for: Kestrel. Reason: ошибка.',
    );
    const seat = { type: 'reseated', player: 'p2', lang: 'ru', reason: 'ушёл свет' } as const;
    expect(tell([{ ...seat, kind: 'bot', same: true }])).toBe(
      'Место Kestrel пока за ботом. Причина: ушёл свет.',
    );
    expect(tell([{ ...seat, kind: 'person', same: true }])).toBe('Место Kestrel снова у своего человека.');
    expect(tell([{ ...seat, kind: 'person', same: false }], 'en')).toContain('Somebody else plays');
    const change = {
      n: 14,
      patch: { 'tunables.tokens.every': 60 },
      turn: 9,
      reason: 'быстрее',
      since: 0,
      took: null,
    };
    expect(tell([{ type: 'ruleChangeSet', change }])).toBe(
      'Смена правил 14 с хода 9: tunables.tokens.every = 60. Причина: быстрее.',
    );
    expect(tell([{ type: 'ruleChangeTook', n: 14 }])).toContain('Новые правила действуют: смена 14');
    expect(tell([{ type: 'ruleChangeDropped', n: 14, reason: 'передумали' }])).toContain('передумали');
  });

  it('a reason cannot give a platform a command', () => {
    expect(tell([{ type: 'tuned', tuning: { ...TUNING, reason: '/ban everybody' } }])).toContain(
      'Причина: ban everybody.',
    );
  });
});

describe('referee: start / pause / resume / judge / undo', () => {
  const meaning = (line: string, role: ReadContext['role'] = 'admin') => {
    const found = read(line, { role });
    if (found.kind !== 'command') return found.kind === 'fault' ? found.code : found.kind;
    expect(commandSchema.safeParse(found.command).success).toBe(true);
    return found.command;
  };

  it.each<[string, unknown]>([
    ['!отмена', { type: 'correct', changes: [], reason: '!отмена', of: 'p1' }],
    ['!undo kestrel', { type: 'correct', changes: [], reason: '!отмена', of: 'p2' }],
    ['!отмена 812 не тот сундук', { type: 'correct', changes: [], reason: 'не тот сундук', undoes: 812 }],
    ['!замена kestrel бот', { type: 'reseat', player: 'p2', kind: 'bot', same: true, reason: '!замена' }],
    [
      '!seat kestrel back power is on',
      { type: 'reseat', player: 'p2', kind: 'person', same: true, reason: 'power is on' },
    ],
    ['!замена kestrel', 'needs-player'],
  ])('%s', (line, expected) => {
    expect(meaning(line)).toEqual(expected);
  });

  it('is for the referee alone', () => {
    const typed = read('!отмена', { role: 'player' });
    expect(typed.kind === 'command' && typed.spec.who).toEqual(['admin']);
    const seat = read('!seat p2 bot', { role: 'viewer' });
    expect(seat.kind === 'command' && seat.spec.who).toEqual(['admin']);
  });
});

describe('a "what if" preview (who else is touched), in words', () => {
  const seen = {
    touches: [
      { player: null, what: 'status', from: 'running', to: 'paused' },
      { player: 'p1', what: 'gold', from: 30, to: 25 },
      { player: 'p1', what: 'cell', from: 1, to: 4 },
      { player: 'p2', what: 'item echo_jar', from: null, to: 1 },
      { player: 'p2', what: 'knob dice', from: 0, to: -2 },
      { player: 'p2', what: 'number mind', from: 5, to: 7 },
      { player: 'p2', what: 'standing hell', from: null, to: 9 },
      { player: 'p2', what: 'shard fire', from: 0, to: 1 },
      { player: 'p2', what: 'kind', from: 'person', to: 'bot' },
    ],
    chance: true,
  } as const;
  const words = (lang: 'ru' | 'en', more: object = {}) =>
    answerWhatIf({ lang, texts: TEXTS[lang], names: NAMES, board: board(), ...seen, ...more });

  it('a line a player, in Russian and in English', () => {
    expect(words('ru')).toEqual([
      'игра: идёт → пауза',
      'LiraVox: золото: 30 → 25; клетка: 1 → 4',
      'Kestrel: Банка эха: ничего → 1; бросок: 0 → −2; ум: 5 → 7; репутация (Ад): ничего → 9; осколки (огонь): 0 → 1; кто играет: человек → бот',
      'остальные не затронуты',
      'кубики могут лечь иначе',
    ]);
    expect(words('en')[2]).toContain('Kestrel: Echo Jar: nothing → 1; roll: 0 → −2');
  });

  it('says so when nothing would change', () => {
    expect(words('ru', { touches: [], chance: false })).toEqual(['не изменится ничего']);
  });
});
