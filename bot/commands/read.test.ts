import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandSchema } from '../protocol/commands.ts';
import { ballot } from '../protocol/wire.ts';
import { CROWD, context, NUMBER, QUIZ } from './given.ts';
import { COMMANDS } from './list.ts';
import { readLine } from './read.ts';
import type { ReadContext } from './spec.ts';
import { otherLayout } from './text.ts';

const VIEWER = context({ role: 'viewer' });

/** What a line means, without the spec: short enough for tables. */
function meaning(line: string, changes: Partial<ReadContext> = {}): unknown {
  const read = readLine(line, context(changes));
  switch (read.kind) {
    case 'command':
      return read.command;
    case 'query':
      return { query: read.query, ...read.args };
    case 'vote':
      return { poll: read.poll, choice: read.choice };
    case 'fault':
      return `${read.code}${read.quiet ? ' quiet' : ''}`;
    case 'none':
      return 'none';
  }
}

const use = (item: string, more: object = {}) => ({ type: 'use', item, ...more });

describe('commands as people type them', () => {
  const ROLL = { type: 'roll' };
  it.each<[string, unknown]>([
    ['!кубик', ROLL],
    ['!Кубик', ROLL],
    ['!БРОСОК', ROLL],
    ['!roll', ROLL],
    ['  !roll  ', ROLL],
    ['\u200b\u200e!roll', ROLL],
    ['！ｒｏｌｌ', ROLL],
    ['!roll!', ROLL],
    ['!roll 🎲🎲', ROLL],
    ['!ro\u200dll', ROLL],
    ['!roll ну давай уже', ROLL],
    ['!бро', ROLL],
    ['!бросоk', ROLL],
    ['!броок', ROLL],
    ['!rlol', ROLL],
    ['!кщдд', ROLL],
    ['!,hjcjr', ROLL],
    ['!re,br', ROLL],
    ['!rjkkm', ROLL],
    ['!roll +d8', { type: 'roll', dice: [8] }],
    ['!roll d8', { type: 'roll', dice: [8] }],
    ['!бросок к8', { type: 'roll', dice: [8] }],
    ['!бросок +к8 +к6', { type: 'roll', dice: [8, 6] }],
    ['!бросок+d8', { type: 'roll', dice: [8] }],
    ['!roll 2d6', { type: 'roll', dice: [6, 6] }],
    ['!roll 12', { type: 'roll', dice: [12] }],
    ['!,hjcjr в8', { type: 'roll', dice: [8] }],
    ['!go 2', { type: 'go', way: 2 }],
    ['!go2', { type: 'go', way: 2 }],
    ['!путь №2', { type: 'go', way: 2 }],
    ['!choose 1.', { type: 'choose', option: 1 }],
    ['!выбор 3', { type: 'choose', option: 3 }],
    ['!монетка', { type: 'coin' }],
    ['!done https://clips.example/Abc?t=1', { type: 'done', proof: 'https://clips.example/Abc?t=1' }],
    ['!готово', { type: 'done' }],
    ['!сдаюсь', { type: 'giveUp' }],
    ['!drop', { type: 'giveUp' }],
    ['!оружие дальнее', { type: 'weapon', reach: 'far' }],
    ['!weapon Near', { type: 'weapon', reach: 'near' }],
    ['!испытать', { type: 'challenge' }],
    ['!старт', { type: 'start' }],
    ['!judge kestrel pass', { type: 'judge', player: 'p2', pass: true }],
    ['!судья ёжик незачёт', { type: 'judge', player: 'p4', pass: false }],
    ['!approve 3', { type: 'approve', request: 3, yes: true }],
    ['!запретить 3', { type: 'approve', request: 3, yes: false }],
  ])('%s', (line, expected) => expect(meaning(line)).toEqual(expected));
});

