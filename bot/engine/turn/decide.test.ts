import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { Table } from '../given.ts';
import { isRefusal } from '../refusal.ts';
import type { Rules } from '../rules.ts';
import { landingOdds } from './odds.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
/** Without class items, so that dice are only dice. */
const bare: Rules = {
  ...rules,
  classes: Object.fromEntries(
    Object.entries(rules.classes).map(([id, one]) => [id, { ...one, item: '', skill: 'none' }]),
  ),
  skills: Object.fromEntries(
    Object.keys(rules.skills).map((id) => [id, { ...rules.skills[id], stats: {}, hooks: [] }]),
  ) as Rules['skills'],
};
const table = () => new Table({ rules: bare });

describe('rolling', () => {
  it('throws three d4, spends the token, walks and lands', () => {
    const game = table();
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(game.of('rolled')[0]).toMatchObject({
      total: 3,
      dice: [
        { sides: 4, value: 1 },
        { sides: 4, value: 1 },
        { sides: 4, value: 1 },
      ],
    });
    expect(game.of('moved')[0]?.path.length).toBe(game.of('moved')[0]?.path.at(-1));
    expect(game.player('p1').tokens.count).toBe(0);
    expect(game.of('landed')).toHaveLength(1);
  });

  it('is refused without a token, with the seconds to wait, and draws nothing', () => {
    const game = table();
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    game.set('p1', { pending: [] });
    const before = JSON.stringify(game.state);
    expect(game.when({ type: 'roll' })).toMatchObject({
      code: 'no-roll',
      args: { wait: rules.tunables.tokens.every },
    });
    expect(JSON.stringify(game.state)).toBe(before);
  });

  it('gives a token each time the seconds of the rules are over, and keeps two', () => {
    const { every, keep } = rules.tunables.tokens;
    /** Rolls one after another, from an empty hand, when so much time has passed. */
    const after = (seconds: number) => {
      const game = table();
      game.set('p1', { tokens: { count: 0, since: game.at } }).wait(seconds);
      let rolls = 0;
      while (!isRefusal(game.when({ type: 'roll' }, 'p1', [1, 1, 1]))) {
        game.set('p1', { cell: 0, pending: [] });
        rolls += 1;
      }
      return rolls;
    };
    expect(keep).toBe(2);
    expect([every - 1, every, 2 * every, 9 * every].map(after)).toEqual([0, 1, 2, 2]);
  });

  it('throws boosters along once, and only those in the pouch', () => {
    const game = table().set('p1', { dice: [8] });
    expect(game.refused({ type: 'roll', dice: [20] })).toBe('no-die');
    expect(game.refused({ type: 'roll', dice: [8, 8] })).toBe('no-die');
    game.must({ type: 'roll', dice: [8] }, 'p1', [1, 1, 1, 5]);
    expect(game.of('rolled')[0]).toMatchObject({ total: 8, spent: [8] });
    expect(game.player('p1').dice).toEqual([]);
  });

  it('logs every number with its seat, purpose and counter', () => {
    const game = table();
    game.must({ type: 'roll' }, 'p2', [4, 3, 2]);
    expect(game.of('drawn')[0]).toEqual({
      type: 'drawn',
      player: 'p2',
      purpose: 'roll',
      n: 0,
      sides: [4, 4, 4],
      values: [4, 3, 2],
    });
    expect(game.player('p2').draws.roll).toBe(1);
  });

  it('is refused while something waits for an answer', () => {
    const game = table();
    game.set('p1', {
      pending: [{ is: 'fork', n: 99, until: game.at + 5000, cell: 1, left: 2, ways: [2, 3] }],
    });
    expect(game.refused({ type: 'roll' })).toBe('busy');
  });
});

describe('forks', () => {
  const forked = () => {
    const game = table();
    const fork = game.state.board.cells.find((cell) => cell.next.length > 1 && cell.way === 'main');
    if (!fork) throw new Error('this map has no fork');
    game.set('p1', { cell: fork.id });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    return { game, fork };
  };

  it('ask for a way, and go it', () => {
    const { game, fork } = forked();
    expect(game.player('p1').pending[0]).toMatchObject({ is: 'fork', left: 3, ways: fork.next });
    expect(game.refused({ type: 'go', way: 9 })).toBe('bad-way');
    game.must({ type: 'go', way: 2 }, 'p1', [1, 1, 1, 1]);
    expect(game.of('moved')[0]?.path[0]).toBe(fork.next[1]);
  });

  it('take the main way when nobody answers in time', () => {
    const { game, fork } = forked();
    expect(game.refused({ type: 'expire' }, 'p1')).toBe('not-admin');
    expect(game.when({ type: 'expire' }, { by: 'system' })).toMatchObject({ code: 'nothing-due' });
    game.wait(rules.tunables.fork.seconds);
    game.must({ type: 'expire' }, { by: 'system' }, [1, 1, 1, 1]);
    expect(game.of('moved')[0]?.path[0]).toBe(fork.next[0]);
  });
});

/** Guardians that only a perfect throw passes, under rules without fights. */
const hard = () => {
  const { combat: _fights, ...unfought } = bare.tunables;
  const tunables = { ...unfought, gate: { difficulty: 15, mercy: 1 } };
  const game = new Table({ rules: { ...bare, tunables } }).flat({ 12: 'gate' });
  const attributes = { strength: 0, agility: 0, endurance: 0, mind: 0, luck: 0 };
  for (const id of game.state.order) game.set(id, { attributes, classId: '' });
  return game;
};

