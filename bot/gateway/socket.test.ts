import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { givenPoll, givenStarted } from '../host/given.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import { patched } from '../protocol/patch.ts';
import type { BoardView } from '../protocol/views.ts';
import { type GivenGateway, givenGateway, TestSocket } from './given.ts';

let gateway: GivenGateway;
let game: HostedGame;
let address: string;
const open: TestSocket[] = [];

beforeEach(async () => {
  gateway = await givenGateway();
  game = await givenStarted(gateway.catalog);
  address = await gateway.listen();
});
afterEach(async () => {
  for (const one of open.splice(0)) one.close();
  expect(gateway.faults).toEqual([]);
  await gateway.end();
});

async function connect(headers: Record<string, string> = {}): Promise<TestSocket> {
  const client = await TestSocket.open(address, headers);
  open.push(client);
  return client;
}
const playerToken = (player: string) => gateway.tokens.sign({ role: 'player', game: game.id, player });
const roll = (player: string, id = 'r') => ({ type: 'act', id, as: { player }, command: { type: 'roll' } });

it('who looks by a key that ends is told so at once; others stay', async () => {
  const [looks, plays] = [await connect(), await connect()];
  looks.hello(await gateway.tokens.overlayKey(game.id), game.id);
  plays.hello(await playerToken('p1'), game.id);
  for (const one of [looks, plays]) await one.next('welcome');
  await gateway.app.inject({
    method: 'DELETE',
    url: '/api/overlay-keys',
    headers: { authorization: `Bearer ${gateway.admin}`, host: '127.0.0.1:4747' },
    payload: { game: game.id },
  });
  expect(await looks.gone()).toMatchObject({ reason: 'bad-token' });
  expect(looks.all('bye')).toMatchObject([{ code: 'bad-token' }]);
  plays.send(roll('p1'));
  await plays.next('ack');
});

