import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import type { Draws } from '../chance.ts';
import { keyedChance } from '../chance.ts';
import type { Command } from '../commands.ts';
import { nextDeadline } from '../deadlines.ts';
import { Table } from '../given.ts';
import type { Pace } from '../rules.ts';
import type { PlayerId } from '../state.ts';
import { settlesAt } from '../trials/polls.ts';
import { legalMoves, wakeAt } from './moves.ts';
import { chooseMove } from './policy.ts';
import { POLICIES, type Policy, policyOf, STYLES } from './style.ts';
import { effectWorth, worthOf } from './worth.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const luck = keyedChance(new Uint8Array(32).fill(7));

/** A table whose dice are thrown, not laid down. */
class Race extends Table {
  thoughts = 0;

  constructor(pace: Pace = 'session', mapSeed = 'bots') {
    super({ rules, players: 6, setup: { pace, mapSeed } });
  }

  draws(): Draws {
    this.thoughts += 1;
    return luck.draw(0, 'policy', this.thoughts);
  }

  say(player: PlayerId, command: Command): void {
    const draws = this.draws();
    this.must(
      command,
      player,
      Array.from({ length: 40 }, () => draws.int(1000)),
    );
  }

  /** Polls that nobody answers, deadlines, and time until somebody may act again. */
  pass(): boolean {
    const { grace } = rules.tunables.poll;
    const look = { state: this.state, rules, at: this.at };
    const polls = Object.values(this.state.polls).map((poll) => settlesAt(poll, grace));
    const wakes = this.state.order.map((id) => wakeAt(look, id) ?? Number.POSITIVE_INFINITY);
    const due = nextDeadline(this.state) ?? Number.POSITIVE_INFINITY;
    const next = Math.min(...polls, ...wakes, due);
    if (next === Number.POSITIVE_INFINITY) return false;
    this.at = Math.max(this.at + 1, next);
    for (const poll of Object.values(this.state.polls)) {
      if (settlesAt(poll, grace) <= this.at && this.state.polls[poll.id])
        this.must(
          { type: 'closePoll', poll: poll.id, totals: { 1: 3 }, voters: 3, root: '' },
          { by: 'system' },
        );
    }
    if ((nextDeadline(this.state) ?? Number.POSITIVE_INFINITY) <= this.at)
      this.must({ type: 'expire' }, { by: 'system' });
    return true;
  }

  get isOn(): boolean {
    return this.state.status === 'running' || this.state.status === 'superGame';
  }
}

/** Commands of each type that bots of one policy give in a whole evening. */
function evening(policy: Policy, mapSeed: string): Readonly<Record<string, number>> {
  const race = new Race('session', mapSeed);
  const said: Record<string, number> = {};
  for (let turns = 0; race.isOn && turns < 4000; turns += 1) {
    let moved = false;
    for (const id of race.state.order) {
      const look = { state: race.state, rules, at: race.at };
      const move: Command | null = race.isOn ? chooseMove(look, id, race.draws(), policy) : null;
      if (!move) continue;
      race.say(id, move);
      const key = move.type === 'propose' ? `propose ${move.kind}` : move.type;
      said[key] = (said[key] ?? 0) + 1;
      moved = true;
    }
    if (!moved && !race.pass()) break;
  }
  expect(race.state.status).toBe('finished');
  return said;
}

const total = (list: readonly Readonly<Record<string, number>>[], key: string): number =>
  list.reduce((sum, said) => sum + (said[key] ?? 0), 0);

describe('what a player may do', () => {
  it.each(['session', 'marathon'] as const)('is accepted, every bit of it, in a %s', (pace) => {
    const race = new Race(pace);
    const seen = new Set<string>();
    for (let step = 0; race.isOn && step < (pace === 'session' ? 700 : 200); step += 1) {
      let moved = false;
      for (const id of race.state.order) {
        const moves = race.isOn ? legalMoves({ state: race.state, rules, at: race.at }, id) : [];
        const draws = race.draws();
        const before = race.state;
        for (const move of moves) {
          // Each from the same state, then one of them in earnest.
          race.say(id, move);
          seen.add(move.type);
          race.state = before;
        }
        const chosen = moves[draws.int(Math.max(1, moves.length)) - 1];
        const rolls = moves.filter(({ type }) => type === 'roll' || type === 'done');
        const move = rolls[0] && draws.int(3) > 1 ? rolls[0] : chosen;
        if (!move) continue;
        race.say(id, move);
        moved = true;
      }
      if ((!moved || step % 3 === 0) && !race.pass()) break;
    }
    expect([...seen].sort()).toEqual(
      expect.arrayContaining([
        'betray',
        'declare',
        'decline',
        'giveUp',
        'leave',
        'propose',
        'roll',
        'use',
        'wear',
      ]),
    );
  });
});

