import { afterEach, describe, expect, it } from 'vitest';
import type { TwitchAccount } from './login.ts';
import { ALL_SCOPES, pause, QUICK, type Rig, type RigOptions, rigged, SPEC, until } from './rig.suite.ts';
import { startTwitchSimulator, type TwitchSimulator } from './simulator.ts';

let rig: Rig;
afterEach(() => rig?.end());

const saved: string[] = [];

async function signedIn(
  options: Omit<RigOptions, 'account'> & { account?: Partial<TwitchAccount>; livesS?: number } = {},
): Promise<TwitchSimulator> {
  const { account, livesS, ...rest } = options;
  saved.length = 0;
  const twitch = await startTwitchSimulator();
  twitch.open({ login: 'streamer', id: '1001' });
  twitch.token('first', {
    user: 'streamer',
    scopes: ALL_SCOPES,
    refreshToken: 'again',
    ...(livesS ? { livesS } : {}),
  });
  const save = ({ accessToken, refreshToken }: { accessToken: string; refreshToken: string | null }) => {
    saved.push(`${accessToken}/${refreshToken}`);
  };
  const whole = { accessToken: 'first', refreshToken: 'again', clientId: twitch.client.id, save, ...account };
  rig = await rigged({ twitch, account: whole, ...rest });
  return twitch;
}

const POLL = { title: 'Куда?', choices: ['Да', 'Нет'], seconds: 60 };

describe('a token that runs out while it is used', () => {
  it('is renewed once by many calls that meet a 401 at the same time', async () => {
    const twitch = await signedIn();
    twitch.expire('first');
    const all = await Promise.all([
      rig.adapter.deleteMessage('m1'),
      rig.adapter.deleteMessage('m2'),
      rig.adapter.deleteMessage('m3'),
      rig.adapter.rewards?.ensure([SPEC]),
      rig.adapter.send('на связи'),
      rig.adapter.polls?.open(POLL),
    ]);
    expect(all).toMatchObject([true, true, true, [], true, { ok: true }]);
    expect(twitch.calls('/token')).toBe(1);
    expect(saved).toHaveLength(1);
    expect(rig.adapter.health().signIn).toBe('good');
  });

  it('is stored before it is used', async () => {
    let twitch: TwitchSimulator | null = null;
    const used: number[] = [];
    const save = async () => {
      await pause(150);
      used.push(twitch?.deleted().length ?? -1);
    };
    twitch = await signedIn({ account: { save } });
    twitch.expire('first');
    expect(await rig.adapter.deleteMessage('m1')).toBe(true);
    expect(used).toEqual([0]);
    expect(twitch.deleted()).toEqual(['m1']);
  });

  it('survives a renewal that fails with 503, with a page, and with silence', async () => {
    const twitch = await signedIn();
    twitch.expire('first');
    twitch.failCalls(1, 503, '/token');
    expect(await rig.adapter.deleteMessage('m1')).toBe(false);
    await pause(450);
    twitch.breakCalls(1, { path: '/token', how: 'html', status: 403 });
    expect(await rig.adapter.deleteMessage('m1')).toBe(false);
    await pause(450);
    twitch.breakCalls(1, { path: '/token', how: 'cut' });
    expect(await rig.adapter.deleteMessage('m1')).toBe(false);
    expect(rig.adapter.health().signIn).toBe('good');
    await pause(450);
    expect(await rig.adapter.deleteMessage('m1')).toBe(true);
    expect(saved).toHaveLength(1);
  });

  it('is renewed before its end, and used on while that fails', async () => {
    const twitch = await signedIn({ livesS: 120 });
    const before = twitch.calls('/token');
    expect(await rig.adapter.deleteMessage('m1')).toBe(true);
    expect(twitch.calls('/token')).toBe(1);
    expect(before).toBeLessThanOrEqual(1);
    await rig.end();
    const other = await startTwitchSimulator();
    other.open({ login: 'streamer', id: '1001' });
    other.token('short', { user: 'streamer', scopes: ALL_SCOPES, refreshToken: 'r', livesS: 120 });
    other.failCalls(1_000, 503, '/token');
    const account = { accessToken: 'short', refreshToken: 'r', clientId: other.client.id };
    rig = await rigged({ twitch: other, account });
    expect(await rig.adapter.deleteMessage('m1')).toBe(true);
  });

  it('keeps its renewal token where the client has a secret', async () => {
    const twitch = await signedIn({ account: { clientSecret: 'sim0client0secret' } });
    twitch.expire('first');
    expect(await rig.adapter.deleteMessage('m1')).toBe(true);
    expect(saved).toEqual([expect.stringMatching(/^access\d+\/again$/)]);
  });

  it('lives in memory while it cannot be stored, and is stored at the next check', async () => {
    let full = true;
    const save = ({ accessToken }: { accessToken: string }) => {
      if (full) throw new Error('disk full');
      saved.push(accessToken);
    };
    const twitch = await signedIn({ account: { save }, times: { ...QUICK, checkMs: 300 } });
    twitch.expire('first');
    expect(await rig.adapter.deleteMessage('m1')).toBe(true);
    expect(rig.adapter.health().signIn).toBe('unsaved');
    expect(rig.logged.join()).toContain('disk full');
    full = false;
    await until(() => rig.adapter.health().signIn === 'good');
    expect(saved).toHaveLength(1);
  });
});

describe('a sign-in that is over', () => {
  it('leaves the chat read, says so, and shows no secret', async () => {
    const twitch = await signedIn({ account: { refreshToken: 'spent' }, times: { ...QUICK, checkMs: 200 } });
    twitch.expire('first');
    await until(() => rig.adapter.health().as === 'anonymous' && rig.adapter.health().state === 'up');
    expect(rig.adapter.health()).toMatchObject({ by: 'irc', signIn: 'over' });
    expect(rig.adapter.can.features).toEqual(['read', 'roles']);
    expect(rig.adapter.rewards).toBeDefined();
    twitch.say('streamer', 'eve', '!кубик');
    await until(() => rig.heard.length === 1);
    expect(rig.logged.join(' ')).toContain('read on without an account');
    expect(rig.logged.join(' ')).not.toMatch(/spent|first/);
    expect(await rig.adapter.sendLine('x')).toMatchObject({ ok: false, code: 'read_only' });
  });

  it('is noticed when Twitch takes all its events back', async () => {
    const twitch = await signedIn({ account: { refreshToken: 'spent' } });
    twitch.expire('first');
    for (const type of new Set(twitch.events.subscriptions()))
      twitch.events.revoke(type, 'authorization_revoked');
    await until(
      () => rig.adapter.health().signIn === 'over' && rig.adapter.health().as === 'anonymous',
      12_000,
    );
    await until(() => rig.adapter.health().state === 'up');
    expect(rig.adapter.health().by).toBe('irc');
  });
});
