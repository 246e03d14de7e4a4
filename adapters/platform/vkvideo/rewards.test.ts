import { afterEach, describe, expect, it } from 'vitest';
import type { Redemption, Rewards } from '../contract.ts';
import { ACCOUNT, pause, type Rig, type RigOptions, rigged, until, VIEWER } from './rig.suite.ts';

let rig: Rig;
afterEach(() => rig?.end());

const DICE = { key: 'dice', title: 'Бросить кубик', cost: 100, prompt: 'За игрока', asksInput: false };
const TRAP = { key: 'trap', title: 'Ловушка', cost: 300, prompt: 'Куда?', asksInput: true };
const POINTS = '/v1/channel_point';

let told: Redemption[];
async function shop(options: RigOptions = {}): Promise<Rewards> {
  rig = await rigged({ account: ACCOUNT, ...options });
  told = [];
  const { rewards } = rig.adapter;
  if (!rewards) throw new Error('no rewards');
  rewards.onRedemption((one) => told.push(one));
  return rewards;
}
const redeem = (reward = DICE.title, input = '') =>
  rig.vk.redeem('streamer', reward, { user: VIEWER, input });
const there = () => rig.vk.open('streamer').rewards;

describe('making rewards', () => {
  it('creates what is missing, mends what differs, and touches nothing else', async () => {
    const rewards = await shop();
    there().push({
      id: 'theirs',
      name: 'Песня',
      price: 5,
      description: '',
      is_message_required: false,
      is_disabled: true,
      background_color: 1,
      repair_timeout: 0,
      max_uses_count: 0,
      max_uses_count_per_user: 0,
    });
    expect(await rewards.ensure([DICE, TRAP])).toEqual([]);
    expect(there().map(({ name, price }) => `${name} ${price}`)).toEqual([
      'Песня 5',
      'Бросить кубик 100',
      'Ловушка 300',
    ]);
    Object.assign(there()[1] ?? {}, { is_disabled: true, background_color: 9 });
    expect(await rewards.ensure([{ ...DICE, cost: 150 }, TRAP])).toEqual([]);
    expect(there()[1]).toMatchObject({ price: 150, is_disabled: false, background_color: 9 });
    expect(there()[0]).toMatchObject({ is_disabled: true });
    expect(rig.vk.calls(`${POINTS}/reward/create`)).toBe(2);
    expect(rig.vk.calls(`${POINTS}/reward/edit`)).toBe(1);
  });

  it('does not make one twice when the answer is lost', async () => {
    const rewards = await shop();
    rig.vk.fail({ path: `${POINTS}/reward/create`, acted: true });
    expect(await rewards.ensure([DICE])).toEqual([]);
    expect(there()).toHaveLength(1);
    redeem();
    await until(() => told.length === 1);
    expect(told[0]?.reward).toBe('dice');
  });

  it('tells of each that could not be made', async () => {
    const rewards = await shop();
    rig.vk.fail({ path: `${POINTS}/reward/create`, status: 400, error: 'too_many_rewards' });
    expect(await rewards.ensure([DICE, TRAP])).toEqual([{ key: 'dice', code: 'too_many_rewards' }]);
    rig.vk.fail({ path: `${POINTS}/rewards/manage_info`, status: 502, error: 'html' });
    expect(await rewards.ensure([DICE])).toEqual([{ key: 'dice', code: 'not_json' }]);
  });

  it("says so when the channel is somebody else's", async () => {
    rig = await rigged({ connect: false, account: { accessToken: 'helper' } });
    rig.vk.signIn.grant('helper', { person: { id: '9', nick: 'MsigBot' } });
    await rig.adapter.connect();
    expect(await rig.adapter.rewards?.ensure([DICE])).toEqual([{ key: 'dice', code: 'not_owner' }]);
    expect(await rig.adapter.rewards?.settle('1', 'fulfilled')).toEqual({
      ok: false,
      code: 'not_owner',
      retry: false,
    });
    expect(rig.adapter.can.features).toEqual(['read', 'roles', 'stream-status', 'write']);
  });
});