describe('items and targets', () => {
  it.each<[string, unknown]>([
    ['!use take two', use('take_two')],
    ['!use take', use('take_two')],
    ['!use TAKE-TWO', use('take_two')],
    ['!use taketwo', use('take_two')],
    ['!use take_two', use('take_two')],
    ['!применить второй дубль', use('take_two')],
    ['!применить дубль', use('take_two')],
    ['!применить дубыль', use('take_two')],
    ['!use ticket', use('ticket_847')],
    ['!use ticket 847', use('ticket_847')],
    ['!use 847', use('ticket_847')],
    ['!use ticket kestrel', use('ticket_847', { targets: ['p2'] })],
    ['!use ticket 847 kestrel', use('ticket_847', { targets: ['p2'] })],
    ['!применить талон на Kestrel', use('ticket_847', { targets: ['p2'] })],
    ['!применить талон игроку @Kestrel', use('ticket_847', { targets: ['p2'] })],
    ['!use ticket @night fox', use('ticket_847', { targets: ['p3'] })],
    ['!use ticket kestral', use('ticket_847', { targets: ['p2'] })],
    ['!use ticket p4', use('ticket_847', { targets: ['p4'] })],
    ['!use ticket ежик', use('ticket_847', { targets: ['p4'] })],
    ['!use ticket kestrel, night fox', use('ticket_847', { targets: ['p2', 'p3'] })],
    ['!use echo 14', use('echo_jar', { cell: 14 })],
    ['!применить банку эха на клетку 14', use('echo_jar', { cell: 14 })],
    ['!гыу ешслуе луыекуд', use('ticket_847', { targets: ['p2'] })],
    ['!ghbvtybnm nfkjy', use('ticket_847')],
    ['!применть тален', use('ticket_847')],
    // Not in the bag: the engine says so.
    ['!use thermos', use('thermos')],
    ['!надеть рукавицы', { type: 'wear', item: 'oven_mitts' }],
    ['!снять шарф', { type: 'unwear', item: 'slipstream_scarf' }],
    ['!выбросить полбутер', { type: 'discard', item: 'half_sandwich' }],
    ['!sell echo', { type: 'sell', item: 'echo_jar' }],
    ['!gift echo jar kestrel', { type: 'gift', item: 'echo_jar', to: 'p2' }],
    ['!gift @kestrel echo jar', { type: 'gift', item: 'echo_jar', to: 'p2' }],
    ['!подарить банку эха night fox', { type: 'gift', item: 'echo_jar', to: 'p3' }],
  ])('%s', (line, expected) => expect(meaning(line)).toEqual(expected));

  it('prefers what the market sells when buying', () => {
    expect(meaning('!buy t', { market: ['thermos'] })).toBe('unknown-goods');
    expect(meaning('!buy two', { market: [] })).toBe('ambiguous');
    expect(meaning('!buy two', { market: ['thermos'] })).toEqual({ type: 'buy', item: 'thermos' });
    expect(meaning('!купить тер', { market: ['thermos'] })).toEqual({ type: 'buy', item: 'thermos' });
  });

  it('takes the number of the shelf', () => {
    const market = ['thermos', 'ladder'];
    expect(meaning('!купить 2', { market })).toEqual({ type: 'buy', item: 'ladder' });
    expect(meaning('!buy 3', { market })).toBe('not-sold-here');
    expect(meaning('!buy 1')).toBe('no-market');
    expect(meaning('!buy', { market })).toBe('needs-goods');
    expect(meaning('!buy 847', { market })).toEqual({ type: 'buy', item: 'ticket_847' });
  });

  it('prefers, of equals in the bag, what can be used now', () => {
    const bag = [
      { item: 'take_two', worn: false, waits: true },
      { item: 'thermos', worn: false },
    ];
    expect(meaning('!use two', { bag })).toEqual(use('thermos'));
    expect(meaning('!use two', { bag: bag.map(({ item }) => ({ item, worn: false })) })).toBe('ambiguous');
    expect(meaning('!use two', { bag: [bag[0]!] })).toEqual(use('take_two'));
  });

  it('knows weapons by their names', () => {
    const weapons = { near: 'ladder', mid: 'thermos', far: 'oven_mitts' };
    expect(meaning('!оружие рукавицы', { weapons })).toEqual({ type: 'weapon', reach: 'far' });
    expect(meaning('!weapon borrowed ladder', { weapons })).toEqual({ type: 'weapon', reach: 'near' });
    expect(meaning('!weapon spoon', { weapons })).toBe('no-weapon');
  });

  it('asks back instead of picking', () => {
    const twins = context({ names: { p1: 'LiraVox', p2: 'Kestrel', p3: 'Kestra' }, lang: 'en' });
    const read = readLine('!use ticket kest', twins);
    expect(read).toMatchObject({
      kind: 'fault',
      code: 'ambiguous',
      args: { typed: 'kest', candidates: 'Kestrel, Kestra' },
    });
    const items = readLine('!use two', context({ bag: [{ item: 'ladder', worn: false }] }));
    expect(items).toMatchObject({ kind: 'fault', code: 'ambiguous' });
    expect(readLine('!исп', context())).toMatchObject({ code: 'ambiguous' });
  });
});

