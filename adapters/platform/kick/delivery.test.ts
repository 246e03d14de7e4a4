import { afterEach, describe, expect, it } from 'vitest';
import { pause, QUICK, type Rig, rigged, SPEC, until } from './rig.suite.ts';
import { Status } from './status.ts';
import type { KickDelivery } from './webhook.ts';

let rig: Rig;
afterEach(() => rig?.end());

const chat = (about: object = {}) =>
  JSON.stringify({
    message_id: 'm1',
    broadcaster: { user_id: 1 },
    sender: { user_id: 7, username: 'Ева', identity: null },
    content: '!кубик',
    ...about,
  });

describe('a delivery', () => {
  it('is acted on once, however often it comes', async () => {
    rig = await rigged();
    const sent = rig.kick.make({ type: 'chat.message.sent', body: chat() });
    for (let n = 0; n < 3; n++) expect(await rig.kick.post(sent)).toBe(200);
    expect(rig.gateway.heard).toEqual(['acted', 'repeated', 'repeated']);
    expect(rig.heard).toHaveLength(1);
    expect(rig.gateway.inbox.size).toBe(1);
  });

  it('is acted on once with two subscriptions, which send it with two message ids', async () => {
    rig = await rigged({ times: { ...QUICK, checkMs: 60_000 } });
    rig.kick.doubleSubscriptions();
    rig.kick.say('streamer', 'eve', 'раз');
    rig.kick.gift('streamer', 'eve', 500);
    await until(() => rig.gateway.heard.length === 4);
    expect(rig.gateway.inbox.size).toBe(4);
    expect(rig.heard.map(({ text }) => text)).toEqual(['раз']);
    expect(rig.donations).toHaveLength(1);
  });

  it('of a stream state that was long ago does not come true again', async () => {
    rig = await rigged();
    rig.kick.live('streamer', true);
    await until(() => rig.streams.at(-1)?.live === true);
    const began = rig.kick.sent()[0];
    rig.kick.live('streamer', false);
    await until(() => rig.streams.at(-1)?.live === false);
    if (began) await rig.kick.post(began);
    expect(rig.gateway.heard.at(-1)).toBe('repeated');
    expect(rig.streams.at(-1)?.live).toBe(false);
  });

  it('of another channel, of an unknown kind, or unreadable is counted and named once', async () => {
    rig = await rigged();
    const post = (type: string, body: string, version?: string) =>
      rig.kick.post(rig.kick.make({ type, body, version }));
    const statuses = [
      await post('chat.message.sent', chat({ broadcaster: { user_id: 2 } })),
      await post('channel.hosted', chat()),
      await post('channel.hosted', chat()),
      await post('chat.message.sent', chat(), '2'),
      await post('constructor', chat()),
      await post('chat.message.sent', chat({ sender: { user_id: null } })),
      await post('chat.message.sent', chat({ content: 7 })),
      await post('chat.message.sent', 'gibberish'),
    ];
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(rig.heard).toEqual([]);
    expect(rig.adapter.health().dropped).toMatchObject({ foreign: 2, unknown: 4, unreadable: 2 });
    expect(rig.logged.filter((line) => line.includes('unknown channel.hosted'))).toHaveLength(1);
  });

  it('that comes minutes late is answered with 200 and not acted on', async () => {
    rig = await rigged();
    rig.kick.say('streamer', 'eve', 'поздно', { sentAt: Date.now() - 180_000 });
    await until(() => rig.gateway.heard.length === 1);
    expect(rig.gateway.answers).toEqual([{ status: 200, code: '' }]);
    expect(rig.gateway.heard).toEqual(['stale']);
    expect(rig.heard).toEqual([]);
  });

  it('that waited in the gateway: a command is too late, a gift is not', async () => {
    rig = await rigged({ connect: false });
    const early: KickDelivery[] = [];
    rig.gateway.forward = (delivery) => {
      early.push({ ...delivery, sentAt: delivery.sentAt - 300_000 });
      return rig.adapter.deliver(delivery);
    };
    await rig.kick.post(rig.kick.make({ type: 'chat.message.sent', body: chat() }));
    const gift = {
      sender: { user_id: 7, username: 'Ева' },
      gift: { amount: 5 },
      broadcaster: { user_id: 1 },
    };
    await rig.kick.post(rig.kick.make({ type: 'kicks.gifted', body: JSON.stringify(gift) }));
    expect(rig.gateway.heard).toEqual(['early', 'early']);
    await rig.adapter.connect();
    expect(early.map((delivery) => rig.adapter.deliver(delivery))).toEqual(['stale', 'acted']);
    expect(rig.donations).toMatchObject([
      { user: '7', name: 'Ева', kind: 'bits', amount: 5, currency: 'KICKS' },
    ]);
  });

  it('of a redemption that comes too late makes the list be read', async () => {
    rig = await rigged({ times: { ...QUICK, checkMs: 60_000 } });
    await rig.adapter.rewards?.ensure([SPEC]);
    // What waited before is read at once; after this, nothing but the late delivery makes it be read again.
    await until(() => rig.kick.calls('/public/v1/channels/rewards/redemptions') === 1);
    await pause(50);
    rig.kick.forgetSubscriptions();
    const id = rig.kick.redeem('streamer', SPEC.title, 'eve', 'да');
    const body = JSON.stringify({
      id,
      status: 'pending',
      reward: { id: rig.kick.rewards()[0]?.id },
      redeemer: { user_id: 7 },
      broadcaster: { user_id: 1 },
    });
    const sentAt = Date.now() - 200_000;
    await rig.kick.post(rig.kick.make({ type: 'channel.reward.redemption.updated', body, sentAt }));
    expect(rig.gateway.heard).toEqual(['stale']);
    await until(() => rig.redemptions.length === 1);
    expect(rig.redemptions[0]).toMatchObject({ id, reward: 'roll', input: 'да', name: 'eve' });
  });

  it('can come from a source that is given, from connect to close', async () => {
    let stopped = 0;
    let deliver: (delivery: KickDelivery) => string = () => '';
    rig = await rigged({
      deliveries: (given) => {
        deliver = given;
        return () => {
          stopped += 1;
        };
      },
    });
    rig.gateway.forward = () => 'noted';
    await rig.kick.post(rig.kick.make({ type: 'chat.message.sent', body: chat() }));
    const [delivery] = [...rig.gateway.inbox.values()];
    expect(deliver(delivery as KickDelivery)).toBe('acted');
    await rig.adapter.close();
    await rig.adapter.close();
    expect(stopped).toBe(1);
    expect(deliver(delivery as KickDelivery)).toBe('closed');
  });
});

