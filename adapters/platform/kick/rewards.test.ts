import { afterEach, describe, expect, it } from 'vitest';
import type { Rewards } from '../contract.ts';
import { pause, QUICK, type Rig, type RigOptions, rigged, SPEC, until } from './rig.suite.ts';

let rig: Rig;
let rewards: Rewards;
afterEach(() => rig?.end());

const ACCEPT = '/public/v1/channels/rewards/redemptions/accept';
const REJECT = '/public/v1/channels/rewards/redemptions/reject';

async function ready(options: RigOptions = {}): Promise<void> {
  rig = await rigged(options);
  rewards = rig.adapter.rewards as Rewards;
  expect(await rewards.ensure([SPEC])).toEqual([]);
}

const stateOf = (id: string) => rig.kick.redemptions().find((one) => one.id === id);

describe('making rewards', () => {
  it('makes what is missing, mends what differs, touches nothing else', async () => {
    await ready();
    rig.kick.foreignReward('streamer', 'Чужая', 5);
    const [ours] = rig.kick.rewards();
    expect(ours).toMatchObject({
      title: 'Кубик',
      cost: 100,
      description: 'Бросить кубик',
      is_user_input_required: true,
    });
    const patched = `/public/v1/channels/rewards/${ours?.id}`;
    await rewards.ensure([SPEC]);
    expect(rig.kick.calls(patched)).toBe(0);
    Object.assign(ours as object, { cost: 7, is_paused: true, should_redemptions_skip_request_queue: true });
    expect(await rewards.ensure([{ ...SPEC, title: 'Бросок' }])).toEqual([]);
    expect(rig.kick.calls(patched)).toBe(1);
    expect(rig.kick.rewards()).toHaveLength(2);
    expect(rig.kick.rewards()[0]).toMatchObject({
      title: 'Бросок',
      cost: 100,
      is_paused: false,
      should_redemptions_skip_request_queue: false,
    });
    expect(rig.kick.rewards()[1]).toMatchObject({ title: 'Чужая', cost: 5 });
  });

  it('cuts what is too long, and tells of each that could not be made', async () => {
    await ready();
    rig.kick.foreignReward('streamer', 'Занято', 5);
    const long = {
      key: 'long',
      title: `${'Ж'.repeat(49)}🎲🎲`,
      cost: 0.4,
      prompt: 'ж'.repeat(500),
      asksInput: false,
    };
    const taken = { ...SPEC, key: 'taken', title: 'Занято' };
    expect(await rewards.ensure([long, taken])).toEqual([{ key: 'taken', code: 'not_ours' }]);
    const made = rig.kick.rewards().find(({ title }) => title.startsWith('Ж'));
    expect(made).toMatchObject({ title: 'Ж'.repeat(49), cost: 1 });
    expect(made?.description).toHaveLength(200);
    rig.kick.break(20, { path: '/public/v1/channels/rewards', status: 503 });
    expect(await rewards.ensure([SPEC])).toEqual([{ key: 'roll', code: 'http_503' }]);
  });

  it('needs the sign-in of the owner, with the scope', async () => {
    for (const options of [
      { as: 'helper' },
      { as: null },
      { scopes: ['chat:write', 'events:subscribe', 'user:read'] },
    ]) {
      rig = await rigged(options);
      expect(rig.adapter.rewards).toBeUndefined();
      expect(rig.adapter.can.features).not.toContain('rewards-settle');
      await rig.end();
    }
  });
});

describe('redemptions', () => {
  it('are told once; their ends, by us or by hand, are no news', async () => {
    await ready();
    const one = rig.kick.redeem('streamer', 'Кубик', 'eve', 'да');
    const two = rig.kick.redeem('streamer', 'Кубик', 'bob');
    await until(() => rig.redemptions.length === 2);
    expect(rig.redemptions.find(({ id }) => id === one)).toMatchObject({
      reward: 'roll',
      name: 'eve',
      input: 'да',
    });
    expect(await rewards.settle(one, 'fulfilled')).toEqual({ ok: true, already: false });
    rig.kick.settleByHand(two, 'rejected');
    await until(() => rig.gateway.heard.length === 4);
    expect(rig.redemptions).toHaveLength(2);
    expect(stateOf(one)).toMatchObject({ status: 'accepted', changes: 1 });
  });

  it('that had their end before we heard of them are not told', async () => {
    await ready();
    rig.kick.trouble({ lost: 1 });
    const id = rig.kick.redeem('streamer', 'Кубик', 'eve');
    rig.kick.trouble({});
    rig.kick.settleByHand(id, 'accepted');
    await until(() => rig.gateway.heard.length === 1);
    expect(rig.gateway.heard).toEqual(['noted']);
    expect(rig.redemptions).toEqual([]);
  });

  it("of another app's reward are not ours", async () => {
    await ready();
    rig.kick.foreignReward('streamer', 'Чужая', 5);
    const id = rig.kick.redeem('streamer', 'Чужая', 'eve');
    await until(() => rig.gateway.heard.length === 1);
    expect(rig.redemptions).toEqual([]);
    expect(await rewards.open()).toEqual([]);
    expect(await rewards.settle(id, 'refunded')).toEqual({ ok: false, code: 'not_owned', retry: false });
  });

  it('are found in the list, over its pages, with names, where no webhook came', async () => {
    await ready({ webhooks: false, times: { ...QUICK, redemptionsMs: 50 } });
    const ids = Array.from({ length: 45 }, (_, n) => rig.kick.redeem('streamer', 'Кубик', `v${n % 7}`));
    await until(() => rig.redemptions.length === 45);
    expect(new Set(rig.redemptions.map(({ id }) => id))).toEqual(new Set(ids));
    expect(rig.redemptions[3]?.name).toBe('v3');
    await pause(150);
    expect(rig.redemptions).toHaveLength(45);
    const open = await rewards.open();
    expect(open.map(({ at }) => at)).toEqual(open.map(({ at }) => at).sort((a, b) => a - b));
  });

  it('that waited while we were away are told when the rewards are known again', async () => {
    await ready();
    rig.kick.webhookTo('');
    await rig.adapter.close();
    const id = rig.kick.redeem('streamer', 'Кубик', 'eve');
    const { kick } = rig;
    await rig.gateway.close();
    await ready({ kick, times: { ...QUICK, checkMs: 60_000 } });
    await until(() => rig.redemptions.length === 1);
    expect(rig.redemptions[0]?.id).toBe(id);
  });

  it('lost by the webhooks are told from the list', async () => {
    await ready({ times: { ...QUICK, redemptionsMs: 50 } });
    rig.kick.trouble({ lost: 1 });
    const id = rig.kick.redeem('streamer', 'Кубик', 'eve');
    await until(() => rig.redemptions.length === 1);
    expect(rig.redemptions[0]?.id).toBe(id);
  });
});

