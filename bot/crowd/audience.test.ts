import { describe, expect, it } from 'vitest';
import { createAudience } from './audience.ts';

const MINUTE = 60_000;

describe('the audience', () => {
  it('counts different people of the last minutes', () => {
    const audience = createAudience({ minutes: 10 });
    for (let i = 0; i < 50; i += 1) audience.seen(`u${i % 20}`, i * 1000);
    expect(audience.active(MINUTE)).toBe(20);
    audience.seen('u3', 9 * MINUTE);
    expect(audience.active(12 * MINUTE)).toBe(1);
    expect(audience.active(30 * MINUTE)).toBe(0);
    expect(audience.size).toBe(0);
  });

  it('stays within 10% for a crowd far larger than its memory', () => {
    const audience = createAudience({ minutes: 10, max: 4096 });
    for (let i = 0; i < 100_000; i += 1) audience.seen(`twitch:${i}`, 1000 + i);
    expect(audience.size).toBeLessThanOrEqual(4096);
    expect(Math.abs(audience.active(102_000) - 100_000)).toBeLessThan(10_000);
  });

  it('is exact again when the crowd has gone', () => {
    const audience = createAudience({ minutes: 1, max: 64 });
    for (let i = 0; i < 1000; i += 1) audience.seen(`a${i}`, i);
    let at = MINUTE;
    for (let step = 0; step < 12; step += 1) {
      at += 2 * MINUTE;
      audience.active(at);
    }
    for (let i = 0; i < 10; i += 1) audience.seen(`b${i}`, at);
    expect(audience.active(at)).toBe(10);
  });
});