describe('a player over the socket', () => {
  it('is welcomed, sees the board, acts, and sees what changed', async () => {
    const client = await connect();
    client.hello(await playerToken('p1'), game.id, { views: ['board', 'log', 'bag:p1'] });
    expect(await client.next('welcome')).toMatchObject({ role: 'player', player: 'p1', seq: game.host.seq });
    const snapshot = await client.next('snapshot', ({ view }) => view === 'board');
    client.send(roll('p1'));
    const ack = await client.next('ack');
    expect(ack.events.some(({ type }) => type === 'rolled')).toBe(true);
    const change = await client.next('change', ({ view }) => view === 'board');
    expect(change.from).toBe(snapshot.frame + 1);
    expect(change.moments.map(({ seq }) => seq)).toContain(ack.seq);
    const now = patched(snapshot.data, change.set) as BoardView;
    expect(JSON.stringify(now)).toBe(JSON.stringify(game.view('board')));
  });

  it('may send hello and commands in one breath', async () => {
    const client = await connect();
    client.hello(await playerToken('p1'), game.id);
    client.send(roll('p1'));
    expect((await client.next('ack')).id).toBe('r');
    expect(client.heard[0]?.type).toBe('welcome');
  });

  it('acts once for the same id, from two sockets at once', async () => {
    const token = await playerToken('p1');
    const both = await Promise.all([connect(), connect()]);
    for (const client of both) {
      client.hello(token, game.id);
      client.send(roll('p1', 'same'));
    }
    const [first, second] = await Promise.all(both.map((client) => client.next('ack')));
    expect(first).toEqual(second);
  });

  it('speaks for no other seat, and is told so', async () => {
    const client = await connect();
    client.hello(await playerToken('p1'), game.id);
    client.send(roll('p2', 'a'));
    expect(await client.next('refused')).toMatchObject({ id: 'a', code: 'forbidden' });
    client.send({ ...roll('p1', 'b'), command: { type: 'expire' } });
    expect(await client.next('refused', ({ id }) => id === 'b')).toMatchObject({ code: 'bad-request' });
    expect(game.host.state.players.p2?.rolls).toBe(0);
  });

  it('hears the local chat once it beats, and counts as there', async () => {
    const client = await connect();
    client.hello(await playerToken('p1'), game.id);
    await client.next('welcome');
    expect(game.rooms.links()).toEqual({});
    client.send({ type: 'beat', state: { active: 3 } });
    for (let n = 0; n < 100 && !game.rooms.links().p1; n += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(game.hear('p1', { id: 'm', user: '1', name: 'Вера', roles: [], text: 'ау', sentAt: 1 })).toBe(
      true,
    );
    expect(await client.next('chat')).toMatchObject({ id: 'm', user: '1', text: 'ау' });
    client.close();
    await client.gone();
    for (let n = 0; n < 100 && game.rooms.links().p1; n += 1)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(game.rooms.links()).toEqual({ p1: false });
    expect(game.host.state.players.p1?.audience).toBe(3);
  });

  it('brings the ballots of its own chat alone', async () => {
    const { game: voting, poll } = await givenPoll(gateway.catalog);
    const sign = (player: string) => gateway.tokens.sign({ role: 'player', game: voting.id, player });
    const list = [
      { voter: 'twitch:1', choice: 1, sentAt: Date.now() },
      { voter: 'twitch:2', choice: 2, sentAt: Date.now() },
    ];
    const other = await connect();
    other.hello(await sign(poll.player === 'p1' ? 'p2' : 'p1'), voting.id);
    other.send({ type: 'ballots', poll: poll.id, n: 0, list });
    expect(await other.next('notice')).toMatchObject({ code: 'forbidden' });
    expect(voting.votes.live()[poll.id]?.voters).toBe(0);
    const own = await connect();
    own.hello(await sign(poll.player), voting.id);
    own.send({ type: 'ballots', poll: poll.id, n: 0, list });
    own.send({ type: 'ballots', poll: poll.id, n: 0, list });
    const change = await own.next('change', ({ set }) => set.some(([path]) => path[0] === 'tally'));
    expect(change.set.length).toBeGreaterThan(0);
    expect(voting.votes.live()[poll.id]?.voters).toBe(2);
  });
});

describe('coming back', () => {
  it('replays what was missed, or sends a snapshot after too long', async () => {
    const token = await playerToken('p1');
    const first = await connect();
    first.hello(token, game.id);
    const { frame } = await first.next('snapshot');
    first.close();
    await first.gone();
    await game.host.submit({ id: 'x', as: { by: 'player', player: 'p2' }, command: { type: 'roll' } });
    game.publisher.flush();
    const again = await connect();
    again.hello(token, game.id, { since: { board: frame } });
    expect(await again.next('change')).toMatchObject({ from: frame + 1 });
    expect(again.all('snapshot')).toEqual([]);
    const late = await connect();
    late.hello(token, game.id, { since: { board: frame - 5000 } });
    expect((await late.next('snapshot')).frame).toBeGreaterThan(frame);
  });
});

describe('somebody who should not be here', () => {
  it('is sent away with a word', async () => {
    const bye = async (hello: (client: TestSocket) => void) => {
      const client = await connect();
      hello(client);
      await client.gone();
      return client.all('bye')[0]?.code;
    };
    const token = await playerToken('p1');
    expect(await bye((client) => client.hello('x', game.id))).toBe('bad-token');
    expect(await bye((client) => client.hello('', game.id))).toBe('no-token');
    expect(await bye((client) => client.hello(token, 'g0'))).toBe('unknown-game');
    expect(await bye((client) => client.hello(token, game.id, { views: ['bag:p2'] }))).toBe('forbidden');
    expect(await bye((client) => client.hello(token, game.id, { v: 2 }))).toBe('wrong-version');
    expect(await bye((client) => client.send('{"type":'))).toBe('bad-frame');
    expect(await bye((client) => client.send(roll('p1')))).toBe('no-hello');
  });

  it('from a page of another site gets no socket', async () => {
    await expect(TestSocket.open(address, { origin: 'http://evil.example' })).rejects.toThrow(/403/);
  });

  it('with a frame that is too large is cut off, and nobody else', async () => {
    const token = await playerToken('p1');
    const [bad, good] = [await connect(), await connect()];
    for (const client of [bad, good]) {
      client.hello(token, game.id);
      await client.next('welcome');
    }
    bad.send(`{"type":"say","text":"${'x'.repeat(20_000)}"}`);
    expect((await bad.gone()).code).toBe(1009);
    good.send(roll('p1', 'still'));
    expect((await good.next('ack')).id).toBe('still');
  });

  it('who floods is slowed, then sent away', async () => {
    await gateway.end();
    gateway = await givenGateway({
      limits: { frames: { admin: 5, player: 5, discord: 5, site: 5, overlay: 5 } },
    });
    game = await givenStarted(gateway.catalog);
    address = await gateway.listen();
    const client = await connect();
    client.hello(await playerToken('p1'), game.id);
    await client.next('welcome');
    for (let n = 0; n < 100; n += 1) client.send({ type: 'beat' });
    expect(await client.next('notice')).toMatchObject({ code: 'too-fast' });
    await client.gone();
    expect(client.all('bye')[0]?.code).toBe('too-fast');
  });

  it('with wrong messages is told what is wrong, and may go on', async () => {
    const client = await connect();
    client.hello(await playerToken('p1'), game.id);
    client.send({ type: 'act', id: 'z', as: { player: 'p11' }, command: {} });
    expect(await client.next('refused')).toMatchObject({ id: 'z', code: 'bad-frame' });
    client.send(roll('p1', 'fine'));
    expect((await client.next('ack')).id).toBe('fine');
  });
});
