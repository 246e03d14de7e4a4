import { describe, expect, it } from 'vitest';
import type { GameState, Poll } from '../engine/state.ts';
import { nextPoll } from './votes.ts';

const poll = (id: string, rest: Partial<Poll>): Poll => ({
  ...{ id, player: 'p1', pending: 1, kind: 'quiz', options: 2, need: 0, opens: 0, closes: 10_000 },
  ...rest,
});
const next = (...polls: Poll[]) =>
  nextPoll({ polls: Object.fromEntries(polls.map((one) => [one.id, one])) } as unknown as GameState, 3);

describe('a vote is counted', () => {
  it('later than it closes by what its slowest chat needs', () => {
    expect(next(poll('a', { settles: 18_000 }))?.at).toBe(18_000);
  });
  it('after the usual grace where its log does not know better', () => {
    expect(next(poll('a', {}))?.at).toBe(13_000);
  });
  it('in the order in which counts are due, not in which votes close', () => {
    const slow = poll('slow', { closes: 10_000, settles: 25_000 });
    const quick = poll('quick', { closes: 12_000, settles: 15_000 });
    expect(next(slow, quick)?.poll.id).toBe('quick');
    expect(next()).toBeNull();
  });
});
