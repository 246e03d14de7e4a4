/** The super game and the clocks as people type them, and as they are told. */
import { describe, expect, it } from 'vitest';
import type { GameEvent } from '../engine/events.ts';
import { commandSchema } from '../protocol/commands.ts';
import { answerEvents, answerQuery, answerRefusal } from './answer.ts';
import { board, context, NAMES, TEXTS } from './given.ts';
import { readLine } from './read.ts';
import type { ReadContext } from './spec.ts';

const LANGS = ['ru', 'en'] as const;

function meaning(line: string, changes: Partial<ReadContext> = {}): unknown {
  const read = readLine(line, context(changes));
  if (read.kind !== 'command') return read.kind === 'fault' ? read.code : read.kind;
  expect(commandSchema.safeParse(read.command).success).toBe(true);
  return read.command;
}
const tell = (lang: 'ru' | 'en', events: readonly GameEvent[]): string =>
  answerEvents({ events, names: NAMES, texts: TEXTS[lang], board: board(), lang, at: 30_000 });

describe('a player’s words about time', () => {
  it.each<[string, unknown]>([
    ['!выходной 2', { type: 'daysOff', days: 2 }],
    ['!dayoff 1', { type: 'daysOff', days: 1 }],
    ['!daysoff 0', { type: 'daysOff', days: 0 }],
    ['!выходной', 'needs-number'],
    ['!dayoff tomorrow', 'not-a-number'],
    ['!здесь', { type: 'back' }],
    ['!back', { type: 'back' }],
    ['!pltcm', { type: 'back' }],
  ])('%s', (line, meant) => {
    expect(meaning(line)).toEqual(meant);
  });
});

describe('the referee’s words about time', () => {
  it.each<[string, unknown]>([
    ['!автопилот kestrel', { type: 'autopilot', player: 'p2', on: true }],
    ['!autopilot night fox off', { type: 'autopilot', player: 'p3', on: false }],
    ['!автопилот kestrel выкл', { type: 'autopilot', player: 'p2', on: false }],
    ['!autopilot', { type: 'autopilot', player: 'p1', on: true }],
    ['!autopilot nobody-at-all', 'unknown-player'],
    ['!освободить kestrel', { type: 'release', player: 'p2' }],
    ['!release @kestrel', { type: 'release', player: 'p2' }],
    ['!release', 'needs-player'],
    ['!порядок круг', { type: 'turnOrder', order: 'rounds' }],
    ['!order rounds', { type: 'turnOrder', order: 'rounds' }],
    ['!порядок свободно', { type: 'turnOrder', order: 'free' }],
    ['!order free', { type: 'turnOrder', order: 'free' }],
    ['!order sideways', 'needs-order'],
  ])('%s', (line, meant) => {
    expect(meaning(line, { role: 'admin' })).toEqual(meant);
  });

  it('must be typed in full: a slip takes nobody’s things away', () => {
    expect(meaning('!releas kestrel', { role: 'admin' })).toBe('unknown-command');
  });
});

