/** Treaties, wars and trade as people type them, and as they are told. */
import { describe, expect, it } from 'vitest';
import type { Offer, Treaty } from '../engine/diplomacy/state.ts';
import type { GameEvent } from '../engine/events.ts';
import { commandSchema } from '../protocol/commands.ts';
import { answerEvents, answerQuery, answerRefusal } from './answer.ts';
import { bag, board, context, inBoth, NAMES, TEXTS } from './given.ts';
import { readLine } from './read.ts';
import type { ReadContext } from './spec.ts';

const offers = [{ n: 41, from: 'p2', to: 'p1' }];

function meaning(line: string, changes: Partial<ReadContext> = {}): unknown {
  const read = readLine(line, context(changes));
  if (read.kind === 'command') {
    expect(commandSchema.safeParse(read.command).success).toBe(true);
    return read.command;
  }
  if (read.kind === 'query') return read.query;
  return read.kind === 'fault' ? read.code : read.kind;
}

const wares = (items: readonly string[], gold = 0) => ({ items, gold });
const propose = (kind: string, more: object = {}) => ({ type: 'propose', to: 'p2', kind, ...more });

describe('treaties by their names, in Russian and English', () => {
  it.each<[string, unknown]>([
    ['!союз Kestrel', propose('alliance')],
    ['!союз с Kestrel', propose('alliance')],
    ['!ally kestrel', propose('alliance')],
    ['!ally with @kestrel', propose('alliance')],
    ['!cj.p kestrel', propose('alliance')],
    ['!мир kestrel', propose('truce')],
    ['!peace night fox', { type: 'propose', to: 'p3', kind: 'truce' }],
    ['!война ёжик', { type: 'declare', on: 'p4' }],
    ['!war kes', { type: 'declare', on: 'p2' }],
    ['!разрыв kestrel', { type: 'leave', with: 'p2' }],
    ['!leave kestrel', { type: 'leave', with: 'p2' }],
    ['!предать kestrel', { type: 'betray', with: 'p2' }],
    ['!betray kestrel', { type: 'betray', with: 'p2' }],
    ['!подмога kestrel', { type: 'assist', ally: 'p2' }],
    ['!assist kestrel', { type: 'assist', ally: 'p2' }],
    ['!дань kestrel 10', propose('tribute', { gold: 10, payer: 'p1' })],
    ['!tribute 10 kestrel', propose('tribute', { gold: 10, payer: 'p1' })],
    ['!дань kestrel требую 10 золота', propose('tribute', { gold: 10, payer: 'p2' })],
    ['!tribute kestrel demand 10', propose('tribute', { gold: 10, payer: 'p2' })],
    ['!договоры', 'treaties'],
    ['!treaties', 'treaties'],
    ['!союз', 'needs-rival'],
    ['!война', 'needs-rival'],
    ['!дань 10', 'needs-rival'],
    ['!союз nobody', 'unknown-player'],
  ])('%s', (line, expected) => expect(meaning(line)).toEqual(expected));

  it('a misspelt word never starts a war, leaves an ally or betrays one', () => {
    for (const line of [
      '!вайна kestrel',
      '!разры kestrel',
      '!пред kestrel',
      '!betra kestrel',
      '!leav kestrel',
    ])
      expect(meaning(line), line).toBe('unknown-command');
  });

  it('the referee closes and opens the game’s own chat', () => {
    const by = (line: string) => meaning(line, { role: 'admin' });
    expect(by('!тишина kestrel 10')).toEqual({ type: 'mute', who: 'p2', minutes: 10 });
    expect(by('!mute kestrel')).toEqual({ type: 'mute', who: 'p2', minutes: null });
    expect(by('!mute kestrel off')).toEqual({ type: 'mute', who: 'p2', minutes: 0 });
    expect(by('!mute kestrel soon')).toBe('bad-time');
  });
});

describe('answering an offer', () => {
  it('the only one needs no number', () => {
    expect(meaning('!принять', { offers })).toEqual({ type: 'accept', offer: 41 });
    expect(meaning('!отказ', { offers })).toEqual({ type: 'decline', offer: 41 });
    expect(meaning('!accept')).toBe('no-offer');
  });

  it('of several, by name or number', () => {
    const two = [...offers, { n: 42, from: 'p3', to: 'p1' }, { n: 43, from: 'p1', to: 'p4' }];
    expect(meaning('!accept', { offers: two })).toBe('many-offers');
    expect(meaning('!accept night fox', { offers: two })).toEqual({ type: 'accept', offer: 42 });
    expect(meaning('!accept 41', { offers: two })).toEqual({ type: 'accept', offer: 41 });
    expect(meaning('!decline ёжик', { offers: two })).toEqual({ type: 'decline', offer: 43 });
    expect(meaning('!accept ёжик', { offers: two })).toBe('no-offer');
  });

  it('an own one is taken back where there is no other', () => {
    expect(meaning('!отказ', { offers: [{ n: 43, from: 'p1', to: 'p4' }] })).toEqual({
      type: 'decline',
      offer: 43,
    });
  });
});

