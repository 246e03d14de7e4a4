import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { kickPlatform } from './index.ts';
import { pause, QUICK, type Rig, rigged, until } from './rig.suite.ts';

let rig: Rig;
afterEach(() => rig?.end());

describe('what is possible', () => {
  it.each([
    [
      "with the owner's sign-in",
      {},
      'read write reply roles rewards-create rewards-settle moderation stream-status donations delete-message',
    ],
    ['with the app alone', { as: null }, 'read roles stream-status donations'],
    [
      'without an address that Kick reaches',
      { webhooks: false },
      'write reply rewards-create rewards-settle moderation stream-status delete-message',
    ],
    [
      "with a helper's sign-in",
      { as: 'helper' },
      'read write reply roles moderation stream-status donations delete-message',
    ],
    [
      'with few scopes',
      { scopes: ['user:read', 'events:subscribe', 'moderation:ban'] },
      'read roles moderation stream-status donations',
    ],
  ])('%s', async (_, options, expected) => {
    rig = await rigged(options);
    expect(rig.adapter.can.features?.join(' ')).toBe(expected);
    expect(rig.adapter.can.write).toBe(expected.includes('write'));
  });

  it('is known by the channel of the sign-in where users cannot be asked', async () => {
    rig = await rigged({ scopes: ['channel:read', 'events:subscribe', 'channel:rewards:write'] });
    expect(rig.adapter.can.features).toContain('rewards-settle');
  });
});

describe('order in the chat', () => {
  it.each([
    [1, 1],
    [60, 1],
    [61, 2],
    [10 * 60, 10],
    [90 * 86_400, 10_080],
  ])('silences for %i seconds as %i minutes, never for ever', async (seconds, minutes) => {
    rig = await rigged();
    expect(await rig.adapter.timeOut('7', seconds, '🎲'.repeat(300))).toBe(true);
    expect(rig.kick.bans()).toEqual([{ channel: 1, user: 7, minutes, reason: '🎲'.repeat(50) }]);
  });

  it('says no when it may not, cannot, or is asked for nonsense', async () => {
    rig = await rigged();
    expect(await rig.adapter.timeOut('eve', 60, '')).toBe(false);
    expect(await rig.adapter.timeOut('7', Number.NaN, '')).toBe(false);
    rig.kick.break(1, { path: '/public/v1/moderation', status: 403 });
    expect(await rig.adapter.timeOut('7', 60, '')).toBe(false);
    expect(await rig.adapter.deleteMessage('../../bans')).toBe(true);
    expect(rig.kick.deleted()).toEqual(['../../bans']);
    await rig.end();
    rig = await rigged({ as: null });
    expect(await rig.adapter.deleteMessage('m1')).toBe(false);
    expect(await rig.adapter.timeOut('7', 60, '')).toBe(false);
  });
});