describe('policies', () => {
  it('are mixed at every table, and the same for everybody who looks', () => {
    const race = new Race();
    const mixed = race.state.order.map((id) => policyOf(race.state, id));
    expect(new Set(mixed)).toEqual(new Set(POLICIES));
    const firsts = ['a', 'b', 'c', 'd', 'e', 'f'].map((mapSeed) =>
      policyOf({ ...race.state, mapSeed }, 'p1'),
    );
    expect(new Set(firsts).size).toBeGreaterThan(1);
  });

  it('play the same for the same chance', () => {
    const look = { state: new Race().state, rules, at: 1_000_000 };
    for (const policy of POLICIES) {
      const choose = () => chooseMove(look, 'p2', luck.draw(0, 'policy', 9), policy);
      expect(choose()).toEqual(choose());
    }
  });

  it('differ as their names say', () => {
    const seeds = ['one', 'two', 'three'];
    const by = Object.fromEntries(
      POLICIES.map((policy) => [policy, seeds.map((seed) => evening(policy, seed))]),
    );
    const of = (policy: Policy, key: string) => total(by[policy] ?? [], key);
    expect(of('hostile', 'declare')).toBeGreaterThan(0);
    expect(of('cautious', 'declare') + of('diplomatic', 'declare')).toBe(0);
    expect(of('diplomatic', 'propose alliance')).toBeGreaterThan(of('hostile', 'propose alliance'));
    expect(of('cautious', 'propose truce')).toBeGreaterThan(0);
    expect(of('hostile', 'propose truce')).toBe(0);
    expect(of('greedy', 'use')).toBeGreaterThan(0);
  });
});

describe('what content is worth', () => {
  const race = new Race();
  const eye = {
    state: race.state,
    rules,
    self: 'p1',
    target: 'p2',
    weight: (id: PlayerId) => (id === 'p1' ? 1 : -0.5),
  };

  it('counts cells, gold and health by the price list', () => {
    expect(worthOf([{ op: 'move', by: 3, on: 'self' }], eye)).toBe(3);
    expect(worthOf([{ op: 'gold', by: 20, on: 'self' }], eye)).toBe(2);
    expect(worthOf([{ op: 'move', by: -4 }], eye)).toBe(2);
    race.set('p1', { hp: 1 });
    expect(worthOf([{ op: 'heal', percent: 40, on: 'self' }], { ...eye, state: race.state })).toBe(2);
  });

  it('takes from the one and gives to the other', () => {
    const rich = { ...eye, state: race.set('p2', { gold: 50 }).state };
    expect(worthOf([{ op: 'steal', what: 'gold', by: 20 }], rich)).toBe(3);
    expect(worthOf([{ op: 'swap' }], rich)).toBeCloseTo(0);
  });

  it('takes the better side of a choice, and the middle of a coin', () => {
    const options = [{ do: [{ op: 'move', by: 1 }] }, { do: [{ op: 'move', by: 4 }] }] as const;
    const own = { ...eye, target: 'p1' };
    expect(worthOf([{ op: 'choose', options, fallback: 1 }], own)).toBe(4);
    const [{ do: heads }, { do: tails }] = options;
    expect(worthOf([{ op: 'coin', heads, tails }], own)).toBe(2.5);
  });

  it('knows good effects from bad ones', () => {
    for (const def of Object.values(rules.effects).filter(({ hooks, stats }) => !hooks && !stats?.roll)) {
      const worth = effectWorth(def);
      if (def.polarity === 'positive') expect(worth).toBeGreaterThan(0);
      if (def.polarity === 'negative') expect(worth).toBeLessThan(0);
    }
  });

  it('keeps more for the end, the more careful the style', () => {
    expect(STYLES.cautious.reserve).toBeGreaterThan(STYLES.greedy.reserve);
  });
});
