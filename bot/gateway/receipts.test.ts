/** Verifiable votes: a receipt for each ballot, checked against the root that the log has. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Receipt } from '../crowd/tally.ts';
import type { Poll } from '../engine/state.ts';
import { virtualClock } from '../host/clock.ts';
import { givenPoll } from '../host/given.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import { type GivenGateway, givenGateway, TestSocket } from './given.ts';

const clock = virtualClock(Date.UTC(2026, 10, 2, 18));
let gateway: GivenGateway;
let game: HostedGame;
let poll: Poll;
let root = '';

beforeAll(async () => {
  gateway = await givenGateway({ clock });
  ({ game, poll } = await givenPoll(gateway.catalog));
  const list = Array.from({ length: 9 }, (_, i) => ({
    ...{ voter: `twitch:${i}`, choice: (i % 2) + 1, sentAt: clock.now() },
  }));
  expect(game.cast(poll.id, list)).toBe(9);
  await vi.waitUntil(
    () => {
      clock.jump(clock.now() + 1_000);
      return !game.host.state.polls[poll.id];
    },
    { timeout: 5_000, interval: 1 },
  );
  for await (const { events } of gateway.store.lines(game.id, 1))
    for (const event of events) if (event.type === 'pollClosed' && event.poll === poll.id) root = event.root;
  expect(root).toMatch(/^[0-9a-f]{64}$/);
});
afterAll(async () => {
  expect(gateway.faults).toEqual([]);
  await gateway.end();
});

const headers = { host: '127.0.0.1:4747' };
const asked = (user: string) => {
  const as = { platform: 'twitch', user, name: `Viewer ${user}`, channel: poll.player };
  return game.ask({ id: `receipt ${user}`, as, wish: { type: 'receipt' } });
};
const says = async (user: string) => {
  const answer = await asked(user);
  if (!answer.ok || answer.says.is !== 'receipt') throw new Error(JSON.stringify(answer));
  return answer.says;
};

async function proofOf(user: string): Promise<{ receipt: Receipt; root: string }> {
  const { ballot } = await says(user);
  // Nobody has to sign in: whoever has the key of a ballot has its proof.
  const url = `/api/games/${game.id}/receipts/${poll.id}/${ballot}`;
  const response = await gateway.app.inject({ method: 'GET', url, headers });
  expect(response.statusCode).toBe(200);
  return response.json();
}
async function holds(receipt: unknown, against = root): Promise<boolean> {
  const payload = { receipt, root: against };
  const response = await gateway.app.inject({ method: 'POST', url: '/api/receipts/check', headers, payload });
  expect(response.statusCode).toBe(200);
  return response.json().ok;
}

describe('the receipt of a vote', () => {
  it('is told in the chat: the choice, its place, the root of the log', async () => {
    const text = async (lang: 'ru' | 'en', line: string) => {
      const as = { platform: 'twitch', user: '3', name: 'Зоя', channel: poll.player };
      const response = await gateway.app.inject({
        method: 'POST',
        url: `/api/games/${game.id}/commands?lang=${lang}`,
        headers: { ...headers, authorization: `Bearer ${gateway.admin}` },
        payload: { id: `said ${lang}`, as, text: line },
      });
      return response.json().reply[lang] as string;
    };
    expect(await text('ru', '!чек')).toMatch(
      new RegExp(`^Зоя, голос 2 учтён: \\d из 9, корень ${root.slice(0, 12)}`),
    );
    expect(await text('en', '!receipt')).toContain(`your vote 2 is counted`);
    expect(await says('3')).toMatchObject({ choice: '2', count: 9, root });
  });

  it('is checked by anybody against the root that is in the log, and against no other', async () => {
    for (const user of ['0', '5', '8']) {
      const { receipt, root: told } = await proofOf(user);
      expect(told).toBe(root);
      expect(receipt.choice).toBe(String((Number(user) % 2) + 1));
      expect(await holds(receipt)).toBe(true);
      expect(await holds({ ...receipt, choice: receipt.choice === '1' ? '2' : '1' })).toBe(false);
      expect(await holds({ ...receipt, index: (receipt.index + 1) % 9 })).toBe(false);
      expect(await holds(receipt, 'ab'.repeat(32))).toBe(false);
    }
  });

  it('is for whoever voted: others are told that there is none', async () => {
    expect(await asked('stranger')).toEqual({ ok: false, code: 'no-receipt', args: {} });
    const url = `/api/games/${game.id}/receipts/${poll.id}/${'0'.repeat(32)}`;
    expect((await gateway.app.inject({ method: 'GET', url, headers })).statusCode).toBe(404);
    const bad = { receipt: { poll: 'v1' }, root };
    const response = await gateway.app.inject({
      ...{ method: 'POST', url: '/api/receipts/check', headers, payload: bad },
    });
    expect(response.statusCode).toBe(400);
  });

  it('comes over the socket for the chat of that seat, and for no other', async () => {
    const token = await gateway.tokens.sign({ role: 'player', game: game.id, player: poll.player });
    const socket = await TestSocket.open(await gateway.listen());
    socket.hello(token, game.id);
    await socket.next('welcome');
    const as = { platform: 'twitch', user: '4', name: 'Four', channel: poll.player };
    socket.send({ type: 'ask', id: 'a', as, wish: { type: 'receipt' } });
    expect((await socket.next('told')).says).toMatchObject({ is: 'receipt', choice: '1', count: 9 });
    const channel = poll.player === 'p1' ? 'p2' : 'p1';
    socket.send({ type: 'ask', id: 'b', as: { ...as, channel }, wish: { type: 'receipt' } });
    expect((await socket.next('refused')).code).toBe('forbidden');
    socket.close();
  });

  it('costs nobody’s guess a look into the log, and its own holder one for all', async () => {
    const again = await givenGateway({ clock, log: gateway.log });
    const ballot = (await says('7')).ballot;
    const read = vi.spyOn(again.store, 'lines');
    const words = new TextEncoder().encode(JSON.stringify([{ voter: 'ab', choice: 'fox' }]));
    for (const name of ['luck-1', 'v-never-closed']) await gateway.log.saveBallots(game.id, name, words);
    const get = async (name: string, key: string) => {
      const url = `/api/games/${game.id}/receipts/${name}/${key}`;
      return (await again.app.inject({ url, headers })).statusCode;
    };
    for (const key of ['ab', 'x', 'y']) expect(await get('luck-1', key)).toBe(404);
    for (let i = 0; i < 3; i += 1) expect(await get(poll.id, `guess${i}`)).toBe(404);
    expect(read).not.toHaveBeenCalled();
    for (let i = 0; i < 3; i += 1) expect(await get('v-never-closed', 'ab')).toBe(404);
    expect(await get(poll.id, ballot)).toBe(200);
    expect(read.mock.calls.length).toBeLessThanOrEqual(1);
    await again.end();
  });

  it('is there after a restart, also for a vote that is long past', async () => {
    const { ballot } = await says('7');
    const again = await givenGateway({ clock, log: gateway.log });
    const found = await again.catalog.get(game.id)!.beside.receipts.of(poll.id, ballot);
    expect(found).toMatchObject({ root, receipt: { choice: '2' } });
    await again.end();
  });
});