describe('questions', () => {
  it.each<[string, unknown]>([
    ['!статус', { query: 'status' }],
    ['!status kestrel', { query: 'status', player: 'p2' }],
    ['!где', { query: 'where' }],
    ['!рядом', { query: 'near' }],
    ['!bag night', { query: 'bag', player: 'p3' }],
    ['!сумка игрока ёжик', { query: 'bag', player: 'p4' }],
    ['!инвентарь', { query: 'bag' }],
    ['!шансы', { query: 'odds' }],
    ['!jlls', 'unknown-command'],
    ['!if', 'unknown-command'],
    ['!ifycs', { query: 'odds' }],
    ['!карта', { query: 'map' }],
    ['!испытание', { query: 'trial' }],
    ['!рынок', { query: 'market' }],
    ['!топ', { query: 'top' }],
    ['!игроки', { query: 'players' }],
    ['!effects', { query: 'effects' }],
    ['!rule', { query: 'rule' }],
    ['!rule echo', { query: 'rule', entry: { kind: 'items', id: 'echo_jar' } }],
    ['!правило встряска', { query: 'rule', entry: { kind: 'effects', id: 'shaken' } }],
    ['!rule deja vu', 'unknown-entry'],
    ['!правило рынок', { query: 'rule', cell: 'market' }],
    ['!rule gate', { query: 'rule', cell: 'gate' }],
    ['!правило монстр', { query: 'rule', cell: 'monster' }],
    ['!правило ворота', { query: 'rule', cell: 'gate' }],
    ['!help', { query: 'help' }],
    ['!help roll', { query: 'help', command: 'roll' }],
    ['!помощь !кубик', { query: 'help', command: 'roll' }],
    ['!helper', { query: 'helpers' }],
  ])('%s', (line, expected) => expect(meaning(line)).toEqual(expected));
});

describe('grants', () => {
  const grant = (more: object) => ({
    type: 'grantHelper',
    viewer: 'v_mia',
    grant: {
      tags: [],
      items: [],
      target: 'self',
      uses: 3,
      per: 'day',
      until: null,
      approval: false,
      ...more,
    },
  });
  const DAY = 86_400_000;
  it.each<[string, unknown]>([
    ['!helper @Mia heal,move 3/day 7d', grant({ tags: ['heal', 'move'], until: 1_000_000 + 7 * DAY })],
    [
      '!helper +@mia ticket 2/hour any',
      grant({ items: ['ticket_847'], uses: 2, per: 'hour', target: 'any' }),
    ],
    [
      '!помощник @mia лечение,талон 5/игру 12ч спросить',
      grant({
        tags: ['heal'],
        items: ['ticket_847'],
        uses: 5,
        per: 'game',
        until: 1_000_000 + DAY / 2,
        approval: true,
      }),
    ],
    ['!помощник mia эффект себе', grant({ tags: ['эффект'] })],
    ['!helper @mia heal 4', grant({ tags: ['heal'], uses: 4, per: 'game' })],
    ['!helper -@mia', { type: 'revokeHelper', viewer: 'v_mia' }],
    ['!помощник @mia убрать', { type: 'revokeHelper', viewer: 'v_mia' }],
    ['!helper @mia', 'needs-grant'],
    ['!helper @bob heal', 'unknown-viewer'],
    ['!helper @', 'needs-viewer'],
    ['!helper @mia heal 0/day', 'bad-uses'],
    ['!helper @mia heal 3/constructor', 'bad-uses'],
    ['!helper @mia heal 999d', 'bad-until'],
    ['!helper @mia heal 5toString', 'bad-until'],
  ])('%s', (line, expected) => expect(meaning(line)).toEqual(expected));

  it('knows names with spaces: the longest that somebody carries', () => {
    const owls: Readonly<Record<string, string>> = { night: 'v_1', 'night owl': 'v_2' };
    const viewer = (name: string) => owls[name.toLowerCase()];
    expect(meaning('!helper @Night Owl heal', { viewer })).toEqual({
      ...grant({ tags: ['heal'] }),
      viewer: 'v_2',
    });
    expect(meaning('!helper @Night heal', { viewer })).toEqual({
      ...grant({ tags: ['heal'] }),
      viewer: 'v_1',
    });
    expect(meaning('!helper -@Night Owl', { viewer })).toEqual({ type: 'revokeHelper', viewer: 'v_2' });
    expect(meaning('!помощник @Night Owl убрать', { viewer })).toEqual({
      type: 'revokeHelper',
      viewer: 'v_2',
    });
  });

  it('says the whole name of a stranger back', () => {
    expect(readLine('!helper +@Лунный Пингвин heal 3/day 7d', context({ tags: ['heal'] }))).toMatchObject({
      ...{ code: 'unknown-viewer', args: { typed: 'Лунный Пингвин' } },
    });
  });

  it('takes only tags it knows when it knows them', () => {
    expect(meaning('!helper @mia heel', { tags: ['heal'] })).toBe('unknown-tag');
    expect(meaning('!helper @mia heal', { tags: ['heal'] })).toEqual(grant({ tags: ['heal'] }));
  });
});