describe('what is told', () => {
  const final = { is: 'final', n: 7, until: null, stage: 'guardian' } as const;
  it.each<[string, readonly GameEvent[], string, string]>([
    [
      'a super game begins',
      [
        { type: 'superGameOpened', player: 'p1' },
        { type: 'stageBegan', player: 'p1', stage: 'guardian' },
        { type: 'pended', player: 'p1', pending: final, front: false },
        { type: 'begun', player: 'p1', n: 7, until: 60_000, poll: null },
      ],
      'в суперигре: страж, хор, решающий бросок. Победа — за два из трёх. Страж финиша ждёт: !бросок, 30 с',
      'is in the super game: guardian, chorus, last throw. Two of three win. The guardian waits at the finish: !roll, 30 s',
    ],
    [
      'a stage is won',
      [{ type: 'stageEnded', player: 'p1', stage: 'chorus', won: true }],
      'этап за игроком: хор чата',
      'stage won: the chorus',
    ],
    [
      'two stages are lost',
      [
        { type: 'stageEnded', player: 'p1', stage: 'throw', won: false },
        { type: 'superGameLost', player: 'p1' },
      ],
      'дорога назад в лагерь',
      'back to the camp',
    ],
    [
      'a duel with the runner-up',
      [
        {
          ...{ type: 'lastThrow', player: 'p1', total: 9, need: 7, won: true, staked: 2, against: 'p2' },
          own: [
            { sides: 4, value: 4 },
            { sides: 4, value: 3 },
          ],
          house: [{ sides: 4, value: 4 }],
        },
      ],
      '4+3+2 = 9, за игроком Kestrel 7 — хватает',
      '4+3+2 = 9, Kestrel has 7, enough',
    ],
    ['a turn', [{ type: 'turnGiven', player: 'p2', n: 3, until: 90_000 }], 'Kestrel, 60 с', 'Kestrel, 60 s'],
    [
      'a day off',
      [
        {
          ...{ type: 'daysOffSet', player: 'p1', hold: 0 },
          daysOff: [{ from: 3_630_000, until: 3_630_000 + 2 * 86_400_000 }],
        },
      ],
      'выходной: 2 дня, начало через 60 мин',
      '2 days off, from 60 min on',
    ],
    ['an autopilot', [{ type: 'autopilotSet', player: 'p1', on: true, shift: 0 }], '!здесь', '!back'],
    [
      'goods go back',
      [{ type: 'goodsReleased', player: 'p1', items: 3 }],
      '3 вещи, цена остаётся',
      '3 items go back',
    ],
    ['rounds', [{ type: 'turnOrderSet', order: 'rounds' }], 'по местам', 'by seat'],
    ['an epoch', [{ type: 'epochTurned', n: 4, seed: 'ab'.repeat(32) }], 'эпоха 4', 'epoch 4'],
  ])('%s', (_what, events, ru, en) => {
    expect(tell('ru', events)).toContain(ru);
    expect(tell('en', events)).toContain(en);
  });

  it('says in !status whose turn it is, and that somebody is away', () => {
    const at = 30_000;
    const base = board();
    const time = {
      ...{ live: false, since: 0, autopilot: false, shieldFrom: 20_000, clockFrom: 900_000, dayOff: null },
    };
    const players = base.players.map((one) => (one.id === 'p1' ? { ...one, time } : one));
    const seen = { ...base, players, turns: { player: 'p2', n: 1, until: 50_000 } };
    const answers = LANGS.map((lang) =>
      answerQuery({
        ...{ query: 'status', args: {}, player: 'p1', board: seen, bag: null },
        ...{ lang, texts: TEXTS[lang], at },
      }),
    );
    expect(answers[0]).toContain('Ход за игроком Kestrel, ещё 20 с');
    expect(answers[0]).toContain('враждебные вещи не долетают');
    expect(answers[1]).toContain('Up now: Kestrel, 20 s to go');
    expect(answers[1]).toContain('hostile items do not reach');
  });

  it.each<[string, Record<string, string | number>, string, string]>([
    ['not-your-turn', { player: 'p2', wait: 12 }, 'Kestrel, ещё 12 с', "Kestrel's turn, 12 s"],
    ['target-away', { target: 'p2' }, 'Kestrel сейчас не в эфире', 'Kestrel is away'],
    ['not-absent', { player: 'p2', wait: 7200 }, 'через 2 ч', 'in 2 h'],
    ['days-off-spent', { got: 5, left: 2 }, 'осталось 2', '2 left'],
  ])('%s says what to do instead', (code, args, ru, en) => {
    const say = (lang: 'ru' | 'en') =>
      answerRefusal({ code, args, lang, names: NAMES, texts: TEXTS[lang], board: board(), at: 30_000 });
    expect(say('ru')).toContain(ru);
    expect(say('en')).toContain(en);
  });
});
