import { afterEach, describe, expect, it } from 'vitest';
import { accountOf, BOT, CHAT, OWNER, type Rig, rigged, studio, until } from './rig.suite.ts';

let rig: Rig;
afterEach(() => rig?.end());

const EVE = { id: 'UCeve', name: '@eve' };
const texts = () => rig.heard.map(({ text }) => text);

describe('what is passed on', () => {
  it('begins when we come: the history that the first page brings is not played', async () => {
    const youtube = await studio();
    youtube.say(CHAT, EVE, '!кубик', { at: Date.now() - 60_000 });
    rig = await rigged({ youtube });
    youtube.say(CHAT, EVE, 'теперь');
    await until(() => rig.heard.length > 0);
    expect(texts()).toEqual(['теперь']);
    expect(rig.adapter.health().dropped.old).toBe(1);
  });

  it('comes once, however often it is delivered, and late ones too', async () => {
    rig = await rigged();
    rig.youtube.say(CHAT, EVE, 'раз', { id: 'm1' });
    rig.youtube.redeliver(CHAT, 1);
    rig.youtube.redeliver(CHAT, 2);
    rig.youtube.say(CHAT, EVE, 'опоздала', { id: 'm2', at: Date.now() - 3_000 });
    await until(() => rig.heard.length === 2);
    expect(texts()).toEqual(['раз', 'опоздала']);
    expect(rig.adapter.health()).toMatchObject({ read: 2, dropped: { repeated: 3 } });
  });

  it('is not what we wrote ourselves, though the broadcaster types with the same account', async () => {
    rig = await rigged();
    expect(await rig.adapter.send('🎲 3 + 4')).toBe(true);
    rig.youtube.say(CHAT, { id: OWNER, name: 'Streamer' }, '!кубик');
    await until(() => rig.heard.length > 0 && rig.adapter.health().dropped.own === 1);
    expect(rig.heard).toMatchObject([{ text: '!кубик', user: OWNER, roles: ['broadcaster'] }]);
  });

  it('is nothing at all of a bot account of ours', async () => {
    const youtube = await studio();
    rig = await rigged({ youtube, channel: OWNER, account: accountOf(youtube, '1//bot') });
    expect(await rig.adapter.send('бросок')).toBe(true);
    youtube.say(CHAT, { id: BOT, name: '@bot' }, 'сам себе');
    youtube.say(CHAT, EVE, '!кубик');
    await until(() => rig.heard.length > 0);
    expect(texts()).toEqual(['!кубик']);
    expect(rig.adapter.health().dropped.own).toBe(2);
    // Somebody else's channel is found without `search.list`, by its uploads.
    expect(youtube.calls('GET /youtube/v3/search')).toBe(0);
    expect(youtube.calls('GET /youtube/v3/playlistItems')).toBeGreaterThan(0);
  });

  it('is not what the moderators took away before we read it', async () => {
    rig = await rigged();
    const { youtube } = rig;
    youtube.cut();
    await until(() => rig.adapter.health().state === 'down');
    const bad = youtube.say(CHAT, EVE, 'гадость');
    youtube.removeMessage(CHAT, bad);
    youtube.say(CHAT, EVE, 'хорошее');
    await until(() => rig.heard.length > 0);
    expect(texts()).toEqual(['хорошее']);
    expect(rig.removals).toEqual([{ kind: 'message', id: bad }]);
  });

  it('tells of bans, and of unknown types once', async () => {
    rig = await rigged();
    rig.youtube.ban(CHAT, 'UCeve', 300);
    rig.youtube.ban(CHAT, 'UCbad', null);
    for (let n = 0; n < 3; n++) rig.youtube.event(CHAT, 'holographicEvent', {}, EVE);
    await until(() => rig.adapter.health().dropped.unknown === 3);
    expect(rig.removals).toEqual([
      { kind: 'user', user: 'UCeve', name: '@UCeve', seconds: 300 },
      { kind: 'user', user: 'UCbad', name: '@UCbad', seconds: null },
    ]);
    expect(rig.logged.filter((line) => line.includes('holographicEvent'))).toHaveLength(1);
  });
});

