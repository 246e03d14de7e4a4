import { afterEach, describe, expect, it } from 'vitest';
import { pause, QUICK, type Rig, rigged, until } from './rig.suite.ts';
import { startKickSimulator } from './simulator.ts';
import { KICK_EVENTS } from './subscriptions.ts';

let rig: Rig;
afterEach(() => rig?.end());

const events = () =>
  rig.kick
    .subscriptions()
    .map(({ event }) => event)
    .sort();
const WANTED = [...KICK_EVENTS].sort();

describe('subscriptions', () => {
  it.each([null, 'streamer', 'helper'])('are made at the start, in the name of %s', async (as) => {
    rig = await rigged({ as });
    expect(events()).toEqual(WANTED);
    expect(new Set(rig.kick.subscriptions().map(({ broadcaster }) => broadcaster))).toEqual(new Set([1]));
  });

  it('that are there already are kept as they are, doubles are deleted, those of others left alone', async () => {
    const kick = await startKickSimulator();
    const first = await rigged({ kick, connect: false });
    await first.adapter.connect();
    await first.adapter.close();
    const before = kick.subscriptions().map(({ id }) => id);
    kick.doubleSubscriptions();
    const doubled = kick.subscriptions();
    (doubled as object[]).push({ ...doubled[0], id: 'OTHER', event: 'moderation.banned' });
    rig = await rigged({ kick });
    expect(kick.subscriptions().map(({ id }) => id)).toEqual([...before, 'OTHER']);
    await first.gateway.close();
  });

  it('that vanish come back at the next look', async () => {
    rig = await rigged({ times: { ...QUICK, reconcileMs: 50 } });
    rig.kick.forgetSubscriptions();
    await until(() => events().length === WANTED.length);
    await pause(150);
    expect(events()).toEqual(WANTED);
  });

  it('that were made with 200 and are not there are made again', async () => {
    rig = await rigged({ connect: false, times: { ...QUICK, reconcileMs: 50 } });
    rig.kick.loseCreations(4);
    await rig.adapter.connect();
    await until(() => events().length === WANTED.length);
    expect(events()).toEqual(WANTED);
  });

  it('that Kick refuses one by one are told, and the others work', async () => {
    rig = await rigged({ connect: false });
    rig.kick.refuseEvent('kicks.gifted', 'missing scope kicks:read');
    await rig.adapter.connect();
    expect(rig.adapter.health().refused).toEqual({ 'kicks.gifted': 'missing scope kicks:read' });
    expect(rig.adapter.can.features).not.toContain('donations');
    expect(rig.logged.join()).toContain('kicks.gifted: missing scope kicks:read');
    rig.kick.say('streamer', 'eve', 'я тут');
    await until(() => rig.heard.length === 1);
  });

  it('of the chat itself refused: there is no connection, and it says why', async () => {
    rig = await rigged({ connect: false, times: { ...QUICK, startMs: 300 } });
    rig.kick.refuseEvent('chat.message.sent', 'limit reached');
    await expect(rig.adapter.connect()).rejects.toThrow(/limit reached/);
    expect(rig.adapter.health()).toMatchObject({ state: 'down', reason: 'KICK_EVENTS' });
  });
});

describe('silence', () => {
  it('of a live stream: subscriptions that deliver nothing are deleted and made anew', async () => {
    rig = await rigged({ times: { ...QUICK, silenceMs: 300 } });
    rig.kick.live('streamer', true);
    await until(() => rig.streams.at(-1)?.live === true);
    const before = new Set(rig.kick.subscriptions().map(({ id }) => id));
    rig.kick.deaden();
    rig.kick.say('streamer', 'eve', 'в пустоту');
    await until(() => rig.adapter.health().remade > 0);
    const anew = () => rig.kick.subscriptions().filter(({ id }) => !before.has(id));
    await until(() => anew().length === WANTED.length);
    expect(events()).toEqual(WANTED);
    rig.kick.say('streamer', 'eve', 'слышно');
    await until(() => rig.heard.length === 1);
    expect(rig.heard[0]?.text).toBe('слышно');
  });

  it('in vain is tried ever more seldom', async () => {
    rig = await rigged({ times: { ...QUICK, checkMs: 10, silenceMs: 60 } });
    rig.kick.live('streamer', true);
    await until(() => rig.adapter.health().remade === 1);
    await pause(600);
    // Doubling: at about 60, 180, 420, 900 ms; every 60 ms it would have been ten times.
    expect(rig.adapter.health().remade).toBeLessThanOrEqual(4);
  });

  it('of a stream that is not live means nothing', async () => {
    rig = await rigged({ times: { ...QUICK, silenceMs: 50 } });
    await pause(250);
    expect(rig.adapter.health().remade).toBe(0);
  });
});
