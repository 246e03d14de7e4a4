/** Trials from chat text: exchanging one, doubting one, judging one, and what the chat is told. */
import { describe, expect, it } from 'vitest';
import type { GameEvent } from '../engine/events.ts';
import type { Poll } from '../engine/state.ts';
import type { EntryText } from '../protocol/texts.ts';
import { answerEvents } from './answer.ts';
import { board, context, NAMES, TEXTS } from './given.ts';
import { readLine } from './read.ts';

const command = (line: string, role: 'player' | 'viewer' = 'player', lang: 'ru' | 'en' = 'ru') => {
  const read = readLine(line, context({ role, lang }));
  return read.kind === 'command' ? read.command : read.kind === 'fault' ? read.code : read.kind;
};

describe('commands of trials', () => {
  it.each([
    ['!реролл', 'player', { type: 'reroll' }],
    ['!reroll', 'player', { type: 'reroll' }],
    ['!оспорить kest', 'player', { type: 'contest', player: 'p2' }],
    ['!contest Night Fox', 'player', { type: 'contest', player: 'p3' }],
    ['!contest', 'player', 'needs-player'],
    ['!вердикт да', 'viewer', { type: 'verdict', yes: true }],
    ['!verdict no', 'viewer', { type: 'verdict', yes: false }],
    ['!вердикт Kestrel нет', 'viewer', { type: 'verdict', yes: false, player: 'p2' }],
    ['!вердикт может быть', 'viewer', 'bad-verdict'],
  ] as const)('%s', (line, role, wanted) => {
    expect(command(line, role)).toEqual(wanted);
  });
});

const text: EntryText = {
  name: 'Канат',
  line: 'Тянем.',
  flavor: '',
  rule: '',
  question: 'Тянуть?',
  options: ['Да', 'Нет'],
};
const texts = (entry: EntryText) => ({ ...TEXTS.ru, trials: { ...TEXTS.ru.trials, t: entry } });
const poll: Poll = {
  ...{ id: 'v9', player: 'p1', pending: 9, kind: 'quiz', options: 2, need: 0, trial: 't' },
  ...{ opens: 0, closes: 20_000, settles: 23_000 },
};
function said(events: readonly GameEvent[], entry = text, about = 'p1'): string {
  return answerEvents({
    lang: 'ru',
    texts: texts(entry),
    events,
    names: NAMES,
    board: board(),
    about,
    at: 0,
  });
}
const asked = (more: Partial<Poll>, entry = text, about = 'p1') =>
  said([{ type: 'pollOpened', poll: { ...poll, ...more } }], entry, about);

describe('what the chat is told', () => {
  it('asks both chats of a duel the same', () => {
    const question = 'Тянуть? 1 — Да, 2 — Нет. Цифру в чат, 20 с';
    expect(asked({})).toContain(question);
    expect(asked({ player: 'p2', owner: 'p1', id: 'v9r' }, text, 'p2')).toContain(question);
  });

  it('says how much longer slow chats are waited for', () => {
    expect(asked({ settles: 29_000 })).toContain('20 с и 9 с на связь');
    expect(asked({})).not.toContain('на связь');
  });

  it('never says the word that is to be found', () => {
    const riddle: EntryText = { ...text, question: 'Что это?', options: undefined, word: 'эхо' };
    const line = asked({ kind: 'crowd', options: 0, need: 5 }, riddle);
    expect(line).toContain('Что это? Слово в чат: нужно 5 зрителей');
    expect(line).not.toContain('эхо');
  });

  it('names the players where the question is about them', () => {
    const recall: EntryText = { ...text, question: 'Кто богаче?', options: undefined };
    expect(asked({ options: 2 }, recall)).toContain('Кто богаче? 1 — LiraVox, 2 — Kestrel');
  });

  it('asks for a verdict on a performance, not on a game', () => {
    expect(asked({ kind: 'confirm', confirms: 'performance' })).toContain('зачесть номер?');
    expect(asked({ kind: 'confirm', confirms: 'proof' })).toContain('зачесть испытание?');
  });

  it('tells of doubts, juries, duels and wishes that wait', () => {
    const lines = [
      said([{ type: 'contested', player: 'p2', n: 9, by: 'p3', stake: 10 }]),
      said([{ type: 'juryDrawn', player: 'p2', n: 9, jurors: [['a'], ['b'], ['c']], until: 300_000 }]),
      said([{ type: 'caseClosed', player: 'p2', n: 9, how: 'overturned', stakeTo: 'p3', until: 0 }]),
      said([{ type: 'duelEnded', player: 'p1', rival: 'p2', trial: 't', winner: 'p2' }]),
      said([{ type: 'wishHeld', player: 'p1', viewer: 'v', redemption: 'kick:1', reward: 'dare', until: 1 }]),
      said([{ type: 'trialRerolled', player: 'p1', from: 't', to: null }]),
      said([{ type: 'trialCalled', player: 'p1', trial: 't', scope: 'mass', players: ['p1', 'p2'] }]),
    ];
    expect(lines[0]).toContain('Night Fox сомневается');
    expect(lines[1]).toContain('присяжных: 3'.replace('п', 'П'));
    expect(lines[2]).toContain('не засчитана');
    expect(lines[3]).toContain('Kestrel');
    expect(lines[4]).toContain('в очереди');
    expect(lines[5]).toContain('кубики');
    expect(lines[6]).toContain('на всех');
  });
});
