import { describe, expect, it } from 'vitest';
import type { ExtMessage, ExtState } from '../../protocol/extension.ts';
import { givenExtension } from './given.ts';
import { PUSH_MS, Push } from './push.ts';
import { MESSAGE_BYTES, messageOf } from './snapshot.ts';
import type { Snapshot } from './snapshots.ts';

const asState = (more: object = {}) =>
  ({ v: 1, rev: 1, game: 'g', players: [], ...more }) as unknown as ExtState;
const shot = (n: number): Snapshot => ({ body: '', tag: `"${n}"`, state: asState({ rev: n }) });

function rig() {
  const sent: number[] = [];
  const faults: unknown[] = [];
  let answer: () => number = () => 0;
  const world = { now: 0, state: 1 };
  const push = new Push({
    channels: () => ['1001'],
    snapshots: { of: () => shot(world.state) },
    twitch: {
      async broadcast(_channel, message) {
        const wait = answer();
        sent.push((JSON.parse(message) as ExtMessage).rev);
        return wait;
      },
    },
    onFault: (error) => faults.push(error),
    now: () => world.now,
  });
  const rounds = async (count: number, each?: () => void) => {
    for (let n = 0; n < count; n += 1) {
      each?.();
      await push.round();
      world.now += PUSH_MS;
    }
  };
  push.close();
  return { push, sent, faults, world, rounds, answers: (next: () => number) => (answer = next) };
}

describe('what is pushed to the panels', () => {
  it('is each state once, the newest of those within a second', async () => {
    const { sent, world, rounds } = rig();
    await rounds(3);
    expect(sent).toEqual([1]);
    world.state = 7;
    world.state = 9;
    await rounds(2);
    expect(sent).toEqual([1, 9]);
  });

  it('is not lost by a failure: later the newest state goes out, after longer and longer pauses', async () => {
    const { sent, faults, world, rounds, answers } = rig();
    let broken = 0;
    answers(() => {
      broken += 1;
      throw new Error('no network');
    });
    await rounds(31, () => (world.state += 1));
    expect(broken).toBeLessThan(6);
    expect(faults).toHaveLength(1);
    answers(() => 0);
    await rounds(31);
    expect(sent).toEqual([world.state]);
  });

  it('waits when Twitch says so', async () => {
    const { sent, world, rounds, answers } = rig();
    answers(() => 10_000);
    await rounds(10, () => (world.state += 1));
    expect(sent).toEqual([2]);
    await rounds(2, () => (world.state += 1));
    expect(sent).toHaveLength(2);
  });
});

describe('a message', () => {
  it('fits into 5 KB, counted in bytes, or leaves parts out, or only says that there is more', () => {
    const long = (length: number) => ({ told: [{ who: 'ж'.repeat(length) }] });
    const whole = messageOf(asState(long(10)));
    expect(JSON.parse(whole)).toHaveProperty('told');
    const cut = JSON.parse(messageOf(asState({ ...long(3000), polls: [1] })));
    expect(cut).not.toHaveProperty('told');
    expect(cut.polls).toEqual([1]);
    const thin = messageOf(asState({ polls: ['ж'.repeat(3000)] }));
    expect(JSON.parse(thin)).toEqual({ v: 1, rev: 1, thin: true });
  });

  it('of a real game fits whole', async () => {
    const { extension, end } = await givenExtension();
    const { state } = extension.snapshots.of('1001')!;
    const text = messageOf(state);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MESSAGE_BYTES);
    expect(JSON.parse(text)).toHaveProperty('bag');
    await end();
  });
});
