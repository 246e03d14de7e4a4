import { afterEach, describe, expect, it } from 'vitest';
import type { Rewards } from '../contract.ts';
import { OWNER, QUICK, type Rig, type RigOptions, rigged, SPEC, until } from './rig.suite.ts';

let rig: Rig;
let rewards: Rewards;
afterEach(() => rig?.end());

const REWARDS = '/helix/channel_points/custom_rewards';

async function ready(options: RigOptions = {}): Promise<void> {
  rig = await rigged({ account: OWNER, ...options });
  rewards = rig.adapter.rewards as Rewards;
  expect(await rewards.ensure([SPEC])).toEqual([]);
}

describe('making rewards', () => {
  it('makes what is missing, mends what differs, touches nothing else', async () => {
    await ready();
    const { twitch } = rig;
    twitch.foreignReward('streamer', 'Чужая', 5);
    const [ours] = twitch.rewards();
    expect(ours).toMatchObject({
      title: 'Кубик',
      cost: 100,
      prompt: 'Бросить кубик',
      is_user_input_required: true,
    });
    await rewards.ensure([SPEC]);
    expect(twitch.calls(`PATCH ${REWARDS}`)).toBe(0);
    Object.assign(ours as object, { cost: 7, is_paused: true, should_redemptions_skip_request_queue: true });
    expect(await rewards.ensure([{ ...SPEC, title: 'Бросок' }])).toEqual([]);
    expect(twitch.calls(`PATCH ${REWARDS}`)).toBe(1);
    expect(twitch.rewards()).toHaveLength(2);
    expect(twitch.rewards()[0]).toMatchObject({
      title: 'Бросок',
      cost: 100,
      is_paused: false,
      should_redemptions_skip_request_queue: false,
    });
    expect(twitch.rewards()[1]).toMatchObject({ title: 'Чужая', cost: 5 });
  });

  it('knows its own again after a start, and cuts what is too long', async () => {
    await ready();
    const long = { ...SPEC, key: 'long', title: `${'Ж'.repeat(44)}🎲🎲`, cost: 0.4, prompt: 'ж'.repeat(500) };
    expect(await rewards.ensure([SPEC, long])).toEqual([]);
    const second = await rigged({ twitch: rig.twitch, account: OWNER });
    expect(await second.adapter.rewards?.ensure([SPEC, long])).toEqual([]);
    await second.adapter.close();
    expect(rig.twitch.rewards()).toHaveLength(2);
    expect(rig.twitch.rewards()[1]).toMatchObject({
      title: 'Ж'.repeat(44),
      cost: 1,
      prompt: 'ж'.repeat(200),
    });
  });

  it('tells of each that could not be made, and why', async () => {
    await ready();
    rig.twitch.foreignReward('streamer', 'Занято', 5);
    const taken = { ...SPEC, key: 'taken', title: 'Занято' };
    expect(await rewards.ensure([SPEC, taken])).toEqual([{ key: 'taken', code: 'title_taken' }]);
    for (let n = 0; n < 48; n++) rig.twitch.foreignReward('streamer', `Чужая ${n}`, 5);
    const more = { ...SPEC, key: 'more', title: 'Ещё' };
    expect(await rewards.ensure([more])).toEqual([{ key: 'more', code: 'too_many' }]);
    rig.twitch.breakCalls(20, { path: REWARDS, how: 'html' });
    expect(await rewards.ensure([SPEC])).toEqual([{ key: 'roll', code: 'not_json' }]);
    rig.twitch.breakCalls(0, {});
    rig.twitch.standing('');
    expect(await rewards.ensure([SPEC, more])).toEqual([
      { key: 'roll', code: 'not_affiliate' },
      { key: 'more', code: 'not_affiliate' },
    ]);
  });

  it('makes one reward although the answer was lost', async () => {
    rig = await rigged({ account: OWNER });
    rig.twitch.breakCalls(1, { path: REWARDS, method: 'POST', how: 'after' });
    expect(await rig.adapter.rewards?.ensure([SPEC])).toEqual([]);
    expect(rig.twitch.rewards()).toHaveLength(1);
    expect(rig.twitch.calls(`POST ${REWARDS}`)).toBe(1);
    rig.twitch.redeem('streamer', 'Кубик', 'eve');
    await until(() => rig.redemptions.length === 1);
  });
});

describe('redemptions', () => {
  it('are told once, though they come twice, and are found where no event came', async () => {
    await ready({ times: { ...QUICK, redemptionsMs: 150 } });
    const { twitch } = rig;
    twitch.events.doubleNext();
    const one = twitch.redeem('streamer', 'Кубик', { login: 'vera', id: '7', name: 'Вера' }, 'да');
    twitch.events.loseNext();
    const lost = twitch.redeem('streamer', 'Кубик', 'bob');
    twitch.events.delayNext(300);
    const late = twitch.redeem('streamer', 'Кубик', 'eve');
    await until(() => rig.redemptions.length === 3);
    await until(() => rig.adapter.health().dropped.repeated === 1);
    expect(rig.redemptions.map(({ id }) => id).sort()).toEqual([one, lost, late].sort());
    expect(rig.redemptions[0]).toMatchObject({
      id: one,
      reward: 'roll',
      user: '7',
      name: 'Вера',
      input: 'да',
    });
    expect(twitch.events.lost()).toHaveLength(1);
  });

  it('that came while the socket was down are found when it is back', async () => {
    await ready();
    rig.twitch.events.cut();
    await until(() => rig.adapter.health().state === 'down');
    const id = rig.twitch.redeem('streamer', 'Кубик', 'eve');
    await until(() => rig.redemptions.some((one) => one.id === id));
  });

  it('of others, and those that have their end, are not told', async () => {
    await ready();
    const { twitch } = rig;
    twitch.foreignReward('streamer', 'Чужая', 5);
    const foreign = twitch.redeem('streamer', 'Чужая', 'eve');
    const [ours] = twitch.rewards();
    Object.assign(ours as object, { should_redemptions_skip_request_queue: true });
    twitch.redeem('streamer', 'Кубик', 'eve');
    Object.assign(ours as object, { should_redemptions_skip_request_queue: false });
    twitch.redeem('streamer', 'Кубик', 'bob');
    await until(() => rig.redemptions.length === 1);
    expect(rig.redemptions[0]?.name).toBe('bob');
    expect(await rewards.settle(foreign, 'refunded')).toEqual({ ok: false, code: 'not_found', retry: false });
  });

  it('without an end are listed over pages, oldest first', async () => {
    await ready();
    rig.twitch.pageSize(2);
    const ids = ['a1', 'b2', 'c3', 'd4', 'e5'].map((user) =>
      rig.twitch.redeem('streamer', 'Кубик', user, user),
    );
    await rewards.settle(ids[1] ?? '', 'fulfilled');
    const open = await rewards.open();
    expect(open.map(({ input }) => input)).toEqual(['a1', 'c3', 'd4', 'e5']);
    expect(open.map(({ at }) => at)).toEqual(open.map(({ at }) => at).sort());
  });
});