describe('trade', () => {
  const trade = (give: object, want: object) => ({ type: 'trade', to: 'p2', give, want });
  it.each<[string, unknown]>([
    ['!обмен kestrel талон за 20', trade(wares(['ticket_847']), wares([], 20))],
    ['!trade kestrel 20 for thermos', trade(wares([], 20), wares(['thermos']))],
    ['!trade kestrel ticket, echo jar for 5 gold', trade(wares(['ticket_847', 'echo_jar']), wares([], 5))],
    ['!обмен kestrel талон + 10 за рукавицы', trade(wares(['ticket_847'], 10), wares(['oven_mitts']))],
    [
      '!обмен kestrel талон и банку эха на термос',
      trade(wares(['ticket_847', 'echo_jar']), wares(['thermos'])),
    ],
    ['!trade kestrel ticket', trade(wares(['ticket_847']), wares([]))],
    ['!trade night fox 5 for thermos', { ...trade(wares([], 5), wares(['thermos'])), to: 'p3' }],
    // Names may hold the word that parts the two hands.
    ['!обмен kestrel термос на двоих за 4', trade(wares(['thermos']), wares([], 4))],
    ['!trade kestrel thermos for two for 4', trade(wares(['thermos']), wares([], 4))],
    ['!trade kestrel 4 for thermos for two', trade(wares([], 4), wares(['thermos']))],
    ['!trade kestrel thermos for two', trade(wares(['thermos']), wares([]))],
    [
      '!trade kestrel ticket + 3 for thermos for two + 1',
      trade(wares(['ticket_847'], 3), wares(['thermos'], 1)),
    ],
    ['!обмен', 'needs-trade'],
    ['!обмен kestrel', 'needs-trade'],
    ['!обмен kestrel нечто за 20', 'unknown-item'],
  ])('%s', (line, expected) => expect(meaning(line)).toEqual(expected));
});

const treaty = (more: Partial<Treaty> = {}): Treaty => ({
  ...{
    n: 5,
    kind: 'alliance',
    between: ['p1', 'p2'],
    since: 0,
    until: null,
    price: null,
    pay: null,
    leaving: null,
  },
  terms: { peace: true, gifts: true, assist: 2, reach: false, clash: false },
  ...more,
});
const offer = {
  n: 41,
  is: 'treaty',
  from: 'p2',
  to: 'p1',
  until: 120_000,
  kind: 'tribute',
  pay: { from: 'p1', gold: 10 },
} as const;
const deal: Offer = {
  ...{ n: 42, is: 'trade', from: 'p1', to: 'p3', until: 120_000 },
  give: { items: [{ n: 1, item: 'take_two' }], gold: 5 },
  want: { items: [], gold: 0 },
};
const fighter = (player: string, total: number, stance: number) => ({
  player,
  dice: [],
  bonus: 0,
  total,
  stance,
});
const between = ['p1', 'p2'] as const;