describe('votes', () => {
  it.each<[string, Partial<ReadContext>, unknown]>([
    ['2', { polls: [QUIZ] }, { poll: 'v1', choice: 2 }],
    [' 2 ', { polls: [QUIZ] }, { poll: 'v1', choice: 2 }],
    ['2️⃣', { polls: [QUIZ] }, { poll: 'v1', choice: 2 }],
    ['２', { polls: [QUIZ] }, { poll: 'v1', choice: 2 }],
    ['2 🔥🔥', { polls: [QUIZ] }, { poll: 'v1', choice: 2 }],
    ['2.', { polls: [QUIZ] }, { poll: 'v1', choice: 2 }],
    ['4', { polls: [QUIZ] }, 'none'],
    ['0', { polls: [QUIZ] }, 'none'],
    ['2 или 3', { polls: [QUIZ] }, 'none'],
    ['2.5', { polls: [QUIZ] }, 'none'],
    ['2', {}, 'none'],
    ['!vote 2', { polls: [QUIZ] }, { poll: 'v1', choice: 2 }],
    ['!голос 2', { polls: [QUIZ] }, { poll: 'v1', choice: 2 }],
    ['!голос2', { polls: [QUIZ] }, { poll: 'v1', choice: 2 }],
    ['!ujkjc 2', { polls: [QUIZ] }, { poll: 'v1', choice: 2 }],
    ['!vote 9', { polls: [QUIZ] }, 'bad-vote'],
    ['!2', { polls: [QUIZ] }, { poll: 'v1', choice: 2 }],
    ['!12', { polls: [NUMBER] }, { poll: 'v2', choice: 12 }],
    ['!ёлка', { polls: [CROWD] }, { poll: 'v3', choice: 'x' }],
    ['!4', { polls: [QUIZ] }, 'bad-vote quiet'],
    ['!4', {}, 'unknown-command quiet'],
    ['!vote 2', { polls: [CROWD] }, 'bad-word'],
    ['!vote да', { polls: [QUIZ] }, 'not-a-number'],
    ['!vote', { polls: [QUIZ] }, 'needs-number'],
    ['!vote 2', {}, 'no-poll'],
    ['12 000', { polls: [NUMBER] }, { poll: 'v2', choice: 12_000 }],
    ['-5', { polls: [NUMBER] }, { poll: 'v2', choice: -5 }],
    ['−5', { polls: [NUMBER] }, { poll: 'v2', choice: -5 }],
    ['99999999999999', { polls: [NUMBER] }, 'none'],
    ['!vote 99999999999999', { polls: [NUMBER] }, 'bad-number'],
    // The poll opened last is asked first.
    ['3', { polls: [QUIZ, NUMBER] }, { poll: 'v2', choice: 3 }],
    ['3', { polls: [NUMBER, QUIZ] }, { poll: 'v1', choice: 3 }],
    ['3', { polls: [QUIZ, CROWD] }, { poll: 'v1', choice: 3 }],
    ['ёлка', { polls: [CROWD] }, { poll: 'v3', choice: 'x' }],
    ['ЕЛКА!!', { polls: [CROWD] }, { poll: 'v3', choice: 'x' }],
    ['PINE', { polls: [CROWD] }, { poll: 'v3', choice: 'x' }],
    ['зшту', { polls: [CROWD] }, { poll: 'v3', choice: 'x' }],
    ['`krf', { polls: [CROWD] }, { poll: 'v3', choice: 'x' }],
    ['!голос елка', { polls: [CROWD] }, { poll: 'v3', choice: 'x' }],
    ['ёлка зелёная', { polls: [CROWD] }, 'none'],
  ])('%s %#', (line, changes, expected) =>
    expect(meaning(line, { ...changes, role: 'viewer' })).toEqual(expected),
  );
});