describe('gates', () => {
  it('stop everybody until the guardian is passed, then stay open for all', () => {
    const game = hard();
    const gate = game.cell('gate');
    game.set('p1', { cell: gate - 1 });
    game.must({ type: 'roll' }, 'p1', [4, 4, 4, 1, 1, 1, 1]);
    expect(game.player('p1').cell).toBe(gate);
    expect(game.of('gateHeld')).toHaveLength(1);
    game.set('p1', { pending: [], hp: 40, cell: gate, tokens: { count: 2, since: game.at } });
    game.must({ type: 'roll' }, 'p1', [2, 2, 2, 1, 4, 4, 4, 4]);
    expect(game.state.opened).toContain(gate);
    expect(game.of('moved').length).toBeGreaterThan(0);
    game.set('p2', { cell: gate - 1 });
    game.must({ type: 'roll' }, 'p2', [1, 1, 1, 1]);
    expect(game.of('moved')[0]?.path).toContain(gate + 1);
  });

  it('get easier with each failed attempt', () => {
    const game = hard();
    const gate = game.cell('gate');
    const needs: number[] = [];
    for (let i = 0; i < 2; i += 1) {
      game.set('p1', { cell: gate, hp: 60, pending: [], tokens: { count: 2, since: game.at }, effects: [] });
      game.must({ type: 'roll' }, 'p1', [1, 1, 1, 1, 1, 1, 1]);
      needs.push(game.of('checked')[0]?.need ?? 0);
    }
    expect(needs[1]).toBe((needs[0] as number) - 1);
  });
});

describe('the last throw under rules without stages', () => {
  const facing = () => {
    const { superGame: _stages, ...tunables } = bare.tunables;
    const game = new Table({ rules: { ...bare, tunables } });
    game.set('p1', { cell: game.state.board.finish - 1, camp: 10, dice: [20] });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    return game;
  };

  it('opens the super game at the finish', () => {
    const game = facing();
    expect(game.state.status).toBe('superGame');
    expect(game.player('p1').pending[0]?.is).toBe('final');
  });

  it('won, ends the game with places', () => {
    const game = facing();
    game.must({ type: 'roll' }, 'p1', [4, 4, 4, 20, 1, 1, 1]);
    expect(game.state).toMatchObject({ status: 'finished', winner: 'p1' });
    expect(game.state.places).toEqual(['p1', 'p2', 'p3', 'p4']);
    expect(game.refused({ type: 'roll' }, 'p2')).toBe('not-running');
    for (const id of game.state.order) expect(game.player(id).pending).toEqual([]);
  });

  it('lost, costs the boosters, goes back to the camp and shuts the finish for a while', () => {
    const game = facing();
    game.must({ type: 'roll' }, 'p1', [1, 1, 1, 1, 4, 4, 4]);
    expect(game.player('p1')).toMatchObject({ cell: 10, dice: [], finalTries: 1 });
    expect(game.state.status).toBe('running');
    game.set('p1', { cell: game.state.board.finish - 1, tokens: { count: 1, since: game.at } });
    expect(game.when({ type: 'roll' })).toMatchObject({
      code: 'finish-locked',
      args: { wait: rules.tunables.final.lock },
    });
    game.wait(rules.tunables.final.lock);
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(game.state.status).toBe('superGame');
  });

  it('is thrown by the clock when nobody throws', () => {
    const game = facing().wait(rules.tunables.final.seconds);
    game.must({ type: 'expire' }, { by: 'system' }, [4, 4, 4, 20, 1, 1, 1]);
    expect(game.state.status).toBe('finished');
  });
});

describe('odds', () => {
  it('are exact for three d4 from the start, and sum to one', () => {
    const game = table();
    const odds = landingOdds({ state: game.state, rules: bare, player: 'p1', boosters: [] });
    expect(odds.reduce((sum, one) => sum + one.chance, 0)).toBeCloseTo(1, 12);
    const of = (cell: number) => odds.find((one) => one.cell === cell)?.chance;
    expect(of(3)).toBeCloseTo(1 / 64, 12);
    expect(of(7)).toBeCloseTo(12 / 64, 12);
  });

  it('know boosters, and gates that stop', () => {
    const game = table();
    const gate = game.cell('gate');
    game.set('p1', { cell: gate - 1 });
    const odds = landingOdds({ state: game.state, rules: bare, player: 'p1', boosters: [8] });
    expect(odds).toEqual([{ cell: gate, chance: expect.closeTo(1, 9) }]);
  });
});

describe('pauses', () => {
  it('stop every clock', () => {
    const game = table();
    game.set('p1', {
      pending: [{ is: 'fork', n: 99, until: game.at + 5000, cell: 1, left: 2, ways: [2, 3] }],
    });
    game.must({ type: 'pause' }, { by: 'admin' });
    expect(game.refused({ type: 'roll' }, 'p2')).toBe('not-running');
    game.wait(100);
    game.must({ type: 'resume' }, { by: 'admin' });
    expect(game.player('p1').pending[0]?.until).toBe(1_000_000 + 5000 + 100_000);
    expect(game.when({ type: 'roll' }, 'p2', [1, 1, 1])).not.toHaveProperty('refused');
  });
});
