import { afterEach, describe, expect, it } from 'vitest';
import type { Rewards } from '../contract.ts';
import { ALL_SCOPES, OWNER, QUICK, type Rig, type RigOptions, rigged, SPEC, until } from './rig.suite.ts';
import { startTwitchSimulator } from './simulator.ts';

let rig: Rig;
let rewards: Rewards;
afterEach(() => rig?.end());

const REWARDS = '/helix/channel_points/custom_rewards';
const SETTLE = `PATCH ${REWARDS}/redemptions`;

async function ready(options: RigOptions = {}): Promise<void> {
  rig = await rigged({ account: OWNER, ...options });
  rewards = rig.adapter.rewards as Rewards;
  expect(await rewards.ensure([SPEC])).toEqual([]);
}

const stateOf = (id: string) => rig.twitch.redemptions().find((one) => one.id === id);

describe('settling', () => {
  it('gives each its end, in few calls', async () => {
    await ready();
    const ids = Array.from({ length: 120 }, (_, n) => rig.twitch.redeem('streamer', 'Кубик', `viewer${n}`));
    await until(() => rig.redemptions.length === 120);
    const ends = ids.map((id, n) => rewards.settle(id, n % 2 === 0 ? 'fulfilled' : 'refunded'));
    expect(new Set((await Promise.all(ends)).map((end) => JSON.stringify(end)))).toEqual(
      new Set(['{"ok":true,"already":false}']),
    );
    expect(ids.map((id) => stateOf(id)?.status)).toEqual(
      ids.map((_, n) => (n % 2 === 0 ? 'FULFILLED' : 'CANCELED')),
    );
    expect(rig.twitch.calls(SETTLE)).toBe(4);
  });

  it('is harmless when repeated, and says when it is another end', async () => {
    await ready();
    const id = rig.twitch.redeem('streamer', 'Кубик', 'eve');
    const both = await Promise.all([rewards.settle(id, 'refunded'), rewards.settle(id, 'refunded')]);
    expect(both).toEqual([
      { ok: true, already: false },
      { ok: true, already: false },
    ]);
    expect(await rewards.settle(id, 'refunded')).toEqual({ ok: true, already: true });
    expect(await rewards.settle(id, 'fulfilled')).toEqual({ ok: false, code: 'is_canceled', retry: false });
    expect(stateOf(id)).toMatchObject({ changes: 1, history: [{ status: 'CANCELED', done: true }] });
    expect(await rewards.settle('nobody', 'fulfilled')).toEqual({
      ok: false,
      code: 'not_found',
      retry: false,
    });
  });

  it('finds the reward of a redemption from before the start', async () => {
    await ready();
    const id = rig.twitch.redeem('streamer', 'Кубик', 'eve');
    const second = await rigged({ twitch: rig.twitch, account: OWNER });
    expect(await second.adapter.rewards?.settle(id, 'fulfilled')).toEqual({ ok: true, already: false });
    await second.adapter.close();
    expect(stateOf(id)?.status).toBe('FULFILLED');
  });

  it('reads what became of a call whose answer was lost', async () => {
    await ready();
    const id = rig.twitch.redeem('streamer', 'Кубик', 'eve');
    rig.twitch.breakCalls(1, { path: `${REWARDS}/redemptions`, method: 'PATCH', how: 'after' });
    expect(await rewards.settle(id, 'fulfilled')).toEqual({ ok: false, code: 'no_answer', retry: true });
    expect(await rewards.settle(id, 'fulfilled')).toEqual({ ok: true, already: true });
    expect(stateOf(id)?.changes).toBe(1);
  });

  it('goes on with the others when somebody ends one by hand in between', async () => {
    await ready();
    const ids = ['a1', 'b2', 'c3'].map((user) => rig.twitch.redeem('streamer', 'Кубик', user));
    const original = rig.twitch.redemptions()[1];
    let asked = 0;
    // Between our look and our call.
    Object.defineProperty(original, 'status', {
      get: () => (asked++ === 0 ? 'UNFULFILLED' : 'CANCELED'),
    });
    const ends = await Promise.all(ids.map((id) => rewards.settle(id, 'fulfilled')));
    expect(ends).toEqual([
      { ok: true, already: false },
      { ok: false, code: 'is_canceled', retry: false },
      { ok: true, already: false },
    ]);
  });

  it.each([
    ['HTML', { how: 'html' as const, status: 502 }, 'not_json'],
    ['a bad moment', { status: 503 }, 'http_503'],
    ['silence', { how: 'silent' as const }, 'no_answer'],
  ])('may be tried again after %s', async (_what, breaking, code) => {
    await ready({ times: { ...QUICK, callMs: 200 } });
    const id = rig.twitch.redeem('streamer', 'Кубик', 'eve');
    rig.twitch.breakCalls(3, { path: `${REWARDS}/redemptions`, ...breaking });
    expect(await rewards.settle(id, 'fulfilled')).toEqual({ ok: false, code, retry: true });
    expect(await rewards.settle(id, 'fulfilled')).toEqual({ ok: true, already: false });
  });

  it('waits for the sign-in rather than failing for good', async () => {
    rig = await rigged({ account: OWNER, connect: false });
    const early = await rig.adapter.rewards?.settle('r1', 'fulfilled');
    expect(early).toMatchObject({ ok: false, retry: true });
    await rig.adapter.connect();
    await rig.adapter.rewards?.ensure([SPEC]);
    const id = rig.twitch.redeem('streamer', 'Кубик', 'eve');
    rig.twitch.expire('owner');
    expect(await rig.adapter.rewards?.settle(id, 'fulfilled')).toMatchObject({ ok: false, retry: true });
  });

  it('of every redemption happens once, through losses, doubles, lateness and cuts', async () => {
    const twitch = await startTwitchSimulator();
    twitch.open({ login: 'streamer', id: '1001' });
    twitch.token('owner', { user: 'streamer', scopes: ALL_SCOPES });
    await ready({ twitch, times: { ...QUICK, redemptionsMs: 200 } });
    const settled = rig.redemptions.length;
    rig.adapter.rewards?.onRedemption(({ id }) => void rewards.settle(id, 'fulfilled'));
    twitch.events.trouble({ lost: 0.05, doubled: 0.05, late: 0.05, lateMs: 150, seed: 7 });
    for (let n = 0; n < 300; n++) {
      twitch.redeem('streamer', 'Кубик', `viewer${n % 40}`);
      if (n % 60 === 59) {
        twitch.events.cut();
        await until(() => rig.adapter.health().by === 'events');
      }
    }
    await until(() => twitch.redemptions().every(({ status }) => status === 'FULFILLED'), 20_000);
    expect(rig.redemptions.length - settled).toBe(300);
    expect(Math.max(...twitch.redemptions().map(({ changes }) => changes))).toBe(1);
  });
});
