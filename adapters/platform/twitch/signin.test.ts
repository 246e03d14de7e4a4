import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { BOT_SCOPES, SCOPES } from './scopes.ts';
import {
  authorizeUrl,
  type Door,
  exchangeCode,
  pollDevice,
  refreshTokens,
  revoke,
  startDevice,
  validateToken,
} from './signin.ts';
import { startTwitchSimulator, type TwitchSimulator } from './simulator.ts';

let twitch: TwitchSimulator;
afterEach(() => twitch.close());

async function door(): Promise<Door> {
  twitch = await startTwitchSimulator();
  twitch.open({ login: 'streamer', id: '1001' });
  return { clientId: twitch.client.id, addresses: { auth: twitch.authUrl }, timeoutMs: 500 };
}

describe('signing in with a code on another screen', () => {
  it('waits for the streamer, and gives tokens once', async () => {
    const at = await door();
    const device = await startDevice(at);
    expect(device).toMatchObject({ interval: 5, expiresIn: 1800 });
    expect(device.verificationUri).toContain(device.userCode);
    const { deviceCode } = device;
    expect(await pollDevice({ ...at, deviceCode })).toEqual({ state: 'pending' });
    twitch.decide(device.userCode, 'streamer');
    const signed = await pollDevice({ ...at, deviceCode });
    if (signed.state !== 'signed-in') throw new Error(signed.state);
    expect(new Set(signed.tokens.scopes)).toEqual(new Set(Object.keys(SCOPES)));
    expect((signed.tokens.expiresAt ?? 0) - Date.now()).toBeGreaterThan(14_000_000);
    expect(await validateToken(signed.tokens.accessToken, at)).toMatchObject({
      user: '1001',
      login: 'streamer',
    });
    expect(await pollDevice({ ...at, deviceCode })).toEqual({ state: 'expired' });
    const next = await refreshTokens(at, signed.tokens.refreshToken);
    expect(await validateToken(signed.tokens.accessToken, at)).toBeNull();
    expect(await validateToken(next.accessToken, at)).not.toBeNull();
    await expect(refreshTokens(at, signed.tokens.refreshToken)).rejects.toMatchObject({ status: 400 });
  });

  it('ends when it is denied or too late', async () => {
    const at = await door();
    const one = await startDevice({ ...at, scopes: ['chat:read'] });
    twitch.decide(one.userCode, null);
    expect(await pollDevice({ ...at, deviceCode: one.deviceCode })).toEqual({ state: 'denied' });
    const two = await startDevice(at);
    twitch.decide(two.userCode, 'expired');
    expect(await pollDevice({ ...at, deviceCode: two.deviceCode })).toEqual({ state: 'expired' });
  });

  it.each([
    { how: 'html' as const, status: 400 },
    { how: 'silent' as const },
    { how: 'cut' as const },
    { status: 503 },
  ])('says when Twitch is not there ($how $status), without a secret in it', async (breaking) => {
    const at = await door();
    const { deviceCode } = await startDevice(at);
    twitch.breakCalls(2, { path: '/token', ...breaking });
    const asked = { ...at, clientSecret: 'sim0client0secret', deviceCode };
    const error = await pollDevice(asked).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'TwitchCallError' });
    expect(inspect(error, { depth: 9 })).not.toMatch(new RegExp(`sim0client0secret|${deviceCode}`));
    expect(await refreshTokens(at, 'hidden-token').catch(String)).not.toContain('hidden-token');
  });
});

describe('signing in by the browser', () => {
  it('goes to the consent page and back', async () => {
    const at = { ...(await door()), clientSecret: twitch.client.secret };
    const redirect = 'http://localhost:4173/auth/twitch/callback';
    const { url, state } = authorizeUrl({ clientId: at.clientId, redirect, addresses: at.addresses ?? {} });
    const page = await fetch(url, { redirect: 'manual' });
    const back = new URL(page.headers.get('location') ?? '');
    expect(back.href.startsWith(redirect)).toBe(true);
    expect(back.searchParams.get('state')).toBe(state);
    const code = back.searchParams.get('code') ?? '';
    const tokens = await exchangeCode(at, { code, redirect });
    expect(await validateToken(tokens.accessToken, at)).toMatchObject({ login: 'streamer' });
    await expect(exchangeCode(at, { code, redirect })).rejects.toMatchObject({ status: 400 });
    await revoke(at, tokens.accessToken);
    await revoke(at, tokens.accessToken);
    expect(await validateToken(tokens.accessToken, at)).toBeNull();
  });

  it('asks for real scopes by default', () => {
    const { url } = authorizeUrl({ clientId: 'c', redirect: 'http://localhost/x' });
    expect(url.startsWith('https://id.twitch.tv/oauth2/authorize?')).toBe(true);
    expect(new URL(url).searchParams.get('scope')?.split(' ')).toEqual(Object.keys(SCOPES));
  });
});

it('every scope has its reason in both languages', async () => {
  await door();
  for (const { ru, en } of [...Object.values(SCOPES), ...Object.values(BOT_SCOPES)]) {
    expect(ru).toMatch(/^[А-Я].+\.$/);
    expect(en).toMatch(/^[A-Z].+\.$/);
  }
});
