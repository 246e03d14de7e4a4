import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Hooks } from './hooks.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const hook = (key: string, platform = 'kick') =>
  ({ type: 'hook', platform, key, delivery: { key } }) as const;

function given(answer: (delivery: unknown) => string) {
  const [done, heard, notes]: [string[], unknown[], string[]] = [[], [], []];
  const deliver = (delivery: unknown) => {
    heard.push(delivery);
    return answer(delivery);
  };
  const adapter = { platform: 'kick', serves: ['100'], deliver };
  const link = { done: (id: string) => done.push(id) > 0 };
  return {
    hooks: new Hooks({ adapters: [adapter], link, note: (line) => notes.push(line) }),
    done,
    heard,
    notes,
  };
}

it('acknowledges what the adapter has taken, and what it will never take', () => {
  const { hooks, done, heard, notes } = given((delivery) => {
    if ((delivery as { key: string }).key === 'bad') throw new Error('no such thing');
    return 'acted';
  });
  for (const one of [hook('a'), hook('b', 'other'), hook('bad')]) hooks.hear(one);
  expect(done).toEqual(['a', 'b', 'bad']);
  expect(heard).toEqual([{ key: 'a' }, { key: 'bad' }]);
  expect(notes.join()).toContain('no such thing');
  expect(hooks.serves).toEqual(['kick:100']);
});

it('tries again what came too early, once at a time, until it is closed', () => {
  let answer = 'early';
  const { hooks, done, heard } = given(() => answer);
  hooks.hear(hook('a'));
  hooks.hear(hook('a'));
  vi.advanceTimersByTime(600);
  expect([heard.length, done]).toEqual([3, []]);
  answer = 'acted';
  vi.advanceTimersByTime(600);
  expect([heard.length, done]).toEqual([4, ['a']]);
  answer = 'early';
  hooks.hear(hook('b'));
  hooks.close();
  vi.advanceTimersByTime(5_000);
  expect(heard).toHaveLength(5);
});

it('leaves to the next process what a closed adapter did not take', () => {
  const { hooks, done } = given(() => 'closed');
  hooks.hear(hook('a'));
  vi.advanceTimersByTime(5_000);
  expect(done).toEqual([]);
});