describe('redemptions', () => {
  it('are told once, with what the viewer typed, and those of others are not', async () => {
    const rewards = await shop({ times: { demandsMs: 40 } });
    await rewards.ensure([DICE, TRAP]);
    rig.vk.pubsub.weather.doubled = 1;
    const id = redeem(TRAP.title, 'на клетку 5');
    there().push({ ...(there()[0] ?? ({} as never)), id: 'theirs', name: 'Песня' });
    redeem('Песня');
    await until(() => told.length === 1);
    await pause(120);
    expect(told).toEqual([
      { id, reward: 'trap', user: '42', name: 'Вера', input: 'на клетку 5', at: expect.any(Number) },
    ]);
    expect(rig.heard).toEqual([]);
  });

  it('are found by the list when the socket loses them, oldest first', async () => {
    const rewards = await shop({ times: { demandsMs: 50 } });
    await rewards.ensure([DICE]);
    rig.vk.pubsub.weather.lost = 1;
    const ids = Array.from({ length: 130 }, () => redeem());
    await until(() => told.length === 130);
    expect(told.map(({ id }) => id)).toEqual(ids);
    expect((await rewards.open()).map(({ id }) => id)).toEqual(ids);
  });

  it('from before the start are told too', async () => {
    const rewards = await shop({ times: { demandsMs: 50 } });
    await rewards.ensure([DICE]);
    const id = redeem();
    await until(() => told.length === 1);
    const second = await rigged({ vk: rig.vk, account: ACCOUNT, times: { demandsMs: 50 } });
    const again: string[] = [];
    second.adapter.rewards?.onRedemption((one) => again.push(one.id));
    await second.adapter.rewards?.ensure([DICE]);
    await until(() => again.length === 1);
    expect(again).toEqual([id]);
    await second.adapter.close();
  });
});

describe.each([false, true])('settling, with a list that keeps ended demands: %s', (listsEnded) => {
  const settled = (id: string) => rig.vk.points.settled.get(Number(id));
  const ready = async () => {
    const rewards = await shop();
    rig.vk.points.listsEnded = listsEnded;
    await rewards.ensure([DICE]);
    return rewards;
  };

  it('ends a demand once, however often it is asked', async () => {
    const rewards = await ready();
    const [one, other] = [redeem(), redeem()];
    const both = await Promise.all([rewards.settle(one, 'fulfilled'), rewards.settle(one, 'fulfilled')]);
    expect(both).toEqual([
      { ok: true, already: false },
      { ok: true, already: false },
    ]);
    expect(await rewards.settle(one, 'fulfilled')).toEqual({ ok: true, already: true });
    expect(await rewards.settle(one, 'refunded')).toEqual({
      ok: false,
      code: 'settled_otherwise',
      retry: false,
    });
    expect(await rewards.settle(other, 'refunded')).toEqual({ ok: true, already: false });
    expect([settled(one), settled(other), rig.vk.points.refunded]).toEqual([['approved'], ['rejected'], 100]);
    expect(await rewards.open()).toEqual([]);
  });

  it('reads a repetition after a crash as settled', async () => {
    const rewards = await ready();
    const id = redeem();
    await rewards.settle(id, 'refunded');
    const second = await rigged({ vk: rig.vk, account: ACCOUNT });
    await second.adapter.rewards?.ensure([DICE]);
    expect(await second.adapter.rewards?.settle(id, 'refunded')).toEqual({ ok: true, already: true });
    expect(settled(id)).toEqual(['rejected']);
    await second.adapter.close();
  });

  it('does not know after a lost answer, and finds out by the list', async () => {
    const rewards = await ready();
    const id = redeem();
    await until(() => told.length === 1);
    rig.vk.fail({ path: `${POINTS}/reward/demand/accept`, acted: true });
    expect(await rewards.settle(id, 'fulfilled')).toMatchObject({ ok: false, retry: true });
    expect(await rewards.settle(id, 'fulfilled')).toEqual({ ok: true, already: true });
    expect(settled(id)).toEqual(['approved']);
  });

  it('tries again what did not get through', async () => {
    const rewards = await ready();
    const id = redeem();
    for (const fault of [
      { status: 503 },
      { status: 429, error: 'ratelimit_exceeded' },
      { error: 'silent' },
    ]) {
      rig.vk.fail({ path: `${POINTS}/reward/demand/reject`, ...fault });
      expect(await rewards.settle(id, 'refunded')).toMatchObject({ ok: false, retry: true });
    }
    expect(await rewards.settle(id, 'refunded')).toEqual({ ok: true, already: false });
    rig.vk.fail({ path: `${POINTS}/reward/demands`, status: 500 });
    expect(await rewards.settle(redeem(), 'refunded')).toMatchObject({ ok: false, retry: true });
  });

  it('says what never will', async () => {
    const rewards = await ready();
    const id = redeem();
    rig.vk.fail({ path: `${POINTS}/reward/demand/reject`, status: 403, error: 'forbidden' });
    expect(await rewards.settle(id, 'refunded')).toEqual({ ok: false, code: 'forbidden', retry: false });
  });
});
