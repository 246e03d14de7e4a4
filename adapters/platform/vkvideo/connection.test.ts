import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { channelSlug, placesOf, sameChannel } from './addresses.ts';
import { vkvideoPlatform } from './index.ts';
import { ACCOUNT, pause, QUICK, type Rig, rigged, until, VIEWER } from './rig.suite.ts';

let rig: Rig;
afterEach(() => rig?.end());

const say = (text: string) => rig.vk.say('streamer', VIEWER, text);
const heard = async (text: string) => {
  say(text);
  await until(() => rig.texts().includes(text));
};

describe('addresses', () => {
  it.each([
    ['streamer', 'streamer'],
    [' @Streamer ', 'Streamer'],
    ['https://live.vkvideo.ru/streamer?x=1', 'streamer'],
    ['live.vkplay.ru/streamer/', 'streamer'],
    ['vkplay.live/streamer', 'streamer'],
  ])('reads the channel %s', (given, slug) => expect(channelSlug(given)).toBe(slug));

  it.each(['', 'a b', 'https://twitch.tv/a', 'x'.repeat(65)])('refuses the channel "%s"', (given) =>
    expect(() => channelSlug(given)).toThrow(/Expected the last part of its address/),
  );

  it('completes addresses, and names the setting of a wrong one', () => {
    expect(placesOf({})).toEqual({
      authorize: 'https://auth.live.vkvideo.ru/app/oauth2/authorize',
      token: 'https://api.live.vkvideo.ru/oauth/server/token',
      revoke: 'https://api.live.vkvideo.ru/oauth/server/revoke',
      api: 'https://apidev.live.vkvideo.ru/v1',
      pubsub: 'wss://pubsub-dev.live.vkvideo.ru/connection/websocket?format=json&cf_protocol_version=v2',
    });
    expect(placesOf({ auth: 'http://a:1/', api: 'http://b:2', pubsub: 'ws://c:3' })).toEqual({
      authorize: 'http://a:1/app/oauth2/authorize',
      token: 'http://a:1/oauth/server/token',
      revoke: 'http://a:1/oauth/server/revoke',
      api: 'http://b:2/v1',
      pubsub: 'ws://c:3/connection/websocket?format=json&cf_protocol_version=v2',
    });
    expect(() => placesOf({ api: 'ws://x' })).toThrow(/MSIG_VKVIDEO_API_URL/);
    expect(() => placesOf({ auth: 'x' })).toThrow(/MSIG_VKVIDEO_AUTH_URL/);
    expect(() => placesOf({ pubsub: 'http://x' })).toThrow(/MSIG_VKVIDEO_PUBSUB_URL/);
  });

  it('knows a channel by any form of its address', () => {
    expect(sameChannel('https://live.vkvideo.ru/Streamer/', 'streamer')).toBe(true);
    expect(sameChannel('', '')).toBe(false);
  });
});

describe('the socket', () => {
  it.each([
    [3000, 'shutdown'],
    [3001, 'insufficient state'],
    [3005, 'connection expired'],
    [3014, 'state invalidated'],
    [3500, 'invalid token'],
    [3501, 'bad request'],
    [3503, 'force disconnect'],
    [4500, 'terminal'],
    [1009, 'too big'],
  ])('comes back after a close with %i, also when the server says not to', async (code, reason) => {
    rig = await rigged();
    rig.vk.disconnect(code, reason);
    await until(() => rig.adapter.health().state === 'down');
    await until(() => rig.adapter.health().state === 'up');
    await heard('снова тут');
    expect(rig.vk.connections()).toBe(1);
  });

  it.each([2000, 2500, 2502])('comes back to a chat that was taken away with %i', async (code) => {
    rig = await rigged();
    const [session] = rig.vk.pubsub.sessions;
    session?.unsubscribe(rig.vk.open('streamer').sockets.chat ?? '', code);
    await until(() => rig.adapter.health().reconnects === 1);
    await heard('снова тут');
  });

  it('fetches a new token when the old one ran out at a reconnect', async () => {
    rig = await rigged();
    expect(rig.vk.calls('/v1/websocket/token')).toBe(1);
    rig.vk.pubsub.expireTokens();
    rig.vk.cut();
    await until(() => rig.adapter.health().state === 'down');
    await until(() => rig.adapter.health().state === 'up');
    expect(rig.vk.calls('/v1/websocket/token')).toBe(2);
    await heard('снова тут');
  });

  it('renews connection and subscription tokens before they run out, without a cut', async () => {
    rig = await rigged({ connect: false, account: ACCOUNT });
    rig.vk.pubsub.tokenSeconds = 1;
    await rig.adapter.connect();
    await until(() => rig.vk.calls('/v1/websocket/token') >= 3);
    expect(rig.vk.calls('/v1/websocket/subscription_token')).toBeGreaterThan(1);
    expect(rig.adapter.health().reconnects).toBe(0);
    await heard('всё ещё тут');
  });

  it('takes a token for a public chat that wants one, and renews it at a reconnect', async () => {
    rig = await rigged({ connect: false, account: ACCOUNT });
    const { sockets } = rig.vk.open('streamer');
    rig.vk.pubsub.closed.add(sockets.private_info ?? '');
    await rig.adapter.connect();
    expect(rig.vk.readers('streamer', 'private_info')).toBe(1);
    rig.vk.pubsub.expireTokens();
    rig.vk.cut();
    await until(() => rig.adapter.health().reconnects === 1);
    await until(() => rig.vk.readers('streamer', 'private_info') === 1);
    expect(rig.vk.readers('streamer', 'private_channel_points')).toBe(1);
  });

  it('notices a half-open socket by the missing ping', async () => {
    rig = await rigged({ connect: false });
    rig.vk.pubsub.pingSeconds = 0.2;
    await rig.adapter.connect();
    await pause(500);
    expect(rig.adapter.health().state).toBe('up');
    rig.vk.pubsub.deaf = true;
    await until(() => rig.adapter.health().state === 'down');
    expect(rig.adapter.health().reason).toBe('socket_2');
    rig.vk.pubsub.deaf = false;
    await until(() => rig.adapter.health().state === 'up');
    await heard('снова тут');
  });

  it('outlives an outage of sockets and of the API', async () => {
    rig = await rigged();
    rig.vk.refuse(4);
    rig.vk.fail({ calls: 3, path: '/v1/websocket/token', status: 502, error: 'html' });
    rig.vk.disconnect(3500, 'invalid token');
    await until(() => rig.adapter.health().state === 'down');
    await until(() => rig.adapter.health().state === 'up');
    await heard('снова тут');
  });
});

