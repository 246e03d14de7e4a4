/** Every waiting state ends by itself, and waiting is never better than answering. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../adapters/content/json.ts';
import { loadContent } from '../content/load.ts';
import { nextDeadline } from './deadlines.ts';
import { Table } from './given.ts';
import type { Rules } from './rules.ts';
import type { Pending } from './state.ts';

const { rules: whole } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const SYSTEM = { by: 'system' } as const;
const table = (rules: Rules = whole) => new Table({ rules }).flat();
const until = (game: Table, seconds: number) => game.at + seconds * 1000;
/** Passes the time until the next deadline, and lets the clock decide. */
const lapse = (game: Table) => {
  game.at = nextDeadline(game.state) ?? game.at;
  return game.must({ type: 'expire' }, SYSTEM);
};
const gone = (game: Table, n: number) => !game.player('p1').pending.some((one) => one.n === n);
const trial = (game: Table, id: string): Pending => ({
  ...{ is: 'trial', n: 99, trial: id, tier: 1, by: null, poll: null, done: null },
  until: until(game, 30),
});
const find = (fits: (one: Rules['trials'][string]) => boolean): string =>
  Object.values(whole.trials).find(fits)?.id ?? '';

describe('a waiting state', () => {
  it('fork: the main way, which could have been chosen', () => {
    const game = table();
    const ways = [2, 5];
    game.set('p1', {
      cell: 1,
      pending: [{ is: 'fork', n: 99, cell: 1, left: 1, ways, until: until(game, 20) }],
    });
    lapse(game);
    expect(game.of('answered')[0]).toMatchObject({ option: 1, by: 'clock' });
    expect(gone(game, 99)).toBe(true);
  });

  it('choice: the fallback, which is one of the open options', () => {
    const choices = Object.entries(whole.finds).flatMap(([id, one]) =>
      one.do.flatMap((op, i) => (op.op === 'choose' ? [{ path: `finds/${id}/do/${i}`, op }] : [])),
    );
    expect(choices.length).toBeGreaterThan(0);
    for (const { path, op } of choices) {
      const game = table();
      const open = op.options.map((_, i) => i + 1);
      const asked = {
        is: 'choice',
        n: 99,
        path,
        open,
        fallback: open.at(-1) ?? 1,
        source: null,
        poll: null,
      } as const;
      game.set('p1', { cell: 5, gold: 50, pending: [{ ...asked, until: until(game, 25) }] });
      lapse(game);
      expect(open).toContain(game.of('answered')[0]?.option);
      expect(gone(game, 99)).toBe(true);
    }
  });

  it('chat trial without a vote: failed', () => {
    const game = table();
    game.set('p1', {
      pending: [
        trial(
          game,
          find((one) => one.chat !== undefined),
        ),
      ],
    });
    lapse(game);
    expect(game.of('trialFailed')[0]).toMatchObject({ player: 'p1', why: 'late' });
    expect(gone(game, 99)).toBe(true);
  });

  it('game: failed, and no roll for it', () => {
    const game = new Table({ rules: whole, setup: { pace: 'marathon' } }).flat();
    game.set('p1', {
      pending: [
        trial(
          game,
          find((one) => one.kind === 'game'),
        ),
      ],
      tokens: { count: 0, since: 0 },
    });
    lapse(game);
    expect(game.of('trialFailed')[0]?.why).toBe('late');
    expect(game.player('p1').tokens.count).toBe(0);
  });

  it('the guardian and the last throw: played by the clock, as a roll would', () => {
    for (const stage of ['guardian', 'throw'] as const) {
      const game = table();
      const final = { stage, won: [], lost: [] };
      const pending: Pending[] = [{ is: 'final', n: 99, stage, until: until(game, 30) }];
      game.state = { ...game.state, status: 'superGame' };
      game.set('p1', { cell: game.state.board.finish, final, pending });
      lapse(game);
      // A fight is played by the clock as well, round by round.
      for (let i = 0; i < 20 && game.player('p1').fight; i += 1) lapse(game);
      expect(game.of('stageEnded')[0]).toMatchObject({ player: 'p1', stage });
      expect(gone(game, 99)).toBe(true);
    }
  });

  it('a helper’s request: no', () => {
    const game = table();
    const item = Object.values(whole.items).find((one) => one.use)?.id ?? '';
    game.set('p1', { requests: [{ n: 98, by: 'v_x', item, targets: [], until: until(game, 60) }] });
    lapse(game);
    expect(game.player('p1').requests).toEqual([]);
    expect(game.of('helpAnswered')[0]?.yes).toBe(false);
  });

  it('an effect of minutes: over', () => {
    const game = table();
    const effect = { n: 98, effect: 'shaken', from: null, stacks: 1, rolls: null, turns: null };
    game.set('p1', { effects: [{ ...effect, until: until(game, 60) }] });
    lapse(game);
    expect(game.player('p1').effects).toEqual([]);
  });

  it('a turn of rounds: thrown by the clock, without boosters', () => {
    const game = table().set('p1', { dice: [12] });
    game.state = { ...game.state, turns: { player: 'p1', n: 1, until: until(game, 60), rolls: 0 } };
    lapse(game);
    expect(game.player('p1')).toMatchObject({ rolls: 1, dice: [12] });
    expect(game.state.turns?.player).toBe('p2');
  });

  it('is nobody’s before its time, and not in a pause', () => {
    const game = table();
    game.set('p1', {
      pending: [
        trial(
          game,
          find((one) => one.chat !== undefined),
        ),
      ],
    });
    expect(game.wait(29).refused({ type: 'expire' }, SYSTEM)).toBe('nothing-due');
    game.must({ type: 'pause' }, { by: 'admin' });
    expect(nextDeadline(game.state)).toBeNull();
    expect(game.wait(100).refused({ type: 'expire' }, SYSTEM)).toBe('not-running');
  });
});
