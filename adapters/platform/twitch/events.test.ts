import { afterEach, describe, expect, it } from 'vitest';
import { ALL_SCOPES, OWNER, type Rig, rigged, until, WRITER } from './rig.suite.ts';
import { startTwitchSimulator } from './simulator.ts';

let rig: Rig;
afterEach(() => rig?.end());

const texts = () => rig.heard.map(({ text }) => text);

describe('chat by events', () => {
  it('comes with roles, a name in any script, and the time of Twitch', async () => {
    rig = await rigged({ account: OWNER });
    const { twitch, heard, adapter } = rig;
    expect(adapter.health()).toMatchObject({ by: 'events', as: { login: 'streamer' }, signIn: 'good' });
    expect(twitch.connections()).toBe(0);
    const sentAt = Date.now() - 60_000;
    twitch.say('streamer', { login: 'vera', name: 'Вера' }, '!кубик 🎲', {
      badges: ['moderator/1', 'subscriber/12', 'premium/1'],
      sentAt,
    });
    twitch.say('streamer', 'lee', 'b', { badges: ['lead_moderator/1'] });
    twitch.say('streamer', 'vi', 'c', { badges: ['vip/1', 'founder/0'] });
    await until(() => heard.length === 3);
    expect(heard[0]).toMatchObject({ name: 'Вера', text: '!кубик 🎲', channel: 'streamer', sentAt });
    expect(heard.map(({ roles }) => roles)).toEqual([
      ['moderator', 'subscriber'],
      ['moderator'],
      ['vip', 'subscriber'],
    ]);
  });

  it('is counted once in a Shared Chat, at its source', async () => {
    rig = await rigged({ account: OWNER });
    rig.twitch.say('streamer', 'eve', 'оттуда', { sourceChannel: 'neighbour' });
    rig.twitch.say('streamer', 'eve', 'отсюда', { sourceChannel: 'streamer' });
    await until(() => rig.heard.length === 1);
    expect(texts()).toEqual(['отсюда']);
    expect(rig.adapter.health().dropped.foreign).toBe(1);
  });

  it('comes once, though Twitch sends it twice, under one id or two', async () => {
    rig = await rigged({ account: OWNER });
    const { twitch } = rig;
    twitch.events.doubleNext();
    twitch.say('streamer', 'eve', 'раз');
    twitch.say('streamer', 'eve', 'два', { duplicate: true });
    twitch.say('streamer', 'eve', 'конец');
    await until(() => texts().includes('конец'));
    expect(texts()).toEqual(['раз', 'два', 'конец']);
    expect(rig.adapter.health().dropped.repeated).toBe(2);
  });

  it('is heard from the streamer by hand, but not what we wrote with the same account', async () => {
    rig = await rigged({ account: OWNER });
    expect(await rig.adapter.sendLine('ответ игры')).toMatchObject({ ok: true, confirmed: true });
    rig.twitch.say('streamer', 'streamer', '!кубик');
    await until(() => rig.heard.length === 1);
    expect(rig.heard[0]).toMatchObject({ text: '!кубик', roles: ['broadcaster'] });
    await until(() => rig.adapter.health().dropped.own === 1);
  });

  it('never has the bot in it', async () => {
    rig = await rigged({ account: OWNER, bot: WRITER });
    await rig.adapter.send('ответ игры');
    rig.twitch.say('streamer', 'msigbot', '!кубик');
    rig.twitch.say('streamer', 'streamer', 'ответ игры');
    await until(() => rig.heard.length === 1);
    expect(rig.heard[0]?.user).toBe('1001');
    expect(rig.adapter.health().dropped.own).toBe(2);
  });

  it('loses the name before an answer, and bears 10 KB of emoji and right-to-left words', async () => {
    rig = await rigged({ account: OWNER });
    const replyTo = { id: 'p1', user: { login: 'msigbot', name: 'MSIGbot' }, text: 'твой ход' };
    const long = `${'🎲'.repeat(2_000)}${'שלום '.repeat(400)}`;
    rig.twitch.say('streamer', 'eve', '!кубик', { replyTo });
    rig.twitch.say('streamer', 'eve', long);
    await until(() => rig.heard.length === 2);
    expect(texts()[0]).toBe('!кубик');
    expect(texts()[1]).toBe(long.trimEnd());
  });

  it('loses nothing of a burst of 3,000 lines', async () => {
    rig = await rigged({ account: OWNER });
    for (let n = 0; n < 3_000; n++) rig.twitch.say('streamer', `viewer${n % 300}`, `!голос ${n}`);
    await until(() => rig.heard.length >= 3_000, 20_000);
    expect(new Set(rig.heard.map(({ id }) => id)).size).toBe(3_000);
  });

  it('survives what is no event, and says once what it does not know', async () => {
    rig = await rigged({ account: OWNER });
    const { twitch, adapter, logged } = rig;
    const session = {
      metadata: { message_type: 'session_reconnect' },
      payload: { session: { reconnect_url: 'x' } },
    };
    for (const text of ['', '{', '<html>', '[]', 'null', '{"metadata":{}}', JSON.stringify(session)]) {
      twitch.events.raw(text);
    }
    twitch.events.raw(JSON.stringify({ metadata: { message_type: 'session_news' }, payload: {} }));
    twitch.events.publish('streamer', 'channel.chat.message', { broadcaster_user_id: '1001' });
    const unknown = {
      metadata: {
        message_id: 'u1',
        message_type: 'notification',
        message_timestamp: 'x',
        subscription_type: 'moon',
      },
      payload: { subscription: { id: 's' }, event: {} },
    };
    twitch.events.raw(JSON.stringify(unknown));
    twitch.events.raw(JSON.stringify({ ...unknown, metadata: { ...unknown.metadata, message_id: 'u2' } }));
    twitch.say('streamer', 'eve', 'дальше');
    await until(() => rig.heard.length === 1);
    expect(adapter.health()).toMatchObject({ state: 'up', dropped: { unreadable: 1, unknown: 2 } });
    expect(logged.filter((line) => line.includes('moon'))).toHaveLength(1);
  });

  it('hears what Twitch sends before it has answered the subscription, and what is late by our clock', async () => {
    rig = await rigged({ account: OWNER });
    const early = {
      metadata: {
        message_id: 'early',
        message_type: 'notification',
        message_timestamp: new Date(Date.now() - 20 * 60_000).toISOString(),
        subscription_type: 'channel.chat.message',
      },
      payload: {
        subscription: { id: 'not-answered-yet' },
        event: {
          message_id: 'm',
          chatter_user_id: '7',
          broadcaster_user_id: '1001',
          message: { text: 'рано' },
        },
      },
    };
    rig.twitch.events.raw(JSON.stringify(early));
    await until(() => rig.heard.length === 1);
    expect(rig.heard[0]).toMatchObject({ text: 'рано', user: '7', name: '7' });
  });
});