describe('a connection that does not begin', () => {
  it('names a channel that does not exist', async () => {
    rig = await rigged({ connect: false, channel: 'nobody' });
    await expect(rig.adapter.connect()).rejects.toMatchObject({ code: 'VKVIDEO_NO_CHANNEL' });
    expect(rig.adapter.health().state).toBe('down');
  });

  it('names a chat that is closed to us', async () => {
    rig = await rigged({ connect: false, times: { startMs: 400 } });
    rig.vk.pubsub.closed.add(rig.vk.open('streamer').sockets.chat ?? '');
    await expect(rig.adapter.connect()).rejects.toMatchObject({
      code: 'VKVIDEO_NO_CHAT',
      message: expect.stringContaining('permission denied'),
    });
  });

  it('says so after its deadline when nobody listens, or nobody answers', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    for (const base of [`127.0.0.1:${port}`, '127.0.0.1:1']) {
      const adapter = vkvideoPlatform({
        channel: 'streamer',
        app: { clientId: 'a', clientSecret: 'hush' },
        addresses: { auth: `http://${base}`, api: `http://${base}`, pubsub: `ws://${base}` },
        times: { ...QUICK, startMs: 300 },
      });
      const error = await adapter.connect().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'VKVIDEO_UNREACHABLE' });
      expect(String(error)).not.toContain('hush');
      await adapter.close();
    }
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });

  it('can be tried again after it failed, and is one connection however often it is asked for', async () => {
    rig = await rigged({ connect: false, times: { startMs: 250 } });
    rig.vk.refuse(1_000);
    await expect(rig.adapter.connect()).rejects.toMatchObject({ code: 'VKVIDEO_UNREACHABLE' });
    rig.vk.refuse(0);
    await Promise.all([rig.adapter.connect(), rig.adapter.connect()]);
    expect(rig.adapter.health().state).toBe('up');
    expect(rig.vk.connections()).toBe(1);
  });

  it('ends at once when it is closed while being made', async () => {
    rig = await rigged({ connect: false });
    rig.vk.fail({ path: '/v1/channel', error: 'silent' });
    const connecting = expect(rig.adapter.connect()).rejects.toMatchObject({ code: 'VKVIDEO_CLOSED' });
    await pause(20);
    await rig.adapter.close();
    await connecting;
    await expect(rig.adapter.connect()).rejects.toThrow(/was closed/);
    expect(rig.vk.connections()).toBe(0);
  });

  it('needs an application or an account', () => {
    expect(() => vkvideoPlatform({ channel: 'streamer' })).toThrow(/npx msig setup/);
  });
});

describe('the stream', () => {
  it('is told when it is known and at each change, at once when the socket has news', async () => {
    rig = await rigged({ connect: false, times: { streamMs: 600 } });
    const seen: string[] = [];
    rig.adapter.onStream(({ live, title, category, since }) =>
      seen.push(`${live} ${title} ${category} ${since !== null}`),
    );
    await rig.adapter.connect();
    rig.vk.air('streamer', { title: 'Другое' });
    await until(() => seen.length === 2);
    rig.vk.air('streamer', { status: 'wait' });
    await until(() => seen.length === 3);
    rig.vk.air('streamer', null);
    await until(() => seen.length === 4);
    expect(seen).toEqual([
      'true Играем Настольные игры true',
      'true Другое Настольные игры true',
      'false Другое Настольные игры false',
      'false   false',
    ]);
    const late: boolean[] = [];
    rig.adapter.onStream(({ live }) => late.push(live));
    await until(() => late.length === 1);
  });

  it('is read again even if the socket says nothing and a call fails', async () => {
    rig = await rigged({ times: { streamMs: 60 } });
    const seen: boolean[] = [];
    rig.adapter.onStream(({ live }) => seen.push(live));
    rig.vk.pubsub.mute = true;
    rig.vk.fail({ path: '/v1/channel', calls: 2 });
    rig.vk.air('streamer', null);
    await until(() => seen.includes(false));
  });
});
