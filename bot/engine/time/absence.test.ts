/** Absence in marathons, sentence by sentence: each test changes a state. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { nextDeadline } from '../deadlines.ts';
import { Table } from '../given.ts';
import type { Rules } from '../rules.ts';
import type { Pending } from '../state.ts';
import { absentFor, dueAt, isShielded, streamTime } from './clock.ts';
import { isDriven, timeOf } from './state.ts';
import { timeView } from './view.ts';

const { rules: whole } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const HOUR = 3600;
const DAY = 24 * HOUR;
const rules: Rules = {
  ...whole,
  tunables: {
    ...whole.tunables,
    time: {
      absence: { shield: DAY, hold: 3 * DAY, referee: { session: 600, marathon: 3 * DAY } },
      daysOff: { notice: HOUR, most: 3, budget: 4 },
      rounds: { seconds: 60 },
      epochs: { hours: 24, count: 8 },
    },
  },
};
const SYSTEM = { by: 'system' } as const;
const ADMIN = { by: 'admin' } as const;
const marathon = () => new Table({ rules, setup: { pace: 'marathon' } });
const off = (game: Table, player = 'p1') => game.must({ type: 'presence', player, live: false }, SYSTEM);
const on = (game: Table, player = 'p1') => game.must({ type: 'presence', player, live: true }, SYSTEM);
const fork = (game: Table, seconds: number): Pending => ({
  ...{ is: 'fork', n: 99, cell: 1, left: 2, ways: [2, 3] },
  until: game.at + seconds * 1000,
});
/** A game trial, so that a marathon asks for nothing else. */
const busy = (game: Table, player = 'p1') => game.player(player).pending.filter((one) => one.is === 'trial');
const time = rules.tunables.time;
const shielded = (game: Table, id = 'p1') => isShielded(game.state, game.player(id), { at: game.at, time });

