import { afterEach, describe, expect, it } from 'vitest';
import { base, channelSlug } from './addresses.ts';
import { appToken, authorizeUrl, exchangeCode, introspect, refreshPair, revokeToken } from './oauth.ts';
import { fetchKickPublicKey } from './public-key.ts';
import type { KickSimulator } from './simulator/surface.ts';
import { startKickSimulator } from './simulator.ts';

let kick: KickSimulator;
afterEach(() => kick?.close());

async function opened(redirect: string) {
  kick = await startKickSimulator();
  kick.open('streamer', { id: 1 });
  kick.redirect(redirect);
  const options = { client: kick.client, auth: kick.authUrl, timeoutMs: 500 };
  const consent = authorizeUrl({ clientId: kick.client.id, redirect, auth: kick.authUrl });
  return { options, consent, redirect };
}

async function agreed(url: string): Promise<URL> {
  const answer = await fetch(url, { redirect: 'manual' });
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get('location') ?? '');
}

describe('the sign-in', () => {
  it.each(['http://localhost:4173/auth/kick/callback', 'http://127.0.0.1:4173/auth/kick/callback'])(
    'goes to the consent page and back to %s',
    async (address) => {
      const { options, consent, redirect } = await opened(address);
      const back = await agreed(consent.url);
      expect(`${back.origin}${back.pathname}`).toBe(redirect);
      expect(back.searchParams.get('state')).toBe(consent.state);
      const code = back.searchParams.get('code') ?? '';
      const pair = await exchangeCode(options, { code, verifier: consent.verifier, redirect });
      expect(pair.scope).toContain('chat:write');
      expect((pair.expiresAt ?? 0) - Date.now()).toBeGreaterThan(7_000_000);
      expect(await introspect(options, pair.accessToken)).toMatchObject({
        active: true,
        clientId: kick.client.id,
      });
    },
  );

  it('takes a code once, and only with its own verifier', async () => {
    const { options, consent, redirect } = await opened('http://localhost/cb');
    const code = (await agreed(consent.url)).searchParams.get('code') ?? '';
    const wrong = exchangeCode(options, { code, verifier: 'x'.repeat(60), redirect });
    await expect(wrong).rejects.toMatchObject({ code: 'KICK_SIGN_IN' });
    const late = exchangeCode(options, { code, verifier: consent.verifier, redirect });
    await expect(late).rejects.toMatchObject({ code: 'KICK_SIGN_IN' });
  });

  it('has another state and verifier every time, long enough for PKCE', () => {
    const [one, two] = [1, 2].map(() => authorizeUrl({ clientId: 'c', redirect: 'http://localhost/cb' }));
    expect(one?.state).not.toBe(two?.state);
    expect(one?.verifier).toMatch(/^[\w-]{43,128}$/);
    expect(one?.url).not.toContain(one?.verifier);
    expect(() => authorizeUrl({ clientId: 'c', redirect: 'ftp://x' })).toThrow(/redirect address/);
  });

  it('rotates: the old pair is dead at once', async () => {
    const { options } = await opened('http://localhost/cb');
    const first = kick.signIn('streamer');
    const second = await refreshPair(options, first.refreshToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(second.scope).toBe(first.scope);
    await expect(refreshPair(options, first.refreshToken)).rejects.toMatchObject({ code: 'KICK_SIGN_IN' });
    expect(await introspect(options, first.accessToken)).toMatchObject({ active: false });
  });

  it('gives the app a token of its own, and ends tokens', async () => {
    const { options } = await opened('http://localhost/cb');
    const app = await appToken(options);
    expect(app.expiresAt - Date.now()).toBeGreaterThan(5_000_000_000);
    expect(await introspect(options, app.token)).toMatchObject({ active: true });
    const pair = kick.signIn('streamer');
    await revokeToken(options, pair.refreshToken, 'refresh_token');
    await expect(refreshPair(options, pair.refreshToken)).rejects.toMatchObject({ code: 'KICK_SIGN_IN' });
    const wrong = { ...options, client: { id: kick.client.id, secret: 'wrong-secret' } };
    await expect(appToken(wrong)).rejects.toMatchObject({ code: 'KICK_CLIENT' });
  });

  it('does not take trouble for a refusal, and never hangs', async () => {
    const { options } = await opened('http://localhost/cb');
    const pair = kick.signIn('streamer');
    for (const how of [
      { status: 503 },
      { status: 403, html: true },
      { status: 200, html: true },
      { how: 'cut' },
      { how: 'half' },
      { how: 'hang' },
      { status: 429, retryAfter: 7 },
    ] as const) {
      kick.break(1, how);
      await expect(refreshPair(options, pair.refreshToken)).rejects.toMatchObject({
        name: 'KickCallError',
        passing: true,
      });
    }
    expect((await refreshPair(options, pair.refreshToken)).accessToken).not.toBe('');
  });

  it('keeps secrets out of errors even if the server says them back', async () => {
    const secrets = { id: 'client', secret: 'very-secret-secret' };
    const echo = (async (_url, init) =>
      Response.json({ error: `bad ${String(init?.body)}` }, { status: 400 })) as typeof fetch;
    const error = await refreshPair({ client: secrets, fetch: echo }, 'rt-very-secret-token').catch(
      (e: unknown) => e,
    );
    const text = `${String(error)} ${JSON.stringify(error)} ${String((error as Error).cause)}`;
    expect(text).toContain('bad');
    expect(text).not.toContain('very-secret');
  });
});

describe('addresses', () => {
  it('are understood with and without the version at their end', () => {
    expect(base('api', 'http://127.0.0.1:1/public/v1/')).toBe('http://127.0.0.1:1');
    expect(base('auth', 'http://127.0.0.1:1/x/oauth')).toBe('http://127.0.0.1:1/x');
    expect(() => base('api', 'ws://x')).toThrow(/MSIG_KICK_API_URL/);
  });

  it.each([
    ['Streamer', 'streamer'],
    [' https://www.kick.com/Some-One?x=1', 'some-one'],
    ['@a_1', 'a_1'],
  ])('read the channel %s', (given, slug) => expect(channelSlug(given)).toBe(slug));

  it.each(['', '-a', 'стример', 'a b', 'https://twitch.tv/a', 'x'.repeat(51)])(
    'refuse the channel "%s"',
    (given) => expect(() => channelSlug(given)).toThrow(/Expected the name/),
  );
});

it('asks for the public key', async () => {
  kick = await startKickSimulator();
  expect(await fetchKickPublicKey(kick.apiUrl)).toBe(kick.publicKey);
  kick.break(1, { status: 200, html: true });
  await expect(fetchKickPublicKey(kick.apiUrl)).rejects.toThrow();
});
