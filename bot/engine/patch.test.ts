import { expect, it } from 'vitest';
import { closeDraft, keepDraft, openDraft, patchPlayer } from './patch.ts';
import type { GameState, Player } from './state.ts';

const player = (id: string): Player => ({ id, gold: 1, cell: 0 }) as Player;
const given = (): GameState =>
  ({ game: 'g', serial: 1, players: { p1: player('p1'), p2: player('p2') } }) as unknown as GameState;

it('gives a new state at every change, and leaves what did not change as it is', () => {
  const before = given();
  const after = patchPlayer(before, 'p1', { gold: 5 });
  expect(after).not.toBe(before);
  expect(before.players.p1?.gold).toBe(1);
  expect(after.players.p1?.gold).toBe(5);
  expect(after.players.p2).toBe(before.players.p2);
});

it('writes to a draft alone: neither what it was made from nor what became of it changes', () => {
  const before = given();
  const draft = { ...before };
  openDraft(draft);
  const first = patchPlayer(draft, 'p1', { gold: 5 });
  expect(first).toBe(draft);
  const held = first.players.p1;
  const fresh = { ...first, serial: 2 };
  keepDraft(first, fresh);
  expect(patchPlayer(fresh, 'p1', { gold: 7 })).toBe(fresh);
  expect(held?.gold).toBe(5);
  closeDraft();
  const later = patchPlayer(fresh, 'p1', { gold: 9 });
  expect([before, fresh, later].map(({ players }) => players.p1?.gold)).toEqual([1, 7, 9]);
  expect(later.players.p2).toBe(before.players.p2);
});

it('copies again what a second draft has taken the turn from', () => {
  const outer = { ...given() };
  openDraft(outer);
  patchPlayer(outer, 'p1', { gold: 5 });
  openDraft({ ...given() });
  const after = patchPlayer(outer, 'p1', { gold: 6 });
  closeDraft();
  expect(after).not.toBe(outer);
  expect(outer.players.p1?.gold).toBe(5);
});
