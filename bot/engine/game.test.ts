/** Whole games by practice bots: what must hold whatever happens. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../adapters/content/json.ts';
import { loadContent } from '../content/load.ts';
import { wakeAt } from './bots/moves.ts';
import { chooseMove } from './bots/policy.ts';
import { keyedChance } from './chance.ts';
import type { Actor, Command } from './commands.ts';
import { nextDeadline } from './deadlines.ts';
import { decide } from './decide.ts';
import { maxHp, slots } from './effects/derive.ts';
import type { GameEvent } from './events.ts';
import { fold, initialState } from './evolve.ts';
import { isRefusal } from './refusal.ts';
import type { Pace } from './rules.ts';
import type { GameState, Setup } from './state.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });

interface Played {
  readonly state: GameState;
  readonly setup: Setup;
  readonly log: readonly { at: number; events: readonly GameEvent[] }[];
}

/** Votes come out as this seeded crowd pleases. */
function play(
  seed: string,
  players: number,
  pace: Pace,
  check: (state: GameState) => void = () => {},
): Played {
  const setup: Setup = { game: 'g', mapSeed: seed, size: 'S', pace, lang: 'en', ranked: false };
  const chance = keyedChance(sha256(utf8ToBytes(`dice ${seed}`)));
  const minds = keyedChance(sha256(utf8ToBytes(`minds ${seed}`)));
  let state = initialState(setup, rules);
  let at = 1000;
  let thoughts = 0;
  const log: { at: number; events: readonly GameEvent[] }[] = [];
  const act = (as: Actor, command: Command) => {
    const result = decide(state, { at, as, command }, { rules, chance });
    if (isRefusal(result))
      throw new Error(`${command.type} refused: ${result.code} ${JSON.stringify(result.args)}`);
    log.push({ at, events: result.events });
    state = result.state;
    check(state);
  };
  for (let i = 1; i <= players; i += 1)
    act({ by: 'admin' }, { type: 'join', player: `p${i}`, kind: 'bot', lang: 'en' });
  for (const player of state.order) act({ by: 'player', player }, { type: 'ready' });
  act({ by: 'admin' }, { type: 'start' });
  const over = () => state.status === 'finished';
  for (let steps = 0; steps < 20_000 && !over(); steps += 1) {
    let moved = false;
    for (const player of state.order) {
      if (over()) break;
      thoughts += 1;
      const move = chooseMove({ state, rules, at }, player, minds.draw(0, 'policy', thoughts));
      if (move) act({ by: 'player', player }, move);
      moved ||= move !== null;
    }
    if (moved || over()) continue;
    const polls = Object.values(state.polls);
    const times = [
      nextDeadline(state),
      ...state.order.map((id) => wakeAt({ state, rules, at }, id)),
      ...polls.map((poll) => poll.closes),
    ];
    at = Math.max(at + 1, Math.min(...times.filter((time) => time !== null)));
    for (const poll of polls) {
      if (poll.closes > at || !state.polls[poll.id]) continue;
      thoughts += 1;
      const crowd = minds.draw(0, 'policy', thoughts);
      const totals: Record<string, number> = {
        median: crowd.int(400),
        1: crowd.int(9),
        2: crowd.int(9),
        3: crowd.int(9),
      };
      act(
        { by: 'system' },
        { type: 'closePoll', poll: poll.id, totals, voters: crowd.int(20) - 1, root: '' },
      );
    }
    const due = nextDeadline(state);
    if (due !== null && due <= at) act({ by: 'system' }, { type: 'expire' });
  }
  return { state, setup, log };
}

