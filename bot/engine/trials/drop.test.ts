/** GAME.md 7 and the voice's «nothing cancels or skips a turn»: a game that is given up leaves its hours to the next. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import type { Rules, TrialDef } from '../rules.ts';
import { ADMIN, TrialTable, trialOf } from './given.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const lasting = (id: string, least: number, most: number): TrialDef =>
  trialOf(id, {
    ...{ kind: 'game', tags: ['game'], pace: 'marathon' },
    game: { genre: 'story', hours: [least, most], difficulty: 3 },
  });
const GAMES = [lasting('short', 1, 3), lasting('middle', 4, 10), lasting('long', 12, 30)];
const CLIP = 'https://clips.example.org/abc';

function keeping(keep: number | null): Rules {
  const { keep: _, ...trials } = rules.tunables.trials;
  return {
    ...rules,
    tunables: { ...rules.tunables, trials: keep === null ? trials : { ...trials, keep } },
  };
}

/** Player 1 is on this game. */
function on(trial: string, { of = GAMES, keep = 100 as number | null } = {}): TrialTable {
  const game = new TrialTable(keeping(keep), of, { pace: 'marathon' });
  for (const id of game.state.order) game.set(id, { tokens: { count: 0, since: 0 } });
  game.must({ type: 'coin' });
  const pending = game.player('p1').pending.map((one) => (one.is === 'trial' ? { ...one, trial } : one));
  game.set('p1', { pending, recent: [] });
  return game;
}
const now = (game: TrialTable): string => {
  const found = game.player('p1').pending.find((one) => one.is === 'trial');
  return found?.is === 'trial' ? found.trial : '';
};
/** Which games come up after giving this one up, over many draws. */
function cameAfter(trial: string, keep: number | null): readonly string[] {
  const came = new Set<string>();
  for (let value = 1; value <= 60; value += 1) {
    const game = on(trial, { keep });
    // Whatever the sampler draws for the punishment and for the next game.
    game.when(
      { type: 'giveUp' },
      'p1',
      Array.from({ length: 12 }, (_, i) => value + i * 7),
    );
    came.add(now(game));
  }
  return [...came].sort();
}

describe('a game that is given up', () => {
  it('leaves its hours to the next one, which is no shorter', () => {
    expect(cameAfter('long', 100)).toEqual(['long']);
    expect(cameAfter('middle', 100)).not.toContain('short');
    const game = on('middle');
    game.must({ type: 'giveUp' });
    expect(game.player('p1').leastHours).toBe(4);
    expect(game.of('hoursKept')).toEqual([{ type: 'hoursKept', player: 'p1', hours: 4 }]);
  });

  it('keeps them until one is finished, also over several that are given up', () => {
    const game = on('middle');
    game.must({ type: 'giveUp' });
    game.must({ type: 'giveUp' });
    expect(game.player('p1').leastHours).toBeGreaterThanOrEqual(4);
    expect(now(game)).not.toBe('short');
    game.must({ type: 'done', proof: CLIP });
    game.must({ type: 'judge', player: 'p1', pass: true }, ADMIN);
    expect(game.player('p1').leastHours).toBe(0);
  });

  it('and one that the referee turns down too, but not one whose time ran out', () => {
    const judged = on('long');
    judged.must({ type: 'done', proof: CLIP });
    judged.must({ type: 'judge', player: 'p1', pass: false }, ADMIN);
    expect(judged.player('p1').leastHours).toBe(12);
    const late = on('long');
    const waiting = late.player('p1').pending.find((one) => one.is === 'trial');
    late.lapse(waiting?.until ?? null);
    expect(late.of('trialFailed')[0]?.why).toBe('late');
    expect(late.player('p1').leastHours ?? 0).toBe(0);
  });

  it('costs the share that the rules name, and nothing where they name none', () => {
    const half = on('middle', { keep: 50 });
    half.must({ type: 'giveUp' });
    expect(half.player('p1').leastHours).toBe(2);
    const old = on('long', { keep: null });
    old.must({ type: 'giveUp' });
    expect(old.of('hoursKept')).toEqual([]);
    expect(cameAfter('long', null)).toContain('short');
  });

  it('never leaves a player without a game: where none is as long, the longest there is comes', () => {
    const game = on('long', { of: [...GAMES, lasting('other', 9, 12)] });
    game.set('p1', { leastHours: 90 });
    game.must({ type: 'giveUp' });
    expect(now(game)).toBe('long');
  });
});
