import { expect, it } from 'vitest';
import { means, playerOf, STAGE_WORDS, type StageEvent } from './words.ts';

const trial: StageEvent = {
  type: 'pended',
  player: 'p2',
  front: false,
  pending: { is: 'trial', n: 1, until: null, trial: 't', tier: 1, by: null, poll: null, done: null },
};
const final: StageEvent = {
  type: 'pended',
  player: 'p2',
  front: false,
  pending: { is: 'final', n: 1, until: null },
};
const poll: StageEvent = {
  type: 'pollOpened',
  poll: { id: 'v1', player: 'p3', pending: 1, kind: 'quiz', options: 3, need: 1, opens: 0, closes: 1 },
};

it('a word stands for its events and no others', () => {
  expect(means('finish', { type: 'ended', winner: 'p1', places: ['p1'] })).toBe(true);
  expect(means('finish', { type: 'started' })).toBe(false);
  expect([means('trial', trial), means('trial', final)]).toEqual([true, false]);
  expect([means('vote', poll), means('voted', poll)]).toEqual([true, false]);
});

it('a fight and a story stand for their beginnings alone, so that a row does not act at every round', () => {
  const fightEnded: StageEvent = {
    ...{ type: 'fightEnded', player: 'p2', n: 1, how: 'won' },
    ...{ foes: [{ templateId: 'orc_grunt', tier: 1 }], rounds: 4 },
  };
  const run = { story: 'polite_toll', chosen: [], answers: [], lines: ['toll'], options: ['pay'] };
  const scene = { player: 'p3', n: 2, run: { ...run, asks: 'either' } } as const;
  const begun: StageEvent = { type: 'sceneBegun', ...scene };
  const turned: StageEvent = { type: 'sceneTurned', ...scene };
  expect([means('story', begun), means('story', turned), means('fight', begun)]).toEqual([
    true,
    false,
    false,
  ]);
  expect([means('fight', fightEnded), means('fightEnded', fightEnded)]).toEqual([false, true]);
  expect([playerOf(begun), playerOf(fightEnded)]).toEqual(['p3', 'p2']);
  expect(STAGE_WORDS).toEqual(expect.arrayContaining(['fight', 'story']));
});

it('what is no word is an event by its own name', () => {
  expect(means('pollOpened', poll)).toBe(true);
  expect(means('constructor', poll)).toBe(false);
  expect(STAGE_WORDS).not.toContain('pollOpened');
});

it('knows whom it happens to', () => {
  expect([playerOf(trial), playerOf(poll), playerOf({ type: 'started' })]).toEqual(['p2', 'p3', null]);
  expect(playerOf({ type: 'ended', winner: 'p4', places: ['p4'] })).toBe('p4');
});
