/** A practice bot takes over a seat in the middle of a game, and gives it back. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../engine/commands.ts';
import type { Clock } from '../clock.ts';
import { type GivenCatalog, givenCatalog, givenContent, givenStarted } from '../given.ts';
import { Practice } from './practice.ts';

let given: GivenCatalog;
beforeAll(async () => {
  given = await givenCatalog();
});
afterAll(() => given.catalog.close());

it('plays while the seat is its own, and not a move longer', async () => {
  const { rules } = await givenContent();
  const game = await givenStarted(given.catalog);
  const due: (() => void)[] = [];
  const clock: Clock = {
    now: () => Date.now(),
    after: (_ms, call) => {
      due.push(call);
      return () => {};
    },
  };
  const practice = new Practice({ host: game.host, rules, clock, seed: new Uint8Array(32).fill(3) });
  const submit = (id: string, command: Command) => game.host.submit({ id, as: { by: 'admin' }, command });
  const seat = (kind: 'person' | 'bot') =>
    ({ type: 'reseat', player: 'p2', kind, same: true, reason: 'away' }) as const;
  const passes = async () => {
    for (const call of due.splice(0)) call();
    for (let turns = 0; turns < 20; turns += 1) await new Promise((wake) => setImmediate(wake));
  };
  await passes();
  expect(game.host.state.players.p2).toMatchObject({ kind: 'person', rolls: 0 });
  await submit('take', seat('bot'));
  for (let looks = 0; looks < 20 && game.host.state.players.p2?.rolls === 0; looks += 1) await passes();
  expect(game.host.state.players.p2).toMatchObject({ kind: 'bot', rolls: 1 });
  await submit('give', seat('person'));
  const { seq } = game.host;
  for (let looks = 0; looks < 5; looks += 1) await passes();
  expect(game.host.seq).toBe(seq);
  expect(due).toEqual([]);
  practice.stop();
});
