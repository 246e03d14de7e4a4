import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Health } from '../contract.ts';
import { twitchPlatform } from './index.ts';
import { BOT, QUICK, type Rig, rigged, until } from './rig.suite.ts';
import { startTwitchSimulator } from './simulator.ts';

let rig: Rig;
afterEach(() => rig?.end());

describe('a connection that ends', () => {
  it('comes back after a cut in the middle of a line, and goes on', async () => {
    rig = await rigged();
    const { twitch, heard, adapter } = rig;
    const states: Health['state'][] = [];
    adapter.onHealth((health) => states.push(health.state));
    twitch.say('streamer', 'eve', 'до');
    await until(() => heard.length === 1);
    twitch.cut({ half: true });
    await until(() => adapter.health().state === 'down');
    expect(adapter.health()).toMatchObject({ reason: 'cut', lastFailure: { code: 'cut' } });
    await until(() => adapter.health().state === 'up');
    twitch.say('streamer', 'eve', 'после');
    await until(() => heard.length === 2);
    expect(heard.map((message) => message.text)).toEqual(['до', 'после']);
    expect(adapter.health().reconnects).toBe(1);
    expect(states).toEqual(['down', 'up']);
  });

  it('tries for ever while nobody answers, and makes one connection a time', async () => {
    rig = await rigged();
    const { twitch, adapter } = rig;
    twitch.refuse(6);
    twitch.cut();
    await until(() => adapter.health().state === 'down');
    await until(() => adapter.health().state === 'up');
    expect(twitch.connections()).toBe(1);
    expect(adapter.health().reconnects).toBe(1);
  });

  it('is cut again and again during sign-in without getting stuck', async () => {
    rig = await rigged({ account: BOT });
    const { twitch, adapter } = rig;
    for (let round = 0; round < 5; round++) {
      twitch.cut();
      await until(() => twitch.connections() === 1);
    }
    twitch.cut();
    await until(() => adapter.health().state === 'up' && twitch.readers('streamer') === 1);
    expect(twitch.connections()).toBe(1);
  });

  it('follows RECONNECT without a moment of silence', async () => {
    rig = await rigged();
    const { twitch, heard, adapter } = rig;
    const states: string[] = [];
    adapter.onHealth((health) => states.push(health.state));
    const joins = () => twitch.sent().filter((line) => line.startsWith('JOIN')).length;
    twitch.reconnect(600);
    let said = 0;
    while (joins() < 2) {
      twitch.say('streamer', 'eve', `строка ${said}`);
      said += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await until(() => twitch.connections() === 1);
    twitch.say('streamer', 'eve', 'последняя');
    await until(() => heard.at(-1)?.text === 'последняя');
    expect(heard).toHaveLength(said + 1);
    expect(states).toEqual([]);
    expect(adapter.health().reconnects).toBe(1);
  });
});

describe('a connection that does not begin', () => {
  it('says so after its deadline when nobody listens', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
    );
    await new Promise((resolve) => server.close(resolve));
    const adapter = twitchPlatform({
      channel: 'streamer',
      addresses: { irc: `ws://127.0.0.1:${port}` },
      times: { ...QUICK, startMs: 300 },
    });
    await expect(adapter.connect()).rejects.toMatchObject({ code: 'TWITCH_UNREACHABLE' });
    expect(adapter.health().state).toBe('down');
    await adapter.close();
  });

  it('says so when something listens that never answers', async () => {
    const server = createServer((socket) => socket.resume().on('error', () => {}));
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
    );
    const adapter = twitchPlatform({
      channel: 'streamer',
      addresses: { irc: `ws://127.0.0.1:${port}` },
      times: { ...QUICK, attemptMs: 150, startMs: 500 },
    });
    await expect(adapter.connect()).rejects.toThrow(/within 1 s: not in the channel within 150 ms/);
    await adapter.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('names a channel that does not exist or is suspended', async () => {
    rig = await rigged({ connect: false, channel: 'nobody_here', times: { ...QUICK, startMs: 400 } });
    await expect(rig.adapter.connect()).rejects.toMatchObject({ code: 'TWITCH_UNREACHABLE' });
    await rig.end();
    const twitch = await startTwitchSimulator();
    twitch.rules('streamer', { suspended: true });
    rig = await rigged({ twitch, connect: false });
    await expect(rig.adapter.connect()).rejects.toMatchObject({ code: 'TWITCH_JOIN' });
  });

  it('can be tried again after it failed, and is one connection however often it is asked for', async () => {
    rig = await rigged({ connect: false, times: { ...QUICK, startMs: 250 } });
    rig.twitch.refuse(1_000);
    await expect(rig.adapter.connect()).rejects.toMatchObject({ code: 'TWITCH_UNREACHABLE' });
    rig.twitch.refuse(0);
    await Promise.all([rig.adapter.connect(), rig.adapter.connect()]);
    expect(rig.adapter.health().state).toBe('up');
    expect(rig.twitch.connections()).toBe(1);
  });

  it('ends at once when it is closed while being made', async () => {
    rig = await rigged({ connect: false });
    rig.twitch.refuse(1_000);
    const connecting = expect(rig.adapter.connect()).rejects.toMatchObject({ code: 'TWITCH_CLOSED' });
    await rig.adapter.close();
    await connecting;
    expect(rig.twitch.connections()).toBe(0);
  });
});
