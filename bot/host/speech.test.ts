/** GAME.md 10: in-game chat: players, alliance, everyone; moderated. What the host carries, and what it keeps. */
import { beforeEach, describe, expect, it } from 'vitest';
import { general, rules, table } from '../engine/diplomacy/given.ts';
import type { TalkLine } from '../protocol/views.ts';
import { Rooms, type Spoken } from './rooms.ts';
import { Speeches } from './speech.ts';

let game: ReturnType<typeof table>;
let rooms: Rooms;
let speeches: Speeches;
let heard: Record<string, Spoken[]>;
let pages: Omit<TalkLine, 'n' | 'at'>[];
let ids = 0;
function nextId(): string {
  ids += 1;
  return `s${ids}`;
}

beforeEach(() => {
  game = table();
  rooms = new Rooms();
  pages = [];
  heard = { p1: [], p2: [], p3: [] };
  for (const player of Object.keys(heard)) rooms.listen(player, (line) => heard[player]!.push(line));
  speeches = new Speeches({
    rules,
    rooms,
    state: () => game.state,
    now: () => game.at,
    name: (player) => `Name ${player}`,
    talk: (line) => pages.push(line),
  });
});

const say = (channel: 'everyone' | 'players' | 'alliance', text = 'hello', from = 'p1', id = nextId()) =>
  speeches.say({ id, from, channel, text });

describe('the game’s own chat', () => {
  it('everyone: the other players’ chats have it, and so have the pages', () => {
    // Player 4 has no process: nobody is told that they heard it.
    expect(say('everyone')).toEqual({ ok: true, to: ['p2', 'p3'] });
    expect(heard).toEqual({
      p1: [],
      p2: [{ from: 'p1', channel: 'everyone', text: 'hello' }],
      p3: [{ from: 'p1', channel: 'everyone', text: 'hello' }],
    });
    expect(pages).toEqual([{ player: 'p1', from: 'Name p1', role: 'player', text: '💬 hello' }]);
  });

  it('players: their chats, and no page', () => {
    expect(say('players')).toEqual({ ok: true, to: ['p2', 'p3'] });
    expect(pages).toEqual([]);
  });

  it('alliance: the partners alone', () => {
    expect(say('alliance')).toMatchObject({ code: 'chat-alone' });
    game.sign('alliance', 'p1', 'p3');
    expect(say('alliance')).toEqual({ ok: true, to: ['p3'] });
    expect([heard.p2, pages]).toEqual([[], []]);
  });

  it('moderated: a muted player is heard by nobody until it is over', () => {
    game.must({ type: 'mute', who: 'p1', minutes: 10 }, { by: 'admin' });
    expect(say('everyone')).toMatchObject({ ok: false, code: 'muted' });
    expect([heard.p2, pages]).toEqual([[], []]);
    game.wait(600);
    expect(say('everyone')).toMatchObject({ ok: true });
  });

  it('keeps each speaker’s pace, and nobody else’s', () => {
    for (let n = 0; n < general.chat.lines; n += 1) expect(say('everyone')).toMatchObject({ ok: true });
    expect(say('everyone')).toMatchObject({ code: 'chat-fast' });
    expect(say('everyone', 'me too', 'p2')).toMatchObject({ ok: true });
    game.wait(general.chat.window);
    expect(say('everyone')).toMatchObject({ ok: true });
  });

  it('says a line once, however often it comes, and gives the same answer', () => {
    expect(say('everyone', 'once', 'p1', 'same')).toEqual(say('everyone', 'once', 'p1', 'same'));
    expect(heard.p2).toHaveLength(1);
    expect(say('everyone', 'another speaker', 'p2', 'same')).toMatchObject({ ok: true });
    expect(heard.p3).toHaveLength(2);
  });

  it('leaves the state and the log as they were', () => {
    const before = JSON.stringify(game.state);
    say('everyone');
    expect(JSON.stringify(game.state)).toBe(before);
  });
});
