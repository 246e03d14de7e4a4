/** Figures that a pack may set, and that older packs do not have: boosters of the last throw, the lock by pace, dice for games. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { Table } from '../given.ts';
import type { Pace, Rules, TrialDef, Tunables } from '../rules.ts';
import type { Player } from '../state.ts';
import type { SuperGame } from './rules.ts';

const { rules: whole } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const plain: SuperGame = {
  need: 2,
  guardian: { fight: 'check', attribute: 'strength', tier: 7, harder: 0, mercy: 1 },
  chorus: { tags: ['crowd'], ease: 1, mercy: 0.2 },
  duel: { near: 0, bonus: 30, stakes: 0, perStake: 0 },
  points: [1],
};

function rulesWith(superGame: SuperGame, dice: Partial<Tunables['dice']> = {}): Rules {
  const { final } = whole.tunables;
  const { games: _named, ...usual } = whole.tunables.dice;
  const tunables = {
    ...whole.tunables,
    superGame,
    dice: { ...usual, ...dice },
    final: { ...final, lock: 240 },
  };
  const classes = Object.entries(whole.classes).map(([id, one]) => [id, { ...one, item: '', skill: 'none' }]);
  return { ...whole, tunables, classes: Object.fromEntries(classes), skills: {} };
}

/** p1 stands before the last throw, one stage won and one lost; the throw cannot be won. */
function throwing(superGame: SuperGame, dice: readonly number[], pace: Pace = 'session'): Table {
  const game = new Table({ rules: rulesWith(superGame), players: 4, setup: { pace } }).flat();
  const until = game.at + 30_000;
  const pending = [{ is: 'final', stage: 'throw', n: 700, until }] as Player['pending'];
  const final = { stage: 'throw', won: ['guardian'], lost: ['chorus'] } as const;
  game.set('p1', { cell: game.state.board.finish, camp: 10, dice, pending, final, bag: [] });
  game.state = { ...game.state, status: 'superGame' };
  game.must(
    { type: 'roll' },
    'p1',
    Array.from({ length: 20 }, () => 1),
  );
  return game;
}
const duel = (boosters: number): SuperGame => ({ ...plain, duel: { ...plain.duel, boosters } });
const own = (game: Table) => game.of('lastThrow')[0]?.own.map(({ sides }) => sides);

describe('the last throw', () => {
  it('takes the largest boosters along, as many as the rules allow; the others stay in the pouch', () => {
    const game = throwing(duel(2), [4, 12, 6, 8]);
    expect(own(game)).toEqual([4, 4, 4, 12, 8]);
    expect(game.player('p1').dice).toEqual([4, 6]);
  });

  it('takes none where none is allowed, and all where nothing is said', () => {
    const none = throwing(duel(0), [4, 12]);
    expect(own(none)).toEqual([4, 4, 4]);
    expect(none.player('p1').dice).toEqual([4, 12]);
    const all = throwing(plain, [4, 12]);
    expect(own(all)).toEqual([4, 4, 4, 4, 12]);
    expect(all.player('p1').dice).toEqual([]);
  });
});

describe('the shut finish', () => {
  const locked = { ...plain, lock: { minutes: 10, hours: 48 } };
  const wait = (game: Table) => game.player('p1').lockedUntil - game.at;

  it('is shut for minutes in an evening and for hours in a marathon', () => {
    expect(wait(throwing(locked, []))).toBe(10 * 60_000);
    expect(wait(throwing(locked, [], 'marathon'))).toBe(48 * 3_600_000);
  });

  it('is shut for as long as it used to be where the pack says nothing', () => {
    expect(wait(throwing(plain, [], 'marathon'))).toBe(240_000);
  });
});

describe('a finished video game', () => {
  /** Sides of the die that it brings, or null. */
  function dieFor(longest: number, games?: Tunables['dice']['games']): number | null {
    const trial = {
      ...Object.values(whole.trials).find(({ kind }) => kind === 'game')!,
      prize: 0,
      onPass: [],
    };
    const long: TrialDef = { ...trial, game: { genre: 'any', hours: [1, longest], difficulty: 1 } };
    const base = rulesWith(plain, games ? { games } : {});
    const rules = { ...base, trials: { ...base.trials, [long.id]: long } };
    const game = new Table({ rules, players: 4, setup: { pace: 'marathon' } }).flat();
    const pending = [
      { is: 'trial', trial: long.id, tier: 1, by: null, poll: null, done: null, n: 701, until: null },
    ];
    game.set('p1', { dice: [], pending: pending as unknown as Player['pending'] });
    game.must({ type: 'judge', player: 'p1', pass: true }, { by: 'admin' });
    return game.of('dieGained').find(({ player }) => player === 'p1')?.sides ?? null;
  }
  const games = [
    { hours: 6, sides: 3 },
    { hours: 24, sides: 6 },
  ];

  it('brings the die of the longest entry that its declared length is beyond', () => {
    expect([6, 7, 24, 25].map((hours) => dieFor(hours, games))).toEqual([null, 3, 3, 6]);
    expect(dieFor(90, [])).toBeNull();
  });

  it('brings what it used to where the pack says nothing', () => {
    expect([3, 4, 9, 21].map((hours) => dieFor(hours))).toEqual([null, 6, 8, 12]);
  });
});
