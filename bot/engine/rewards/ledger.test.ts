/** GAME.md 7: viewers trigger trials; limits; every redemption ends as applied or returned. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { nextDeadline } from '../deadlines.ts';
import { fold } from '../evolve.ts';
import { earnedBy, needed } from '../trials/equaliser.ts';
import { ADMIN, SYSTEM, TrialTable, trialOf, viewer } from '../trials/given.ts';
import { holdOf } from '../trials/limits.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const quiz = trialOf('q', { chat: { game: 'quiz', seconds: 20, options: 2, answer: 1 } });
const wish = (n: number) => ({ type: 'redeem', redemption: `twitch:${n}`, reward: 'dare' }) as const;
const table = () => new TrialTable(rules, [quiz]);
const ends = (game: TrialTable) =>
  game.of('redeemed').map(({ redemption, outcome, why }) => [redemption, outcome, why]);

/** One trial runs, a second is paid for and queues. */
function held(): TrialTable {
  const game = table();
  game.must(wish(1), viewer('v_a'));
  expect(ends(game)).toEqual([['twitch:1', 'applied', 'applied']]);
  game.must(wish(2), viewer('v_b'));
  return game;
}

describe('a paid trial', () => {
  it('that has to queue is neither applied nor returned until its turn comes', () => {
    const game = held();
    expect(ends(game)).toEqual([]);
    expect(game.state.held?.['twitch:2']).toMatchObject({
      player: 'p1',
      viewer: 'v_b',
      until: game.at + holdOf(rules),
    });
    expect(game.state.unsettled['twitch:2']).toBeUndefined();
    expect(game.refused(wish(2), viewer('v_b'))).toBe('redeemed-already');
    game.count({ 1: 1 }, 1);
    while (game.player('p1').pending[0]?.is === 'choice') game.lapse(nextDeadline(game.state));
    expect(game.state.held).toEqual({});
    expect(game.state.unsettled['twitch:2']).toEqual({ player: 'p1', outcome: 'applied' });
  });

  it('is returned when the game ends before', () => {
    const game = held();
    game.must({ type: 'cancel' }, ADMIN);
    expect(ends(game)).toEqual([['twitch:2', 'returned', 'ended']]);
    expect(game.state.unsettled['twitch:2']).toEqual({ player: 'p1', outcome: 'returned' });
    expect(game.state.held).toEqual({});
  });

  it('is returned when its turn does not come in time, and leaves the queue', () => {
    const game = held();
    const until = game.state.held?.['twitch:2']?.until ?? 0;
    game.set('p1', {
      pending: game.player('p1').pending.map((one, i) => (i === 0 ? { ...one, until: until + 1 } : one)),
    });
    game.lapse(until);
    expect(ends(game)).toEqual([['twitch:2', 'returned', 'waited']]);
    expect(game.waiting()).toEqual(['q']);
  });

  it('waits through a pause without losing time', () => {
    const game = held();
    const until = game.state.held?.['twitch:2']?.until ?? 0;
    game.must({ type: 'pause' }, ADMIN);
    game.wait(1000).must({ type: 'resume' }, ADMIN);
    expect(game.state.held?.['twitch:2']?.until).toBe(until + 1_000_000);
  });

  it('survives a crash: what is held follows from the log', () => {
    const game = table();
    game.must(wish(1), viewer('v_a'));
    const before = game.state;
    const events = game.must(wish(2), viewer('v_b'));
    expect(fold(before, game.at, events).held).toEqual(game.state.held);
    expect(JSON.parse(JSON.stringify(game.state)).held).toEqual(game.state.held);
  });

  it('has the limits of trials for influence: per viewer and per player, and says why', () => {
    const game = table();
    game.must(wish(1), viewer('v_a'));
    game.must(wish(2), viewer('v_a'));
    expect(ends(game)).toEqual([['twitch:2', 'returned', 'often']]);
    game.must(wish(3), viewer('v_b'));
    game.must(wish(4), viewer('v_c'));
    game.set('p1', { pending: [], influence: 100 });
    game.must(wish(5), viewer('v_d'));
    expect(ends(game)).toContainEqual(['twitch:5', 'returned', 'often']);
    expect(game.refused({ type: 'challenge' }, viewer('v_e'))).toBe('challenge-often');
    game.wait(rules.tunables.challenge.window + 1).must(wish(6), viewer('v_a'));
    expect(ends(game)).toEqual([['twitch:6', 'applied', 'applied']]);
  });

  it('is returned when no trial fits', () => {
    const game = new TrialTable(rules, []);
    game.must(wish(1), viewer('v_a'));
    expect(ends(game)).toEqual([['twitch:1', 'returned', 'no-trial']]);
  });
});

