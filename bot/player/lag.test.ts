import { expect, it } from 'vitest';
import { Lag } from './lag.ts';

it('tells for each platform within what time nine of ten lines come', () => {
  const lag = new Lag();
  expect(lag.of('kick')).toBeNull();
  for (let n = 1; n <= 10; n += 1) lag.heard('kick', 0, n * 100);
  lag.heard('twitch', 1_000, 1_040);
  expect(lag.of('kick')).toBe(900);
  expect(lag.of('twitch')).toBe(40);
});

it('forgets what was long ago, and what no wire could have delayed', () => {
  const lag = new Lag();
  lag.heard('kick', 0, 3_600_000);
  lag.heard('kick', Number.NaN, 5);
  expect(lag.of('kick')).toBeNull();
  lag.heard('kick', 0, 90_000);
  for (let n = 0; n < 64; n += 1) lag.heard('kick', 0, 200);
  expect(lag.of('kick')).toBe(200);
  lag.heard('vkvideo', 5_000, 4_000);
  expect(lag.of('vkvideo')).toBe(0);
});