describe('what events mean', () => {
  it('roles by badges, the owner also by id', async () => {
    rig = await rigged();
    const badges = ['moderator', 'vip', 'founder', 'subscriber', 'og', 'staff', 'constructor'];
    rig.kick.say('streamer', 'eve', 'а', { badges });
    rig.kick.say('streamer', 'streamer', 'б');
    await until(() => rig.heard.length === 2);
    expect(rig.heard.find(({ text }) => text === 'а')?.roles).toEqual(['moderator', 'vip', 'subscriber']);
    expect(rig.heard.find(({ text }) => text === 'б')?.roles).toEqual(['broadcaster']);
  });

  it('odd texts come whole, and emotes by their names', async () => {
    rig = await rigged();
    const texts = [
      `${'Ы'.repeat(5_000)}👨‍👩‍👧‍👦`,
      '‮abc‬ مرحبا',
      '',
      '"\\n\u0000',
      'hi [emote:37226:KEKW] [emote:x]',
    ];
    for (const text of texts) rig.kick.say('streamer', 'eve', text);
    await until(() => rig.heard.length === texts.length);
    const read = new Set(rig.heard.map(({ text }) => text));
    expect(read).toEqual(new Set([...texts.slice(0, 4), 'hi KEKW [emote:x]']));
  });

  it('subscriptions, gifts of somebody and of nobody, follows', async () => {
    rig = await rigged();
    rig.kick.subscribe('streamer', 'eve');
    rig.kick.subscribe('streamer', 'bob', 3);
    rig.kick.giftSubs('streamer', 'eve', ['a', 'b', 'c']);
    rig.kick.giftSubs('streamer', null, ['d']);
    rig.kick.follow('streamer', 'eve');
    await until(() => rig.gateway.heard.length === 5);
    const told = rig.donations.map(({ name, kind, amount }) => `${name}:${kind}:${amount}`);
    expect(told.sort()).toEqual([':gift:1', 'bob:subscription:1', 'eve:gift:3', 'eve:subscription:1']);
    expect(rig.adapter.health().dropped.noted).toBe(1);
  });

  it('the stream begins, changes and ends', async () => {
    rig = await rigged();
    expect(rig.streams.at(-1)).toEqual({
      live: false,
      since: null,
      title: 'A stream',
      category: 'Just Chatting',
    });
    rig.kick.live('streamer', true);
    await until(() => rig.streams.at(-1)?.live === true);
    expect(Math.abs(Date.now() - (rig.streams.at(-1)?.since ?? 0))).toBeLessThan(5_000);
    rig.kick.about('streamer', { title: 'Гонка', category: 'Board Games' });
    await until(() => rig.streams.at(-1)?.title === 'Гонка');
    expect(rig.streams.at(-1)).toMatchObject({ live: true, category: 'Board Games' });
    rig.kick.live('streamer', false);
    await until(() => rig.streams.at(-1)?.live === false);
    const before = rig.streams.length;
    await pause(100);
    expect(rig.streams).toHaveLength(before);
  });

  it('a list that lags behind an event does not undo it', () => {
    const status = new Status();
    const told: boolean[] = [];
    status.onChange(({ live }) => told.push(live));
    const looked = { live: false, since: null, title: '', category: '' };
    status.looked(looked);
    status.told({ live: true, since: 5 });
    status.looked(looked);
    status.told({ live: true, since: 5 });
    expect(told).toEqual([false, true]);
    expect(status.now).toMatchObject({ live: true, since: 5 });
  });

  it('the stream is looked at where no webhook comes', async () => {
    rig = await rigged({ webhooks: false });
    expect(rig.kick.subscriptions()).toEqual([]);
    rig.kick.live('streamer', true);
    await until(() => rig.streams.at(-1)?.live === true);
  });

  it('holds against lost, doubled and late deliveries: each that came is acted on once', async () => {
    rig = await rigged({ times: { ...QUICK, checkMs: 60_000 } });
    rig.kick.trouble({ lost: 0.05, doubled: 0.05, late: 0.05, lateMs: 300, seed: 7 });
    const ids = Array.from({ length: 600 }, (_, n) => rig.kick.say('streamer', `v${n % 40}`, `строка ${n}`));
    await until(() => rig.kick.pending() === 0);
    expect(rig.kick.lost().length).toBeGreaterThan(10);
    expect(rig.adapter.health().dropped.repeated).toBeGreaterThan(10);
    const heard = rig.heard.map(({ id }) => id);
    expect(new Set(heard).size).toBe(heard.length);
    expect(heard.length).toBe(ids.length - rig.kick.lost().length);
  });
});