describe('every redemption ends once, whatever happens', () => {
  const step = fc.oneof(
    fc.record({
      is: fc.constant('wish' as const),
      by: fc.integer({ min: 0, max: 5 }),
      to: fc.constantFrom('p1', 'p2'),
    }),
    fc.record({ is: fc.constantFrom('count', 'expire', 'drop', 'pause', 'resume', 'roll', 'wait') }),
  );
  it('over random evenings', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const game = table();
        const made: string[] = [];
        const ended: string[] = [];
        const note = () => ended.push(...game.of('redeemed').map(({ redemption }) => redemption));
        const attempt = (run: () => unknown) => {
          game.events = [];
          run();
          note();
        };
        for (const one of steps) {
          game.wait(7);
          if (one.is === 'wish') {
            const redemption = `kick:${made.length}`;
            made.push(redemption);
            attempt(() =>
              game.must({ type: 'redeem', redemption, reward: 'dare' }, viewer(`v_${one.by}`, one.to)),
            );
          } else if (one.is === 'wait') game.wait(120);
          else if (one.is === 'count') {
            const poll = Object.values(game.state.polls)[0];
            if (!poll) continue;
            game.at = Math.max(game.at, poll.closes);
            attempt(() =>
              game.when({ type: 'closePoll', poll: poll.id, totals: { 1: 1 }, voters: 1, root: '' }, SYSTEM),
            );
          } else if (one.is === 'drop') attempt(() => game.when({ type: 'giveUp' }));
          else if (one.is === 'pause' || one.is === 'resume')
            attempt(() => game.when({ type: one.is as 'pause' }, ADMIN));
          else if (one.is === 'roll') attempt(() => game.when({ type: 'roll' }, 'p1', [1, 2, 3]));
          else attempt(() => game.when({ type: 'expire' }, SYSTEM));
          const open = Object.keys(game.state.held ?? {});
          expect([...ended, ...open].toSorted()).toEqual(made.toSorted());
        }
        attempt(() => game.when({ type: 'cancel' }, ADMIN));
        expect(ended.toSorted()).toEqual(made.toSorted());
        expect(Object.keys(game.state.unsettled).toSorted()).toEqual(made.toSorted());
      }),
      { numRuns: 150 },
    );
  });
});

describe('the printed equaliser', () => {
  it('is sub-linear and capped: a chat of 150 and one of 20,000 are comparable', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 2, max: 20 }), (people, times) => {
        const [small, large] = [needed({ rules }, people, 1), needed({ rules }, people * times, 1)];
        const { min, max } = rules.tunables.equaliser;
        expect(large).toBeGreaterThanOrEqual(small);
        expect(large).toBeLessThanOrEqual(Math.max(small * times, min) + 1);
        expect([small >= min, large <= max]).toEqual([true, true]);
      }),
    );
    const earn = (voters: number) => {
      const { player, state } = { player: table().player('p1'), state: table().state };
      return earnedBy({ rules, at: state.at }, player, { voters, percent: 0 }).by;
    };
    expect(earn(20_000)).toBeLessThanOrEqual(rules.tunables.challenge.cap);
    expect(earn(150) / earn(15)).toBeLessThan(10);
  });

  it('has a budget per hour', () => {
    const game = table();
    const { perHour = 0 } = rules.tunables.equaliser;
    let sum = 0;
    const vote = () => {
      game.set('p1', { influence: 0, pending: [], challenges: [] });
      game.state = { ...game.state, polls: {} };
      game.meet();
      game.count({ 1: 400 }, 400);
      return game.of('counted').find(({ what }) => what === 'influence')?.by ?? 0;
    };
    for (let n = 0; n < 8; n += 1) sum += vote();
    expect(sum).toBe(perHour);
    expect(vote()).toBe(0);
    game.wait(3600);
    expect(vote()).toBeGreaterThan(0);
  });
});

describe('windows close by event time plus the measured lag of the chats', () => {
  it('and say so: the poll knows when it is counted', () => {
    const { grace, lag: most = 0 } = rules.tunables.poll;
    for (const [lag, late] of [
      [0, grace],
      [8, 8],
      [500, most],
    ] as const) {
      const game = table();
      game.must({ type: 'audience', player: 'p1', active: 50, lag }, SYSTEM);
      game.meet();
      expect((game.poll().settles ?? 0) - game.poll().closes).toBe(late * 1000);
      expect(game.player('p1').pending[0]?.until).toBeGreaterThan(game.poll().settles ?? 0);
    }
  });
});
