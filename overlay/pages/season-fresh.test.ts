import { expect, it, vi } from 'vitest';
import { makeBoard, makeFace } from '../elements/fixture/fixture.ts';
import type { LinkState } from '../link/socket.ts';
import { keepFresh } from './season-fresh.ts';

function open() {
  const face = makeFace(makeBoard());
  let say = (_: LinkState) => {};
  const load = vi.fn(async () => {});
  const onLink = (listener: (state: LinkState, code: string) => void) => {
    say = (state) => listener(state, '');
    say('connecting');
  };
  keepFresh({ face, onLink }, { load });
  const stand = (status: string) =>
    face.views.put('leaderboard', { game: 'g1', status, length: 100, rows: [], winner: null });
  return { load, stand, say: (state: LinkState) => say(state) };
}

it('loads the table again once when the game becomes finished', () => {
  const { load, stand } = open();
  for (const status of ['running', 'superGame']) stand(status);
  expect(load).not.toHaveBeenCalled();
  for (const status of ['finished', 'finished']) stand(status);
  expect(load).toHaveBeenCalledTimes(1);
});

it('loads the table again when a lost link is back, and not at the first', () => {
  const { load, say } = open();
  say('up');
  expect(load).not.toHaveBeenCalled();
  for (const state of ['down', 'connecting', 'up', 'up'] as const) say(state);
  expect(load).toHaveBeenCalledTimes(1);
});