describe('gifts', () => {
  it('are Super Chats, with what was said', async () => {
    rig = await rigged();
    rig.youtube.superChat(CHAT, EVE, { micros: '250000000', currency: 'RUB', comment: '!бутылка' });
    rig.youtube.redeliver(CHAT, 1);
    await until(() => rig.donations.length > 0 && rig.heard.length > 0);
    expect(rig.donations).toMatchObject([
      { kind: 'tip', amount: 250, currency: 'RUB', user: 'UCeve', text: '!бутылка' },
    ]);
    expect(texts()).toEqual(['!бутылка']);
  });

  it('in a row have one id, and count once each', async () => {
    rig = await rigged();
    const gift = (comboCount: number, id?: string) => {
      const giftDetails = { giftName: 'Rose', jewelsAmount: 10, comboCount };
      rig.youtube.event(CHAT, 'giftEvent', { giftDetails }, EVE, id);
    };
    gift(1);
    await until(() => rig.donations.length === 1);
    const id = rig.donations[0]?.id ?? '';
    for (const comboCount of [3, 2, 3]) gift(comboCount, id);
    rig.youtube.say(CHAT, EVE, 'всё');
    await until(() => rig.heard.length === 1);
    expect(rig.donations.map(({ amount }) => amount)).toEqual([10, 20]);
    expect(rig.donations[1]).toMatchObject({ id: `${id}#3`, currency: 'jewels', kind: 'gift' });
  });
});

describe('several broadcasts at once', () => {
  it('are read together, and answers go where the question was', async () => {
    rig = await rigged();
    const { youtube, adapter } = rig;
    const second = youtube.goLive({ owner: OWNER, title: 'vertical' });
    await until(() => adapter.health().chats.length === 2 && adapter.health().chats.every(({ up }) => up));
    youtube.say(CHAT, EVE, 'в первом', { id: 'a' });
    await until(() => rig.heard.length === 1);
    youtube.say(second, EVE, 'во втором', { id: 'b' });
    await until(() => rig.heard.length === 2);
    await adapter.sendLine('туда, где говорили последними');
    await adapter.sendLine('на первое', { replyTo: 'a' });
    expect(youtube.written().map(({ chat }) => chat)).toEqual([second, CHAT]);
  });

  it('end one by one', async () => {
    rig = await rigged();
    const { youtube, adapter } = rig;
    const second = youtube.goLive({ owner: OWNER });
    await until(() => youtube.streams() === 2);
    youtube.endBroadcast(CHAT);
    await until(() => adapter.health().chats.length === 1);
    expect(adapter.health().state).toBe('up');
    youtube.say(second, EVE, 'ещё тут');
    await until(() => rig.heard.length === 1);
  });

  it('can be named one by one', async () => {
    const youtube = await studio();
    const other = youtube.goLive({ owner: 'UCother000000000000000000', video: 'othervideo1' });
    youtube.key('k');
    rig = await rigged({
      youtube,
      account: undefined,
      apiKey: 'k',
      videos: ['https://youtu.be/othervideo1'],
    });
    youtube.say(CHAT, EVE, 'не сюда');
    youtube.say(other, EVE, 'сюда');
    await until(() => rig.heard.length > 0);
    expect(texts()).toEqual(['сюда']);
    expect(rig.adapter.can).toMatchObject({
      write: false,
      features: ['read', 'roles', 'stream-status', 'donations'],
    });
  });
});

describe('the broadcast', () => {
  it('may begin after us, end, and another one begin: the next chat is found', async () => {
    rig = await rigged({ dark: true });
    const { youtube, adapter } = rig;
    expect(adapter.health()).toMatchObject({
      state: 'down',
      reason: 'no_broadcast',
      stream: { live: false },
    });
    expect(await adapter.sendLine('кому?')).toMatchObject({ ok: false, code: 'no_chat' });
    const first = youtube.goLive({ owner: OWNER, title: 'Первый' });
    await until(() => adapter.health().state === 'up');
    youtube.endBroadcast(first);
    await until(() => adapter.health().reason === 'no_broadcast');
    const second = youtube.goLive({ owner: OWNER, title: 'Второй' });
    await until(() => adapter.health().state === 'up');
    youtube.say(second, EVE, 'нашли');
    await until(() => rig.heard.length === 1);
    expect(rig.streams.map(({ live, title }) => [live, title])).toEqual([
      [false, ''],
      [true, 'Первый'],
      [false, ''],
      [true, 'Второй'],
    ]);
  });

  it('whose chat is switched off is said, and read when it is back', async () => {
    const youtube = await studio();
    youtube.disable(CHAT);
    rig = await rigged({ youtube });
    expect(rig.adapter.health()).toMatchObject({ state: 'down', reason: 'no_chat' });
    youtube.disable(CHAT, false);
    await until(() => rig.adapter.health().state === 'up');
    youtube.disable(CHAT);
    youtube.cut();
    await until(() => rig.adapter.health().state === 'down');
    await until(() => rig.adapter.health().chats.length === 0);
    youtube.disable(CHAT, false);
    await until(() => rig.adapter.health().state === 'up');
  });
});
