import { expect, it } from 'vitest';
import { Talk } from './talk.ts';

/** Signs of the longest answer, as `commands/answer` has it. */
const HARD = 400;

const line = (role: 'game' | 'viewer', text: string) => {
  const talk = new Talk();
  talk.add({ at: 0, player: 'p1', from: 'MSIG', role, text });
  return talk.view().lines[0]?.text ?? '';
};

it('shows the longest answer whole: what is asked stands at its end', () => {
  const answer = 'ё'.repeat(HARD);
  expect(line('game', answer)).toBe(answer);
});

it('bounds what people write', () => {
  expect([...line('viewer', 'ё'.repeat(5000))].length).toBeLessThanOrEqual(HARD);
});