/** What may never be broken, by any command. */
function invariants(state: GameState): void {
  const numbers = new Set<number>();
  for (const id of state.order) {
    const player = state.players[id];
    if (!player) throw new Error(`${id} has gone`);
    const { gold, hp, influence, tokens, bag } = player;
    expect([gold, hp, influence, tokens.count].every((value) => Number.isInteger(value) && value >= 0)).toBe(
      true,
    );
    expect(player.dice.length).toBeLessThanOrEqual(rules.tunables.dice.pouch);
    expect(state.board.cells[player.cell]?.id).toBe(player.cell);
    expect(bag.length).toBeLessThanOrEqual(Math.max(slots(player, rules), rules.tunables.bag.slots));
    if (state.status !== 'lobby') expect(hp).toBeLessThanOrEqual(Math.max(maxHp(player, rules), hp));
    const trials = player.pending.filter((one) => one.is === 'trial');
    expect(trials.length).toBeLessThanOrEqual(rules.tunables.trials.queued + 2);
    for (const one of [...bag, ...player.effects, ...player.pending]) {
      expect(numbers.has(one.n)).toBe(false);
      numbers.add(one.n);
    }
    for (const { item } of bag) expect(rules.items[item]).toBeDefined();
    const first = player.pending[0];
    if (first && state.status !== 'lobby') expect(first.until).not.toBeNull();
  }
  for (const poll of Object.values(state.polls)) {
    // A duel has a vote in the other chat too.
    expect(state.players[poll.owner ?? poll.player]?.pending.some((one) => one.n === poll.pending)).toBe(
      true,
    );
  }
  for (const def of Object.values(rules.items).filter((item) => item.unique)) {
    const owners = state.order.filter((id) => state.players[id]?.bag.some((got) => got.item === def.id));
    expect(owners.length).toBeLessThanOrEqual(1);
  }
}

const games = fc.record({ seed: fc.string({ maxLength: 8 }), players: fc.integer({ min: 4, max: 8 }) });

describe('every game', () => {
  it('ends with a winner, keeps the invariants after each command, and no bot is ever refused', () => {
    fc.assert(
      fc.property(games, ({ seed, players }) => {
        const { state } = play(seed, players, 'session', invariants);
        expect(state.status).toBe('finished');
        expect(state.places).toHaveLength(players);
        expect(state.places[0]).toBe(state.winner);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('in a marathon too', () => {
    for (const seed of ['a', 'b', 'c'])
      expect(play(seed, 4, 'marathon', invariants).state.status).toBe('finished');
  }, 60_000);

  it('is the same from its events alone', () => {
    const { state, setup, log } = play('replay', 6, 'session');
    const replayed = log.reduce((now, line) => fold(now, line.at, line.events), initialState(setup, rules));
    expect(JSON.stringify(replayed)).toBe(JSON.stringify(state));
  });

  it('is the same from the same seed, and another from another', () => {
    const text = (seed: string) => JSON.stringify(play(seed, 5, 'session').log);
    expect(text('same')).toBe(text('same'));
    expect(text('same')).not.toBe(text('other'));
  });
});

describe('dice', () => {
  it('of one seat do not depend on what others do', () => {
    const { log } = play('order', 4, 'session');
    const drawn = log.flatMap((line) => line.events).filter((event) => event.type === 'drawn');
    const chance = keyedChance(sha256(utf8ToBytes('dice order')));
    expect(drawn.length).toBeGreaterThan(20);
    for (const event of drawn) {
      const draws = chance.draw(Number(event.player.slice(1)), event.purpose, event.n);
      expect(event.sides.map((sides) => draws.int(sides))).toEqual(event.values);
    }
  });

  it('are even: every face of a d4 and a d20 stays within four standard deviations', () => {
    const chance = keyedChance(sha256(utf8ToBytes('even')));
    const throws = 60_000;
    for (const sides of [4, 20]) {
      const counts = new Array<number>(sides).fill(0);
      for (let n = 0; n < throws; n += 1) {
        const face = chance.draw(2, 'roll', n).int(sides) - 1;
        counts[face] = (counts[face] ?? 0) + 1;
      }
      const deviation = Math.sqrt(throws * (1 / sides) * (1 - 1 / sides));
      for (const count of counts) expect(Math.abs(count - throws / sides)).toBeLessThan(4 * deviation);
    }
  });
});
