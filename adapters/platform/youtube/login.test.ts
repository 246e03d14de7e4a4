import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import type { YoutubeAccount, YoutubeTokens } from './login.ts';
import { accountOf, CHAT, OWNER, QUICK, type Rig, rigged, studio, until } from './rig.suite.ts';
import { signInPage, tokensFor } from './signin.ts';
import { startYoutubeSimulator, type YoutubeSimulator } from './simulator.ts';

let rig: Rig;
afterEach(() => rig?.end());

const EVE = { id: 'UCeve', name: '@eve' };
const TOKEN = 'POST /token';
const LOOK = 'GET /youtube/v3/liveBroadcasts';

function keeping(youtube: YoutubeSimulator): { account: YoutubeAccount; saved: YoutubeTokens[] } {
  const saved: YoutubeTokens[] = [];
  const account = { ...accountOf(youtube), save: (tokens: YoutubeTokens) => void saved.push(tokens) };
  return { account, saved };
}

describe('the token', () => {
  it('is renewed at the start, kept, and used', async () => {
    const youtube = await studio();
    const { account, saved } = keeping(youtube);
    rig = await rigged({ youtube, account });
    expect(saved).toHaveLength(1);
    expect(saved[0]).toMatchObject({ refreshToken: '1//good' });
    expect(saved[0]?.expiresAt).toBeGreaterThan(Date.now() + 3_000_000);
    expect(youtube.calls(TOKEN)).toBe(1);
    expect(rig.adapter.health().as).toBe(OWNER);
  });

  it('that is still good is not renewed', async () => {
    const youtube = await studio();
    youtube.account(OWNER, { refresh: '1//good', access: 'ya29.kept' });
    rig = await rigged({
      youtube,
      account: { ...accountOf(youtube), accessToken: 'ya29.kept', expiresAt: Date.now() + 3_000_000 },
    });
    expect(youtube.calls(TOKEN)).toBe(0);
    expect(rig.adapter.health().state).toBe('up');
  });

  it('is renewed once, however many calls come back with 401 at the same time', async () => {
    const youtube = await studio();
    rig = await rigged({ youtube });
    const before = youtube.calls(TOKEN);
    const ids = Array.from({ length: 8 }, (_, n) => youtube.say(CHAT, EVE, `гадость ${n}`));
    await until(() => rig.heard.length === 8);
    youtube.expire();
    const done = await Promise.all(ids.map((id) => rig.adapter.deleteMessage?.(id)));
    expect(done).toEqual(Array(8).fill(true));
    expect(youtube.calls(TOKEN)).toBe(before + 1);
  });

  it('survives a failed renewal: the next attempt succeeds', async () => {
    const youtube = await studio();
    youtube.fail(2, 503, TOKEN);
    rig = await rigged({ youtube });
    expect(rig.adapter.health().state).toBe('up');
    youtube.expire();
    youtube.fail(1, 503, TOKEN);
    youtube.fail(1, 'html', TOKEN);
    youtube.cut();
    youtube.say(CHAT, EVE, 'дождались');
    await until(() => rig.heard.length === 1);
    expect(rig.adapter.health().state).toBe('up');
  });

  it('that is good for another minute is used when renewing it early fails, and nobody waits for that', async () => {
    const youtube = await studio();
    youtube.account(OWNER, { refresh: '1//good', access: 'ya29.kept' });
    youtube.fail(1_000, 503, TOKEN);
    const account = { ...accountOf(youtube), accessToken: 'ya29.kept', expiresAt: Date.now() + 60_000 };
    rig = await rigged({ youtube, account });
    expect(rig.adapter.health().state).toBe('up');
    await until(() => rig.logged.join().includes('renewing the YouTube token early failed'));
    expect(await rig.adapter.send('ещё говорим')).toBe(true);
  });

  it('changes its renewal token, if Google says so, and the new one is kept and used', async () => {
    const youtube = await studio();
    youtube.desk.rotates = true;
    const { account, saved } = keeping(youtube);
    rig = await rigged({ youtube, account });
    youtube.expire();
    expect(await rig.adapter.send('раз')).toBe(true);
    youtube.expire();
    expect(await rig.adapter.send('два')).toBe(true);
    expect(saved).toHaveLength(3);
    expect(new Set(saved.map(({ refreshToken }) => refreshToken)).size).toBe(3);
    // What was kept last is good for the next start.
    const last = { ...account, refreshToken: saved[2]?.refreshToken ?? '' };
    await rig.adapter.close();
    rig = await rigged({ youtube, account: last });
    expect(rig.adapter.health().state).toBe('up');
  });

  it('goes on from memory when it cannot be kept', async () => {
    const youtube = await studio();
    const save = () => Promise.reject(new Error('disk full'));
    rig = await rigged({ youtube, account: { ...accountOf(youtube), save } });
    expect(rig.adapter.health().state).toBe('up');
    expect(rig.logged.join()).toContain('disk full');
  });

  it('taken back by the user ends with a sentence, and is not asked for again and again', async () => {
    rig = await rigged();
    const { youtube, adapter } = rig;
    youtube.revoke('1//good');
    youtube.cut();
    await until(() => adapter.health().reason === 'login');
    expect(adapter.health().lastFailure?.text).toContain('Sign in again');
    const asked = youtube.calls(TOKEN);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(youtube.calls(TOKEN)).toBe(asked);
    expect(await adapter.sendLine('слышно?')).toMatchObject({ ok: false });
  });
});

