/** GAME.md 1 and 2: people apply to play or to create a game, the admin approves or declines; by HTTP and by pages. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GivenGateway, givenGateway } from './given.ts';

let gateway: GivenGateway;
beforeEach(async () => {
  gateway = await givenGateway({ names: [] });
});
afterEach(async () => {
  expect(gateway.faults).toEqual([]);
  await gateway.end();
});

const HOST = '127.0.0.1:4747';
let machines = 0;
async function call(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, token = '') {
  const authorization = token === '' ? {} : { authorization: `Bearer ${token}` };
  const headers = { host: HOST, ...authorization };
  machines += 1;
  const remoteAddress = `192.0.2.${machines % 250}`;
  const response = await gateway.app.inject({
    ...{ method, url, headers, remoteAddress },
    ...(payload ? { payload } : {}),
  });
  return { status: response.statusCode, body: response.json() };
}
const asAdmin = (method: 'GET' | 'POST', url: string, payload?: object) =>
  call(method, url, payload, gateway.admin);
const create = { kind: 'create', name: 'Кестрел', contact: '@kestrel', pace: 'marathon', size: 'M' };
const apply = async (wish: object) => (await call('POST', '/api/applications', wish)).body;

/** A game made by an approved application; its id. */
async function made(): Promise<string> {
  const { n } = await apply(create);
  return (await asAdmin('POST', `/api/applications/${n}/approve`)).body.verdict.game;
}

