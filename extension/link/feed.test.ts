import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExtState } from '../../bot/protocol/extension.ts';
import { EbsError } from './ebs.ts';
import { Feed, type FeedProblem, PACE } from './feed.ts';

const state = (rev: number, more: object = {}) =>
  ({ v: 1, rev, game: 'g1', players: [], bag: { gold: rev }, told: [], ...more }) as unknown as ExtState;

function rig() {
  const shown: ExtState[] = [];
  const problems: FeedProblem[] = [];
  const world = { asked: 0, answer: (): ExtState => state(1) };
  const feed = new Feed({
    fetch: async () => {
      world.asked += 1;
      return world.answer();
    },
    show: (one) => shown.push(one),
    problem: (one) => problems.push(one),
    random: () => 0.5,
  });
  return { feed, shown, problems, world };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the feed', () => {
  it('shows the snapshot, then what is pushed; what is older changes nothing', async () => {
    const { feed, shown, world } = rig();
    await feed.ask();
    feed.hear(JSON.stringify(state(5)));
    feed.hear(JSON.stringify(state(3)));
    world.answer = () => state(4);
    await feed.ask();
    expect(shown.map(({ rev }) => rev)).toEqual([1, 5]);
    feed.close();
  });

  it('keeps what a message leaves out', async () => {
    const { feed, shown } = rig();
    await feed.ask();
    feed.hear(JSON.stringify({ v: 1, rev: 2, game: 'g1', status: 'paused' }));
    expect(shown.at(-1)).toMatchObject({ rev: 2, status: 'paused', bag: { gold: 1 } });
    feed.close();
  });

  it('asks when a message says that there is more, or speaks of another game', async () => {
    const { feed, shown, world } = rig();
    await feed.ask();
    world.answer = () => state(9, { game: 'g2' });
    feed.hear(JSON.stringify({ v: 1, rev: 8, thin: true }));
    await vi.advanceTimersByTimeAsync(0);
    expect([world.asked, shown.at(-1)?.rev]).toEqual([2, 9]);
    feed.hear(JSON.stringify({ v: 1, rev: 10, game: 'g3' }));
    expect(world.asked).toBe(3);
    for (const nonsense of ['', '{', '{"v":2,"rev":99}', '[]', 'null']) feed.hear(nonsense);
    expect(shown.at(-1)?.rev).toBe(9);
    feed.close();
  });

  it('asks often while nothing is pushed, rarely while it is, and not at all while nobody looks', async () => {
    const { feed, world } = rig();
    await feed.ask();
    await vi.advanceTimersByTimeAsync(PACE.quiet);
    expect(world.asked).toBe(2);
    feed.hear(JSON.stringify(state(7)));
    await vi.advanceTimersByTimeAsync(PACE.quiet);
    expect(world.asked).toBe(3);
    await vi.advanceTimersByTimeAsync(PACE.pushed - 1);
    expect(world.asked).toBe(3);
    feed.see(false);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(world.asked).toBe(3);
    feed.see(true);
    expect(world.asked).toBe(4);
    feed.close();
  });

  it('asks less and less of a game that does not answer, and says what is wrong', async () => {
    const { feed, problems, world } = rig();
    world.answer = () => {
      throw new EbsError('offline', '');
    };
    await feed.ask();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(problems.at(-1)).toBe('offline');
    expect(world.asked).toBeLessThan(12);
    world.answer = () => {
      throw new EbsError('ext-not-bound', '', 404);
    };
    await feed.ask();
    expect(problems.at(-1)).toBe('absent');
    world.answer = () => state(2);
    await vi.advanceTimersByTimeAsync(PACE.absent + 1);
    expect(problems.at(-1)).toBeNull();
    feed.close();
  });
});
