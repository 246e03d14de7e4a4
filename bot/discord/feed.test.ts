import { afterEach, describe, expect, it } from 'vitest';
import type { Post } from '../../adapters/platform/discord/contract.ts';
import { board } from '../commands/given.ts';
import type { GameEvent } from '../engine/events.ts';
import { Feed, type FeedOptions } from './feed.ts';
import { givenGame, pause } from './given.ts';

let feed: Feed;
afterEach(() => feed.close());

function open(more: Partial<FeedOptions> = {}) {
  const posts: Post[] = [];
  const { wire, game } = givenGame();
  const post = async (one: Post) => posts.push(one) > 0;
  feed = new Feed({ game, lang: 'en', everyMs: 200, gatherMs: 30, post, picture: async () => null, ...more });
  return { posts, wire };
}
const roll = (player: string, total: number): GameEvent => ({
  ...{ type: 'rolled', player, bonus: 0, total, spent: [] },
  dice: [{ sides: 100, value: total }],
});
const moment = (seq: number, ...events: GameEvent[]) => ({ seq, at: 0, events });
const lines = (posts: readonly Post[]) => posts.map(({ text }) => text.split('\n').length);

/** Waits until so many posts are there: a busy machine takes its time. */
async function posted(posts: readonly Post[], count: number): Promise<void> {
  for (const end = Date.now() + 5_000; posts.length < count && Date.now() < end; ) await pause(5);
  expect(posts.length).toBe(count);
}

describe('the feed', () => {
  it('gathers what happens into one post in a while, each line of the log once', async () => {
    const { posts } = open();
    feed.moments([moment(1, roll('p1', 7)), moment(2, roll('p2', 8))]);
    feed.moments([moment(1, roll('p1', 7)), moment(3, roll('p1', 9))]);
    await posted(posts, 1);
    const first = Date.now();
    feed.moments([moment(4, roll('p2', 10))]);
    await posted(posts, 2);
    expect(Date.now() - first).toBeGreaterThan(150);
    expect(lines(posts)).toEqual([3, 1]);
    expect(posts[1]?.text).toContain('10');
  });

  it('leaves out what an answer has told, whichever comes first', async () => {
    const { posts } = open();
    feed.told(2);
    feed.moments([moment(1, roll('p1', 7)), moment(2, roll('p1', 8)), moment(3, roll('p2', 9))]);
    feed.told(3);
    await posted(posts, 1);
    expect(lines(posts)).toEqual([1]);
  });

  it('keeps the throws of bots to itself, and tells of what concerns everybody', async () => {
    const { posts, wire } = open();
    const { players } = board();
    wire.board = {
      ...board(),
      players: players.map((one) => ({ ...one, kind: one.id === 'p1' ? 'person' : 'bot' })),
    };
    feed.moments([moment(1, roll('p2', 7)), moment(2, { type: 'paused' })]);
    await posted(posts, 1);
    expect(lines(posts)).toEqual([1]);
    expect(posts[0]?.text).toContain('/resume'.slice(1));
  });

  it('shows the board at a milestone: as a picture, else in the words of the map', async () => {
    const png = Uint8Array.of(1, 2, 3);
    const { posts } = open({ picture: async () => png });
    feed.moments([moment(1, { type: 'started' })]);
    await posted(posts, 1);
    expect(posts[0]?.picture).toBe(png);
    feed.close();
    const other = open({ picture: () => Promise.reject(new Error('no browser')) });
    feed.moments([moment(1, { type: 'started' })]);
    await posted(other.posts, 1);
    expect(other.posts[0]?.picture).toBeUndefined();
    expect(other.posts[0]?.text.split('\n').length).toBeGreaterThan(1);
    expect(other.posts[0]?.text).toContain('LiraVox');
  });

  it('offers the dice to whoever had a part in it and may throw', async () => {
    const { posts } = open();
    feed.moments([moment(1, roll('p1', 7))]);
    await posted(posts, 1);
    expect(posts[0]?.buttons?.map(({ id }) => id)).toEqual(['msig:p1:roll::', 'msig:p1:roll::+d8']);
  });

  it('keeps the last words while the channel takes none, says how many went, and never more than fits', async () => {
    const posts: Post[] = [];
    let gone = true;
    const post = async (one: Post) => (gone ? false : posts.push(one) > 0);
    open({ post, everyMs: 50 });
    for (let seq = 1; seq <= 120; seq += 1) feed.moments([moment(seq, roll('p1', seq))]);
    await pause(150);
    expect(posts).toEqual([]);
    gone = false;
    await posted(posts, 1);
    expect(posts[0]?.text).toMatch(/earlier events: \d+/);
    expect(posts[0]?.text).toContain('120');
    expect(posts[0]!.text.length).toBeLessThan(2_000);
  });
});
