import { type AddressInfo, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ALL_SCOPES, OWNER, pause, QUICK, type Rig, rigged, until } from './rig.suite.ts';
import { startTwitchSimulator } from './simulator.ts';

let rig: Rig;
afterEach(() => rig?.end());

const texts = () => rig.heard.map(({ text }) => text);
const CHAT = 'channel.chat.message';

describe('the socket of events', () => {
  it('moves to another server without a gap and without doubles', async () => {
    rig = await rigged({ account: OWNER });
    const { twitch, adapter } = rig;
    const states: string[] = [];
    adapter.onHealth(({ state }) => states.push(state));
    const asked = twitch.calls('POST /helix/eventsub/subscriptions');
    twitch.events.move(400);
    let said = 0;
    while (said < 60) {
      twitch.say('streamer', 'eve', `строка ${said}`);
      said += 1;
      await pause(8);
    }
    await until(() => twitch.events.sockets() === 1);
    twitch.say('streamer', 'eve', 'последняя');
    await until(() => texts().at(-1) === 'последняя');
    expect(rig.heard).toHaveLength(said + 1);
    expect(states).toEqual([]);
    expect(twitch.calls('POST /helix/eventsub/subscriptions')).toBe(asked);
  });

  it('that is sent to a server that never answers hears on, and begins anew in time', async () => {
    rig = await rigged({ account: OWNER });
    const { twitch, adapter } = rig;
    const mute = createServer((socket) => socket.resume().on('error', () => {}));
    const port = await new Promise<number>((resolve) =>
      mute.listen(0, '127.0.0.1', () => resolve((mute.address() as AddressInfo).port)),
    );
    twitch.events.move(60_000, `ws://127.0.0.1:${port}/`);
    twitch.say('streamer', 'eve', 'старый ещё слышно');
    await until(() => texts().length === 1);
    await until(() => adapter.health().state === 'down');
    expect(adapter.health().reason).toBe('move');
    await until(() => adapter.health().state === 'up');
    expect(twitch.events.sockets()).toBe(1);
    twitch.say('streamer', 'eve', 'снова');
    await until(() => texts().at(-1) === 'снова');
    await new Promise((resolve) => mute.close(resolve));
  });

  it('that is sent to a server that is not there is heard until there is another', async () => {
    rig = await rigged({ account: OWNER });
    const { twitch, adapter } = rig;
    const states: string[] = [];
    adapter.onHealth(({ state }) => states.push(state));
    twitch.events.move(60_000, 'ws://127.0.0.1:9/');
    for (let said = 0; adapter.health().reconnects === 0; said++) {
      twitch.say('streamer', 'eve', `строка ${said}`);
      await pause(5);
    }
    await until(() => twitch.events.sockets() === 1);
    twitch.say('streamer', 'eve', 'последняя');
    await until(() => texts().at(-1) === 'последняя');
    expect(new Set(texts()).size).toBe(texts().length);
    expect(states).toEqual([]);
    const types = twitch.events.subscriptions();
    expect(new Set(types).size).toBe(types.length);
  });

  it.each([4000, 4002, 4005, 4006])('comes back after the close code %s', async (code) => {
    rig = await rigged({ account: OWNER });
    const { twitch, adapter } = rig;
    twitch.events.close(code);
    await until(() => adapter.health().state === 'down');
    expect(adapter.health().lastFailure?.text).toContain(String(code));
    await until(() => adapter.health().state === 'up');
    expect(adapter.health()).toMatchObject({ by: 'events', reconnects: 1 });
    expect(twitch.events.orphans()).toBe(0);
    twitch.say('streamer', 'eve', 'снова');
    await until(() => texts().includes('снова'));
  });

  it('is dead when nothing comes for longer than Twitch promised', async () => {
    const twitch = await startTwitchSimulator();
    twitch.open({ login: 'streamer', id: '1001' });
    twitch.token('owner', { user: 'streamer', scopes: ALL_SCOPES });
    twitch.events.limits.keepaliveS = 0.3;
    rig = await rigged({ twitch, account: OWNER });
    await pause(900);
    expect(rig.adapter.health().state).toBe('up');
    twitch.events.silence(false);
    await until(() => rig.adapter.health().state === 'down');
    await until(() => rig.adapter.health().by === 'events');
    twitch.say('streamer', 'eve', 'жив');
    await until(() => texts().includes('жив'));
  });

  it('that never says welcome leaves the chat to IRC, and takes it back when it does', async () => {
    rig = await rigged({ account: OWNER, times: { ...QUICK, attemptMs: 400, fallbackMs: 300 } });
    const { twitch, adapter } = rig;
    twitch.events.silence(true);
    twitch.events.cut();
    await until(() => adapter.health().by === 'irc');
    twitch.say('streamer', 'eve', 'по IRC');
    await until(() => texts().includes('по IRC'));
    twitch.events.silence(false);
    await until(() => adapter.health().by === 'events' && twitch.connections() === 0);
    twitch.say('streamer', 'eve', 'событием');
    await until(() => texts().includes('событием'));
    expect(texts()).toEqual(['по IRC', 'событием']);
  });

  it('is cut again and again without getting stuck, and is one', async () => {
    rig = await rigged({ account: OWNER });
    const { twitch, adapter } = rig;
    for (let round = 0; round < 6; round++) {
      twitch.events.cut();
      await until(() => twitch.events.sockets() >= 1);
    }
    await until(() => adapter.health().by === 'events' && adapter.health().state === 'up');
    await pause(300);
    expect(twitch.events.sockets()).toBe(1);
    expect(new Set(twitch.events.subscriptions()).size).toBe(twitch.events.subscriptions().length);
  });

  it('is gone after close, also when it is closed while being made', async () => {
    rig = await rigged({ account: OWNER, connect: false });
    const connecting = rig.adapter.connect().catch((error: unknown) => error);
    await until(() => rig.twitch.events.sockets() === 1);
    await rig.adapter.close();
    expect(await connecting).toMatchObject({ code: 'TWITCH_CLOSED' });
    await until(() => rig.twitch.events.sockets() === 0);
    await pause(QUICK.longestPauseMs);
    expect(rig.twitch.events.sockets()).toBe(0);
  });
});

