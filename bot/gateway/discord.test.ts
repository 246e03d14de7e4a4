import { afterEach, beforeEach, expect, it } from 'vitest';
import { givenPoll, givenStarted } from '../host/given.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import { type GivenGateway, givenGateway, TestSocket } from './given.ts';

let gateway: GivenGateway;
let game: HostedGame;
let client: TestSocket;

beforeEach(async () => {
  gateway = await givenGateway();
  game = await givenStarted(gateway.catalog);
  client = await TestSocket.open(await gateway.listen());
});
afterEach(async () => {
  client.close();
  await gateway.end();
});

const enter = async (of: HostedGame, views = ['board', 'bag:p1', 'bag:p2']) => {
  client.hello(await gateway.tokens.sign({ role: 'discord', game: of.id }), of.id, { views });
  return client.next('welcome');
};
const vera = { platform: 'discord', user: '42', name: 'Вера', channel: 'p2' };
const act = (id: string, as: object) => client.send({ type: 'act', id, as, command: { type: 'roll' } });

it('sees the bags of all, and speaks for people of Discord in the chat of any seat', async () => {
  expect(await enter(game)).toMatchObject({ role: 'discord', player: null });
  await client.next('snapshot', ({ view }) => view === 'bag:p2');
  act('1', vera);
  // A viewer may not throw, so it was heard as one.
  expect(await client.next('refused', ({ id }) => id === '1')).toMatchObject({ code: 'not-yours' });
});

it('speaks for no player, no admin, and for nobody of another platform', async () => {
  await enter(game);
  const others = [
    { player: 'p1' },
    { admin: true },
    { ...vera, platform: 'twitch' },
    { ...vera, platform: 'local' },
  ];
  for (const [n, as] of others.entries()) {
    act(`no${n}`, as);
    expect(await client.next('refused', ({ id }) => id === `no${n}`)).toMatchObject({ code: 'forbidden' });
  }
  client.send({ type: 'say', player: 'p1', from: 'x', role: 'player', text: 'x' });
  expect(await client.next('notice')).toMatchObject({ code: 'forbidden' });
});

it('pays for nobody and settles nothing', async () => {
  await enter(game);
  const payments = [
    { type: 'redeem', redemption: 'x:1', reward: 'hot_soup' },
    { type: 'settled', redemption: 'x:1', code: 'ok' },
  ];
  for (const [n, command] of payments.entries()) {
    client.send({ type: 'act', id: `pay${n}`, as: vera, command });
    expect(await client.next('refused', ({ id }) => id === `pay${n}`)).toMatchObject({ code: 'forbidden' });
  }
});

it('casts ballots of people of Discord alone', async () => {
  const { game: voting, poll } = await givenPoll(gateway.catalog);
  await enter(voting, ['board']);
  const cast = (voter: string) =>
    client.send({
      type: 'ballots',
      poll: poll.id,
      n: 0,
      list: [{ voter, choice: poll.options > 0 ? 1 : 'x', sentAt: voting.clock.now() }],
    });
  cast('twitch:42');
  expect(await client.next('notice')).toMatchObject({ code: 'forbidden', args: { detail: 'ballots' } });
  cast('discord:42');
  await client.next('change', () => voting.votes.live()[poll.id]?.voters === 1);
});

it('stays in its game, and its token is made for an admin alone', async () => {
  const base = `http://${await gateway.listen()}`;
  const ask = async (token: string) => {
    const response = await fetch(`${base}/api/discord-tokens`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ game: game.id }),
    });
    return { status: response.status, body: (await response.json()) as { token?: string } };
  };
  const made = await ask(gateway.admin);
  expect(made.status).toBe(200);
  expect((await ask(made.body.token ?? '')).status).toBe(403);
  expect(await gateway.tokens.verify(made.body.token ?? '')).toEqual({
    ok: true,
    who: { role: 'discord', game: game.id },
  });
  const other = await givenStarted(gateway.catalog);
  client.hello(made.body.token ?? '', other.id, { views: [] });
  expect(await client.next('bye')).toMatchObject({ code: 'forbidden' });
});