describe('the stream-time clock', () => {
  it('counts time only while the player is live', () => {
    const game = marathon();
    game.set('p1', { pending: [fork(game, 20), ...busy(game)] });
    off(game);
    game.wait(2 * HOUR);
    expect(game.refused({ type: 'expire' }, SYSTEM)).toBe('nothing-due');
    on(game);
    expect(game.player('p1').pending[0]?.until).toBe(game.at + 20_000);
    game.wait(20).must({ type: 'expire' }, SYSTEM);
    expect(game.player('p1').pending.some((one) => one.is === 'fork')).toBe(false);
  });

  it('moves locks and lasting effects along, so that nobody sits out a lock offline', () => {
    const game = marathon();
    const effect = { n: 98, effect: 'shaken', from: null, stacks: 1, rolls: null, turns: null };
    const until = game.at + 60_000;
    game.set('p1', { lockedUntil: until, effects: [{ ...effect, until }] });
    off(game);
    game.wait(HOUR);
    on(game);
    expect(game.player('p1').lockedUntil).toBe(until + HOUR * 1000);
    expect(game.player('p1').effects[0]?.until).toBe(until + HOUR * 1000);
  });

  it('lets a vote of the chat run on', () => {
    const game = marathon();
    const trial = Object.values(rules.trials).find((one) => one.chat?.game === 'crowd')?.id ?? '';
    const asked: Pending = {
      ...{ is: 'trial', n: 97, trial, tier: 1, by: null, poll: 'v97', done: null },
      until: game.at + 30_000,
    };
    game.set('p1', { pending: [asked, ...busy(game)] });
    off(game);
    game.wait(30).must({ type: 'expire' }, SYSTEM);
    expect(game.player('p1').pending.some((one) => one.n === 97)).toBe(false);
  });

  it('counts what is asked while it stands from where it stands', () => {
    const game = marathon();
    off(game);
    game.wait(HOUR);
    const cell = game.state.board.cells.find((one) => one.next.length > 1)?.id ?? 0;
    game.set('p1', { cell, tokens: { count: 1, since: 0 } });
    const since = timeOf(game.player('p1')).since;
    expect(dueAt(game.state, game.player('p1'), since + 20_000)).toBe(
      timeOf(game.player('p1')).hold + 20_000,
    );
  });

  it('stands for three days at most: every waiting state ends by itself', () => {
    const game = marathon();
    game.set('p1', { pending: [fork(game, 20), ...busy(game)] });
    off(game);
    const due = game.at + (3 * DAY + 20) * 1000;
    expect(nextDeadline({ ...game.state, order: ['p1'] })).toBe(due);
    game.at = due - 1;
    expect(game.refused({ type: 'expire' }, SYSTEM)).toBe('nothing-due');
    game.at = due;
    game.must({ type: 'expire' }, SYSTEM);
    expect(game.player('p1').pending.some((one) => one.is === 'fork')).toBe(false);
  });

  it('gives back no more than it stood', () => {
    const game = marathon();
    const until = game.at + 5 * DAY * 1000;
    game.set('p1', { lockedUntil: until });
    off(game);
    game.wait(4 * DAY);
    on(game);
    expect(game.player('p1').lockedUntil).toBe(until + 3 * DAY * 1000);
  });

  it('lets a result that may be contested run on', () => {
    const game = marathon();
    const trial = Object.values(rules.trials).find((one) => one.kind === 'game')?.id ?? '';
    const own = { is: 'trial', n: 96, trial, tier: 1, by: null, poll: null } as const;
    const review = { left: 1000 };
    game.set('p1', { pending: [{ ...own, done: 'clip', review, until: game.at + 60_000 }] });
    off(game);
    expect(nextDeadline({ ...game.state, order: ['p1'], polls: {} })).toBe(game.at + 60_000);
  });

  it('never stands in an evening game', () => {
    const game = new Table({ rules });
    game.set('p1', { pending: [fork(game, 20)] });
    off(game);
    game.wait(20).must({ type: 'expire' }, SYSTEM);
    expect(game.player('p1').pending.some((one) => one.n === 99)).toBe(false);
  });

  it('adds up the time somebody was live', () => {
    const game = marathon();
    on(game);
    game.wait(HOUR);
    off(game);
    game.wait(5 * HOUR);
    on(game);
    game.wait(HOUR);
    expect(streamTime(game.player('p1'), game.at)).toBe(2 * HOUR * 1000);
  });

  it('is not moved twice by a pause: who leaves in a pause comes back to the same seconds', () => {
    const game = marathon();
    game.set('p1', { pending: [fork(game, 20), ...busy(game)] });
    game.must({ type: 'pause' }, ADMIN);
    game.wait(60);
    off(game);
    game.wait(60).must({ type: 'resume' }, ADMIN);
    game.wait(60);
    on(game);
    expect(game.player('p1').pending[0]?.until).toBe(game.at + 20_000);
  });

  it('runs again as soon as the player plays, whatever the platform says', () => {
    const game = marathon();
    off(game);
    game.wait(HOUR).must({ type: 'coin' }, 'p1');
    expect(timeOf(game.player('p1'))).toMatchObject({ live: true, since: game.at });
    expect(game.of('wentLive')[0]).toMatchObject({ why: 'acted', shift: HOUR * 1000 });
  });

  it('is not started by a command that is refused', () => {
    const game = marathon();
    off(game);
    expect(game.refused({ type: 'go', way: 1 }, 'p1')).toBe('no-fork');
    expect(timeOf(game.player('p1')).live).toBe(false);
  });

  it('follows what the player’s process says of the stream', () => {
    const game = marathon();
    game.must({ type: 'streamed', category: 'Chess', live: true }, 'p1');
    game.wait(60).must({ type: 'streamed', category: 'Chess', live: false }, 'p1');
    expect(timeOf(game.player('p1'))).toMatchObject({ live: false, since: game.at });
  });

  it('is told news alone, and only by the host', () => {
    const game = marathon();
    expect(game.refused({ type: 'presence', player: 'p1', live: false }, 'p1')).toBe('not-admin');
    off(game);
    expect(game.refused({ type: 'presence', player: 'p1', live: false }, SYSTEM)).toBe('presence-known');
    expect(game.refused({ type: 'presence', player: 'p9', live: false }, SYSTEM)).toBe('not-a-player');
  });
});

describe('who is offline longer than a day', () => {
  const hostile = Object.values(rules.items).find(
    (one) => one.hostile && one.target === 'rival' && !one.use?.some((op) => op.op === 'lock'),
  );
  const armed = () => {
    const game = marathon();
    const item = hostile?.id ?? '';
    game.set('p2', { bag: [{ n: 900, item, charges: 9, ttl: null, worn: false, wait: 0 }] });
    return { game, use: { type: 'use', item, targets: ['p1'] } as const };
  };

  it('is shielded from hostile items', () => {
    const { game, use } = armed();
    off(game);
    game.wait(DAY);
    const { bag, effects } = game.player('p2');
    expect(game.refused(use, 'p2')).toBe('target-away');
    expect(game.player('p2')).toMatchObject({ bag, effects });
  });

  it('is not before that, and not any more when back', () => {
    const { game, use } = armed();
    off(game);
    game.wait(DAY - 1).must(use, 'p2');
    game.wait(2);
    expect(shielded(game)).toBe(true);
    on(game);
    expect(shielded(game)).toBe(false);
    game.set('p2', {
      bag: [{ n: 901, item: hostile?.id ?? '', charges: 1, ttl: null, worn: false, wait: 0 }],
    });
    game.must(use, 'p2');
  });

  it('loses the shield by playing: nobody strikes from behind it', () => {
    const { game } = armed();
    off(game);
    game.wait(2 * DAY);
    expect(shielded(game)).toBe(true);
    game.must({ type: 'coin' }, 'p1');
    expect(shielded(game)).toBe(false);
  });

  it('is left alone by things that strike everybody', () => {
    const { game } = armed();
    const all = Object.values(rules.items).find((one) => one.hostile && one.target === 'all');
    if (!all) return expect(Object.values(rules.items).some((one) => one.target === 'all')).toBe(false);
    game.set('p2', { bag: [{ n: 900, item: all.id, charges: 1, ttl: null, worn: false, wait: 0 }] });
    off(game);
    game.wait(DAY).must({ type: 'use', item: all.id }, 'p2');
    expect(game.of('itemUsed')[0]?.targets).not.toContain('p1');
  });

  it('is told so on the board', () => {
    const { game } = armed();
    off(game);
    expect(timeView(game.state, rules, game.player('p1'))).toEqual({
      ...{ live: false, since: game.at, autopilot: false, dayOff: null },
      ...{ shieldFrom: game.at + DAY * 1000, clockFrom: game.at + 3 * DAY * 1000 },
    });
  });
});

