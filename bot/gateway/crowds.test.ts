/** A large chat's votes and words over the real wire: a frame that is too long would cut the line, again and again. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCounter } from '../crowd/counter.ts';
import { createLuckEdge } from '../crowd/luck.ts';
import { virtualClock } from '../host/clock.ts';
import { givenPoll, givenStarted, givenWish } from '../host/given.ts';
import { Link } from '../player/link.ts';
import { type GivenGateway, givenGateway } from './given.ts';

let gateway: GivenGateway;
let link: Link;
let downs: string[];

beforeEach(() => {
  downs = [];
});
afterEach(async () => {
  link.close();
  expect(gateway.faults).toEqual([]);
  await gateway.end();
});

async function lineOf(game: string, player: string): Promise<void> {
  const cut = downs;
  const token = await gateway.tokens.sign({ role: 'player', game, player });
  const socket = `ws://${await gateway.listen()}/ws`;
  await new Promise<void>((up) => {
    link = new Link({
      ...{ socket, game, views: [], token: async () => token },
      ...{ view: () => {}, moments: () => {}, chat: () => {}, hook: () => {} },
      up: () => up(),
      down: (code) => cut.push(code),
    });
  });
}

it('six hundred ballots of one flush all arrive, also when they are sent again', async () => {
  gateway = await givenGateway();
  const { game, poll } = await givenPoll(gateway.catalog);
  await lineOf(game.id, poll.player);
  const counter = createCounter();
  counter.open(poll.id);
  const vote = (i: number) =>
    counter.vote(poll.id, { voter: `youtube:${'Ж'.repeat(80)}${1000 + i}`, choice: 1, sentAt: Date.now() });
  for (let i = 0; i < 600; i += 1) expect(vote(i)).toBe(true);
  const flush = (at: number) => {
    for (const { poll: of, n, list } of counter.flush(at)) expect(link.ballots(of, n, list)).toBe(true);
  };
  flush(0);
  await vi.waitUntil(() => game.votes.live()[poll.id]?.voters === 600);
  expect(vote(600)).toBe(true);
  counter.resend();
  flush(1_000);
  await vi.waitUntil(() => game.votes.live()[poll.id]?.voters === 601);
  expect(downs).toEqual([]);
});

it('a hundred of the longest words all arrive', async () => {
  gateway = await givenGateway({ clock: virtualClock(Date.UTC(2026, 10, 2, 18)) });
  const game = await givenStarted(gateway.catalog, { ...givenWish({ seed: 'words' }), pace: 'marathon' });
  await lineOf(game.id, 'p1');
  const edge = createLuckEdge();
  for (let i = 0; i < 100; i += 1)
    edge.add({ voter: `youtube:UC${'x'.repeat(19)}${100 + i}`, word: '漢'.repeat(64), sentAt: 1 });
  let words = 0;
  for (let at = 0; words < 100 && at < 10_000; at += 1_000) {
    const wish = { type: 'luck' as const, list: [...edge.flush(at)] };
    const answer = await link.ask(`luck ${at}`, { player: 'p1' }, wish);
    if (!answer.ok || answer.says.is !== 'luck') throw new Error(JSON.stringify(answer));
    words = answer.says.words;
  }
  expect(words).toBe(100);
  expect(downs).toEqual([]);
});
