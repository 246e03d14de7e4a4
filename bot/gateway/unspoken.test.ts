/** What players decide unasked is in the log of the game, and nowhere else until it comes back. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { GameEvent } from '../engine/events.ts';
import { givenWish } from '../host/given.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import { type GivenGateway, givenGateway, TestSocket } from './given.ts';

const SLOW = 90_000;
const HIDDEN = ['watchBegun', 'watchEnded', 'remembered'] as const;

let gateway: GivenGateway;
beforeAll(async () => {
  gateway = await givenGateway({ fast: true });
});
afterAll(async () => {
  expect(gateway.faults).toEqual([]);
  await gateway.end();
});

/** Everything that all faces hear of a game of bots, and what its log holds. */
async function played(seed: string): Promise<{ game: HostedGame; faces: TestSocket[]; log: GameEvent[] }> {
  const game = await gateway.catalog.create(givenWish({ people: 0, seed }));
  const faces = await facesOf(game);
  await game.host.submit({ id: 'start', as: { by: 'admin' }, command: { type: 'start' } });
  await vi.waitUntil(() => game.host.state.status === 'finished', { timeout: 30_000, interval: 20 });
  const log: GameEvent[] = [];
  for await (const { events } of gateway.store.lines(game.id, 1)) log.push(...events);
  return { game, faces, log };
}

async function facesOf(game: HostedGame): Promise<TestSocket[]> {
  const address = await gateway.listen();
  const keys = [
    await gateway.tokens.overlayKey(game.id),
    await gateway.tokens.sign({ role: 'player', game: game.id, player: 'p1' }),
    gateway.admin,
  ];
  return Promise.all(
    keys.map(async (key) => {
      const face = await TestSocket.open(address);
      face.hello(key, game.id, { views: ['board', 'log'] });
      await face.next('snapshot', ({ view }) => view === 'log');
      return face;
    }),
  );
}

/** Runs of scenes that have asked something of the world, wherever they stand in a message. */
function answersIn(what: unknown): readonly unknown[] {
  if (typeof what !== 'object' || what === null) return [];
  const own = 'answers' in what && Array.isArray(what.answers) ? what.answers : [];
  return [...own, ...Object.values(what).flatMap(answersIn)];
}

it('no face is sent it: not the overlay, not a player, not the admin; not as it happens and not later', {
  timeout: SLOW,
}, async () => {
  const types = new Set<string>();
  let asked = 0;
  let told = 0;
  for (let n = 0; n < 12 && !(asked > 0 && HIDDEN.every((type) => types.has(type))); n += 1) {
    const { game, faces, log } = await played(`unspoken ${n}`);
    for (const { type } of log) types.add(type);
    asked += answersIn(log).length;
    const later = await facesOf(game);
    for (const { heard } of [...faces, ...later]) {
      const text = JSON.stringify(heard);
      for (const type of HIDDEN) expect(text).not.toContain(`"${type}"`);
      expect(answersIn(heard)).toEqual([]);
      told += text.split('"sceneBegun"').length - 1;
    }
    for (const face of [...faces, ...later]) face.close();
  }
  expect([...types]).toEqual(expect.arrayContaining([...HIDDEN]));
  expect(asked).toBeGreaterThan(0);
  expect(told).toBeGreaterThan(0);
});
