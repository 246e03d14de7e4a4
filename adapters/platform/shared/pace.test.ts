import { expect, it } from 'vitest';
import { Pacer } from './pace.ts';

const PACE = { lines: 3, windowMs: 1_000, gapMs: 100 };

it('keeps the gap, the window and a hold', () => {
  const pacer = new Pacer(1_000);
  expect(pacer.waitMs(0, PACE)).toBe(0);
  pacer.wrote(0);
  expect(pacer.waitMs(40, PACE)).toBe(60);
  pacer.wrote(100);
  pacer.wrote(200);
  expect(pacer.waitMs(300, PACE)).toBe(700);
  expect(pacer.waitMs(1_000, PACE)).toBe(0);
  pacer.hold(5_000);
  pacer.hold(2_000);
  expect(pacer.waitMs(1_000, PACE)).toBe(4_000);
});
