/** `rounds`: players in seat order, with a timer. */

import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { legalMoves, wakeAt } from '../bots/moves.ts';
import { chooseMove } from '../bots/policy.ts';
import { keyedChance } from '../chance.ts';
import type { Actor, Command } from '../commands.ts';
import { nextDeadline } from '../deadlines.ts';
import { decide } from '../decide.ts';
import { fold, initialState } from '../evolve.ts';
import { loaded, Table } from '../given.ts';
import { isRefusal } from '../refusal.ts';
import type { Pending } from '../state.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const SECONDS = rules.tunables.time?.rounds.seconds ?? 0;
const SYSTEM = { by: 'system' } as const;
const ADMIN = { by: 'admin' } as const;

/** A table whose referee has chosen rounds in the lobby; a flat map, so that a roll asks for nothing. */
const rounds = () => {
  const game = new Table({ rules }).flat();
  const turns = { player: 'p1', n: 1, until: game.at + SECONDS * 1000, rolls: 0 };
  game.state = { ...game.state, turns };
  return game;
};
const fork = (game: Table): Pending => ({
  ...{ is: 'fork', n: 99, cell: 1, left: 2, ways: [2] },
  until: game.at + 20_000,
});

/** Four practice bots, from the start to the end; every roll with the turn it was made in. */
function race(seed: string): {
  readonly order: readonly string[];
  readonly refusals: number;
  readonly over: boolean;
} {
  const setup = { game: 'g', mapSeed: seed, size: 'S', pace: 'session', lang: 'en', ranked: false } as const;
  const chance = keyedChance(sha256(utf8ToBytes(seed)));
  const ids = ['p1', 'p2', 'p3', 'p4'];
  const order: string[] = [];
  let state = initialState(setup, rules);
  let at = 1000;
  let refusals = 0;
  let thoughts = 0;
  const act = (as: Actor, command: Command) => {
    const result = decide(state, { at, as, command }, { rules, chance });
    if (isRefusal(result)) refusals += 1;
    else {
      state = result.state;
      for (const event of result.events) if (event.type === 'rolled') order.push(event.player);
    }
  };
  for (const player of ids) act(ADMIN, { type: 'join', player, kind: 'bot', lang: 'en' });
  act(ADMIN, { type: 'turnOrder', order: 'rounds' });
  for (const player of ids) act({ by: 'player', player }, { type: 'ready' });
  act(ADMIN, { type: 'start' });
  const over = () => state.status === 'finished';
  for (let steps = 0; steps < 20_000 && !over(); steps += 1) {
    let moved = false;
    for (const player of ids) {
      thoughts += 1;
      const move = chooseMove({ state, rules, at }, player, chance.draw(0, 'policy', thoughts));
      if (move) act({ by: 'player', player }, move);
      moved ||= move !== null;
      if (over()) break;
    }
    if (moved || over()) continue;
    const wakes = ids.map((id) => wakeAt({ state, rules, at }, id));
    const polls = Object.values(state.polls);
    const times = [nextDeadline(state), ...wakes, ...polls.map(({ closes }) => closes)];
    at = Math.max(at + 1, Math.min(...times.filter((time) => time !== null)));
    for (const { id, closes } of polls) {
      if (closes > at || !state.polls[id]) continue;
      act(SYSTEM, { type: 'closePoll', poll: id, totals: { 1: 3, 2: 4, median: 9 }, voters: 7, root: '' });
    }
    const due = nextDeadline(state);
    if (due !== null && due <= at) act(SYSTEM, { type: 'expire' });
  }
  return { order, refusals, over: over() };
}

