import { afterEach, describe, expect, it } from 'vitest';
import { meaningOf, wordsOfParts } from './meaning.ts';
import { ACCOUNT, OWNER, pause, type Rig, rigged, until, VIEWER } from './rig.suite.ts';

let rig: Rig;
afterEach(() => rig?.end());

const mention = { mention: { id: 9, nick: 'MsigBot' } };
const text = (content: string) => ({ text: { content } });

describe('the words of a message', () => {
  it.each([
    ['plain', [text(' !кубик '), text('\n')], '!кубик'],
    ['a reply is only a leading mention', [mention, text(' !кубик'), text('\n')], '!кубик'],
    ['a mention alone stays', [mention, text('\n')], '@MsigBot'],
    ['a mention inside stays', [text('!дай '), mention, text(' 5')], '!дай @MsigBot 5'],
    [
      'smiles and links',
      [text('ура '), { smile: { id: 's1', name: 'ok' } }, { link: { url: 'https://a.example' } }],
      'ура :ok:https://a.example',
    ],
    ['a link without address', [{ link: { content: 'a.example' } }], 'a.example'],
    ['a line break inside', [text('раз \n\n два')], 'раз два'],
    ['kinds that are not known', [{ gift: { id: 1 } }, null, 7, { text: { content: 5 } }, text('да')], 'да'],
  ])('%s', (_name, parts, words) => expect(wordsOfParts(parts)).toBe(words));
});

describe('what is no message', () => {
  const reader = { channel: 'streamer', self: '9', now: 5 };
  const message = (change: object) => ({
    id: 1,
    author: { id: 42, nick: 'Вера' },
    parts: [text('да')],
    ...change,
  });

  it.each([
    ['without an id', message({ id: null }), 'unreadable'],
    ['without an author', message({ author: 7 }), 'unreadable'],
    ['nothing at all', undefined, 'unreadable'],
    ['ours', message({ author: { id: 9 } }), 'own'],
    ['taken away', message({ is_deleted: true }), 'deleted'],
    [
      "the platform's own bot",
      message({ author: { id: 2, badges: [{ achievement_name: 'internal_chatbot' }] } }),
      'bot',
    ],
  ])('%s', (_name, value, dropped) => expect(meaningOf(value, reader)).toMatchObject({ dropped }));

  it('takes seconds and milliseconds for times, our clock for anything else, and the id for a missing nick', () => {
    const sentAt = (created_at: unknown) => meaningOf(message({ created_at, author: { id: 42 } }), reader);
    expect(sentAt(1_793_642_645)).toMatchObject({ message: { sentAt: 1_793_642_645_000, name: '42' } });
    expect(sentAt(1_793_642_645_123)).toMatchObject({ message: { sentAt: 1_793_642_645_123 } });
    for (const odd of [undefined, null, -1, 0, Number.NaN, 'x'])
      expect(sentAt(odd)).toMatchObject({ message: { sentAt: 5 } });
  });
});

describe('reading', () => {
  it('knows roles by flags, badges and the role called VIP', async () => {
    rig = await rigged();
    rig.vk.say('streamer', VIEWER, 'раз', {
      moderator: true,
      roles: ['VIP', 'Повар'],
      badges: ['subscription_03'],
    });
    rig.vk.say('streamer', VIEWER, 'два', { badges: ['subscriber-of-the-year', 'old_fan'] });
    await until(() => rig.heard.length === 2);
    expect(rig.heard.map(({ roles }) => roles)).toEqual([['moderator', 'vip', 'subscriber'], []]);
  });

  it('passes a message on once, and nothing of the bot that announces rewards', async () => {
    rig = await rigged();
    rig.vk.pubsub.weather.doubled = 1;
    rig.vk.say('streamer', VIEWER, 'раз', { id: '500' });
    rig.vk.say('streamer', { id: '2', nick: 'ChatBot' }, 'Вера получает награду', {
      badges: ['internal_chatbot'],
    });
    rig.vk.say('streamer', { id: '77', nick: 'ChatBot' }, 'я не бот');
    await until(() => rig.heard.length === 2);
    await pause(30);
    expect(rig.texts()).toEqual(['раз', 'я не бот']);
    expect(rig.adapter.health().dropped).toMatchObject({ repeated: 2, bot: 2 });
  });

  it('hears the streamer who types with the account that we write with, but not our own lines', async () => {
    rig = await rigged({ account: ACCOUNT });
    expect(await rig.adapter.send('🎲 3 + 4 = 7')).toBe(true);
    rig.vk.say('streamer', OWNER, '!кубик');
    await until(() => rig.heard.length > 0);
    await pause(30);
    expect(rig.texts()).toEqual(['!кубик']);
    expect(rig.heard[0]?.roles).toEqual(['broadcaster']);
    expect(rig.adapter.health().dropped.own).toBe(1);
    rig.vk.cut();
    await until(() => rig.adapter.health().reconnects === 1);
    await pause(60);
    expect(rig.texts()).toEqual(['!кубик']);
  });

  it('takes nothing at all from another account that is ours', async () => {
    rig = await rigged({ connect: false, account: { accessToken: 'helper' } });
    rig.vk.signIn.grant('helper', { person: { id: '9', nick: 'MsigBot' } });
    await rig.adapter.connect();
    expect(rig.adapter.health().as).toEqual({ user: '9', name: 'MsigBot' });
    rig.vk.say('streamer', { id: '9', nick: 'MsigBot' }, '!кубик');
    await until(() => rig.adapter.health().dropped.own === 1);
    expect(rig.heard).toEqual([]);
  });

  it('leaves unknown types out, counts them, and says so once each', async () => {
    rig = await rigged();
    for (let n = 0; n < 3; n++)
      rig.vk.publish('streamer', 'chat', { type: 'channel_poll_begin', data: { n } });
    for (const odd of [null, 7, 'x', { type: 5 }, { type: 'channel_chat_message_send' }, { data: {} }])
      rig.vk.publish('streamer', 'chat', odd);
    rig.vk.publish('streamer', 'chat', { type: 'channel_raid_income', data: { raid: { raiders_count: 5 } } });
    rig.vk.say('streamer', VIEWER, 'и дальше');
    await until(() => rig.heard.length === 1);
    expect(rig.adapter.health().dropped).toMatchObject({ unknown: 3, odd: 6 });
    expect(rig.logged.filter((line) => line.includes('channel_poll_begin'))).toHaveLength(1);
  });

  it('reads long texts with signs of all kinds as they are', async () => {
    rig = await rigged();
    const long = '!say שלום 👩‍👩‍👧‍👦 ﷽ \u202eкубик '.repeat(250).trim();
    rig.vk.say('streamer', VIEWER, long);
    await until(() => rig.heard.length === 1);
    expect(rig.texts()).toEqual([long]);
  });

  it('survives frames that the library would not', async () => {
    rig = await rigged();
    const [session] = rig.vk.pubsub.sessions;
    for (const frame of [
      'not json',
      '{"push":{}}',
      '{"push":{"channel":"api-channel-chat:1","pub":null}}',
      '{"push":{"unsubscribe":{"code":2000}}}',
      '{"push":{"channel":"x","disconnect":{}}}',
      '[1,2]',
      '7',
      '{"id":99,"connect":null}',
      '{"id":1}',
    ])
      session?.raw(frame);
    rig.vk.say('streamer', VIEWER, 'живы');
    await until(() => rig.heard.length === 1);
    expect(rig.adapter.health()).toMatchObject({ state: 'up', reconnects: 0 });
    expect(rig.adapter.health().dropped.odd).toBe(7);
  });
});
