import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { Table } from '../given.ts';
import type { Rules, TrialDef } from '../rules.ts';
import { needed } from './equaliser.ts';
import { plurality } from './plurality.ts';

const { rules: real } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const chat = (id: string, game: TrialDef['chat']): TrialDef => ({
  id,
  zone: 'any',
  tags: ['test'],
  purpose: 'chat',
  kind: 'chat',
  scope: 'individual',
  chat: game,
});
/** Only one trial for cells and viewers, so that it is known which one comes. */
const only = (trial: TrialDef): Rules => ({
  ...real,
  trials: {
    ...Object.fromEntries(
      Object.entries(real.trials).filter(
        ([, one]) =>
          one.kind === 'game' || one.tags.some((tag) => ['monster', 'story', 'guardian'].includes(tag)),
      ),
    ),
    [trial.id]: trial,
  },
});
const quiz = chat('quiz', { game: 'quiz', seconds: 30, options: 4, answer: 3 });
const crowd = chat('crowd', { game: 'crowd', seconds: 30, ease: 1 });
const number = chat('number', { game: 'number', seconds: 30, answer: 200, tolerance: 0.15 });

/** Player 1 has just been given the trial by a viewer. */
function offered(trial: TrialDef): Table {
  const game = new Table({ rules: only(trial) });
  game.set('p1', { influence: 100, audience: 50, skills: [], bag: [] });
  game.must({ type: 'challenge' }, { by: 'viewer', viewer: 'v_a', player: 'p1' });
  return game;
}
const poll = (game: Table) => {
  const found = Object.values(game.state.polls)[0];
  if (!found) throw new Error('no poll is open');
  return found;
};
const close = (game: Table, totals: Record<string, number>, voters: number) => {
  game.at = poll(game).closes;
  return game.must({ type: 'closePoll', poll: poll(game).id, totals, voters, root: 'r' }, { by: 'system' });
};

describe('a chat trial', () => {
  it('opens a vote with a deadline and blocks rolling', () => {
    const game = offered(quiz);
    expect(poll(game)).toMatchObject({ kind: 'quiz', options: 4, closes: game.at + 30_000 });
    expect(game.refused({ type: 'roll' })).toBe('busy');
    expect(
      game.refused({ type: 'closePoll', poll: poll(game).id, totals: {}, voters: 0, root: '' }, 'p1'),
    ).toBe('not-admin');
    expect(
      game.when(
        { type: 'closePoll', poll: poll(game).id, totals: {}, voters: 0, root: '' },
        { by: 'system' },
      ),
    ).toMatchObject({ code: 'poll-open' });
  });

  it('quiz: most votes decide', () => {
    const right = offered(quiz);
    close(right, { 1: 2, 3: 5 }, 7);
    expect(right.of('trialPassed')).toHaveLength(1);
    // 1.2 · 7^0.6 by the printed equaliser.
    expect(right.player('p1').influence).toBe(100 - right.rules.tunables.challenge.cost + 4);
    const wrong = offered(quiz);
    close(wrong, { 1: 6, 3: 5 }, 11);
    expect(wrong.of('trialFailed')[0]).toMatchObject({ why: 'failed' });
    expect(wrong.of('punished')).toHaveLength(1);
  });

  it('crowd: enough different viewers, by the printed equaliser', () => {
    const game = offered(crowd);
    const { need } = poll(game);
    expect(need).toBe(needed({ rules: game.rules }, 50, 1));
    close(game, {}, need);
    expect(game.of('trialPassed')).toHaveLength(1);
    const few = offered(crowd);
    close(few, {}, need - 1);
    expect(few.of('trialFailed')).toHaveLength(1);
  });

  it('number: the median must be near enough', () => {
    for (const [median, passed] of [
      [230, true],
      [231, false],
      [170, true],
      [169, false],
    ] as const) {
      const game = offered(number);
      close(game, { median }, 9);
      expect(game.of('trialPassed').length === 1).toBe(passed);
    }
  });

  it('fails by itself when nobody votes and nobody counts', () => {
    const game = offered(quiz);
    game.at = game.player('p1').pending[0]?.until ?? 0;
    game.must({ type: 'expire' }, { by: 'system' });
    expect(game.of('trialFailed')[0]).toMatchObject({ why: 'late' });
    expect(game.state.polls).toEqual({});
  });

  it('can be given up', () => {
    const game = offered(quiz);
    game.must({ type: 'giveUp' });
    expect(game.of('trialFailed')[0]).toMatchObject({ why: 'dropped' });
    expect(game.state.polls).toEqual({});
    expect(game.refused({ type: 'giveUp' })).toMatch(/no-trial/);
  });
});

