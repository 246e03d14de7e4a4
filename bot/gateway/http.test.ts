import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenPoll, givenStarted, givenWish } from '../host/given.ts';
import type { HostedGame } from '../host/hosted-game.ts';
import { type GivenGateway, givenGateway, SECRET } from './given.ts';
import { Tokens } from './guard/tokens.ts';

let gateway: GivenGateway;
let game: HostedGame;
const json = { 'content-type': 'application/json' };

beforeAll(async () => {
  gateway = await givenGateway();
  game = await givenStarted(gateway.catalog);
});
afterAll(async () => {
  expect(gateway.faults).toEqual([]);
  await gateway.end();
});

type Method = 'GET' | 'POST' | 'DELETE';
async function ask(
  method: Method,
  url: string,
  options: { token?: string; body?: unknown; headers?: object } = {},
) {
  const { token = gateway.admin, body, headers } = options;
  const payload = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  const response = await gateway.app.inject({
    method,
    url,
    headers: {
      host: '127.0.0.1:4747',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(payload === undefined ? {} : json),
      ...headers,
    },
    ...(payload === undefined ? {} : { payload }),
  });
  const isJson =
    response.body !== '' && response.headers['content-type']?.toString().startsWith('application/json');
  return {
    status: response.statusCode,
    body: isJson ? response.json() : response.body,
    headers: response.headers,
  };
}

const commands = () => `/api/games/${game.id}/commands`;