describe('days off', () => {
  it('can be planned, and hold clock and shield from their first moment', () => {
    const game = marathon();
    game.must({ type: 'daysOff', days: 2 }, 'p1');
    const [day] = timeOf(game.player('p1')).daysOff;
    expect(day).toEqual({ from: game.at + HOUR * 1000, until: game.at + (HOUR + 2 * DAY) * 1000 });
    off(game);
    expect(shielded(game)).toBe(false);
    game.wait(HOUR);
    expect(shielded(game)).toBe(true);
    expect(timeOf(game.player('p1')).hold).toBe(timeOf(game.player('p1')).since + 5 * DAY * 1000);
  });

  it('are no absence: the referee’s three days count without them', () => {
    const game = marathon();
    game.must({ type: 'daysOff', days: 2 }, 'p1');
    game.wait(HOUR);
    off(game);
    game.wait(4 * DAY);
    expect(absentFor(game.player('p1'), game.at)).toBe(2 * DAY * 1000);
    expect(game.refused({ type: 'autopilot', player: 'p1', on: true }, ADMIN)).toBe('not-absent');
    game.wait(DAY).must({ type: 'autopilot', player: 'p1', on: true }, ADMIN);
    expect(isDriven(game.player('p1'))).toBe(true);
  });

  it('planned while offline, prolong the hold that is under way', () => {
    const game = marathon();
    const from = game.at + 2 * DAY * 1000;
    game.must({ type: 'daysOff', days: 1, from }, 'p1');
    off(game);
    expect(timeOf(game.player('p1')).hold).toBe(game.at + 4 * DAY * 1000);
  });

  it('are announced ahead, so that they are no shield at hand', () => {
    const game = marathon();
    expect(game.refused({ type: 'daysOff', days: 1, from: game.at + 1000 }, 'p1')).toBe('days-off-soon');
    expect(timeOf(game.player('p1')).daysOff).toEqual([]);
  });

  it('have an end: so many at a time, so many a game, one plan at a time', () => {
    const game = marathon();
    expect(game.refused({ type: 'daysOff', days: 4 }, 'p1')).toBe('days-off-spent');
    game.must({ type: 'daysOff', days: 3 }, 'p1');
    expect(game.refused({ type: 'daysOff', days: 1 }, 'p1')).toBe('days-off-planned');
    game.wait(3 * DAY + 2 * HOUR);
    expect(game.refused({ type: 'daysOff', days: 2 }, 'p1')).toBe('days-off-spent');
    game.must({ type: 'daysOff', days: 1 }, 'p1');
    expect(timeOf(game.player('p1')).daysOff).toHaveLength(2);
  });

  it('can be taken back; what was used stays used', () => {
    const game = marathon();
    expect(game.refused({ type: 'daysOff', days: 0 }, 'p1')).toBe('no-days-off');
    game.must({ type: 'daysOff', days: 2 }, 'p1');
    game.must({ type: 'daysOff', days: 0 }, 'p1');
    expect(timeOf(game.player('p1')).daysOff).toEqual([]);
    game.must({ type: 'daysOff', days: 2 }, 'p1');
    game.wait(HOUR + DAY).must({ type: 'daysOff', days: 0 }, 'p1');
    expect(timeOf(game.player('p1')).daysOff[0]?.until).toBe(game.at);
    expect(game.refused({ type: 'daysOff', days: 4 }, 'p1')).toBe('days-off-spent');
  });

  it('are for marathons', () => {
    const game = new Table({ rules });
    expect(game.refused({ type: 'daysOff', days: 1 }, 'p1')).toBe('no-absence');
  });
});