describe('a refusal', () => {
  it('at the start says what to do, without a secret in it', async () => {
    const youtube = await studio();
    const account = { ...accountOf(youtube, '1//spent-secret'), clientSecret: youtube.desk.client.secret };
    const wrong = await rigged({ youtube, account, connect: false });
    rig = wrong;
    const error = await wrong.adapter.connect().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'YOUTUBE_LOGIN' });
    expect(String(error)).toMatch(/invalid_grant.*expired or revoked.*7 days/);
    const said = inspect([error, wrong.adapter.health(), wrong.logged], { depth: 12 });
    expect(said).not.toMatch(/spent-secret|sim-client-secret|ya29/);
  });

  it('with 403 costs one call and no renewal', async () => {
    rig = await rigged();
    const { youtube, adapter } = rig;
    const before = { token: youtube.calls(TOKEN), used: youtube.used() };
    youtube.closeChat(CHAT);
    youtube.ban(CHAT, OWNER, 60);
    expect(await adapter.sendLine('нельзя')).toMatchObject({ ok: false, code: 'forbidden' });
    expect(youtube.calls('POST /youtube/v3/liveChat/messages')).toBe(1);
    expect(youtube.calls(TOKEN)).toBe(before.token);
    expect(adapter.health().quota.used).toBe(youtube.used());
  });

  it('of an API key is final, and the key is in no sentence', async () => {
    const youtube = await studio();
    rig = await rigged({
      youtube,
      connect: false,
      account: undefined,
      apiKey: 'AIza-wrong-key',
      channel: OWNER,
    });
    const error = await rig.adapter.connect().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'YOUTUBE_LOGIN' });
    expect(inspect([error, rig.adapter.health(), rig.logged], { depth: 12 })).not.toContain('AIza');
  });

  it('of the rights to look names the scope', async () => {
    const youtube = await studio();
    youtube.fail(1, 403, LOOK);
    rig = await rigged({ youtube, connect: false, times: QUICK });
    await expect(rig.adapter.connect()).rejects.toThrow(/youtube\.force-ssl/);
  });
});

describe('signing in', () => {
  it('goes by a page, a code that works once, and a proof', async () => {
    const youtube = await startYoutubeSimulator();
    const redirect = 'http://127.0.0.1:8080/auth/youtube/callback';
    const { id: clientId, secret: clientSecret } = youtube.desk.client;
    const app = { clientId, clientSecret, redirect, auth: youtube.url };
    const page = await signInPage(app);
    youtube.desk.consents = OWNER;
    const back = await fetch(page.url, { redirect: 'manual' });
    const came = new URL(back.headers.get('location') ?? '');
    expect(came.searchParams.get('state')).toBe(page.state);
    expect(came.searchParams.get('scope')).toContain('youtube.force-ssl');
    expect(new URL(page.url).searchParams.get('access_type')).toBe('offline');
    const code = came.searchParams.get('code') ?? '';
    await expect(tokensFor(app, { code, verifier: 'of somebody else' })).rejects.toMatchObject({
      code: 'YOUTUBE_LOGIN',
    });
    const again = await fetch(page.url, { redirect: 'manual' });
    const second = new URL(again.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const tokens = await tokensFor(app, { code: second, verifier: page.verifier });
    expect(tokens.refreshToken).toMatch(/^1\/\/refresh/);
    const error = await tokensFor(app, { code: second, verifier: page.verifier }).catch(
      (thrown: unknown) => thrown,
    );
    expect(inspect(error, { depth: 9 })).toContain('invalid_grant');
    expect(inspect(error, { depth: 9 })).not.toContain(clientSecret);
    await youtube.close();
  });
});
