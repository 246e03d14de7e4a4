import { afterEach, expect, it, vi } from 'vitest';
import { late } from './late.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Fails so many times before it brings `part`. */
function failing(times: number) {
  let left = times;
  return vi.fn(async () => {
    if (left-- > 0) throw new TypeError('Failed to fetch dynamically imported module');
    return 'part';
  });
}

it('asks again until it comes, each time after a longer pause, never after more than half a minute', async () => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const load = failing(9);
  const asked: number[] = [];
  const begun = Date.now();
  const part = late(
    () => {
      asked.push((Date.now() - begun) / 1000);
      return load();
    },
    { reload: async () => {} },
  );
  await vi.runAllTimersAsync();
  expect(await part).toBe('part');
  expect(asked).toEqual([0, 1, 3, 7, 15, 31, 61, 91, 121, 151]);
});

it('asks once for what comes at once, and for another page only when a part seems to be gone', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const reload = vi.fn(async () => {});
  expect(await late(failing(0), { first: 1, reload })).toBe('part');
  expect(await late(failing(3), { first: 1, reload })).toBe('part');
  expect(reload).not.toHaveBeenCalled();
  expect(await late(failing(4), { first: 1, reload })).toBe('part');
  expect(reload).toHaveBeenCalledTimes(1);
});