describe('subscriptions', () => {
  it('left behind by a dead socket are taken away at the start', async () => {
    const twitch = await startTwitchSimulator();
    twitch.open({ login: 'streamer', id: '1001' });
    twitch.token('owner', { user: 'streamer', scopes: ALL_SCOPES });
    const first = await rigged({ twitch, account: OWNER });
    await first.adapter.close();
    await until(() => twitch.events.orphans() > 0);
    rig = await rigged({ twitch, account: OWNER });
    expect(twitch.events.orphans()).toBe(0);
    expect(rig.adapter.health().by).toBe('events');
  });

  it('that are still in the way (409) give way', async () => {
    const twitch = await startTwitchSimulator();
    twitch.open({ login: 'streamer', id: '1001' });
    twitch.token('owner', { user: 'streamer', scopes: ALL_SCOPES });
    twitch.events.limits.orphansStay = true;
    const first = await rigged({ twitch, account: OWNER });
    const count = twitch.events.subscriptions().length;
    await first.adapter.close();
    rig = await rigged({ twitch, account: OWNER });
    expect(rig.adapter.health()).toMatchObject({ by: 'events', refused: {} });
    expect(twitch.events.subscriptions()).toHaveLength(count);
    twitch.say('streamer', 'eve', 'слышно');
    await until(() => texts().includes('слышно'));
  });

  it('made by a call whose answer got lost are recognised as ours', async () => {
    const twitch = await startTwitchSimulator();
    twitch.open({ login: 'streamer', id: '1001' });
    twitch.token('owner', { user: 'streamer', scopes: ALL_SCOPES });
    twitch.breakCalls(4, { path: '/helix/eventsub', method: 'POST', how: 'after' });
    rig = await rigged({ twitch, account: OWNER });
    await until(() => rig.adapter.health().by === 'events');
    const made = twitch.events.subscriptions();
    expect(new Set(made).size).toBe(made.length);
    twitch.say('streamer', 'eve', 'слышно');
    await until(() => texts().includes('слышно'));
  });

  it('beyond the limit of transports leave the chat to IRC, with the reason', async () => {
    const twitch = await startTwitchSimulator();
    twitch.open({ login: 'streamer', id: '1001' });
    twitch.token('owner', { user: 'streamer', scopes: ALL_SCOPES });
    twitch.events.limits.transports = 0;
    rig = await rigged({ twitch, account: OWNER });
    expect(rig.adapter.health()).toMatchObject({
      state: 'up',
      by: 'irc',
      lastFailure: { code: 'transports' },
    });
    expect(await rig.adapter.send('пишется')).toBe(true);
    twitch.events.limits.transports = 3;
    await until(() => rig.adapter.health().by === 'events');
  });

  it('refused for the chat leave it to IRC; the others are heard', async () => {
    const twitch = await startTwitchSimulator();
    twitch.open({ login: 'streamer', id: '1001' });
    twitch.token('owner', { user: 'streamer', scopes: ALL_SCOPES });
    twitch.events.forbid(CHAT);
    twitch.events.forbid('channel.cheer');
    rig = await rigged({ twitch, account: OWNER });
    expect(rig.adapter.health()).toMatchObject({
      by: 'irc',
      refused: { [CHAT]: 'http_403', 'channel.cheer': 'http_403' },
    });
    twitch.say('streamer', 'eve', 'по IRC');
    twitch.raid('streamer', 'neighbour', 5);
    await until(() => texts().includes('по IRC') && rig.signals.length === 1);
  });

  it('taken back by Twitch are not asked for again', async () => {
    rig = await rigged({ account: OWNER });
    const { twitch, adapter } = rig;
    twitch.events.revoke(CHAT, 'user_removed');
    await until(() => adapter.health().by === 'irc');
    expect(adapter.health().refused).toEqual({ [CHAT]: 'user_removed' });
    twitch.say('streamer', 'eve', 'по IRC');
    await until(() => texts().includes('по IRC'));
    twitch.events.cut();
    await until(() => twitch.events.subscriptions().includes('channel.raid'));
    await pause(200);
    expect(twitch.events.subscriptions()).not.toContain(CHAT);
    expect(adapter.health()).toMatchObject({ by: 'irc', refused: { [CHAT]: 'user_removed' } });
  });

  it('are made although Twitch has a bad moment, or never answers at first', async () => {
    const twitch = await startTwitchSimulator();
    twitch.open({ login: 'streamer', id: '1001' });
    twitch.token('owner', { user: 'streamer', scopes: ALL_SCOPES });
    twitch.breakCalls(3, { path: '/helix/eventsub', method: 'POST', status: 503 });
    rig = await rigged({ twitch, account: OWNER });
    await until(() => rig.adapter.health().by === 'events');
    await rig.adapter.close();
    twitch.breakCalls(5, { path: '/helix/eventsub', method: 'POST', how: 'silent' });
    const again = await rigged({ twitch, account: OWNER, times: { ...QUICK, callMs: 300 } });
    await until(() => again.adapter.health().by === 'events');
    await again.adapter.close();
  });
});
