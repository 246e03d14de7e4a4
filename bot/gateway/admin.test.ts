/** The admin over HTTP: previews, corrections, undo, seats, and the odds that anybody may ask for. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { givenStarted } from '../host/given.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import { type GivenGateway, givenGateway } from './given.ts';

let gateway: GivenGateway;
let game: HostedGame;
let seat: string;
const reason = 'the wrong chest was opened';

beforeAll(async () => {
  gateway = await givenGateway();
});
beforeEach(async () => {
  game = await givenStarted(gateway.catalog);
  seat = await gateway.tokens.sign({ role: 'player', game: game.id, player: 'p1' });
});
afterAll(async () => {
  expect(gateway.faults).toEqual([]);
  await gateway.end();
});

async function ask(
  method: 'GET' | 'POST',
  path: string,
  { token = gateway.admin, body }: { token?: string; body?: object } = {},
) {
  const response = await gateway.app.inject({
    method,
    url: `/api/games/${game.id}${path}`,
    headers: { host: '127.0.0.1:4747', authorization: `Bearer ${token}` },
    ...(body ? { payload: body } : {}),
  });
  return { status: response.statusCode, body: response.json() };
}

let said = 0;
const command = (what: object, as: object = { admin: true }, token = gateway.admin) => {
  said += 1;
  return ask('POST', '/commands', { token, body: { id: `c${said}`, as, command: what } });
};
const player = (id = 'p1') => game.host.state.players[id]!;
const gold = (by: number, id = 'p1') => ({
  type: 'correct',
  changes: [{ do: 'count', player: id, what: 'gold', by }],
  reason,
});

describe('what if', () => {
  it('names whose state would change, in words, and changes nothing', async () => {
    const before = JSON.stringify(game.host.state);
    const { status, body } = await ask('POST', '/what-if', { body: { command: gold(7, 'p2') } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ok: true, players: ['p2'], chance: false });
    expect(body.words.ru[0]).toMatch(/^Boris: золото: \d+ → \d+$/);
    expect(body.words.en[0]).toMatch(/^Boris: gold: \d+ → \d+$/);
    expect(JSON.stringify(game.host.state)).toBe(before);
  });

  it('hands back the refusal, and asks for the admin', async () => {
    const refused = await ask('POST', '/what-if', { body: { command: gold(-9999) } });
    expect(refused.body).toMatchObject({ code: 'correction-limit' });
    expect((await ask('POST', '/what-if', { token: seat, body: { command: gold(1) } })).status).toBe(403);
    expect((await ask('POST', '/what-if', { body: { command: { type: 'correct' } } })).status).toBe(400);
    expect((await ask('POST', '/what-if', { body: {} })).status).toBe(400);
  });
});

describe('corrections, tuning and seats', () => {
  it('are the admin’s: a seat’s token is turned away', async () => {
    expect((await command(gold(5), { admin: true }, seat)).status).toBe(403);
    expect((await command(gold(5), { player: 'p1' }, seat)).body).toMatchObject({ code: 'not-admin' });
    const had = player().gold;
    expect((await command(gold(5))).body.events).toHaveLength(2);
    expect(player().gold).toBe(had + 5);
  });

  it('a tuning shows on the board, its numbers in the bag', async () => {
    await command({ type: 'tune', scope: { of: 'game' }, knob: 'cooldown', value: 50, reason });
    const { body: board } = await ask('GET', '', { token: seat });
    expect(board.tuning.tunings[0]).toMatchObject({ knob: 'cooldown', value: 50, reason });
    const { body: bag } = await ask('GET', '?view=bag:p1', { token: seat });
    expect(bag.why.pace).toMatchObject({ total: bag.why.pace.base / 2 });
  });

  it('views and prices follow changed rules', async () => {
    await command({
      type: 'tune',
      scope: { of: 'game' },
      knob: 'rule',
      on: 'tunables.hp.base',
      value: 99,
      reason,
    });
    const { body: board } = await ask('GET', '');
    expect(board.players[0].maxHp).toBeGreaterThan(99);
  });

  it('a practice bot plays a seat until it is given back', async () => {
    await command({ type: 'reseat', player: 'p3', kind: 'bot', same: true, reason });
    expect((await ask('GET', '')).body.players[2].kind).toBe('bot');
    await command({ type: 'reseat', player: 'p3', kind: 'person', same: true, reason });
    expect((await ask('GET', '')).body.players[2].kind).toBe('person');
  });

  it('without a reason, or half of a shape, nothing is done', async () => {
    expect((await command({ ...gold(5), reason: '  ' })).body).toMatchObject({ code: 'no-reason' });
    expect((await command({ type: 'tune', knob: 'luck', value: 1, reason })).body).toMatchObject({
      code: 'bad-request',
    });
    expect(game.host.state.tuning).toBeUndefined();
  });
});

describe('undo', () => {
  const undo = (more: object = {}) => ({ type: 'correct', changes: [], reason, ...more });

  it('what a player did last is made good by a further line', async () => {
    const was = player('p2').gold;
    await command({ type: 'roll' }, { player: 'p2' });
    const moved = player('p2').cell;
    expect(moved).not.toBe(0);
    const preview = await ask('POST', '/what-if', { body: { command: undo({ of: 'p2' }) } });
    expect(preview.body.players).toContain('p2');
    expect(preview.body.command.undoes).toBe(game.host.seq);
    const { body } = await command(undo({ of: 'p2' }));
    expect(body.events[0]).toMatchObject({ type: 'corrected', reason });
    expect(player('p2')).toMatchObject({ cell: 0, gold: was, rolls: 1 });
    expect((await command(undo({ of: 'p2' }))).body).not.toMatchObject({ events: expect.anything() });
  });

  it('a line by its number, from chat', async () => {
    await command({ type: 'roll' }, { player: 'p1' });
    const { seq } = game.host;
    said += 1;
    const { body } = await ask('POST', '/commands', {
      body: { id: `c${said}`, as: { admin: true }, text: `!отмена ${seq} не тот чат` },
    });
    expect(body.events[0]).toMatchObject({ type: 'corrected', undoes: seq, reason: 'не тот чат' });
    expect(body.reply.ru).toContain(`Отмена записи ${seq}: Анна. Причина: не тот чат.`);
    expect(player().cell).toBe(0);
  });

  it('says so where there is nothing', async () => {
    expect((await command(undo({ of: 'p4' }))).body).toMatchObject({ code: 'no-undo' });
    expect((await command(undo({ undoes: 9999 }))).body).toMatchObject({ code: 'no-undo' });
  });
});

describe('`GET /api/games/:id?view=odds:PLAYER`', () => {
  it('every total and every cell with its chance, for whatever dice', async () => {
    const { status, body } = await ask('GET', '?view=odds:p2', { token: seat });
    expect(status).toBe(200);
    expect(body).toMatchObject({ player: 'p2', boosters: [], exact: true });
    const sum = (list: readonly { chance: number }[]) => list.reduce((all, { chance }) => all + chance, 0);
    expect(sum(body.totals)).toBeCloseTo(1, 9);
    expect(sum(body.landings)).toBeCloseTo(1, 9);
    const more = await ask('GET', '?view=odds:p2&dice=8,d6');
    expect(more.body.boosters).toEqual([8, 6]);
    expect(more.body.totals.at(-1).total).toBe(body.totals.at(-1).total + 14);
  });

  it('refuses what is no die, and a player that is not there', async () => {
    expect((await ask('GET', '?view=odds:p2&dice=x')).status).toBe(400);
    expect((await ask('GET', '?view=odds:p2&dice=4,4,4,4,4,4,4')).status).toBe(400);
    expect((await ask('GET', '?view=odds:p8')).status).toBe(404);
    expect((await ask('GET', '?view=odds:')).status).toBe(404);
    expect((await ask('GET', '?view=odds:constructor')).status).toBe(404);
  });
});

it('`!why` and `!rule` are answered in chat', async () => {
  await command({ type: 'roll' }, { player: 'p1' });
  const line = async (text: string) => {
    said += 1;
    return (await ask('POST', '/commands', { body: { id: `c${said}`, as: { player: 'p1' }, text } })).body
      .reply.ru as string;
  };
  const { lastRoll } = player();
  expect(await line('!почему')).toContain(`= ${lastRoll?.total}`);
  expect(await line('!правило 5.2')).toMatch(/^5\.2\. /);
  expect(await line('!подкрутка')).toContain('Ничего не подкручено');
});
