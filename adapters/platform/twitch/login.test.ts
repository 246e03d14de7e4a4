import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { BOT, QUICK, type Rig, rigged, until } from './rig.suite.ts';
import { startTwitchSimulator } from './simulator.ts';

let rig: Rig;
afterEach(() => rig?.end());

describe('the token', () => {
  it('is refused with a sentence that says what to do', async () => {
    rig = await rigged({ connect: false, account: { accessToken: 'wrong' } });
    await expect(rig.adapter.connect()).rejects.toThrow(/does not accept the token.*chat:read and chat:edit/);
    expect(rig.adapter.health().state).toBe('down');
    expect(rig.twitch.connections()).toBe(0);
    expect(rig.logged.join()).not.toContain('wrong');
  });

  it('may be pasted with "oauth:"; without chat:edit it only reads', async () => {
    const twitch = await startTwitchSimulator();
    twitch.token('reader', { user: 'msigbot', scopes: ['chat:read'] });
    rig = await rigged({ twitch, account: { accessToken: ' oauth:reader ' } });
    expect(rig.adapter.health().as).toEqual({ login: 'msigbot' });
    expect(rig.adapter.can.write).toBe(false);
    expect(await rig.adapter.sendLine('привет')).toMatchObject({ ok: false, code: 'read_only' });
  });

  it('needs chat:read', async () => {
    const twitch = await startTwitchSimulator();
    twitch.token('other', { user: 'msigbot', scopes: ['user:read:email'] });
    rig = await rigged({ twitch, connect: false, account: { accessToken: 'other' } });
    await expect(rig.adapter.connect()).rejects.toMatchObject({
      code: 'TWITCH_SCOPES',
      args: { login: 'msigbot', scopes: 'user:read:email' },
    });
  });

  it('is tried again when the sign-in server has a bad moment', async () => {
    rig = await rigged({ connect: false, account: BOT });
    rig.twitch.failCalls(3, 503);
    await rig.adapter.connect();
    expect(rig.adapter.health()).toMatchObject({ state: 'up', as: { login: 'msigbot' } });
  });

  it('is checked again and again; when Twitch takes it back, the chat is read on without it', async () => {
    rig = await rigged({ account: BOT, times: { ...QUICK, checkMs: 80 } });
    const { twitch, adapter, heard } = rig;
    await until(() => twitch.calls('/validate') >= 4);
    expect(adapter.can.write).toBe(true);
    twitch.expire('good');
    await until(() => adapter.health().as === 'anonymous' && adapter.health().state === 'up');
    expect(adapter.can.write).toBe(false);
    twitch.say('streamer', 'eve', '!кубик');
    await until(() => heard.length === 1);
    expect(rig.logged.join(' ')).toContain('read on without an account');
  });
});

describe('a token that can be renewed', () => {
  async function renewable(expired: boolean) {
    const twitch = await startTwitchSimulator();
    twitch.token('first', { user: 'msigbot', refreshToken: 'again', expired });
    const saved: string[] = [];
    const account = {
      accessToken: 'first',
      refreshToken: 'again',
      clientId: 'sim0client0id',
      save: (pair: { accessToken: string; refreshToken: string | null }) => {
        saved.push(`${pair.accessToken}/${pair.refreshToken}`);
      },
    };
    return { twitch, saved, account };
  }

  it('is renewed at the start, kept, and used', async () => {
    const { twitch, saved, account } = await renewable(true);
    rig = await rigged({ twitch, account });
    expect(rig.adapter.health().as).toEqual({ login: 'msigbot' });
    expect(saved).toHaveLength(1);
    expect(twitch.calls('/token')).toBe(1);
    expect(await rig.adapter.send('на связи')).toBe(true);
  });

  it('survives a failed renewal: the next attempt succeeds', async () => {
    const { twitch, saved, account } = await renewable(true);
    twitch.failCalls(1, 503, '/token');
    rig = await rigged({ twitch, account });
    expect(twitch.calls('/token')).toBe(2);
    expect(saved).toHaveLength(1);
  });

  it('is renewed once, however many ask, and on the way back after a cut', async () => {
    const { twitch, saved, account } = await renewable(false);
    rig = await rigged({ twitch, account, times: { ...QUICK, checkMs: 60 } });
    twitch.expire('first');
    twitch.cut();
    await until(() => saved.length > 0 && rig.adapter.health().state === 'up');
    await until(() => twitch.calls('/validate') > 8);
    expect(twitch.calls('/token')).toBe(1);
    expect(rig.adapter.health().as).toEqual({ login: 'msigbot' });
  });

  it('ends with a clear error when the renewal itself is refused', async () => {
    const { twitch, account } = await renewable(true);
    rig = await rigged({
      twitch,
      account: { ...account, refreshToken: 'spent', clientSecret: 'sim0client0secret' },
      connect: false,
    });
    const error = await rig.adapter.connect().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'TWITCH_LOGIN' });
    expect(String(error)).toContain('Invalid refresh token');
    expect(inspect(error, { depth: 9 }) + rig.logged.join()).not.toMatch(/sim0client0secret|spent/);
  });

  it('goes on from memory when the renewed pair cannot be kept', async () => {
    const { twitch, account } = await renewable(true);
    const save = () => Promise.reject(new Error('disk full'));
    rig = await rigged({ twitch, account: { ...account, save } });
    expect(rig.adapter.can.write).toBe(true);
    expect(rig.logged.join()).toContain('disk full');
  });
});
