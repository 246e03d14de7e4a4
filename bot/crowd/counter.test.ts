import { describe, expect, it } from 'vitest';
import { bytesOf } from '../protocol/frame.ts';
import { fromClient, MAX_FRAME } from '../protocol/wire.ts';
import { createCounter, FLUSH_EVERY, MAX_FLUSH } from './counter.ts';

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

  it('sends at most 4 times a second, and a thousand at once', () => {
    const counter = createCounter();
    for (const poll of ['v1', 'v2']) counter.open(poll);
    for (let i = 0; i < 1200; i += 1) counter.vote(i < 600 ? 'v1' : 'v2', vote(`u${i}`));
    const sizes: number[] = [];
    for (let at = 0; at < 1000; at += 10) {
      const lists = counter.flush(at).map(({ list }) => list.length);
      if (lists.length > 0) sizes.push(lists.reduce((sum, one) => sum + one));
    }
    expect(sizes).toEqual([MAX_FLUSH, 200]);
    expect(counter.flush(2000)).toEqual([]);
  });

  it.each([
    ['the longest names the wire takes', 'Ж'.repeat(96)],
    ['names that are escaped', '\0'.repeat(96)],
    ['ids of YouTube', `youtube:UC${'x'.repeat(19)}`],
    ['ids of Twitch', 'twitch:10000'],
  ])('sends frames that the server takes, also again after a broken link: %s', (_, name) => {
    const counter = createCounter();
    const poll = 'v'.repeat(120);
    counter.open(poll);
    for (let i = 0; i < 600; i += 1)
      counter.vote(poll, vote(`${name}${1000 + i}`, -999_999_999_999, 1_795_184_467_931));
    for (const at of [0, FLUSH_EVERY]) {
      const frames = counter.flush(at).map((batch) => ({ type: 'ballots', ...batch }));
      for (const frame of frames) {
        expect(bytesOf(frame)).toBeLessThanOrEqual(MAX_FRAME);
        expect(fromClient.safeParse(frame).success).toBe(true);
      }
      expect(new Set(frames.flatMap(({ list }) => list.map(({ voter }) => voter))).size).toBe(600);
      expect(new Set(frames.map(({ n }) => n)).size).toBe(frames.length);
      counter.resend();
    }
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
