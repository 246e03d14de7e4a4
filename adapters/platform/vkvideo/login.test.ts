import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { placesOf } from './addresses.ts';
import { applicationToken, authorizeUrl, exchangeCode, renewTokens, revokeToken } from './oauth.ts';
import { ACCOUNT, OWNER, pause, type Rig, rigged, until, VIEWER } from './rig.suite.ts';
import { startVkvideoSimulator } from './simulator.ts';

let rig: Rig;
afterEach(() => rig?.end());

interface Pair {
  accessToken: string;
  refreshToken: string | null;
}

async function expired(saved: Pair[] = []) {
  const vk = await startVkvideoSimulator();
  vk.signIn.grant('good', { person: OWNER, refreshToken: 'again' });
  vk.signIn.expire('good');
  return { vk, account: { ...ACCOUNT, save: (pair: Pair) => void saved.push(pair) } };
}

describe('signing in', () => {
  it('goes from the page by the code to tokens, which are renewed and revoked', async () => {
    const vk = await startVkvideoSimulator();
    const places = placesOf({ auth: vk.authUrl, api: vk.apiUrl });
    const url = authorizeUrl(places, vk.app, {
      state: 's 1',
      scopes: ['chat:message:send', 'channel:points'],
    });
    expect(new URL(url).searchParams.get('scope')).toBe('chat:message:send,channel:points');
    const page = await fetch(url, { redirect: 'manual' });
    const back = new URL(page.headers.get('location') ?? '');
    expect(back.href.startsWith(vk.app.redirectUri)).toBe(true);
    expect(back.searchParams.get('state')).toBe('s 1');
    const code = back.searchParams.get('code') ?? '';
    const first = await exchangeCode(places, vk.app, code);
    expect(first.expiresAt ?? 0).toBeGreaterThan(Date.now() + 3_500_000);
    await expect(exchangeCode(places, vk.app, code)).rejects.toMatchObject({ code: 'invalid_grant' });
    const second = await renewTokens(places, vk.app, first.refreshToken ?? '');
    await expect(renewTokens(places, vk.app, first.refreshToken ?? '')).rejects.toMatchObject({
      code: 'invalid_grant',
    });
    await revokeToken(places, vk.app, { token: second.accessToken, kind: 'access_token' });
    expect(vk.signIn.grants.has(second.accessToken)).toBe(false);
    await vk.close();
  });

  it('fails without the redirect address only at the renewal, and reads both names of the lifetime', async () => {
    const { vk } = await expired();
    const places = placesOf({ auth: vk.authUrl, api: vk.apiUrl });
    const { clientId, clientSecret } = vk.app;
    await expect(renewTokens(places, { clientId, clientSecret }, 'again')).rejects.toMatchObject({
      status: 400,
    });
    const app = await applicationToken(places, { clientId, clientSecret });
    expect(Math.abs((app.expiresAt ?? 0) - Date.now() - 3_600_000)).toBeLessThan(5_000);
    await vk.close();
  });
});

