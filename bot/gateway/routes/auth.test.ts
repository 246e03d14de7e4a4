import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GivenGateway, givenGateway } from '../given.ts';
import { AuthDesk, callbackPage } from './auth.ts';

const STATE = 'a-state-of-twenty-signs';

describe('the desk of sign-ins', () => {
  it('hands a code out once, to whoever waits for its state and platform', () => {
    const desk = new AuthDesk();
    expect(desk.ask('kick', STATE)).toBeNull();
    expect(desk.take('vkvideo', { state: STATE, code: 'c1' })).toBe('strange');
    expect(desk.take('kick', { state: 'another-state-here', code: 'c1' })).toBe('strange');
    expect(desk.take('kick', { state: STATE, code: 'c1' })).toBe('kept');
    expect(desk.take('kick', { state: STATE, code: 'c2' })).toBe('strange');
    expect(desk.ask('kick', STATE)).toEqual({ code: 'c1' });
    expect(desk.ask('kick', STATE)).toBeNull();
  });

  it('keeps nothing that nobody asked for, and forgets after ten minutes', () => {
    const clock = { now: 0 };
    const desk = new AuthDesk(() => clock.now);
    expect(desk.take('kick', { state: STATE, code: 'c1' })).toBe('strange');
    desk.ask('kick', STATE);
    clock.now = 10 * 60_000 - 1;
    // Asking again does not make the ten minutes longer.
    expect(desk.ask('kick', STATE)).toBeNull();
    clock.now += 1;
    expect(desk.take('kick', { state: STATE, code: 'c1' })).toBe('strange');
  });

  it('is bounded: the oldest wait gives way', () => {
    const desk = new AuthDesk();
    for (let n = 0; n < 33; n++) desk.ask('kick', `state-number-${n}`);
    expect(desk.take('kick', { state: 'state-number-0', code: 'c' })).toBe('strange');
    expect(desk.take('kick', { state: 'state-number-1', code: 'c' })).toBe('kept');
  });

  it('tells a refusal apart, in words that a terminal may show', () => {
    const desk = new AuthDesk();
    desk.ask('youtube', STATE);
    const query = {
      state: STATE,
      error: 'access_denied',
      error_description: `no\u001b[31m${'x'.repeat(500)}`,
    };
    expect(desk.take('youtube', query)).toBe('refused');
    const arrival = desk.ask('youtube', STATE) as { error: string; description: string };
    expect(arrival.error).toBe('access_denied');
    expect(arrival.description).toHaveLength(200);
    expect(arrival.description).not.toContain('\u001b');
  });

  it.each([
    [{ state: STATE, code: ['a', 'b'] }, 'unreadable'],
    [{ state: STATE, code: '' }, 'unreadable'],
    [{ state: STATE, code: 'x'.repeat(5_000) }, 'unreadable'],
    [{ state: ['a', 'b'], code: 'c' }, 'unreadable'],
    [{ code: 'c' }, 'unreadable'],
    [{}, 'strange'],
  ])('bears %j', (query, taken) => {
    const desk = new AuthDesk();
    desk.ask('kick', STATE);
    expect(desk.take('kick', query)).toBe(taken);
  });

  it('shows a page in both languages that may load and run nothing', () => {
    for (const taken of ['kept', 'refused', 'strange', 'unreadable'] as const) {
      const { html, headers } = callbackPage(taken);
      expect(html).toContain('lang="ru"');
      expect(html).toContain('lang="en"');
      expect(html).not.toContain('<script');
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+';/);
      expect(headers['cache-control']).toBe('no-store');
    }
  });
});

describe('at the gateway', () => {
  let gateway: GivenGateway;
  beforeAll(async () => {
    gateway = await givenGateway();
  });
  afterAll(() => gateway.end());

  const ask = (headers: Record<string, string> = { authorization: `Bearer ${gateway.admin}` }) =>
    gateway.app.inject({ url: `/auth/kick/code?state=${STATE}`, headers });

  it('gives the code to the admin alone, whatever name the browser came by', async () => {
    expect((await ask({})).statusCode).toBe(401);
    expect((await ask()).statusCode).toBe(202);
    const host = 'some-tunnel.example.com';
    const url = `/auth/kick/callback?state=${STATE}&code=the-secret-code`;
    const page = await gateway.app.inject({ url, headers: { host } });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain('the-secret-code');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await gateway.app.inject({ url, headers: { host } })).statusCode).toBe(410);
    expect((await ask({})).statusCode).toBe(401);
    const given = await ask();
    expect(given.json()).toEqual({ code: 'the-secret-code' });
    expect(given.headers['cache-control']).toBe('no-store');
    expect((await ask()).statusCode).toBe(202);
  });

  it('refuses a state that cannot be one', async () => {
    const headers = { authorization: `Bearer ${gateway.admin}` };
    const answer = await gateway.app.inject({ url: '/auth/kick/code?state=short', headers });
    expect(answer.statusCode).toBe(400);
  });

  it('is no place to knock at without end, and never a fault of ours', async () => {
    const knock = () => gateway.app.inject({ url: '/auth/x/callback?code=1&state=2' });
    expect((await knock()).statusCode).toBe(410);
    await Promise.all(Array.from({ length: 40 }, knock));
    expect((await knock()).statusCode).toBe(429);
    expect(gateway.faults).toEqual([]);
  });
});
