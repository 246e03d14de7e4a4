import { beforeEach, describe, expect, it } from 'vitest';
import type {
  Answer,
  ButtonCall,
  CommandCall,
  DiscordAdapter,
  Post,
} from '../../adapters/platform/discord/contract.ts';
import { board } from '../commands/given.ts';
import type { Poll } from '../engine/state.ts';
import { type CastVote, Desk } from './desk.ts';
import { Feed } from './feed.ts';
import type { Game } from './game.ts';
import { type GivenWire, givenGame, pause } from './given.ts';
import { askedNow, buttonsFor } from './questions.ts';
import { Reception } from './reception.ts';

let wire: GivenWire;
let game: Game;
let reception: Reception;
let votes: Parameters<CastVote>[];
let posts: Post[];
let feed: Feed;
const notes: string[] = [];

beforeEach(() => {
  ({ wire, game } = givenGame());
  votes = [];
  posts = [];
  notes.length = 0;
  const desk = new Desk(game, (...vote) => votes.push(vote) > 0);
  const post = async (one: Post) => posts.push(one) > 0;
  feed = new Feed({
    ...{ game, post, lang: 'en', everyMs: 20, gatherMs: 10 },
    picture: async () => null,
  });
  const adapter = { post } as unknown as DiscordAdapter;
  reception = new Reception({ game, desk, feed, adapter, lang: 'en', note: (line) => notes.push(line) });
});

let count = 0;
function called(more: object, late = false): { call: CommandCall | ButtonCall; said: Answer[] } {
  const said: Answer[] = [];
  const answer = async (one: Answer) => said.push(one) > 0;
  count += 1;
  const call = {
    ...{
      id: `i${count}`,
      user: '42',
      name: 'Вера',
      locale: 'en-US',
      home: true,
      kind: 'command',
      options: {},
    },
    ...{ answer, edit: answer, defer: async () => true, putOff: () => late },
    ...more,
  } as CommandCall;
  return { call, said };
}
async function ask(more: object): Promise<Answer> {
  const { call, said } = called(more);
  await reception.called(call);
  expect(said).toHaveLength(1);
  return said[0]!;
}
const command = (name: string, options = {}, more = {}) =>
  ask({ kind: 'command', command: name, options, ...more });
const press = (button: string) => ask({ kind: 'button', button });

describe('whose seat a command is for', () => {
  it('is the one that is named, else one’s own, else the first that somebody plays', async () => {
    await command('roll', { player: 'p3' });
    await command('roll', { player: 'Kestrel' }, { user: '44' });
    await command('roll', {}, { user: '45' });
    wire.seat = 'p4';
    await command('roll', {}, { user: '43' });
    const seats = wire.acts.map(({ as }) => ('channel' in as ? as.channel : ''));
    expect(seats).toEqual(['p3', 'p2', 'p1', 'p4']);
  });

  it('always speaks as a person of Discord, never as a player', async () => {
    wire.seat = 'p1';
    await command('use', { item: 'take_two', target: 'p2' });
    expect(wire.acts[0]).toMatchObject({
      as: { platform: 'discord', user: '42', name: 'Вера', channel: 'p1' },
      doing: { command: { type: 'use', item: 'take_two', targets: ['p2'] } },
    });
    expect(wire.acts[0]?.id).toMatch(/^discord:i/);
  });
});