describe('an application', () => {
  it('to create a game makes it when it is approved, with a seat for whoever applied', async () => {
    const { n, key } = await apply(create);
    const waiting = (await call('GET', `/api/applications/${n}?key=${key}`)).body;
    expect(waiting).toMatchObject({ n, verdict: { is: 'waiting' }, play: null });
    expect((await asAdmin('GET', '/api/applications')).body.applications).toMatchObject([
      { n, wish: { kind: 'create', name: 'Кестрел', contact: '@kestrel', lang: 'ru' } },
    ]);
    const { verdict } = (await asAdmin('POST', `/api/applications/${n}/approve`)).body;
    const game = gateway.catalog.get(verdict.game)!;
    expect(game.host.state).toMatchObject({ status: 'lobby', pace: 'marathon', size: 'M', order: ['p1'] });
    expect(game.names.of('p1')).toBe('Кестрел');
    const { play } = (await call('GET', `/api/applications/${n}?key=${key}&lang=en`)).body;
    const to = gateway.codes.spend(new URL(play, 'http://x').searchParams.get('code')!)!;
    const seat = await gateway.tokens.verify(new URL(to, 'http://x').searchParams.get('key')!);
    expect(seat).toEqual({ ok: true, who: { role: 'site', game: verdict.game, seats: ['p1'] } });
  });

  it('to play takes a seat in a game that waits, until four are ready and it starts', async () => {
    const game = await made();
    for (const name of ['Anna', 'Boris', 'Vera']) {
      const { n } = await apply({ kind: 'play', name, contact: name, game, lang: 'en' });
      expect((await asAdmin('POST', `/api/applications/${n}/approve`)).status).toBe(200);
    }
    const { host, names } = gateway.catalog.get(game)!;
    expect(host.state.order.map((id) => names.of(id))).toEqual(['Кестрел', 'Anna', 'Boris', 'Vera']);
    expect((await asAdmin('POST', `/api/games/${game}/start`)).status).toBe(200);
    expect(host.state.status).toBe('running');
    const late = await call('POST', '/api/applications', { kind: 'play', name: 'Late', contact: 'x', game });
    expect([late.status, late.body.code]).toEqual([409, 'not-lobby']);
  });

  it('is declined with a reason that the applicant reads, and answered once', async () => {
    const { n, key } = await apply(create);
    expect((await asAdmin('POST', `/api/applications/${n}/decline`, {})).status).toBe(400);
    await asAdmin('POST', `/api/applications/${n}/decline`, { reason: 'Столов нет до пятницы' });
    const seen = (await call('GET', `/api/applications/${n}?key=${key}`)).body;
    expect(seen.verdict).toEqual({ is: 'declined', reason: 'Столов нет до пятницы' });
    const again = await asAdmin('POST', `/api/applications/${n}/approve`);
    expect([again.status, again.body.code]).toEqual([404, 'unknown-application']);
    expect(gateway.catalog.list()).toEqual([]);
  });

  it('is the admin’s alone to see and to answer; with its key, the applicant’s to see', async () => {
    const { n } = await apply(create);
    const site = await gateway.tokens.sign({ role: 'site', game: 'g', seats: ['p1'] });
    for (const token of ['', site]) {
      const status = token === '' ? 401 : 403;
      expect((await call('GET', '/api/applications', undefined, token)).status).toBe(status);
      expect((await call('POST', `/api/applications/${n}/approve`, {}, token)).status).toBe(status);
    }
    expect((await call('GET', `/api/applications/${n}?key=guess`)).status).toBe(404);
    expect((await call('GET', '/api/applications/x?key=guess')).status).toBe(404);
  });

  it('that cannot be met stays as it was: no game, no seat, a wrong shape, a name that is taken', async () => {
    const bad = await call('POST', '/api/applications', { kind: 'create', name: '', contact: 'x' });
    expect(bad.status).toBe(400);
    expect((await apply({ kind: 'play', name: 'A', contact: 'x', game: 'none' })).code).toBe('unknown-game');
    const game = await made();
    const { n, key } = await apply({ kind: 'play', name: 'кестрел', contact: 'x', game });
    expect((await asAdmin('POST', `/api/applications/${n}/approve`)).status).toBe(400);
    expect((await call('GET', `/api/applications/${n}?key=${key}`)).body.verdict.is).toBe('waiting');
    expect(gateway.catalog.get(game)!.host.state.order).toEqual(['p1']);
  });

  it('is kept over a restart', async () => {
    const { n, key } = await apply(create);
    const again = await givenGateway({ log: gateway.log });
    const headers = { host: HOST };
    const seen = await again.app.inject({ url: `/api/applications/${n}?key=${key}`, headers });
    expect(seen.json()).toMatchObject({ n, verdict: { is: 'waiting' } });
    await again.end();
  });

  it('comes no more once a hundred wait', async () => {
    for (let i = 0; i < 100; i += 1) await apply({ ...create, name: `n${i}` });
    expect((await apply(create)).code).toBe('applications-full');
  });

  it('comes from one sender three times, and again when one is answered; others are not kept out', async () => {
    const one = async (name: string, lang = 'en') => {
      const headers = { host: HOST, 'x-forwarded-for': '198.51.100.1' };
      const payload = { ...create, name };
      const url = `/api/applications?lang=${lang}`;
      return (await gateway.app.inject({ method: 'POST', url, headers, payload })).json();
    };
    for (const name of ['a', 'b', 'c']) expect((await one(name)).n).toBeGreaterThan(0);
    expect(await one('d')).toMatchObject({
      code: 'applications-yours',
      message: expect.stringContaining('3 app'),
    });
    expect((await one('d', 'ru')).message).toContain('С твоего адреса уже ждут ответа заявки: 3.');
    const { n } = await apply(create);
    await asAdmin('POST', '/api/applications/2/decline', { reason: 'no' });
    expect((await one('e')).n).toBe(n + 1);
    const kept = (await gateway.log.getMeta('applications')) ?? '';
    expect(kept).not.toContain('198.51.100.1');
    expect(JSON.parse(kept)[1]).not.toHaveProperty('from');
    expect(JSON.stringify((await asAdmin('GET', '/api/applications')).body)).not.toContain('"from"');
    expect((await asAdmin('POST', '/api/applications/1/decline', { reason: 'spam', all: true })).status).toBe(
      200,
    );
    const { applications } = (await asAdmin('GET', '/api/applications')).body;
    const waiting = applications.filter(
      ({ verdict }: { verdict: { is: string } }) => verdict.is === 'waiting',
    );
    expect(waiting.map((left: { n: number }) => left.n)).toEqual([n]);
    expect(applications[1].verdict.reason).toBe('no');
  });

  it('that has a game to itself gives no right over its read-only links', async () => {
    const { n, key } = await apply(create);
    const { game } = (await asAdmin('POST', `/api/applications/${n}/approve`)).body.verdict;
    const { play } = (await call('GET', `/api/applications/${n}?key=${key}`)).body;
    const to = gateway.codes.spend(new URL(play, 'http://x').searchParams.get('code')!)!;
    const seat = new URL(to, 'http://x').searchParams.get('key')!;
    for (const method of ['POST', 'DELETE'] as const)
      expect((await call(method, '/api/overlay-keys', { game }, seat)).status).toBe(403);
  });

  it('is described in the API', async () => {
    const { paths } = (await call('GET', '/api/docs/json')).body;
    for (const path of ['/api/applications', '/api/applications/{n}/approve', '/api/games/{id}/referees'])
      expect(paths).toHaveProperty([path]);
  });
});

