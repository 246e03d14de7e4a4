import { expect, it } from 'vitest';
import { virtualClock } from './clock.ts';

it('a clock that is moved calls what is due in order, at its time', () => {
  const clock = virtualClock(1_000);
  const calls: (readonly [string, number])[] = [];
  const call = (name: string) => () => calls.push([name, clock.now()]);
  clock.after(500, call('late'));
  clock.after(100, call('soon'));
  clock.after(300, call('never'))();
  clock.jump(2_000);
  expect(calls).toEqual([
    ['soon', 1_100],
    ['late', 1_500],
  ]);
  expect(clock.now()).toBe(2_000);
});

it('counts whole milliseconds as the real one does, so that what happens has a time the log can hold', () => {
  const clock = virtualClock(1_000);
  let at = 0;
  clock.after(100.4, () => {
    at = clock.now();
  });
  expect(clock.next()).toBe(1_101);
  clock.jump(5_000);
  expect(at).toBe(1_101);
});