describe('what happens in the channel', () => {
  it('is told: bits, subscriptions, gifts, raids, follows, each once', async () => {
    rig = await rigged({ account: OWNER });
    const { twitch, donations, signals } = rig;
    twitch.cheer('streamer', { login: 'vera', id: '7', name: 'Вера' }, 100, 'cheer100 держи');
    twitch.events.doubleNext();
    twitch.cheer('streamer', null, 50);
    twitch.powerUp('streamer', 'vera', 30);
    twitch.sub('streamer', 'vera');
    twitch.sub('streamer', 'vera', 'год с вами');
    twitch.gift('streamer', null, 3);
    twitch.events.doubleNext();
    twitch.raid('streamer', { login: 'neighbour', name: 'Сосед' }, 42);
    twitch.follow('streamer', 'newbie');
    await until(() => donations.length === 6 && signals.length === 2);
    expect(
      donations.map(({ kind, amount, currency, text, user }) => [kind, amount, currency, text, user]),
    ).toEqual([
      ['bits', 100, 'BITS', 'cheer100 держи', '7'],
      ['bits', 50, 'BITS', '', ''],
      ['bits', 30, 'BITS', '', '7'],
      ['subscription', 1, 'SUB', '', '7'],
      ['subscription', 1, 'SUB', 'год с вами', '7'],
      ['gift', 3, 'SUB', '', ''],
    ]);
    expect(new Set(donations.map(({ id }) => id)).size).toBe(6);
    expect(rig.adapter.health().dropped).toMatchObject({ repeated: 2, counted: 5 });
    expect(signals).toMatchObject([
      { kind: 'raid', name: 'Сосед', amount: 42 },
      { kind: 'follow', name: 'newbie', amount: 1 },
    ]);
  });

  it('the stream: as it is at the start, and every change', async () => {
    const twitch = await startTwitchSimulator();
    twitch.open({ login: 'streamer', id: '1001', name: 'Streamer' });
    twitch.token('owner', { user: 'streamer', scopes: ALL_SCOPES });
    twitch.setLive('streamer', true, { title: 'Вечер', category: 'Chess' });
    rig = await rigged({ twitch, account: OWNER });
    await until(() => rig.streams.length > 0);
    expect(rig.streams[0]).toMatchObject({ live: true, title: 'Вечер', category: 'Chess' });
    expect(Math.abs(Date.now() - (rig.streams[0]?.since ?? 0))).toBeLessThan(60_000);
    twitch.setLive('streamer', true, { category: 'Board Games' });
    twitch.setLive('streamer', false);
    await until(() => rig.streams.at(-1)?.live === false);
    expect(rig.streams.at(-1)).toEqual({ live: false, since: null, title: 'Вечер', category: 'Board Games' });
    const late: unknown[] = [];
    rig.adapter.onStream((status) => late.push(status));
    expect(late).toHaveLength(1);
  });
});