describe('games', () => {
  it('are made with everybody ready, started, and played', async () => {
    const players = [
      { name: 'Анна', lang: 'ru' },
      { name: 'Boris', lang: 'en', class: 'sneak' },
    ];
    const made = await ask('POST', '/api/games', {
      body: { seed: 's', size: 'S', pace: 'session', players, bots: 2 },
    });
    expect(made.status).toBe(201);
    const { game: id, players: seats } = made.body;
    expect(seats.map((seat: { id: string }) => seat.id)).toEqual(['p1', 'p2', 'p3', 'p4']);
    expect((await ask('POST', `/api/games/${id}/start`)).status).toBe(200);
    const board = await ask('GET', `/api/games/${id}?view=board`, { token: seats[1].token });
    expect(board.body).toMatchObject({
      game: id,
      status: 'running',
      pace: 'session',
      size: 'S',
      ranked: false,
    });
    expect(board.body.players[1]).toMatchObject({
      id: 'p2',
      name: 'Boris',
      kind: 'person',
      cell: 0,
      classId: 'sneak',
    });
    expect(board.body.players[3]).toMatchObject({ kind: 'bot' });
    const body = { id: '1', as: { player: 'p2' }, text: '!roll' };
    const rolled = await ask('POST', `/api/games/${id}/commands`, { token: seats[1].token, body });
    expect(rolled.status).toBe(200);
    expect(rolled.body.events.some((event: { type: string }) => event.type === 'rolled')).toBe(true);
    expect(rolled.body.reply.ru).toContain('Boris');
    expect(rolled.body.reply.en).toContain('Boris');
  });

  it('of bots alone are allowed, of nobody or of nine are not', async () => {
    expect((await ask('POST', '/api/games', { body: { players: [], bots: 4 } })).status).toBe(201);
    expect(await ask('POST', '/api/games', { body: {} })).toMatchObject({
      status: 400,
      body: { code: 'bad-request' },
    });
    const nine = Array.from({ length: 5 }, (_, n) => ({ name: `n${n}` }));
    expect(await ask('POST', '/api/games', { body: { players: nine, bots: 4 } })).toMatchObject({
      status: 400,
    });
  });

  it('refuse a class that is not there, two equal names, a name of nothing', async () => {
    const four = (first: object) => [first, { name: 'b' }, { name: 'c' }, { name: 'd' }];
    const pirate = await ask('POST', '/api/games', {
      body: { players: four({ name: 'a', class: 'pirate' }) },
    });
    expect(pirate).toMatchObject({ status: 409, body: { code: 'unknown-class' } });
    expect((await ask('POST', '/api/games', { body: { players: four({ name: 'b' }) } })).status).toBe(400);
    expect(
      (await ask('POST', '/api/games', { body: { players: four({ name: '\u200b\u202e ' }) } })).status,
    ).toBe(400);
  });

  it('have views, the bag only for its player and the admin', async () => {
    const token = await gateway.tokens.sign({ role: 'player', game: game.id, player: 'p1' });
    for (const view of ['board', 'leaderboard', 'log', 'talk', 'bag:p1']) {
      expect((await ask('GET', `/api/games/${game.id}?view=${view}`, { token })).status, view).toBe(200);
    }
    expect(await ask('GET', `/api/games/${game.id}?view=bag:p2`, { token })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect((await ask('GET', `/api/games/${game.id}?view=bag:p2`)).status).toBe(200);
    expect(await ask('GET', `/api/games/${game.id}?view=purse`)).toMatchObject({
      body: { code: 'unknown-view' },
    });
    expect(await ask('GET', '/api/games/nope')).toMatchObject({
      status: 404,
      body: { code: 'unknown-game' },
    });
  });

  it('go out and come back in', async () => {
    const out = await ask('GET', `/api/games/${game.id}/export`);
    expect(out.headers['content-type']).toContain('application/x-ndjson');
    const there = await givenGateway();
    const request = (payload: string) =>
      there.app.inject({
        method: 'POST',
        url: '/api/games/import',
        headers: {
          host: 'localhost',
          authorization: `Bearer ${there.admin}`,
          'content-type': 'application/x-ndjson',
        },
        payload,
      });
    expect((await request(out.body)).json()).toMatchObject({ game: game.id, status: 'running' });
    expect((await request(out.body)).json()).toMatchObject({ code: 'game-exists' });
    const bent = await request(out.body.replace('"by":"admin"', '"by":"nobody"'));
    expect(bent.json()).toMatchObject({ code: 'bad-export' });
    expect(bent.json().message).toContain('line 3');
    await there.end();
  });
});

describe('commands', () => {
  it('give the first answer again to the same id, also for a line that means something else by now', async () => {
    const body = { id: 'twice', as: { player: 'p3' }, text: '!бросок' };
    const first = await ask('POST', commands(), { body });
    const again = await ask('POST', commands(), { body });
    expect(first.status).toBe(200);
    expect(again.body).toMatchObject({ seq: first.body.seq, events: first.body.events });
  });

  it('answer questions without a line in the log', async () => {
    const { seq } = game.host;
    const asked = await ask('POST', commands(), { body: { id: 'q', as: { player: 'p1' }, text: '!статус' } });
    expect(asked).toMatchObject({ status: 200, body: { seq, events: [] } });
    expect(asked.body.reply.ru).not.toBe('');
    expect(asked.body.reply.en).not.toBe('');
  });

  it('of a viewer are refused in the language that was asked for', async () => {
    const as = { platform: 'twitch', user: '42', name: 'Вера', channel: 'p1' };
    const body = { id: 'v', as, text: '!кубик' };
    const ru = await ask('POST', commands(), { body, headers: { 'accept-language': 'ru-RU,ru;q=0.9' } });
    const en = await ask('POST', `${commands()}?lang=en`, { body, headers: { 'accept-language': 'ru' } });
    expect(ru).toMatchObject({ status: 403, body: { code: 'not-yours' } });
    expect(ru.body.message).toMatch(/[а-я]/);
    expect(en.body.message).not.toMatch(/[а-я]/);
  });

  it('that make no sense get a clear no', async () => {
    const said = (text: unknown) =>
      ask('POST', commands(), { body: { id: 'x', as: { player: 'p1' }, text } });
    expect(await said('!абракадабра')).toMatchObject({ status: 400, body: { code: 'unknown-command' } });
    expect(await said('')).toMatchObject({ status: 400, body: { code: 'no-command' } });
    expect(await said('\u202e\u200b🙂')).toMatchObject({ status: 400, body: { code: 'no-command' } });
    expect(await said(`!${'а'.repeat(600)}`)).toMatchObject({ status: 400, body: { code: 'too-long' } });
    expect(await said('!use <script>alert(1)</script>')).toMatchObject({ body: { code: 'unknown-item' } });
    expect(await said(7)).toMatchObject({ status: 400, body: { code: 'bad-request' } });
    const odd = { id: 'x', as: { player: 'p1' }, command: { type: 'go', way: 10 ** 9 } };
    expect(await ask('POST', commands(), { body: odd })).toMatchObject({
      status: 400,
      body: { code: 'bad-request' },
    });
  });

  it('take the votes of viewers, one for each, and a change of mind', async () => {
    const { game: voting, poll } = await givenPoll(gateway.catalog);
    const url = `/api/games/${voting.id}`;
    for (const [n, [user, text]] of [
      ['a', '1'],
      ['b', '1'],
      ['a', '!vote 2'],
      ['c', '99'],
    ].entries()) {
      const as = { platform: 'twitch', user, name: user, channel: poll.player };
      await ask('POST', `${url}/commands`, { body: { id: `vote ${n}`, as, text } });
    }
    const { tally } = (await ask('GET', url)).body;
    expect(tally[poll.id]).toMatchObject({ voters: 2, totals: { 1: 1, 2: 1 } });
  });
});

describe('who may', () => {
  it('nobody without a token, with a forged, foreign or ended one', async () => {
    expect(await ask('GET', '/api/games', { token: '' })).toMatchObject({
      status: 401,
      body: { code: 'no-token' },
    });
    expect(await ask('GET', '/api/games', { token: 'ov_x' })).toMatchObject({
      status: 401,
      body: { code: 'bad-token' },
    });
    const keys = { load: async () => [], save: async () => {} };
    const forged = await (await Tokens.open(new Uint8Array(32).fill(1), keys)).sign({ role: 'admin' });
    expect(await ask('GET', '/api/games', { token: forged })).toMatchObject({ body: { code: 'bad-token' } });
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged.split('.')[1]}.`;
    expect(await ask('GET', '/api/games', { token: none })).toMatchObject({ body: { code: 'bad-token' } });
    const old = await (await Tokens.open(SECRET, keys)).sign(
      { role: 'admin' },
      Date.now() - 31 * 24 * 3_600_000,
    );
    expect(await ask('GET', '/api/games', { token: old })).toMatchObject({
      status: 401,
      body: { code: 'token-expired' },
    });
  });

  it('a token that ended lately is exchanged, a forged one is not', async () => {
    const who = { role: 'player', game: game.id, player: 'p1' } as const;
    const old = await gateway.tokens.sign(who, Date.now() - 13 * 3_600_000);
    expect((await ask('GET', '/api/whoami', { token: old })).body.code).toBe('token-expired');
    const fresh = await ask('POST', '/api/token', { token: old });
    expect(await ask('GET', '/api/whoami', { token: fresh.body.token })).toMatchObject({ body: who });
    expect((await ask('POST', '/api/token', { token: `${old}x` })).status).toBe(401);
  });

  it('a player speaks for the own seat and its chat alone', async () => {
    const token = await gateway.tokens.sign({ role: 'player', game: game.id, player: 'p1' });
    const say = (as: object) => ask('POST', commands(), { token, body: { id: 'w', as, text: '!where' } });
    expect((await say({ player: 'p1' })).status).toBe(200);
    expect((await say({ platform: 'kick', user: '1', name: 'x', channel: 'p1' })).status).toBe(200);
    expect(await say({ player: 'p2' })).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await say({ platform: 'kick', user: '1', name: 'x', channel: 'p2' })).status).toBe(403);
    expect((await say({ admin: true })).status).toBe(403);
    const other = await givenStarted(gateway.catalog, givenWish());
    expect((await ask('GET', `/api/games/${other.id}`, { token })).status).toBe(403);
    expect((await ask('POST', `/api/games/${game.id}/start`, { token })).status).toBe(403);
    expect((await ask('GET', `/api/games/${game.id}/export`, { token })).status).toBe(403);
  });

  it('an overlay key reads, until it is revoked', async () => {
    const { key } = (await ask('POST', '/api/overlay-keys', { body: { game: game.id } })).body;
    expect((await ask('GET', `/api/games/${game.id}`, { token: key })).status).toBe(200);
    const body = { id: 'o', as: { player: 'p1' }, text: '!roll' };
    expect((await ask('POST', commands(), { token: key, body })).status).toBe(403);
    expect((await ask('DELETE', '/api/overlay-keys', { body: { game: game.id } })).body).toEqual({
      revoked: 1,
    });
    expect((await ask('GET', `/api/games/${game.id}`, { token: key })).status).toBe(401);
  });

  it('whoever hosts gives out links and ends them; a seat does not, nor all of them', async () => {
    const site = (seats: readonly string[], host?: true) =>
      gateway.tokens.sign({ role: 'site', game: game.id, seats, host });
    const everySeat = game.host.state.order;
    const hosting = await site(everySeat, true);
    const body = { game: game.id };
    const made = await ask('POST', '/api/overlay-keys', { token: hosting, body });
    expect(made).toMatchObject({ status: 200, body: { key: expect.stringMatching(/^ov_/) } });
    const other = await givenStarted(gateway.catalog, givenWish());
    const player = await gateway.tokens.sign({ role: 'player', game: game.id, player: 'p1' });
    for (const token of [await site(['p1']), await site([]), await site(everySeat), player, made.body.key])
      for (const method of ['POST', 'DELETE'] as const)
        expect((await ask(method, '/api/overlay-keys', { token, body })).status).toBe(403);
    const foreign = { token: hosting, body: { game: other.id } };
    expect((await ask('DELETE', '/api/overlay-keys', foreign)).status).toBe(403);
    expect((await ask('DELETE', '/api/overlay-keys', { token: hosting, body })).body).toEqual({ revoked: 1 });
    const fresh = await ask('POST', '/api/overlay-keys', { token: hosting, body });
    expect(fresh.body.key).not.toBe(made.body.key);
    const later = await ask('POST', '/api/token', { token: hosting });
    expect((await ask('POST', '/api/overlay-keys', { token: later.body.token, body })).status).toBe(200);
  });

  it('a link with a code opens once', async () => {
    const code = gateway.codes.make('/play?game=g&key=k');
    const first = await ask('GET', `/play?code=${code}`, { token: '' });
    expect(first).toMatchObject({ status: 302, headers: { location: '/play?game=g&key=k' } });
    expect(await ask('GET', `/play?code=${code}`, { token: '' })).toMatchObject({ status: 410 });
  });

  it('a foreign host or page gets nothing', async () => {
    const bad = (headers: object) => ask('GET', '/healthz', { headers });
    expect(await bad({ host: 'evil.example' })).toMatchObject({ status: 403, body: { code: 'bad-host' } });
    expect(await bad({ origin: 'http://evil.example' })).toMatchObject({
      status: 403,
      body: { code: 'bad-origin' },
    });
    expect((await bad({ origin: 'http://127.0.0.1:4747' })).status).toBe(200);
    expect((await bad({ host: 'board.example' })).status).toBe(200);
  });
});

describe('the door itself', () => {
  it('names what is wrong with a body', async () => {
    expect(await ask('POST', commands(), { body: '{"id":' })).toMatchObject({
      status: 400,
      body: { code: 'bad-json' },
    });
    const headers = { 'content-type': 'application/xml' };
    expect(await ask('POST', commands(), { body: '<x/>', headers })).toMatchObject({ status: 415 });
    const large = JSON.stringify({ text: 'x'.repeat(100_000) });
    expect(await ask('POST', commands(), { body: large })).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
    const wrong = await ask('POST', commands(), {
      body: { id: '1', as: { player: 'p9' }, text: '!roll', extra: 1 },
    });
    expect(wrong.body.message).toMatch(/p1 … p8/);
    expect((await ask('GET', '/api/nothing')).body.code).toBe('not-found');
    expect((await ask('GET', '/%')).status).toBeLessThan(500);
  });

  it('slows down who asks too fast', async () => {
    const strict = await givenGateway({
      limits: { requests: { admin: 3, player: 3, discord: 3, site: 3, overlay: 3, guest: 3 } },
    });
    const get = () => strict.app.inject({ url: '/healthz', headers: { host: 'localhost' } });
    const codes = [];
    for (let n = 0; n < 5; n += 1) codes.push((await get()).statusCode);
    expect(codes.slice(0, 3)).toEqual([200, 200, 200]);
    expect(codes.at(-1)).toBe(429);
    expect((await get()).json()).toMatchObject({ code: 'too-fast' });
    await strict.end();
  });

  it('describes itself, lets nothing inline run, and keeps the figures from strangers', async () => {
    const docs = await ask('GET', '/api/docs/json');
    expect(docs.body.openapi).toBe('3.1.0');
    expect(Object.keys(docs.body.paths)).toContain('/api/games/{id}/commands');
    const csp = String((await ask('GET', '/healthz')).headers['content-security-policy']);
    expect(csp).toContain("script-src 'self'");
    const far = await gateway.app.inject({
      url: '/metrics',
      headers: { host: 'localhost' },
      remoteAddress: '10.0.0.9',
    });
    expect(far.statusCode).toBe(401);
    expect((await ask('GET', '/metrics', { token: '' })).status).toBe(200);
  });

  it('serves the texts of the pack to anybody', async () => {
    const texts = await ask('GET', '/api/texts/ru', { token: '' });
    expect(Object.keys(texts.body.items).length).toBeGreaterThan(20);
    expect(texts.body.props.pine_cones).toMatchObject({ reach: 'far', name: expect.any(String) });
    const again = await ask('GET', '/api/texts/ru', {
      headers: { 'if-none-match': String(texts.headers.etag) },
    });
    expect(again.status).toBe(304);
    expect((await ask('GET', '/api/texts/de')).status).toBe(404);
  });
});
