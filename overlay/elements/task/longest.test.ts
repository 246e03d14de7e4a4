import { expect, it } from 'vitest';
import { Longest } from './longest.ts';

it('remembers the longest of what is on the page, and forgets what is long gone', () => {
  const longest = new Longest();
  expect(longest.of('a', 20)).toBe(20);
  expect(longest.of('a', 12)).toBe(20);
  for (let i = 0; i < 23; i++) longest.of(`b${i}`, 1);
  expect(longest.of('a', 5)).toBe(20);
  for (let i = 0; i < 24; i++) longest.of(`c${i}`, 1);
  expect(longest.of('a', 5)).toBe(5);
});