const EVENTS: readonly GameEvent[] = [
  { type: 'offered', offer },
  { type: 'offered', offer: deal },
  ...(['declined', 'late', 'withdrawn', 'countered'] as const).map(
    (why): GameEvent => ({ type: 'offerClosed', n: 41, from: 'p2', to: 'p1', why, again: null }),
  ),
  ...(['alliance', 'truce', 'tribute', 'war'] as const).map(
    (kind): GameEvent => ({
      type: 'treatySigned',
      again: null,
      treaty: treaty({
        kind,
        until: kind === 'alliance' ? null : 630_000,
        pay: kind === 'tribute' ? { from: 'p2', gold: 10, every: 1, due: 1 } : null,
      }),
    }),
  ),
  { type: 'treatyLeft', n: 5, kind: 'alliance', by: 'p2', other: 'p1', until: 150_000 },
  ...(['expired', 'left', 'betrayed', 'unpaid'] as const).map(
    (why): GameEvent => ({
      type: 'treatyEnded',
      n: 5,
      kind: 'tribute',
      between,
      why,
      by: why === 'expired' ? null : 'p2',
    }),
  ),
  { type: 'tributePaid', n: 5, from: 'p1', to: 'p2', gold: 10, due: 1 },
  { type: 'traded', n: 5, from: 'p1', to: 'p2' },
  {
    type: 'clashBegun',
    clash: {
      ...{ n: 6, treaty: 5, cell: 4, until: 60_000 },
      sides: [
        { player: 'p1', pending: 1, stance: null, helped: [], lent: 0 },
        { player: 'p2', pending: 2, stance: null, helped: [], lent: 0 },
      ],
    },
  },
  { type: 'assisted', n: 6, player: 'p3', ally: 'p1', bonus: 2 },
  { type: 'clashFought', n: 6, sides: [fighter('p1', 12, 1), fighter('p2', 15, 2)], winner: 'p2' },
  { type: 'clashFought', n: 6, sides: [fighter('p1', 12, 0), fighter('p2', 12, 3)], winner: null },
  { type: 'clashCalledOff', n: 6, players: between },
  { type: 'muted', who: 'p2', until: 90_000 },
  { type: 'unmuted', who: 'p2' },
];

describe('what everybody is told', () => {
  it.each(EVENTS.map((event, i) => [`${i} ${event.type}`, event] as const))('%s', (_name, event) => {
    inBoth((lang) => {
      const line = answerEvents({
        events: [event],
        lang,
        texts: TEXTS[lang],
        names: NAMES,
        board: board(),
        about: 'p4',
      });
      expect(line).toMatch(/\S/);
      expect(line).not.toMatch(/undefined|null|NaN|\{|\[|—\)|p\d/);
      expect(line.length).toBeLessThanOrEqual(200);
      expect(/[а-яё]/i.test(line.replaceAll('Ёжик', ''))).toBe(lang === 'ru');
    });
  });

  const told = (event: GameEvent, lang: 'ru' | 'en' = 'ru') =>
    answerEvents({ events: [event], lang, texts: TEXTS[lang], names: NAMES, board: board() });

  it('in words that can be answered', () => {
    expect(told(EVENTS[0]!)).toBe(
      '🤝 Kestrel предлагает игроку LiraVox: дань, LiraVox платит 10 золота. Ответ: !принять или !отказ, 90 с.',
    );
    expect(told(EVENTS[1]!, 'en')).toBe(
      '🤝 A trade: LiraVox gives "Take Two" + 5 gold, Night Fox gives nothing. The answer: !accept, !decline or a !trade, 90 s.',
    );
  });

  it('a clash by its winner first', () => {
    expect(
      told({ type: 'clashFought', n: 6, sides: [fighter('p1', 12, 1), fighter('p2', 15, 2)], winner: 'p2' }),
    ).toBe('⚔ Схватка: Kestrel 15 (защита), LiraVox 12 (удар) — победа за игроком Kestrel.');
  });
});

describe('!treaties', () => {
  const ask = (lang: 'ru' | 'en', treaties: readonly Treaty[], held = bag()) =>
    answerQuery({
      ...{ query: 'treaties', args: {}, player: 'p1', lang, texts: TEXTS[lang] },
      board: { ...board(), treaties },
      bag: held,
    });

  it('names what stands and what is offered', () => {
    const war = treaty({ n: 6, kind: 'war', between: ['p3', 'p1'], until: 630_000 });
    expect(ask('ru', [treaty(), war], bag({ offers: [offer, deal] }))).toBe(
      'Договоры: LiraVox — Kestrel (союз), Night Fox — LiraVox (война, 10 мин). ' +
        'Предложено: №41 Kestrel → LiraVox: дань, №42 LiraVox → Night Fox: «Второй дубль» + 5 золота / ничего. ' +
        'Ответ: !принять или !отказ.',
    );
  });

  it('says how to make one where there is none', () => {
    inBoth((lang) => expect(ask(lang, [])).toMatch(lang === 'ru' ? /!союз имя/ : /!ally name/));
  });
});

describe('refusals', () => {
  it('name the treaty that stands in the way', () => {
    const asked = { code: 'treaty-binds', args: { target: 'p2', treaty: 'alliance' }, names: NAMES };
    expect(answerRefusal({ ...asked, lang: 'ru' })).toMatch(/^Нельзя: с игроком Kestrel у тебя союз\./);
    expect(answerRefusal({ ...asked, lang: 'en' })).toMatch(/^No: you and Kestrel have an alliance\./);
  });
});
