/** The page at `/`, and what people see where nothing is. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenWish } from '../host/given.ts';
import { type GivenGateway, givenGateway } from './given.ts';

let gateway: GivenGateway;
let game: string;
const BROWSER = { accept: 'text/html,application/xhtml+xml', host: '127.0.0.1:4747' };

beforeAll(async () => {
  gateway = await givenGateway({ names: [] });
});
afterAll(async () => {
  expect(gateway.faults).toEqual([]);
  await gateway.end();
});

const get = (url: string, headers: Record<string, string> = {}) =>
  gateway.app.inject({ method: 'GET', url, headers: { ...BROWSER, ...headers } });

describe('the front page', () => {
  it('says before the first game how one begins', async () => {
    const { body } = await get('/', { 'accept-language': 'ru' });
    expect(body).toContain('Её начинает <code>npm start</code>');
    expect(body).not.toContain('/open/');
    expect((await get('/open/map')).statusCode).toBe(404);
    const wish = givenWish();
    const [first, ...more] = wish.seats;
    const seats = [{ ...first!, name: '<b>Анна' }, ...more];
    game = (await gateway.catalog.create({ ...wish, seats })).id;
  });

  it('leads to the game in the language of the browser, and runs nothing', async () => {
    const ru = await get('/', { 'accept-language': 'ru-RU,ru' });
    expect(ru.statusCode).toBe(200);
    for (const text of [
      'lang="ru"',
      'Играть',
      'Ссылки для OBS',
      'Карта',
      'Таблица',
      'Описание API',
      '&#60;b&#62;Анна',
    ])
      expect(ru.body).toContain(text);
    expect((await get('/?lang=en')).body).toContain('Leaderboard');
    const policy = String(ru.headers['content-security-policy']);
    const style = /<style>(.*)<\/style>/s.exec(ru.body)?.[1] ?? '';
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(ru.body).not.toMatch(/<script|style="|javascript:|<b>Анна/);
  });

  it('opens the map and the table with a key, and the play page by a fresh code each time', async () => {
    for (const [page, path] of [
      ['map', '/overlay'],
      ['leaderboard', '/leaderboard'],
    ]) {
      const { statusCode, headers } = await get(`/open/${page}?lang=ru`);
      expect([statusCode, headers.location]).toEqual([
        303,
        expect.stringContaining(`${path}?game=${game}&key=ov_`),
      ]);
    }
    const [one, two] = [await get('/open/play'), await get('/open/play')];
    expect(one.headers.location).toMatch(/^\/play\?code=/);
    expect(two.headers.location).not.toBe(one.headers.location);
    const played = await get(String(one.headers.location));
    expect(played.headers.location).toMatch(new RegExp(`^/play\\?game=${game}&key=.*&player=p1$`));
    expect(one.headers['cache-control']).toBe('no-store');
    const links = await get(String((await get('/open/links?lang=ru')).headers.location));
    expect(links.headers.location).toMatch(new RegExp(`^/links\\?game=${game}&key=.*&lang=ru`));
    const key = new URL(String(links.headers.location), 'http://x').searchParams.get('key') ?? '';
    const made = await gateway.app.inject({
      ...{ method: 'POST', url: '/api/overlay-keys', payload: { game } },
      headers: { host: BROWSER.host, authorization: `Bearer ${key}` },
    });
    expect(made.json().key).toMatch(/^ov_/);
  });

  it.each([
    ['another machine', { remoteAddress: '192.0.2.7' }],
    ['a tunnel on this machine', { headers: { 'x-forwarded-for': '192.0.2.7' } }],
    ["another site's page", { headers: { 'sec-fetch-site': 'cross-site' } }],
  ])(
    'gives no key to %s',
    async (_, { remoteAddress, headers = {} }: { remoteAddress?: string; headers?: object }) => {
      const ask = (url: string) =>
        gateway.app.inject({
          method: 'GET',
          url,
          headers: { ...BROWSER, ...headers },
          ...(remoteAddress ? { remoteAddress } : {}),
        });
      expect((await ask('/')).body).not.toMatch(/\/open\/|Анна/);
      expect((await ask('/open/play')).statusCode).toBeGreaterThanOrEqual(400);
    },
  );

  it('gives no key where outsiders have a name to come by: a proxy may stand before it', async () => {
    const outside = await givenGateway();
    await outside.catalog.create(givenWish());
    const headers = BROWSER;
    expect((await outside.app.inject({ method: 'GET', url: '/', headers })).body).not.toContain('/open/');
    expect((await outside.app.inject({ method: 'GET', url: '/open/map', headers })).statusCode).toBe(404);
    await outside.end();
  });

  it('sends programs to the description of the API', async () => {
    const { statusCode, headers } = await get('/', { accept: '*/*' });
    expect([statusCode, headers.location]).toEqual([302, '/api/docs']);
  });
});

describe('where nothing is', () => {
  it.each([
    ['/nowhere', 404, 'Здесь ничего нет'],
    ['/play?code=spent', 410, 'Эта ссылка уже сработала'],
    ['/map', 503, 'npm run build'],
  ])('%s is a page for people, with what to do, and JSON for programs', async (url, status, says) => {
    const person = await get(url);
    expect([person.statusCode, person.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(person.body).toContain(says);
    expect(person.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    const program = await get(url, { accept: 'application/json' });
    expect(program.statusCode).toBe(status);
    expect(program.json()).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  });

  it('of the API is JSON for everybody', async () => {
    expect((await get('/api/nowhere')).json()).toMatchObject({ code: 'not-found' });
  });
});

it('tells the admin who is who in a game, and nobody else', async () => {
  const ask = (token: string) => get(`/api/games/${game}/names`, { authorization: `Bearer ${token}` });
  expect((await ask(gateway.admin)).json()).toMatchObject({ names: { p1: '<b>Анна' } });
  const seat = await gateway.tokens.sign({ role: 'player', game, player: 'p1' });
  expect((await ask(seat)).statusCode).toBe(403);
});
