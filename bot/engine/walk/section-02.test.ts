/** The rules, section 2: life of a game. */
import { expect } from 'vitest';
import { initialState } from '../evolve.ts';
import { currentOf } from '../pending.ts';
import { ADMIN, court, packOf, SYSTEM, unfought } from './given.suite.ts';
import { walk } from './walk.suite.ts';

const ABSENCE = 'bot/engine/time/absence.test.ts';
const ROUNDS = 'bot/engine/time/rounds.test.ts';

walk('2. Life of a game', {
  'lobby -> running <-> paused -> superGame -> finished': () => {
    const rules = packOf();
    const setup = { game: 'g', mapSeed: 's', size: 'S', pace: 'session', lang: 'en', ranked: false } as const;
    expect(initialState(setup, rules).status).toBe('lobby');
    const plain = unfought();
    const { superGame } = plain.tunables;
    const even = superGame && { ...superGame, duel: { ...superGame.duel, bonus: 0 } };
    const game = court({ ...plain, tunables: { ...plain.tunables, ...(even ? { superGame: even } : {}) } });
    expect(game.state.status).toBe('running');
    game.must({ type: 'pause' }, ADMIN);
    expect(game.state.status).toBe('paused');
    game.must({ type: 'resume' }, ADMIN);
    const { finish } = game.state.board;
    game.set('p1', { cell: finish - 1 });
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(game.state.status).toBe('superGame');
    // The house throws ones, and this player's dice are loaded.
    for (let step = 0; step < 9 && game.state.status === 'superGame'; step += 1) {
      const [poll] = Object.values(game.state.polls);
      game.wait(120);
      if (poll) {
        const done = { type: 'closePoll', poll: poll.id, totals: { 1: 99 }, voters: 99, root: '' } as const;
        game.must(done, SYSTEM);
      } else game.must({ type: 'roll' }, 'p1', [4, 4, 4, 1, 1, 1]);
    }
    expect([game.state.status, game.state.winner]).toEqual(['finished', 'p1']);
  },
  '(also cancelled from any)': [
    'bot/engine/life/life.test.ts',
    'can be cancelled from any state that is not an end',
  ],
  'A user’s application is approved': [
    'bot/gateway/applications.test.ts',
    'to create a game makes it when it is approved, with a seat for whoever applied',
    'that cannot be met stays as it was: no game, no seat, a wrong shape, a name that is taken',
  ],
  'the game is made from a pack, a seed, a pace and a map size; the map is generated': () => {
    const rules = packOf();
    const setup = {
      game: 'g',
      mapSeed: 's',
      size: 'M',
      pace: 'marathon',
      lang: 'en',
      ranked: false,
    } as const;
    const state = initialState(setup, rules);
    expect(state).toMatchObject({ ...setup, board: { length: rules.tunables.map.sizes.M.cells } });
  },
  'players join, pick character, skills, attributes': [
    'bot/engine/life/life.test.ts',
    'seats each player once, and only by the admin',
    'checks a character: class, skills, points',
  ],
  'at 4 to 8 ready players it starts': [
    'bot/engine/life/life.test.ts',
    'starts with enough ready players, once',
  ],
  'Empty seats can be filled by practice bots, so that one person can try the game alone': [
    'bot/gateway/http.test.ts',
    'of bots alone are allowed, of nobody or of nine are not',
  ],
  'Players act asynchronously: each has an own turn state, nobody waits for anybody': () => {
    const game = court();
    game.set('p1', {
      pending: [{ n: 950, is: 'fork', cell: 10, left: 2, ways: [11], until: game.at + 9000 }],
    });
    expect(game.refused({ type: 'roll' })).toBe('busy');
    game.must({ type: 'roll' }, 'p2', [1, 1, 1]);
    expect(game.player('p2').rolls).toBe(1);
  },
  'ready -> moving (a fork to choose) -> resolving -> ready': () => {
    const game = court();
    const { cells } = game.state.board;
    const fork = cells.map((one) => (one.id === 11 ? { ...one, next: [12, 13] } : one));
    game.state = { ...game.state, board: { ...game.state.board, cells: fork } };
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(currentOf(game.player('p1'), game.rules)?.is).toBe('fork');
    game.must({ type: 'go', way: 1 });
    expect(currentOf(game.player('p1'), game.rules)).toBeUndefined();
    game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(game.player('p1').rolls).toBe(2);
  },
  'A roll costs a token of that seat: in session one token every 90 s, at most 2 kept': [
    'bot/engine/turn/decide.test.ts',
    'gives a token each time the seconds of the rules are over, and keeps two',
    'is refused without a token, with the seconds to wait, and draws nothing',
  ],
  'in marathon one token for each finished trial, so that nobody wins by typing fast': [
    'bot/engine/trials/trials.test.ts',
    'costs a finished video game for each roll',
  ],
  'Targets that balance is measured against': [
    'bot/balance/gates.test.ts',
    'length: the median within 15% of the middle of the target, on both sides',
  ],
  '`rounds` is a second, optional turn order for evening games': [
    ROUNDS,
    'are for evening games',
    'are absent unless chosen: nobody waits for anybody',
  ],
  'players in seat order': [
    ROUNDS,
    'go by seat, and come round again',
    'let only the one whose turn it is roll',
  ],
  'with a timer': [ROUNDS, 'take nobody’s turn away: when time is up the clock throws, without boosters'],
  'Absence: time counts while the player is live on their platform': [
    ABSENCE,
    'counts time only while the player is live',
  ],
  'days off can be planned': [ABSENCE, 'can be planned, and hold clock and shield from their first moment'],
  'who is offline longer than a day is shielded from hostile items': [
    ABSENCE,
    'is shielded from hostile items',
    'is not before that, and not any more when back',
  ],
  'after 3 days the referee may put a seat on autopilot': [
    ABSENCE,
    'put the seat on autopilot, and not before',
  ],
  'or release its goods': [
    ABSENCE,
    'release the goods: they go back into the game, their worth stays with the seat',
  ],
  'Leaving never blocks others': [ABSENCE, 'never blocks others'],
});