describe('talk is not a command', () => {
  it.each([
    '',
    '!',
    '!!',
    '!!!',
    '! ура',
    '!?',
    '! roll',
    'ну и !roll',
    'привет',
    '<script>',
    '\u0000',
    '\ud83d',
  ])('%j', (line) => expect(meaning(line)).toBe('none'));

  it('gives the same object for every ordinary line, so that nothing is allocated', () => {
    expect(readLine('привет', VIEWER)).toBe(readLine('hello there', VIEWER));
  });
});

describe('faults', () => {
  it.each<[string, unknown]>([
    ['!go', 'needs-number'],
    ['!go два', 'not-a-number'],
    ['!go 2.5', 'not-a-number'],
    ['!go 0', 'bad-number'],
    ['!go -1', 'bad-number'],
    ['!go 100', 'bad-number'],
    ['!go 99999999999999999999', 'not-a-number'],
    ['!roll +d1', 'bad-die'],
    ['!roll +d101', 'bad-die'],
    ['!roll 99d6', 'too-many-dice'],
    ['!roll d8d6x', 'bad-die'],
    ['!use', 'needs-item'],
    ['!use радиолампа', 'unknown-item'],
    ['!use ticket zorro', 'unknown-player'],
    ['!use echo 1000', 'bad-number'],
    ['!gift echo', 'needs-player'],
    ['!status zorro', 'unknown-player'],
    ['!weapon spoon', 'no-weapon'],
    ['!judge kestrel', 'not-admin'],
    ['!approve', 'no-request'],
    [`!done ${'x'.repeat(301)}`, 'too-long'],
    [`!roll ${'x'.repeat(500)}`, 'too-long'],
    ['!лотерея kestrel', 'unknown-command'],
    ['!<b>roll</b>', 'unknown-command'],
    ['!constructor', 'unknown-command'],
    ['!__proto__', 'unknown-command'],
  ])('%s', (line, expected) => expect(meaning(line)).toBe(expected));

  it('asks the right people how they meant it', () => {
    expect(meaning('!judge kestrel', { role: 'admin' })).toBe('bad-verdict');
  });

  it('says who may before it says how', () => {
    for (const line of ['!купить 1', '!buy', '!sell', '!продать радиолампа', '!go'])
      expect(readLine(line, VIEWER), line).toMatchObject({ code: 'not-yours', args: { player: 'p1' } });
    expect(readLine('!use', VIEWER)).toMatchObject({ code: 'no-grant' });
    expect(meaning('!use', { role: 'helper' })).toBe('needs-item');
  });

  it('takes a thing that is named after !drop for a thing', () => {
    expect(meaning('!drop echo')).toBe('drop-item');
    expect(meaning('!сдаюсь термос')).toBe('drop-item');
    expect(meaning('!сдаюсь уже')).toEqual({ type: 'giveUp' });
  });

  it('takes the number on the screen of a fork for the way', () => {
    const fork = context({ fork: 2 });
    const command = { type: 'go', way: 2 };
    for (const line of ['2', ' 2 ', '!2', '!choose 2', '!выбор 2', '!go 2'])
      expect(readLine(line, fork), line).toMatchObject({ kind: 'command', command });
    for (const line of ['3', '0', '-1', '2 cats']) expect(readLine(line, fork).kind, line).toBe('none');
    expect(readLine('2', context()).kind).toBe('none');
    expect(readLine('2', { ...VIEWER, fork: 2 }).kind).toBe('none');
    const voting = { ...fork, polls: [{ id: 'v', kind: 'choice', options: 2 } as const] };
    expect(readLine('2', voting)).toMatchObject({ kind: 'vote', choice: 2 });
    expect(readLine('!choose 2', context())).toMatchObject({ command: { type: 'choose', option: 2 } });
  });

  it('suggests what was nearly typed, and only what this role may type', () => {
    expect(readLine('!drops', context())).toMatchObject({ args: { typed: 'drops', suggest: '!drop' } });
    expect(readLine('!drops', VIEWER)).toMatchObject({ code: 'unknown-command', quiet: true });
    expect(readLine('!diceee', context())).toMatchObject({ args: { suggest: '!dice' } });
    expect(readLine('!стaтуз', VIEWER)).toMatchObject({ args: { suggest: '!статус' } });
  });

  it('never guesses a command that cannot be taken back', () => {
    for (const line of ['!drp', '!sel', '!продат эхо', '!discrad echo', '!сдаюс'])
      expect(meaning(line), line).toBe('unknown-command');
    expect(meaning('!сдаюсь!')).toEqual({ type: 'giveUp' });
  });

  it('stays quiet about the commands of other programs when a viewer types them', () => {
    for (const line of ['!discord', '!so friend', '!lurk', '!followage', '!бро'])
      expect(readLine(line, VIEWER), line).toMatchObject({ kind: 'fault', quiet: true });
    expect(readLine('!кубик', VIEWER)).toMatchObject({ kind: 'command' });
  });

  it('repeats nothing dangerous of what was typed', () => {
    const read = readLine('!use <img src=x> https://evil.example/@all \u202eabc', context());
    expect(JSON.stringify(read)).not.toMatch(/[<>@/\u202e]|https:/);
  });

  it('asks which request when there are several, and takes the only one', () => {
    expect(meaning('!approve', { requests: [4] })).toEqual({ type: 'approve', request: 4, yes: true });
    expect(meaning('!approve', { requests: [4, 6] })).toBe('many-requests');
  });
});