describe('after three days the referee may', () => {
  const gone = () => {
    const game = marathon();
    off(game);
    return game;
  };

  it('put the seat on autopilot, and not before', () => {
    const game = gone().wait(3 * DAY - 1);
    expect(game.refused({ type: 'autopilot', player: 'p1', on: true }, ADMIN)).toBe('not-absent');
    expect(game.refused({ type: 'autopilot', player: 'p1', on: true }, 'p2')).toBe('not-admin');
    game.wait(1).must({ type: 'autopilot', player: 'p1', on: true }, ADMIN);
    expect(timeOf(game.player('p1')).autopilot).toBe(true);
    expect(game.refused({ type: 'autopilot', player: 'p1', on: true }, ADMIN)).toBe('autopilot-already');
  });

  it('never do it to somebody who is there', () => {
    expect(marathon().refused({ type: 'autopilot', player: 'p1', on: true }, ADMIN)).toBe('not-absent');
    expect(marathon().refused({ type: 'release', player: 'p1' }, ADMIN)).toBe('not-absent');
  });

  it('let the clock of an autopilot run', () => {
    const game = gone();
    game.set('p1', { pending: [fork(game, 20), ...busy(game)] });
    game.wait(3 * DAY).must({ type: 'autopilot', player: 'p1', on: true }, ADMIN);
    game.wait(20).must({ type: 'expire' }, SYSTEM);
    expect(game.player('p1').pending.some((one) => one.is === 'fork')).toBe(false);
  });

  it('be undone by the owner’s word, the stream, or the referee', () => {
    const ways: readonly ((game: Table) => unknown)[] = [
      (game) => game.must({ type: 'back' }, 'p1'),
      (game) => on(game),
      (game) => game.must({ type: 'autopilot', player: 'p1', on: false }, ADMIN),
    ];
    for (const way of ways) {
      const game = gone().wait(3 * DAY);
      game.must({ type: 'autopilot', player: 'p1', on: true }, ADMIN);
      way(game);
      expect(timeOf(game.player('p1'))).toMatchObject({ autopilot: false, live: true });
    }
    expect(marathon().refused({ type: 'back' }, 'p1')).toBe('not-away');
  });

  it('keep a pilot although the stream stays off', () => {
    const game = gone().wait(3 * DAY);
    game.must({ type: 'autopilot', player: 'p1', on: true }, ADMIN);
    expect(game.refused({ type: 'presence', player: 'p1', live: false }, SYSTEM)).toBe('presence-known');
    game.must({ type: 'coin' }, 'p1');
    expect(timeOf(game.player('p1')).autopilot).toBe(true);
  });

  it('release the goods: they go back into the game, their worth stays with the seat', () => {
    const game = gone();
    const item =
      Object.values(rules.items).find((one) => one.unique && !one.protected && one.price > 0) ??
      Object.values(rules.items).find((one) => !one.protected && one.transferable !== false && one.price > 1);
    if (!item) throw new Error('nothing can be released');
    game.set('p1', {
      gold: 5,
      bag: [{ n: 900, item: item.id, charges: 1, ttl: null, worn: false, wait: 0 }],
    });
    game.wait(3 * DAY).must({ type: 'release', player: 'p1' }, ADMIN);
    expect(game.player('p1').bag).toEqual([]);
    expect(game.player('p1').gold).toBe(5 + Math.floor((item.price * rules.tunables.market.sell) / 100));
    expect(game.refused({ type: 'release', player: 'p1' }, ADMIN)).toBe('nothing-to-release');
  });

  it('in an evening game after minutes', () => {
    const game = new Table({ rules });
    off(game);
    game.wait(600).must({ type: 'autopilot', player: 'p1', on: true }, ADMIN);
    expect(isDriven(game.player('p1'))).toBe(true);
  });
});

describe('leaving', () => {
  it('never blocks others', () => {
    const game = marathon();
    off(game);
    game.set('p2', { tokens: { count: 1, since: game.at } });
    const { cell } = game.player('p2');
    game.must({ type: 'roll' }, 'p2', [1, 1, 1]);
    expect(game.player('p2').cell).not.toBe(cell);
  });

  it('means nothing under rules from before', () => {
    const { time: _none, ...tunables } = rules.tunables;
    const game = new Table({ rules: { ...rules, tunables }, setup: { pace: 'marathon' } });
    game.set('p1', { pending: [fork(game, 20), ...busy(game)] });
    off(game);
    game.wait(20).must({ type: 'expire' }, SYSTEM);
    expect(game.player('p1').pending.some((one) => one.is === 'fork')).toBe(false);
    expect(game.refused({ type: 'release', player: 'p1' }, ADMIN)).toBe('no-absence');
  });
});