describe('rounds', () => {
  it('end as every game does, and no bot is ever refused', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const { order, refusals, over } = race(seed);
      expect([over, refusals]).toEqual([true, 0]);
      expect(order.slice(0, 8)).toEqual(['p1', 'p2', 'p3', 'p4', 'p1', 'p2', 'p3', 'p4']);
    }
  }, 30_000);

  it('are chosen by the referee in the lobby, and begin with the lowest seat', () => {
    const setup = { game: 'g', mapSeed: 'r', size: 'S', pace: 'session', lang: 'en', ranked: false } as const;
    let state = initialState(setup, rules);
    const say = (command: Command, player?: string) => {
      const as = player ? ({ by: 'player', player } as const) : ADMIN;
      const result = decide(state, { at: 5000, as, command }, { rules, chance: loaded([]) });
      if (isRefusal(result)) return result.code;
      expect(JSON.stringify(fold(state, 5000, result.events))).toBe(JSON.stringify(result.state));
      state = result.state;
      return 'ok';
    };
    const ids = ['p1', 'p2', 'p3', 'p4'];
    for (const player of ids) say({ type: 'join', player, kind: 'person', lang: 'en' });
    expect(say({ type: 'turnOrder', order: 'rounds' }, 'p1')).toBe('not-admin');
    expect(say({ type: 'turnOrder', order: 'rounds' })).toBe('ok');
    expect(state.turns).toMatchObject({ player: null, n: 0 });
    for (const player of ids) say({ type: 'ready' }, player);
    say({ type: 'start' });
    expect(state.turns).toEqual({ player: 'p1', n: 1, until: 5000 + SECONDS * 1000, rolls: 0 });
    expect(say({ type: 'turnOrder', order: 'free' })).toBe('not-lobby');
  });

  it('are for evening games', () => {
    const setup = {
      game: 'g',
      mapSeed: 'r',
      size: 'S',
      pace: 'marathon',
      lang: 'en',
      ranked: false,
    } as const;
    const state = initialState(setup, rules);
    const command = { type: 'turnOrder', order: 'rounds' } as const;
    const result = decide(state, { at: 5, as: ADMIN, command }, { rules, chance: loaded([]) });
    expect(result).toMatchObject({ code: 'rounds-evening' });
  });

  it('let only the one whose turn it is roll', () => {
    const game = rounds();
    expect(game.when({ type: 'roll' }, 'p2')).toMatchObject({
      code: 'not-your-turn',
      args: { player: 'p1', wait: SECONDS },
    });
    expect(
      legalMoves({ state: game.state, rules, at: game.at }, 'p2').some(({ type }) => type === 'roll'),
    ).toBe(false);
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(game.player('p1').cell).toBeGreaterThan(0);
  });

  it('go by seat, and come round again', () => {
    const game = rounds();
    for (const id of ['p1', 'p2', 'p3', 'p4']) {
      expect(game.state.turns?.player).toBe(id);
      game.must({ type: 'roll' }, id, [1, 1, 1]);
    }
    expect(game.state.turns).toMatchObject({ player: 'p1', n: 5 });
  });

  it('give one roll a turn, and none by waiting', () => {
    const game = rounds();
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    game.wait(30);
    expect(game.player('p2').tokens.count).toBe(1);
    for (const id of ['p2', 'p3', 'p4']) game.must({ type: 'roll' }, id, [1, 1, 1]);
    expect(game.player('p1').tokens).toMatchObject({ count: 1 });
    expect(game.refused({ type: 'roll' }, 'p2')).toBe('not-your-turn');
  });

  it('wait for what the roll has asked, within the timer', () => {
    const game = rounds();
    game.set('p1', { pending: [fork(game)], rolls: 1 });
    game.must({ type: 'coin' }, 'p1');
    expect(game.state.turns?.player).toBe('p1');
    game.must({ type: 'go', way: 1 }, 'p1');
    expect(game.state.turns?.player).toBe('p2');
  });

  it('pass on when the timer ends although a question is open; it keeps its own deadline', () => {
    const game = rounds();
    game.set('p1', { rolls: 1 });
    game.wait(SECONDS).set('p1', { pending: [fork(game)] });
    game.must({ type: 'expire' }, SYSTEM);
    expect(game.state.turns?.player).toBe('p2');
    expect(game.player('p1').pending).toHaveLength(1);
  });

  it('take nobody’s turn away: when time is up the clock throws, without boosters', () => {
    const game = rounds().set('p1', { dice: [20] });
    expect(nextDeadline(game.state)).toBe(game.at + SECONDS * 1000);
    game.wait(SECONDS).must({ type: 'expire' }, SYSTEM, [1, 2, 1]);
    expect(game.of('rolled')[0]).toMatchObject({ player: 'p1', total: expect.any(Number), spent: [] });
    expect(game.player('p1')).toMatchObject({ rolls: 1, dice: [20] });
    expect(game.state.turns?.player).toBe('p2');
  });

  it('let a question that stands before the roll be answered first', () => {
    const game = rounds();
    game.wait(SECONDS).set('p1', { pending: [fork(game)] });
    game.must({ type: 'expire' }, SYSTEM);
    expect(game.state.turns).toMatchObject({ player: 'p1', n: 1, until: game.at + 21_000 });
    expect(game.player('p1').rolls).toBe(0);
  });

  it('pass over whoever stands before a shut finish or in the super game', () => {
    const game = rounds();
    game.set('p2', { cell: game.state.board.finish - 1, lockedUntil: game.at + 900_000 });
    game.set('p3', { final: { stage: 'guardian', won: [], lost: [] } });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(game.state.turns?.player).toBe('p4');
  });

  it('never stand still: with everybody locked out the turn goes round by the timer', () => {
    const game = rounds();
    for (const id of game.state.order)
      game.set(id, { cell: game.state.board.finish - 1, lockedUntil: game.at + 900_000 });
    const seen = [];
    for (let i = 0; i < 4; i += 1) {
      game.wait(SECONDS).must({ type: 'expire' }, SYSTEM);
      seen.push(game.state.turns?.player);
    }
    expect(seen).toEqual(['p2', 'p3', 'p4', 'p1']);
  });

  it('stop with a pause, and go on with the same time left', () => {
    const game = rounds().wait(10);
    game.must({ type: 'pause' }, ADMIN);
    game.wait(100).must({ type: 'resume' }, ADMIN);
    expect(game.state.turns?.until).toBe(game.at + (SECONDS - 10) * 1000);
  });

  it('are absent unless chosen: nobody waits for anybody', () => {
    const game = new Table({ rules }).flat();
    for (const id of ['p3', 'p1', 'p4']) game.must({ type: 'roll' }, id, [1, 1, 1]);
    expect(game.player('p3').cell).toBeGreaterThan(0);
  });
});