describe('the account', () => {
  it('is renewed at the start and kept before it is used', async () => {
    const saved: Pair[] = [];
    rig = await rigged(await expired(saved));
    expect(rig.adapter.health().as).toEqual({ user: '1', name: 'Streamer' });
    expect(saved).toEqual([
      { accessToken: 'access-1', refreshToken: 'refresh-1', expiresAt: expect.any(Number) },
    ]);
    expect(await rig.adapter.send('на связи')).toBe(true);
  });

  it('is renewed once for parallel refusals, and before its time when that is known', async () => {
    const saved: Pair[] = [];
    rig = await rigged({ account: { ...ACCOUNT, save: (pair) => void saved.push(pair) } });
    rig.vk.signIn.expire('good');
    const lines = await Promise.all([
      rig.adapter.send('раз'),
      rig.adapter.rewards?.open(),
      rig.adapter.rewards?.open(),
      rig.adapter.rewards?.settle('1', 'fulfilled'),
    ]);
    expect(lines[0]).toBe(true);
    expect(rig.vk.calls('/oauth/server/token')).toBe(1);
    expect(saved).toHaveLength(1);
  });

  it('keeps its renewal token when the answer brings none', async () => {
    const saved: Pair[] = [];
    const { vk, account } = await expired(saved);
    vk.signIn.rotates = false;
    rig = await rigged({ vk, account });
    expect(saved[0]?.refreshToken).toBe('again');
    vk.signIn.expire(saved[0]?.accessToken ?? '');
    expect(await rig.adapter.send('на связи')).toBe(true);
  });

  it.each([
    ['503', { status: 503 }],
    ['a page instead of JSON', { status: 400, error: 'html' }],
    ['429', { status: 429, error: 'ratelimit_exceeded' }],
  ])('survives %s at the renewal', async (_name, fault) => {
    const { vk, account } = await expired();
    vk.fail({ path: '/oauth/server/token', ...fault });
    rig = await rigged({ vk, account });
    expect(rig.adapter.health().as).toEqual({ user: '1', name: 'Streamer' });
  });

  it('goes on from memory when the renewed pair cannot be kept', async () => {
    const { vk } = await expired();
    const save = () => Promise.reject(new Error('disk full'));
    rig = await rigged({ vk, account: { ...ACCOUNT, save } });
    expect(rig.adapter.can.write).toBe(true);
    expect(rig.logged.join()).toContain('disk full');
  });

  it('is refused with a sentence that says what to do, and holds no secret', async () => {
    const { vk } = await expired();
    rig = await rigged({ vk, connect: false, account: { accessToken: 'good', refreshToken: 'spent-token' } });
    const error = await rig.adapter.connect().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'VKVIDEO_LOGIN' });
    expect(String(error)).toMatch(/invalid_grant.*npx msig setup/);
    expect(inspect(error, { depth: 9 }) + rig.logged.join()).not.toMatch(/spent-token|sim-secret/);
    expect(rig.vk.connections()).toBe(0);
    const calls = vk.calls('/oauth/server/token');
    await expect(rig.adapter.connect()).rejects.toMatchObject({ code: 'VKVIDEO_LOGIN' });
    expect(vk.calls('/oauth/server/token')).toBe(calls);
  });

  it('is read on without when it is taken back during the game', async () => {
    rig = await rigged({ account: ACCOUNT });
    expect(rig.adapter.can.features).toEqual([
      'read',
      'roles',
      'stream-status',
      'write',
      'rewards-create',
      'rewards-settle',
    ]);
    rig.vk.signIn.revoke(new URLSearchParams({ token: 'again' }));
    rig.vk.signIn.expire('good');
    expect(await rig.adapter.send('слышно?')).toBe(false);
    await until(() => rig.adapter.health().as === 'application' && rig.adapter.health().state === 'up');
    expect(rig.adapter.can.features).toEqual(['read', 'roles', 'stream-status']);
    expect(await rig.adapter.sendLine('слышно?')).toMatchObject({ ok: false, code: 'read_only' });
    expect(await rig.adapter.rewards?.settle('5', 'refunded')).toEqual({
      ok: false,
      code: 'no_account',
      retry: true,
    });
    rig.vk.say('streamer', VIEWER, 'слышно');
    await until(() => rig.texts().includes('слышно'));
    expect(rig.logged.join()).toContain('read on with the application alone');
  });

  it('without an application works until its token ends', async () => {
    rig = await rigged({ app: undefined, account: { accessToken: 'good' } });
    expect(await rig.adapter.send('на связи')).toBe(true);
    rig.vk.signIn.expire('good');
    expect(await rig.adapter.sendLine('а теперь')).toMatchObject({ ok: false, code: 'not_sent' });
    expect(rig.adapter.health().lastFailure?.code).toBe('not_sent');
  });

  it('shows by its scopes what it may do', async () => {
    rig = await rigged({ account: { ...ACCOUNT, scopes: ['channel:points'] } });
    expect(rig.adapter.can.write).toBe(false);
    expect(rig.adapter.can.features).toEqual(['read', 'roles', 'stream-status']);
  });
});

describe('the application alone', () => {
  it('reads, writes nothing, sees no rewards, and has its token renewed', async () => {
    rig = await rigged();
    expect(rig.adapter.can.features).toEqual(['read', 'roles', 'stream-status']);
    expect(rig.adapter.rewards).toBeUndefined();
    expect(await rig.adapter.sendLine('привет')).toMatchObject({ ok: false, code: 'read_only' });
    rig.vk.signIn.expire('app-1');
    rig.vk.cut();
    await until(() => rig.adapter.health().reconnects === 1);
    rig.vk.say('streamer', VIEWER, 'тут');
    await until(() => rig.texts().includes('тут'));
    await pause(20);
    expect(rig.vk.calls('/oauth/server/token')).toBe(2);
  });
});
