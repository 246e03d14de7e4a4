import { describe, expect, it } from 'vitest';
import { Recent } from './recent.ts';

describe('what was seen', () => {
  it('is forgotten by age and by number', () => {
    const recent = new Recent(3, 1_000);
    expect(recent.add('a', 0)).toBe(true);
    expect(recent.add('a', 900)).toBe(false);
    expect(recent.add('a', 1_001)).toBe(true);
    for (const id of ['b', 'c', 'd', 'e']) recent.add(id, 1_100);
    expect(recent.size).toBe(3);
    expect(recent.has('a', 1_100)).toBe(false);
    expect(recent.add('e', 1_100)).toBe(false);
  });
});