describe('settling', () => {
  it('goes in batches of at most 25, each redemption once', async () => {
    await ready();
    const ids = Array.from({ length: 60 }, () => rig.kick.redeem('streamer', 'Кубик', 'eve'));
    const ends = await Promise.all([
      ...ids.map((id, n) => rewards.settle(id, n % 2 ? 'fulfilled' : 'refunded')),
      ...ids.map((id, n) => rewards.settle(id, n % 2 ? 'fulfilled' : 'refunded')),
    ]);
    expect(ends.every((end) => end.ok)).toBe(true);
    expect(rig.kick.calls(ACCEPT)).toBe(2);
    expect(rig.kick.calls(REJECT)).toBe(2);
    expect(rig.kick.redemptions().every(({ changes }) => changes === 1)).toBe(true);
  });

  it('again is read as settled, and as the opposite it is refused', async () => {
    await ready();
    const id = rig.kick.redeem('streamer', 'Кубик', 'eve');
    await rewards.settle(id, 'refunded');
    expect(await rewards.settle(id, 'refunded')).toEqual({ ok: true, already: true });
    expect(await rewards.settle(id, 'fulfilled')).toEqual({ ok: false, code: 'is_rejected', retry: false });
    expect(stateOf(id)).toMatchObject({ status: 'rejected', changes: 1 });
    expect(rig.kick.calls(REJECT)).toBe(1);
  });

  it('that was carried out without an answer is seen at the next attempt', async () => {
    await ready();
    for (const how of [{ status: 500 }, { how: 'cut' as const }, { how: 'half' as const }]) {
      const id = rig.kick.redeem('streamer', 'Кубик', 'eve');
      rig.kick.break(1, { path: ACCEPT, after: true, ...how });
      expect(await rewards.settle(id, 'fulfilled')).toMatchObject({ ok: false, retry: true });
      expect(await rewards.settle(id, 'fulfilled')).toEqual({ ok: true, already: true });
      expect(stateOf(id)?.changes).toBe(1);
    }
  });

  it.each([
    [{ status: 503 }, 'http_503'],
    [{ status: 429, retryAfter: 1 }, 'http_429'],
    [{ status: 403, html: true }, 'not_json'],
    [{ how: 'hang' as const }, 'no_answer'],
  ])('may be tried again after %j', async (how, code) => {
    await ready({ times: { ...QUICK, callMs: 200 } });
    const id = rig.kick.redeem('streamer', 'Кубик', 'eve');
    rig.kick.break(1, { path: ACCEPT, ...how });
    expect(await rewards.settle(id, 'fulfilled')).toEqual({ ok: false, code, retry: true });
    expect(await rewards.settle(id, 'fulfilled')).toEqual({ ok: true, already: false });
  });

  it('of what is not there, or no id at all, is final and hinders no other', async () => {
    await ready();
    const good = rig.kick.redeem('streamer', 'Кубик', 'eve');
    const [one, two, three] = await Promise.all([
      rewards.settle('01ARZ3NDEKTSV4RRFFQ69G5FAV', 'fulfilled'),
      rewards.settle('не номер', 'fulfilled'),
      rewards.settle(good, 'fulfilled'),
    ]);
    expect(one).toEqual({ ok: false, code: 'not_found', retry: false });
    expect(two).toEqual({ ok: false, code: 'http_400', retry: false });
    expect(three).toEqual({ ok: true, already: false });
  });

  it('waits for a new sign-in when this one is over', async () => {
    await ready();
    const id = rig.kick.redeem('streamer', 'Кубик', 'eve');
    rig.kick.expire({ refused: true });
    expect(await rewards.settle(id, 'fulfilled')).toEqual({ ok: false, code: 'KICK_SIGN_IN', retry: true });
    expect(rig.adapter.can.features).not.toContain('rewards-settle');
    expect(rig.adapter.rewards).toBe(rewards);
  });
});
