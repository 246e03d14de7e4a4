import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localPlatform } from '../../adapters/platform/local/local.ts';
import { type GivenGateway, givenGateway } from '../gateway/given.ts';
import { givenPoll, givenStarted, givenWish } from '../host/given.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import type { TalkView } from '../protocol/views.ts';
import { readToken } from './address.ts';
import { type Running, runPlayer } from './process.ts';

let gateway: GivenGateway;
let address: string;
const running: Running[] = [];
let said = 0;

beforeEach(async () => {
  gateway = await givenGateway();
  address = await gateway.listen();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
  expect(gateway.faults).toEqual([]);
  await gateway.end();
});

async function until(what: () => boolean, ms = 10_000): Promise<void> {
  const end = Date.now() + ms;
  while (!what()) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function join(game: HostedGame, player: string): Promise<void> {
  const token = await gateway.tokens.sign({ role: 'player', game: game.id, player });
  running.push(
    await runPlayer({
      gateway: address,
      token,
      adapters: (port) => [localPlatform(player, port)],
      note: () => {},
      onAlive: () => {},
    }),
  );
  await until(() => game.rooms.links()[player] === true);
}

/** Says a line in a player's local chat. */
function say(
  game: HostedGame,
  player: string,
  text: string,
  as: { user?: string; id?: string; owner?: boolean } = {},
) {
  said += 1;
  const { user = 'vera', id = `line ${said}`, owner = false } = as;
  const roles = owner ? (['broadcaster'] as const) : [];
  game.hear(player, { id, user, name: user, roles, text, sentAt: Date.now() });
}
const answers = (game: HostedGame) =>
  (game.view('talk') as TalkView).lines.filter(({ role }) => role === 'game').map(({ text }) => text);

describe('a player process', () => {
  it("turns the streamer's line into a move, and says what became of it", async () => {
    const game = await givenStarted(gateway.catalog);
    await join(game, 'p1');
    say(game, 'p1', '!кубик', { owner: true });
    await until(() => game.host.state.players.p1?.rolls === 1);
    await until(() => answers(game).some((line) => line.includes('Анна')));
  });

  it('answers in the language of its channel, and refuses a viewer', async () => {
    const game = await givenStarted(gateway.catalog);
    await join(game, 'p2');
    say(game, 'p2', '!roll');
    await until(() => answers(game).length > 0);
    expect(answers(game)[0]).not.toMatch(/[а-я]/);
    expect(game.host.state.players.p2?.rolls).toBe(0);
  });

  it('does the same message once, however often the platform brings it', async () => {
    const game = await givenStarted(gateway.catalog);
    await join(game, 'p1');
    const { seq } = game.host;
    for (let n = 0; n < 3; n += 1) say(game, 'p1', '!монетка', { owner: true, id: 'same' });
    say(game, 'p1', '!статус', { owner: true });
    await until(() => answers(game).some((line) => line.includes('HP')));
    expect(game.host.seq).toBe(seq + 1);
    // A process that was started anew has forgotten; the game has not.
    await running.pop()!.close();
    await until(() => game.rooms.links().p1 === false);
    await join(game, 'p1');
    say(game, 'p1', '!монетка', { owner: true, id: 'same' });
    say(game, 'p1', '!топ', { owner: true });
    await until(() => answers(game).some((line) => line.includes('Gleb')));
    expect(game.host.seq).toBe(seq + 1);
  });

  it('says nothing to ordinary talk', async () => {
    const game = await givenStarted(gateway.catalog);
    await join(game, 'p1');
    for (const text of ['всем привет', 'какой красивый стол', '!!!', '🎲']) say(game, 'p1', text);
    say(game, 'p1', '!статус');
    await until(() => answers(game).length > 0);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(answers(game)).toHaveLength(1);
  });

  it('counts bare numbers as votes, one for each viewer, and brings them', async () => {
    const { game, poll } = await givenPoll(gateway.catalog);
    await join(game, poll.player);
    for (const user of ['a', 'b', 'c', 'a']) say(game, poll.player, user === 'c' ? '2' : '1', { user });
    await until(() => game.votes.live()[poll.id]?.voters === 3);
    expect(game.votes.live()[poll.id]?.totals).toMatchObject({ 1: 2, 2: 1 });
  });

  it('carries what a player says into the other chats, and into no log', async () => {
    const game = await givenStarted(gateway.catalog);
    await join(game, 'p1');
    await join(game, 'p2');
    const given: { readonly events: readonly unknown[] }[] = [];
    game.host.onCommit((commit) => given.push(...commit.lines));
    const lines = () => (game.view('talk') as TalkView).lines;
    const in2 = () => lines().filter(({ player, role }) => player === 'p2' && role === 'game');
    say(game, 'p1', '!сказать Всем удачи 🎲', { owner: true });
    await until(() => in2().some(({ text }) => text === '💬 Анна: Всем удачи 🎲'));
    await until(() => answers(game).some((line) => line.startsWith('Услышали: Boris')));
    expect(lines().some(({ player, text }) => player === 'p1' && text === '💬 Всем удачи 🎲')).toBe(true);
    say(game, 'p1', '!сказать союзу тайна', { owner: true });
    await until(() => answers(game).some((line) => line.includes('союз')));
    say(game, 'p1', '!сказать от зрителя');
    say(game, 'p1', '!сказать игрокам всё', { owner: true });
    await until(() => in2().some(({ text }) => text.includes('(to players): всё')));
    expect(
      in2()
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(/тайна|от зрителя/);
    const logged = given.flatMap(({ events }) => events);
    expect(JSON.stringify([logged, game.view('log')])).not.toMatch(/удачи|тайна|всё/);
  });

  it('comes back when the line was cut, and goes on', async () => {
    const game = await givenStarted(gateway.catalog);
    await join(game, 'p1');
    gateway.sockets.close();
    await until(() => game.rooms.links().p1 === false);
    await until(() => game.rooms.links().p1 === true);
    say(game, 'p1', '!кубик', { owner: true });
    await until(() => game.host.state.players.p1?.rolls === 1);
  });

  it('adds its share to the dice: nobody shows a number before all have sealed theirs', async () => {
    const game = await gateway.catalog.create(givenWish({ seed: null }));
    const order: string[] = [];
    game.host.onCommit(({ lines }) => order.push(...lines.map(({ command }) => command.type)));
    await Promise.all(game.host.state.order.map((player) => join(game, player)));
    await until(() => order.length === 8);
    expect(order).toEqual([...Array(4).fill('commitNonce'), ...Array(4).fill('revealNonce')]);
    expect(Object.values(game.host.state.players).every(({ nonce }) => nonce?.value)).toBe(true);
  });

  it('wants the token of a player', async () => {
    const options = { gateway: address, adapters: () => expect.fail(), note: () => {}, onAlive: () => {} };
    await expect(runPlayer({ ...options, token: gateway.admin })).rejects.toMatchObject({
      code: 'BAD_TOKEN',
    });
    await expect(runPlayer({ ...options, token: 'x', gateway: 'ftp://a' })).rejects.toMatchObject({
      code: 'BAD_OPTION',
    });
    expect(readToken(gateway.admin)).toBeNull();
  });
});

describe('what a chat asks of the host', () => {
  it('gathers viewers’ words for the dice and brings them in a batch, with one answer for all', async () => {
    const game = await givenStarted(gateway.catalog, { ...givenWish({ seed: 'luck' }), pace: 'marathon' });
    await join(game, 'p1');
    say(game, 'p1', '!удача лис', { user: 'vera' });
    say(game, 'p1', '!luck owl', { user: 'ivan' });
    await until(() => answers(game).some((line) => /слов/.test(line)));
    const asked = await game.ask({ id: 'q', as: { player: 'p1' }, wish: { type: 'luck', list: [] } });
    expect(asked).toMatchObject({ ok: true, says: { words: 2 } });
    expect(answers(game).filter((line) => /слов/.test(line))).toHaveLength(1);
  });

  it('answers a receipt, and keeps a note out of the pages', async () => {
    const game = await givenStarted(gateway.catalog);
    await join(game, 'p1');
    say(game, 'p1', '!чек');
    await until(() => answers(game).some((line) => line.includes('голоса')));
    say(game, 'p1', '!заметка лестница у Агафьи', { owner: true });
    await until(() => answers(game).some((line) => line.startsWith('Заметка 1 в сумке')));
    expect(game.view('notes:p1')).toMatchObject({ notes: [{ text: 'лестница у Агафьи' }] });
  });
});