describe('a connection that does not begin', () => {
  it.each([
    ['KICK_CHANNEL', { channel: 'nobody' }],
    ['KICK_CLIENT', { client: { id: 'x', secret: 'wrong-secret' }, as: null }],
  ])('says %s', async (code, options) => {
    rig = await rigged({ connect: false, ...options });
    const error = await rig.adapter.connect().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code });
    expect(String(error)).not.toContain('wrong-secret');
    expect(rig.adapter.health()).toMatchObject({ state: 'down', reason: code });
  });

  it('says that the sign-in is over', async () => {
    rig = await rigged({ connect: false, client: undefined });
    rig.kick.expire({ refused: true });
    await expect(rig.adapter.connect()).rejects.toMatchObject({ code: 'KICK_SIGN_IN' });
  });

  it('needs an app or a sign-in', () => {
    expect(() => kickPlatform({ channel: 'streamer' })).toThrow(/client id and secret/);
  });

  it('says so after its time when something listens that never answers, and when nothing does', async () => {
    const server = createServer((socket) => socket.resume().on('error', () => {}));
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
    );
    const addresses = { api: `http://127.0.0.1:${port}`, auth: `http://127.0.0.1:${port}` };
    const times = { ...QUICK, startMs: 250, callMs: 60 };
    const adapter = () => kickPlatform({ channel: 'a', client: { id: 'x', secret: 'y' }, addresses, times });
    await expect(adapter().connect()).rejects.toThrow(
      /within 1 s: POST \/oauth\/token: no answer within 60 ms/,
    );
    await new Promise((resolve) => server.close(resolve));
    await expect(adapter().connect()).rejects.toMatchObject({ code: 'KICK_UNREACHABLE' });
  });

  it('can be tried again, is one however often it is asked for, and ends at once when it is closed', async () => {
    rig = await rigged({ connect: false, times: { ...QUICK, startMs: 200 } });
    rig.kick.break(1_000, { how: 'cut' });
    await expect(rig.adapter.connect()).rejects.toMatchObject({ code: 'KICK_UNREACHABLE' });
    rig.kick.mend();
    await Promise.all([rig.adapter.connect(), rig.adapter.connect()]);
    expect(rig.adapter.health().state).toBe('up');
    await rig.end();
    rig = await rigged({ connect: false });
    rig.kick.break(1_000, { how: 'hang' });
    const connecting = expect(rig.adapter.connect()).rejects.toMatchObject({ code: 'KICK_CLOSED' });
    await rig.adapter.close();
    await connecting;
    await expect(rig.adapter.connect()).rejects.toMatchObject({ code: 'KICK_CLOSED' });
  });
});

it('bears an evening of trouble: it comes back each time, and logs no secret', async () => {
  rig = await rigged();
  const states: string[] = [];
  rig.adapter.onHealth(({ state }) => states.push(state));
  for (const how of [
    { status: 500 },
    { status: 502, html: true },
    { how: 'cut' as const },
    { how: 'half' as const },
  ]) {
    rig.kick.break(2, { path: '/public/v1/channels', ...how });
    await until(() => rig.adapter.health().state === 'down');
    await until(() => rig.adapter.health().state === 'up');
  }
  expect(states).toEqual(['down', 'up', 'down', 'up', 'down', 'up', 'down', 'up']);
  expect(rig.logged.join()).not.toMatch(/[ar]t-[0-9a-f]{24}|sim-app-secret/);
  expect(JSON.stringify(rig.adapter.health())).not.toMatch(/[ar]t-[0-9a-f]{24}|sim-app-secret/);
});

describe('a sign-in that ends while we play', () => {
  it('renews once for all its calls when the token runs out', async () => {
    rig = await rigged();
    const before = rig.kick.calls('/oauth/token');
    const old = rig.store.pair.accessToken;
    rig.kick.expire();
    const all = await Promise.all(Array.from({ length: 5 }, (_, n) => rig.adapter.send(`строка ${n}`)));
    expect(all).toEqual([true, true, true, true, true]);
    // One for the user, one for the app.
    expect(rig.kick.calls('/oauth/token') - before).toBeLessThanOrEqual(2);
    expect(rig.store.pair.accessToken).not.toBe(old);
  });

  it('reads on with the app when the sign-in is over, and says what is gone', async () => {
    rig = await rigged({
      times: { checkMs: 30, reconcileMs: 50, firstPauseMs: 20, longestPauseMs: 50 },
    });
    expect(rig.adapter.can.write).toBe(true);
    rig.kick.expire({ refused: true });
    expect(await rig.adapter.sendLine('да')).toMatchObject({ ok: false, code: 'KICK_SIGN_IN' });
    expect(rig.adapter.can.write).toBe(false);
    expect(rig.adapter.can.features).toEqual(['read', 'roles', 'stream-status', 'donations']);
    expect(rig.adapter.health()).toMatchObject({ signIn: 'over' });
    await pause(150);
    rig.kick.say('streamer', 'eve', 'я тут');
    while (rig.heard.length === 0) await pause(10);
    expect(rig.adapter.health().state).toBe('up');
    expect(rig.logged.join()).not.toMatch(/[ar]t-[0-9a-f]{24}|sim-app-secret/);
  });
});
