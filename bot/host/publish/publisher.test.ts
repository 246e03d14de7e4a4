import { expect, it } from 'vitest';
import { virtualClock } from '../clock.ts';
import { FRAME_MS, Publisher, type ViewChange } from './publisher.ts';

function given() {
  const clock = virtualClock(1_000_000);
  const state = { n: 0 };
  let computed = 0;
  const publisher = new Publisher({
    clock,
    animated: (view) => view === 'board',
    compute: (view) => {
      if (view !== 'board') return null;
      computed += 1;
      return { n: state.n };
    },
  });
  const changes: ViewChange[] = [];
  return { clock, state, publisher, changes, computed: () => computed };
}

it('tells at most 20 frames a second, with everything gathered in between', () => {
  const { clock, state, publisher, changes } = given();
  publisher.watch('board', (change) => changes.push(change));
  for (let ms = 0; ms < 1000; ms += 5) {
    state.n += 1;
    publisher.touch(['board'], [{ seq: state.n, at: ms, events: [] }]);
    clock.jump(clock.now() + 5);
  }
  clock.jump(clock.now() + FRAME_MS);
  expect(changes.length).toBeLessThanOrEqual(21);
  expect(changes.length).toBeGreaterThan(15);
  expect(changes.flatMap(({ moments }) => moments.map(({ seq }) => seq))).toEqual(
    Array.from({ length: 200 }, (_, n) => n + 1),
  );
  expect(changes.at(-1)!.set).toEqual([[['n'], 200]]);
});

it('numbers frames without gaps, so that a client can see that it missed one', () => {
  const { clock, state, publisher, changes } = given();
  publisher.watch('board', (change) => changes.push(change));
  const { frame } = publisher.now('board')!;
  for (let n = 0; n < 3; n += 1) {
    state.n += 1;
    publisher.touch(['board']);
    clock.jump(clock.now() + FRAME_MS);
  }
  expect(changes.map(({ from, to }) => [from, to])).toEqual([1, 2, 3].map((n) => [frame + n, frame + n]));
});

it('computes nothing for a view that nobody watches', () => {
  const { clock, publisher, computed } = given();
  publisher.touch(['board']);
  clock.jump(clock.now() + 1000);
  expect(computed()).toBe(0);
});

it('a frame of an earlier run is never met again', () => {
  const first = given();
  first.publisher.watch('board', () => {});
  const { frame } = first.publisher.now('board')!;
  const later = virtualClock(1_000_000 + FRAME_MS * 100);
  const second = new Publisher({ clock: later, animated: () => false, compute: () => ({ n: 1 }) });
  second.watch('board', () => {});
  expect(second.now('board')!.frame).toBeGreaterThan(frame);
});

it('knows no view that the game does not have', () => {
  const { publisher } = given();
  expect(publisher.now('bag:p9')).toBeNull();
  expect(publisher.watch('bag:p9', () => {})).toBeNull();
});
