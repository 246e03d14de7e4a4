import { describe, expect, it } from 'vitest';
import { createCounter, FLUSH_EVERY, MAX_BATCH } from './counter.ts';

const vote = (voter: string, choice: number | 'x' = 1, sentAt = 0) => ({ voter, choice, sentAt });

describe('votes at the edge', () => {
  it('counts a person once, and the last vote', () => {
    const counter = createCounter();
    counter.open('v1');
    expect(counter.vote('v1', vote('a', 1))).toBe(true);
    expect(counter.vote('v1', vote('a', 1, 5))).toBe(false);
    expect(counter.vote('v1', vote('a', 2, 9))).toBe(true);
    expect(counter.vote('v1', vote('a', 3, 8))).toBe(false);
    expect(counter.vote('v2', vote('a'))).toBe(false);
    expect(counter.voters('v1')).toBe(1);
    expect(counter.flush(0)).toEqual([{ poll: 'v1', n: 0, list: [vote('a', 2, 9)] }]);
    expect(counter.flush(FLUSH_EVERY)).toEqual([]);
  });

  it('sends at most 4 batches a second, each of at most 500', () => {
    const counter = createCounter();
    counter.open('v1');
    for (let i = 0; i < 1200; i += 1) counter.vote('v1', vote(`u${i}`));
    const sizes: number[] = [];
    for (let at = 0; at < 1000; at += 10)
      for (const batch of counter.flush(at)) sizes.push(batch.list.length);
    expect(sizes).toEqual([MAX_BATCH, MAX_BATCH, 200]);
    expect(counter.flush(2000)).toEqual([]);
  });

  it('sends everything again after a broken link', () => {
    const counter = createCounter();
    counter.open('v1');
    counter.vote('v1', vote('a'));
    counter.flush(0);
    counter.resend();
    expect(counter.flush(1000)).toEqual([{ poll: 'v1', n: 1, list: [vote('a')] }]);
  });

  it('is bounded in people and in polls', () => {
    const counter = createCounter({ maxVoters: 2, maxPolls: 2 });
    for (const poll of ['v1', 'v2', 'v3']) counter.open(poll);
    expect(counter.vote('v1', vote('a'))).toBe(false);
    expect(['a', 'b', 'c'].map((voter) => counter.vote('v3', vote(voter)))).toEqual([true, true, false]);
    expect(counter.vote('v3', vote('a', 2))).toBe(true);
    counter.close('v3');
    expect(counter.voters('v3')).toBe(0);
  });
});