describe('the pages', () => {
  const browser = { host: HOST, accept: 'text/html', 'accept-language': 'ru' };
  const form = (url: string, fields: Record<string, string>, more: Record<string, string> = {}) =>
    gateway.app.inject({
      ...{ method: 'POST' as const, url, payload: new URLSearchParams(fields).toString() },
      headers: { ...browser, 'content-type': 'application/x-www-form-urlencoded', ...more },
    });
  const see = (url: string, more: Record<string, string> = {}) =>
    gateway.app.inject({ url, headers: { ...browser, ...more } });

  it('take an application, show it to the admin, and tell the applicant what became of it', async () => {
    expect((await see('/apply')).body).toContain('Создать игру');
    const fields = { kind: 'create', name: '<i>Ёж', contact: 'twitch/hedgehog', size: 'S', pace: 'session' };
    const sent = await form('/apply?lang=ru', fields);
    expect(sent.statusCode).toBe(303);
    const mine = String(sent.headers.location);
    expect((await see(mine)).body).toContain('Ждёт ответа');
    const list = (await see('/applications')).body;
    expect(list).toContain('&#60;i&#62;Ёж');
    expect(list).not.toContain('<i>Ёж');
    expect((await form('/applications/1?lang=ru', { verdict: 'approve' })).statusCode).toBe(303);
    const answered = (await see(mine)).body;
    expect(answered).toContain('Принято');
    expect(answered).toContain('/play?code=');
    expect((await see('/apply?lang=en')).body).toContain('&#60;i&#62;Ёж');
  });

  it('decline with the reason that was typed', async () => {
    const sent = await form('/apply?lang=en', { ...create, size: 'S' });
    await form('/applications/1?lang=en', { verdict: 'decline', reason: 'Not tonight <3' });
    expect((await see(String(sent.headers.location))).body).toContain('Not tonight &#60;3');
    for (let i = 0; i < 2; i += 1) await form('/apply?lang=en', { ...create, size: 'S' });
    await form('/applications/2?lang=en', { verdict: 'decline-all', reason: 'Enough' });
    expect((await see('/applications?lang=en')).body.match(/declined: Enough/g)).toHaveLength(2);
  });

  it('of the admin are for whoever sits at the machine of the game', async () => {
    await form('/apply?lang=ru', { ...create, size: 'S' });
    expect((await see('/applications', { 'x-forwarded-for': '10.0.0.9' })).statusCode).toBe(404);
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await form('/applications/1', { verdict: 'approve' }, foreign)).statusCode).toBe(404);
    const origin = { origin: 'https://bad.example' };
    expect((await form('/applications/1', { verdict: 'approve' }, origin)).statusCode).toBe(403);
    expect(gateway.catalog.list()).toEqual([]);
  });
});