describe('buttons', () => {
  const poll: Poll = {
    id: 'v7c1',
    player: 'p2',
    pending: 5,
    kind: 'quiz',
    options: 3,
    need: 0,
    opens: 0,
    closes: 60_000,
  };
  const fork = { is: 'fork', n: 9, until: null, cell: 1, left: 2, ways: [2, 3] } as const;

  it('of a fork choose its way while it is open, and say that it is closed after', async () => {
    wire.board = board({ pending: fork });
    const [question] = askedNow(wire.board, 'p1', false);
    const buttons = buttonsFor(game, question!, { lang: 'ru', named: true });
    expect(buttons).toEqual([
      { id: 'msig:p1:go:9:1', label: 'LiraVox: Путь 1' },
      { id: 'msig:p1:go:9:2', label: 'LiraVox: Путь 2' },
    ]);
    await press('msig:p1:go:9:2');
    expect(wire.acts[0]?.doing.command).toEqual({ type: 'go', way: 2 });
    wire.board = board();
    expect((await press('msig:p1:go:9:2')).text).toContain('/trial');
    expect(wire.acts).toHaveLength(1);
  });

  it('of a vote vote in that vote, though another opened later', async () => {
    const later: Poll = { ...poll, id: 'v8c2', pending: 6, opens: 10 };
    wire.board = { ...board(), polls: [poll, later] };
    const asked = { seat: 'p2', pending: null, poll };
    expect(buttonsFor(game, asked, { lang: 'en', named: false })).toHaveLength(3);
    const answer = await press('msig:p2:vote:v7c1:3');
    expect(votes).toMatchObject([['v7c1', { voter: 'discord:42', choice: 3 }]]);
    expect(answer).toMatchObject({ private: true });
  });

  it('of a yes or no have those words', () => {
    const asked = { seat: 'p2', pending: null, poll: { ...poll, kind: 'confirm' as const, options: 2 } };
    expect(buttonsFor(game, asked, { lang: 'ru', named: false }).map(({ label }) => label)).toEqual([
      'Да',
      'Нет',
    ]);
  });
});

describe('answers', () => {
  it('are given once, privately when something is wrong, also when the wire is down or there is no board yet', async () => {
    expect(await command('roll', { die: 'd1' })).toMatchObject({ private: true });
    wire.up = false;
    expect((await command('roll')).text).toContain('comes back');
    wire.board = null;
    expect((await command('status')).text).toContain('comes back');
    expect((await command('status', {}, { home: false })).text).toContain('another server');
    expect((await command('nothing')).private).toBe(true);
    expect(notes).toEqual([]);
  });

  it('come though the wire throws, and the fault is told', async () => {
    wire.answer = () => Promise.reject(new Error('torn'));
    expect((await command('roll')).private).toBe(true);
    expect(notes.join()).toContain('torn');
  });

  it('to questions asked too often are for one pair of eyes, not refused', async () => {
    const [first, second] = [await command('top'), await command('top')];
    expect([first.private, second.private]).toEqual([false, true]);
    expect(second.text).toContain('LiraVox');
  });

  it('that were put off are private, so the feed tells of it; of others it does not', async () => {
    const dice = [{ sides: 4, value: 3 }];
    const events = [{ type: 'rolled', player: 'p1', dice, bonus: 0, total: 3, spent: [] }] as const;
    for (const [seq, late] of [
      [8, false],
      [9, true],
    ] as const) {
      wire.answer = async () => ({ ok: true, seq, events });
      const { call, said } = called({ kind: 'command', command: 'roll', user: `late ${late}` }, late);
      await reception.called(call);
      expect(said[0]?.text).toContain('3');
      feed.moments([{ seq, at: 0, events }]);
      await pause(60);
      expect(posts.length, `late: ${late}`).toBe(late ? 1 : 0);
    }
  });
});

describe('lines in the channel', () => {
  const line = (text: string, id = 'm') =>
    reception.heard({
      id,
      text,
      user: '42',
      name: 'Вера',
      platform: 'discord',
      channel: 'c',
      roles: [],
      sentAt: 0,
    });

  it('ask for nobody’s seat and get no answer when they are talk', async () => {
    await line('hello there');
    await line('2');
    expect([wire.asked, posts, votes]).toEqual([[], [], []]);
  });

  it('vote by a bare number in the vote that opened last, whoever’s it is, without a word', async () => {
    const poll: Poll = {
      id: 'v1',
      player: 'p1',
      pending: 1,
      kind: 'quiz',
      options: 3,
      need: 0,
      opens: 5,
      closes: 60_000,
    };
    wire.board = { ...board(), polls: [{ ...poll }, { ...poll, id: 'v2', player: 'p3', opens: 9 }] };
    await line('2');
    expect(votes).toMatchObject([['v2', { voter: 'discord:42', choice: 2 }]]);
    expect(posts).toEqual([]);
    expect(wire.asked).toEqual([]);
  });

  it('are commands when they begin like one', async () => {
    await line('!top');
    await pause(5);
    expect(posts[0]?.text).toContain('LiraVox');
  });
});