describe('viewers', () => {
  it('trigger trials for influence, within limits', () => {
    const game = new Table({ rules: only(quiz) });
    const viewer = (name: string) => ({ by: 'viewer', viewer: name, player: 'p1' }) as const;
    expect(game.refused({ type: 'challenge' }, viewer('v_a'))).toBe('challenge-poor');
    game.set('p1', { influence: 100 });
    game.must({ type: 'challenge' }, viewer('v_a'));
    expect(game.player('p1').influence).toBe(70);
    expect(game.refused({ type: 'challenge' }, viewer('v_a'))).toBe('challenge-often');
    game.must({ type: 'challenge' }, viewer('v_b'));
    game.must({ type: 'challenge' }, viewer('v_c'));
    game.set('p1', { influence: 100 });
    expect(game.refused({ type: 'challenge' }, viewer('v_d'))).toBe('challenge-often');
    expect(game.player('p1').pending).toHaveLength(3);
    game.wait(game.rules.tunables.challenge.window + 1);
    expect(game.refused({ type: 'challenge' }, viewer('v_d'))).toBe('challenge-full');
  });

  it('may not play', () => {
    const game = new Table({ rules: real });
    expect(game.refused({ type: 'roll' }, { by: 'viewer', viewer: 'v_a', player: 'p1' })).toBe('not-yours');
    expect(game.refused({ type: 'use', item: 'x' }, { by: 'viewer', viewer: 'v_a', player: 'p1' })).toBe(
      'no-grant',
    );
  });

  it('need a chat that grows with the audience, but less than it', () => {
    const small = needed({ rules: real }, 150, 1);
    const large = needed({ rules: real }, 20_000, 1);
    expect(large).toBeGreaterThan(small);
    expect(large / small).toBeLessThan(20_000 / 150);
    // A chat of three can sing the chorus too: never more are needed than there are.
    expect(needed({ rules: real }, 3, 4)).toBe(3);
    expect(needed({ rules: real }, 0, 1)).toBe(real.tunables.equaliser.min);
  });
});

describe('a tie', () => {
  it('goes to the preferred option, else to the lowest number', () => {
    expect(plurality({ 1: 3, 2: 3 })).toBe(1);
    expect(plurality({ 1: 3, 2: 3 }, 2)).toBe(2);
    expect(plurality({ 10: 3, 2: 3 })).toBe(2);
    expect(plurality({})).toBe(0);
  });
});

describe('a marathon', () => {
  it('costs a finished video game for each roll', () => {
    const game = new Table({ rules: real, setup: { pace: 'marathon' } });
    for (const id of game.state.order) game.set(id, { tokens: { count: 0, since: 0 } });
    game.must({ type: 'coin' });
    const trial = game.player('p1').pending.find((one) => one.is === 'trial');
    expect(trial && real.trials[trial.trial]?.kind).toBe('game');
    expect(game.refused({ type: 'roll' })).toBe('no-roll');
    game.must({ type: 'done', proof: 'https://example.org/clip' });
    const vote = poll(game);
    expect(vote.kind).toBe('confirm');
    close(game, { 1: 4, 2: 1 }, 5);
    expect(game.player('p1').tokens.count).toBe(1);
    game.set('p1', { pending: [] });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
  });

  it('lets the referee judge', () => {
    const game = new Table({ rules: real, setup: { pace: 'marathon' } });
    for (const id of game.state.order) game.set(id, { tokens: { count: 0, since: 0 } });
    game.must({ type: 'coin' });
    expect(game.refused({ type: 'judge', player: 'p1', pass: true }, 'p2')).toBe('not-admin');
    game.must({ type: 'judge', player: 'p1', pass: false }, { by: 'admin' });
    expect(game.of('trialFailed')[0]).toMatchObject({ why: 'judged' });
    game.must({ type: 'judge', player: 'p1', pass: true }, { by: 'admin' });
    expect(game.player('p1').tokens.count).toBe(1);
  });
});