describe('the list', () => {
  it('has every alias once, and understands each in the other layout', () => {
    const seen = new Map<string, string>();
    for (const spec of COMMANDS) {
      for (const alias of [...spec.names.ru, ...spec.names.en]) {
        expect(seen.get(alias), alias).toBeUndefined();
        seen.set(alias, spec.id);
        const read = readLine(`!${otherLayout(alias)}`, context({ requests: [1], role: spec.who[0]! }));
        const known = 'spec' in read && read.spec ? read.spec.id : read.kind === 'fault' && read.code;
        if (known !== spec.id)
          expect(known, alias).toMatch(/^(needs-|no-weapon|no-offer|bad-verdict|no-poll)/);
      }
    }
  });

  it('says how to type each command in both languages', () => {
    for (const { names, help } of COMMANDS) {
      expect(help.ru).toContain(`!${names.ru[0]}`);
      expect(help.en).toContain(`!${names.en[0]}`);
    }
  });
});

describe('anything at all', () => {
  const soup = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom(
          '!',
          'use',
          'бросок',
          'талон',
          'kestrel',
          '@',
          '+d8',
          '2',
          ' ',
          '\u202e',
          '\u0301',
          'ё',
          '🎲',
          '<b>',
          '{x}',
          'helper',
          '3/day',
        ),
        { maxLength: 14 },
      )
      .map((list) => list.join('')),
  );
  const polls = fc.subarray([QUIZ, NUMBER, CROWD]);
  const role = fc.constantFrom('player', 'helper', 'viewer', 'admin');

  it('never throws, and what it gives fits the wire', () => {
    fc.assert(
      fc.property(soup, fc.boolean(), polls, role, (text, bang, open, who) => {
        const read = readLine(
          bang ? `!${text}` : text,
          context({ polls: open, role: who, requests: [1, 2] }),
        );
        if (read.kind === 'command') expect(commandSchema.safeParse(read.command).success).toBe(true);
        if (read.kind === 'vote')
          expect(ballot.safeParse({ voter: 'x:1', choice: read.choice, sentAt: 1 }).success).toBe(true);
        if (read.kind === 'fault')
          for (const arg of Object.values(read.args)) expect(String(arg).length).toBeLessThan(200);
      }),
      { numRuns: 3000 },
    );
  });

  it('finds every item by its whole name, in both languages and both layouts', () => {
    const { texts } = context();
    for (const pack of Object.values(texts)) {
      for (const [item, { name }] of Object.entries(pack.items)) {
        expect(meaning(`!use ${name}`), name).toEqual(use(item));
        expect(meaning(`!use ${otherLayout(name)}`), name).toEqual(use(item));
      }
    }
  });
});
