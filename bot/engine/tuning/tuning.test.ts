/** Administration as commands: section 5's tuning, 12's referee, 15.3 and 15.13, each sentence with what it changes. */
import { beforeEach, describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { isMarket, offers } from '../bag/market.ts';
import type { Actor, Command } from '../commands.ts';
import { nextDeadline } from '../deadlines.ts';
import { decide } from '../decide.ts';
import { fold } from '../evolve.ts';
import { loaded, Table } from '../given.ts';
import { isRefusal } from '../refusal.ts';
import { sample } from '../sampler.ts';
import type { GameState } from '../state.ts';
import type { Work } from '../work.ts';
import type { Correction } from './commands.ts';
import { KNOBS, type Turned } from './knobs.ts';
import { limitsOf } from './paths.ts';
import { rulesNow } from './rules-now.ts';
import { tuningOf } from './state.ts';
import { undoing } from './undo.ts';
import { whatIf } from './what-if.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const ADMIN: Actor = { by: 'admin' };
const reason = 'the dice of the first hour were too kind';
const game = { of: 'game' } as const;
const p1 = { of: 'player', player: 'p1' } as const;
const START = 2 * 60_000;

let table: Table;
beforeEach(() => {
  table = new Table({ rules }).flat();
});

const tune = (more: Partial<Extract<Command, { type: 'tune' }>> = {}): Command => ({
  ...{ type: 'tune', scope: game, knob: 'dice', value: 2, reason },
  ...more,
});
const correct = (...changes: Correction[]): Command => ({ type: 'correct', changes, reason });
const zoneOf = (id: string) => table.state.board.cells[table.player(id).cell]?.zone ?? 'forest';
const work = (): Work => ({
  ...{ state: table.state, events: [], rules, chance: loaded([]), at: table.at, tasks: [] },
});

describe('Tuning: weights, dice skew, difficulty, prices, cooldowns', () => {
  it('dice skew: the total of a roll is another, and the player stands elsewhere', () => {
    table.must(tune({ value: 2 }), ADMIN);
    table.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(table.of('rolled')[0]).toMatchObject({ total: 5, bonus: 2 });
    expect(table.player('p1').cell).toBe(table.state.board.start + 5);
  });

  it('dice skew never takes the last step away', () => {
    table.must(tune({ value: -6 }), ADMIN);
    table.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(table.of('rolled')[0]?.total).toBe(1);
  });

  it('difficulty: a check asks for more', () => {
    const { combat: _fights, ...unfought } = rules.tunables;
    const need = (value: number | null) => {
      const fresh = new Table({ rules: { ...rules, tunables: unfought } });
      const cell = fresh.cell('monster');
      const before = fresh.state.board.cells[cell]?.prev[0] ?? 0;
      if (value !== null) fresh.must(tune({ knob: 'difficulty', value }), ADMIN);
      fresh.set('p1', { cell: before });
      fresh.flat({ [cell]: 'monster' }).must(tune({ knob: 'dice', value: -6 }), ADMIN);
      fresh.must({ type: 'roll' }, 'p1', [1, 1, 1]);
      return fresh.of('checked')[0]?.need ?? 0;
    };
    expect(need(5)).toBe(need(null) + 5);
  });

  it('prices: the market asks for more, and takes it', () => {
    const cell = new Table({ rules }).cell('market');
    table = new Table({ rules }).set('p1', { cell, gold: 500 });
    const look = () => offers({ state: table.state, rules }, 'p1').at(-1)!;
    const before = look();
    table.must(tune({ knob: 'price', value: 50 }), ADMIN);
    expect(look().price).toBeGreaterThan(before.price);
    table.must({ type: 'buy', item: before.item }, 'p1');
    expect(isMarket(table.state, cell)).toBe(true);
    expect(table.player('p1').gold).toBe(500 - look().price);
  });

  it('cooldowns: the next roll comes earlier, and what was waited keeps its share', () => {
    table.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    const { every } = rules.tunables.tokens;
    table.wait(every / 2).must(tune({ knob: 'cooldown', value: 50 }), ADMIN);
    expect(table.refused({ type: 'roll' }, 'p1')).toBe('no-roll');
    table.wait(every / 4 + 1).must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(table.player('p1').rolls).toBe(2);
  });

  it('weights: what weighs nothing is never drawn', () => {
    const entries = [
      { id: 'a', tags: ['heal'] },
      { id: 'b', tags: ['move'] },
    ];
    const pick = () => {
      const now = { ...work(), chance: loaded([1]) };
      return sample(
        now,
        { player: 'p1', purpose: 'prize' },
        entries.map((one) => [one, 10] as const),
      )?.id;
    };
    expect(pick()).toBe('a');
    table.must(tune({ knob: 'weight', on: 'heal', value: 0 }), ADMIN);
    expect(pick()).toBe('b');
  });

  it('a number of the rules: everybody begins to wait shorter', () => {
    table.must(tune({ knob: 'rule', on: 'tunables.tokens.every', value: 10 }), ADMIN);
    table.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    table.wait(11).must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(table.player('p1').rolls).toBe(2);
    expect(rulesNow(table.state, rules).tunables.tokens.every).toBe(10);
    expect(rules.tunables.tokens.every).not.toBe(10);
  });
});

describe('per game, zone or player', () => {
  /** How much more is rolled than by the same seat in the same game without tuning. */
  const moreFor = (id: string) => {
    const plain = new Table({ rules }).flat().must({ type: 'roll' }, id, [1, 1, 1]);
    const total = plain.find((event) => event.type === 'rolled')?.total ?? 0;
    table.must({ type: 'roll' }, id, [1, 1, 1]);
    return (table.of('rolled')[0]?.total ?? 0) - total;
  };

  it('a player: that one alone', () => {
    table.must(tune({ scope: p1 }), ADMIN);
    expect([moreFor('p1'), moreFor('p3')]).toEqual([2, 0]);
  });

  it('a zone: whoever stands in it', () => {
    const zone = zoneOf('p1');
    const other = table.state.board.cells.find((cell) => cell.zone !== zone && cell.kind === 'plain')!;
    table.must(tune({ scope: { of: 'zone', zone } }), ADMIN);
    table.set('p3', { cell: other.id });
    expect([moreFor('p1'), moreFor('p3')]).toEqual([2, 0]);
  });

  it('walking into a tuned zone gives nobody a roll for what was waited outside', () => {
    const zone = zoneOf('p1');
    table.must(tune({ scope: { of: 'zone', zone }, knob: 'cooldown', value: 400 }), ADMIN);
    table.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    const away = table.state.board.cells.find((cell) => cell.zone !== zone && cell.kind === 'plain')!;
    table.wait(rules.tunables.tokens.every * 2);
    table.must(correct({ do: 'place', player: 'p1', cell: away.id }), ADMIN);
    expect(table.refused({ type: 'roll' }, 'p1')).toBe('no-roll');
    table.wait(rules.tunables.tokens.every / 2 + 1).must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(table.player('p1').rolls).toBe(2);
  });

  it('several at once come together, and two of one kind and place are one', () => {
    table.must(tune({ scope: p1, value: 1 }), ADMIN);
    table.must(tune({ value: 1 }), ADMIN);
    table.must(tune({ scope: p1, value: 3 }), ADMIN);
    expect(table.of('untuned')[0]?.why).toBe('replaced');
    expect(tuningOf(table.state).tunings).toHaveLength(2);
    expect(moreFor('p1')).toBe(4);
  });
});

describe('with a reason; audited; reversible', () => {
  it('without a reason nothing is tuned', () => {
    expect(table.refused(tune({ reason: ' … ' }), ADMIN)).toBe('no-reason');
    expect(tuningOf(table.state).tunings).toEqual([]);
  });

  it('is an event of the log that everybody can see, with its reason', () => {
    table.must(tune({ scope: p1, minutes: 10 }), ADMIN);
    const expected = { scope: p1, knob: 'dice', value: 2, reason, until: table.at + 600_000 };
    expect(table.of('tuned')[0]?.tuning).toMatchObject(expected);
    expect(tuningOf(table.state).tunings[0]).toMatchObject(expected);
  });

  it('is taken back, and everything is as it was', () => {
    table.must(tune(), ADMIN);
    const { n } = tuningOf(table.state).tunings[0]!;
    table.must({ type: 'untune', n, reason }, ADMIN);
    table.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(table.player('p1').lastRoll?.total).toBe(3);
    expect(table.refused({ type: 'untune', n, reason }, ADMIN)).toBe('no-tuning');
  });

  it('ends by itself when its time is over', () => {
    table.must(tune({ minutes: 1 }), ADMIN);
    expect(nextDeadline(table.state)).toBe(table.at + 60_000);
    table.wait(60).must({ type: 'expire' }, { by: 'system' });
    expect(table.of('untuned')[0]?.why).toBe('expired');
    expect(tuningOf(table.state).tunings).toEqual([]);
  });

  it.each<[string, Partial<Extract<Command, { type: 'tune' }>>, string]>([
    ['beyond its range', { value: 7 }, 'bad-tuning'],
    ['half a step', { value: 0.5 }, 'bad-tuning'],
    ['a stranger', { scope: { of: 'player', player: 'p8' } }, 'not-a-player'],
    ['an unknown weight', { knob: 'weight', on: 'nobody_has_this', value: 50 }, 'unknown-weight'],
    ['a weight of nothing', { knob: 'weight', value: 50 }, 'unknown-weight'],
    ['a rule for one player', { knob: 'rule', on: 'tunables.tokens.every', scope: p1 }, 'bad-scope'],
    ['the map', { knob: 'rule', on: 'tunables.map.campEvery', value: 5 }, 'bad-path'],
    ['no number', { knob: 'rule', on: 'tunables.tokens', value: 5 }, 'bad-path'],
    ['a path into nothing', { knob: 'rule', on: '__proto__.x', value: 5 }, 'bad-path'],
    ['no time between rolls', { knob: 'rule', on: 'tunables.tokens.every', value: 0 }, 'bad-tuning'],
    ['a third of a gold piece', { knob: 'rule', on: 'tunables.gold.start', value: 0.3 }, 'bad-tuning'],
    ['a thing for the whole', { knob: 'dice', on: 'heal' }, 'bad-scope'],
  ])('refuses %s', (_, more, code) => {
    expect(table.refused(tune(more), ADMIN)).toBe(code);
    expect(tuningOf(table.state).tunings).toEqual([]);
  });

  it('stops at as many as people can follow', () => {
    const list = Object.keys(rules.items).slice(0, 41);
    for (const on of list.slice(0, 40)) table.must(tune({ knob: 'weight', on, value: 50 }), ADMIN);
    expect(table.refused(tune({ knob: 'weight', on: list[40]!, value: 50 }), ADMIN)).toBe('too-many-tunings');
  });

  it('every number that may be tuned is one the pack has, and keeps the game alive at both ends', () => {
    const paths = (value: unknown, path: string): string[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, one]) => paths(one, path ? `${path}.${key}` : key))
        : [path];
    const open = paths(rules.tunables, 'tunables').filter((path) => limitsOf(rules, path));
    expect(open.length).toBeGreaterThan(30);
    expect(open.some((path) => path.startsWith('tunables.map'))).toBe(false);
    for (const path of open) {
      const { min, max, now } = limitsOf(rules, path)!;
      expect(now, path).toBeGreaterThanOrEqual(min);
      expect(now, path).toBeLessThanOrEqual(max);
      for (const value of [min, max]) {
        const fresh = new Table({ rules });
        fresh.must(tune({ knob: 'rule', on: path, value }), ADMIN);
        fresh.must({ type: 'roll' }, 'p1');
      }
    }
  });

  it('each knob has a neutral place inside its range', () => {
    for (const knob of Object.keys(KNOBS) as Turned[]) {
      const { min, max, idle } = KNOBS[knob];
      expect(idle).toBeGreaterThanOrEqual(min);
      expect(idle).toBeLessThanOrEqual(max);
    }
  });
});

describe('referee: judges trials, pauses, answers; no tuning', () => {
  const commands: readonly Command[] = [
    tune(),
    { type: 'untune', n: 1, reason },
    correct({ do: 'count', player: 'p1', what: 'gold', by: 1 }),
    { type: 'reseat', player: 'p1', kind: 'bot', same: true, reason },
    { type: 'changeRules', patch: { 'tunables.tokens.every': 30 }, turn: 9, reason },
    { type: 'dropChange', n: 1, reason },
  ];
  it.each(commands.map((command) => [command.type, command] as const))(
    '%s is for the admin alone',
    (_, command) => {
      expect(table.refused(command, 'p1')).toBe('not-admin');
      expect(table.refused(command, { by: 'viewer', viewer: 'v_1', player: 'p1' })).toBe('not-admin');
    },
  );

  it.each(commands.map((command) => [command.type, command] as const))(
    '%s waits for a game',
    (_, command) => {
      table.must({ type: 'cancel' }, ADMIN);
      expect(table.refused(command, ADMIN)).toBe('not-running');
    },
  );
});

describe('Admin corrections with a "what if" preview (who else is touched)', () => {
  it('says whose state would change, and changes nothing', () => {
    const command = correct(
      { do: 'count', player: 'p1', what: 'gold', by: 7 },
      { do: 'place', player: 'p3', cell: table.state.board.start + 4 },
    );
    const before = JSON.stringify(table.state);
    const seen = whatIf(table.state, { at: table.at, as: ADMIN, command }, rules);
    expect(seen).toMatchObject({ ok: true, players: ['p1', 'p3'], chance: false });
    const gold = table.player('p1').gold;
    expect('touches' in seen && seen.touches).toEqual([
      { player: 'p1', what: 'gold', from: gold, to: gold + 7 },
      { player: 'p3', what: 'cell', from: table.player('p3').cell, to: table.state.board.start + 4 },
    ]);
    expect(JSON.stringify(table.state)).toBe(before);
  });

  it('the preview is what happens', () => {
    const command = correct(
      { do: 'give', player: 'p2', item: 'echo_jar' },
      { do: 'giveDie', player: 'p2', sides: 8 },
    );
    const seen = whatIf(table.state, { at: table.at, as: ADMIN, command }, rules);
    table.must(command, ADMIN);
    expect('touches' in seen && seen.touches.map(({ what, to }) => [what, to])).toEqual([
      ['item echo_jar', 1],
      ['die d8', 1],
    ]);
    expect(table.player('p2').bag.some(({ item }) => item === 'echo_jar')).toBe(true);
    expect(table.player('p2').dice).toEqual([8]);
  });

  it('tells of a tuning whose numbers it bends', () => {
    const seen = whatIf(
      table.state,
      { at: table.at, as: ADMIN, command: tune({ scope: p1, value: -3 }) },
      rules,
    );
    expect('touches' in seen && seen.touches).toEqual([{ player: 'p1', what: 'knob dice', from: 0, to: -3 }]);
  });

  it('says so where dice would be thrown, and throws none of the true ones', () => {
    const command: Command = { type: 'roll' };
    const seen = whatIf(table.state, { at: table.at, as: { by: 'player', player: 'p1' }, command }, rules);
    expect(seen).toMatchObject({ ok: true, chance: true });
    expect(table.player('p1').draws).toEqual({});
  });

  it('hands back the refusal of what would be refused', () => {
    const seen = whatIf(table.state, { at: table.at, as: ADMIN, command: correct() }, rules);
    expect(isRefusal(seen) && seen.code).toBe('correction-empty');
  });
});

describe('then compensating events that viewers see; nothing is ever overwritten', () => {
  it('names the correction, its reason and whom it touches, then does it by ordinary events', () => {
    table.must(correct({ do: 'count', player: 'p1', what: 'gold', by: -5 }), ADMIN);
    expect(table.events).toEqual([
      { type: 'corrected', players: ['p1'], reason, undoes: null },
      { type: 'counted', player: 'p1', what: 'gold', by: -5, why: 'correction' },
    ]);
  });

  it.each<[string, Correction, (state: GameState) => unknown, unknown]>([
    [
      'gold',
      { do: 'count', player: 'p1', what: 'gold', by: 3 },
      (s) => s.players.p1?.gold,
      rules.tunables.gold.start + 3,
    ],
    ['shards', { do: 'shards', player: 'p1', element: 'fire', by: 2 }, (s) => s.players.p1?.shards.fire, 2],
    [
      'rolls',
      { do: 'rolls', player: 'p1', by: 1 },
      (s) => s.players.p1?.tokens.count,
      rules.tunables.tokens.start + 1,
    ],
    [
      'standing',
      { do: 'standing', player: 'p1', zone: 'hell', by: 9 },
      (s) => s.players.p1?.reputation.hell,
      9,
    ],
    ['place', { do: 'place', player: 'p1', cell: 3 }, (s) => s.players.p1?.cell, 3],
    [
      'a thing',
      { do: 'give', player: 'p1', item: 'echo_jar' },
      (s) => s.players.p1?.bag.at(-1)?.item,
      'echo_jar',
    ],
    ['a die', { do: 'giveDie', player: 'p1', sides: 6 }, (s) => s.players.p1?.dice, [6]],
    [
      'an effect',
      { do: 'effect', player: 'p1', effect: 'shaken' },
      (s) => s.players.p1?.effects[0]?.effect,
      'shaken',
    ],
  ])('puts right: %s', (_, change, read, expected) => {
    table.must(correct(change), ADMIN);
    expect(read(table.state)).toEqual(expected);
  });

  it('takes what came by mistake: a thing, a die, an effect, a question', () => {
    table.must(
      correct({ do: 'give', player: 'p1', item: 'echo_jar' }, { do: 'giveDie', player: 'p1', sides: 6 }),
      ADMIN,
    );
    table.must(correct({ do: 'effect', player: 'p1', effect: 'shaken' }), ADMIN);
    const { bag, effects } = table.player('p1');
    table.must(
      correct(
        { do: 'take', player: 'p1', n: bag.at(-1)!.n },
        { do: 'takeDie', player: 'p1', sides: 6 },
        { do: 'lift', player: 'p1', n: effects[0]!.n },
      ),
      ADMIN,
    );
    expect(table.player('p1')).toMatchObject({ dice: [], effects: [] });
    expect(table.player('p1').bag).toHaveLength(bag.length - 1);
  });

  it('a player who is set elsewhere in the middle of a fork is not asked about it any more', () => {
    const fork = new Table({ rules });
    const cell = fork.state.board.cells.find(({ next }) => next.length > 1)!;
    fork.set('p1', { cell: cell.id });
    fork.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(fork.player('p1').pending[0]?.is).toBe('fork');
    fork.must(correct({ do: 'place', player: 'p1', cell: 1 }), ADMIN);
    expect(fork.player('p1')).toMatchObject({ cell: 1, pending: [] });
  });

  it.each<[string, Correction, string]>([
    ['gold below nothing', { do: 'count', player: 'p2', what: 'gold', by: -1000 }, 'correction-limit'],
    ['health to nothing', { do: 'count', player: 'p2', what: 'hp', by: -1000 }, 'correction-limit'],
    ['health above all of it', { do: 'count', player: 'p2', what: 'hp', by: 1 }, 'correction-limit'],
    ['half a gold piece', { do: 'count', player: 'p2', what: 'gold', by: 0.5 }, 'correction-limit'],
    ['nothing at all', { do: 'count', player: 'p2', what: 'gold', by: 0 }, 'correction-same'],
    ['the finish', { do: 'place', player: 'p2', cell: 10_000 }, 'correction-place'],
    ['where one is', { do: 'place', player: 'p2', cell: 0 }, 'correction-same'],
    ['a thing that is not there', { do: 'take', player: 'p2', n: 999 }, 'correction-gone'],
    ['a thing of no pack', { do: 'give', player: 'p2', item: 'nothing_like_it' }, 'correction-gone'],
    ['a die that is not there', { do: 'takeDie', player: 'p2', sides: 20 }, 'correction-gone'],
    ['an effect of no pack', { do: 'effect', player: 'p2', effect: 'nothing_like_it' }, 'correction-gone'],
    ['a question nobody asked', { do: 'dismiss', player: 'p2', n: 999 }, 'correction-gone'],
    ['more rolls than there are', { do: 'rolls', player: 'p2', by: -5 }, 'correction-limit'],
    ['a stranger', { do: 'count', player: 'p7', what: 'gold', by: 1 }, 'not-a-player'],
  ])('refused whole, nothing half-done: %s', (_, change, code) => {
    const before = JSON.stringify(table.state);
    expect(table.refused(correct({ do: 'count', player: 'p1', what: 'gold', by: 1 }, change), ADMIN)).toBe(
      code,
    );
    expect(JSON.stringify(table.state)).toBe(before);
  });

  it('never gives more than a bag or a pouch holds', () => {
    const { slots } = rules.tunables.bag;
    const gifts = Array.from(
      { length: slots + 9 },
      (): Correction => ({ do: 'give', player: 'p1', item: 'echo_jar' }),
    );
    expect(table.refused(correct(...gifts), ADMIN)).toBe('correction-room');
    const dice = Array.from(
      { length: rules.tunables.dice.pouch + 1 },
      (): Correction => ({ do: 'giveDie', player: 'p1', sides: 6 }),
    );
    expect(table.refused(correct(...dice), ADMIN)).toBe('correction-room');
  });

  it('undo: makes good for a command by its opposite, by further events', () => {
    const before = table.state;
    table.must({ type: 'roll' }, 'p1', [2, 2, 2]);
    const after = table.state;
    const plan = undoing({ before, after, now: table.state });
    table.must({ type: 'correct', changes: plan.changes, reason, undoes: 12 }, ADMIN);
    expect(table.of('corrected')[0]?.undoes).toBe(12);
    const [was, is] = [before.players.p1!, table.player('p1')];
    expect([is.cell, is.gold, is.hp, is.tokens.count]).toEqual([
      was.cell,
      was.gold,
      was.hp,
      was.tokens.count,
    ]);
    expect(is.rolls).toBe(1);
  });

  it('undo: gives back what was used, takes what is still there, and names what it leaves', () => {
    table.must(correct({ do: 'give', player: 'p1', item: 'echo_jar' }), ADMIN);
    const n = table.player('p1').bag.at(-1)!.n;
    const before = table.state;
    table.must({ type: 'discard', item: String(n) }, 'p1');
    const plan = undoing({ before, after: table.state, now: table.state });
    expect(plan).toEqual({ changes: [{ do: 'give', player: 'p1', item: 'echo_jar' }], left: [] });
    const gained = undoing({ before: table.state, after: before, now: table.state });
    expect(gained).toEqual({ changes: [], left: ['things'] });
  });

  it('undo: never takes what was spent since', () => {
    const before = table.state;
    table.must(correct({ do: 'count', player: 'p1', what: 'gold', by: 30 }), ADMIN);
    const after = table.state;
    table.set('p1', { gold: 4 });
    expect(undoing({ before, after, now: table.state }).changes).toEqual([
      { do: 'count', player: 'p1', what: 'gold', by: -4 },
    ]);
  });
});

describe('pause stops all clocks', () => {
  /** Every moment in a state, by path: numbers as large as the clock. */
  function moments(value: unknown, path = ''): Map<string, number> {
    if (typeof value === 'number') return new Map(value > 900_000 ? [[path, value]] : []);
    if (typeof value !== 'object' || value === null) return new Map();
    return new Map(Object.entries(value).flatMap(([key, one]) => [...moments(one, `${path}/${key}`)]));
  }

  /** A state with every kind of moment in it that these rooms know. */
  function full(): void {
    const at = table.at;
    const poll = {
      id: 'v1',
      player: 'p1',
      pending: 9,
      kind: 'choice',
      options: 2,
      need: 0,
      opens: at,
      closes: at + 9,
    } as const;
    table.set('p1', {
      pending: [{ n: 9, is: 'fork', cell: 1, left: 1, ways: [1, 2], until: at + 5000 }],
      effects: [
        { n: 5, effect: 'shaken', from: null, stacks: 1, rolls: null, turns: null, until: at + 7000 },
      ],
      requests: [{ n: 6, by: 'v_1', item: 'echo_jar', targets: [], until: at + 3000 }],
      helpers: {
        v_1: {
          tags: [],
          items: [],
          target: 'self',
          uses: 1,
          per: 'day',
          left: 1,
          since: at,
          until: at + 9000,
          approval: false,
        },
      },
      challenges: [{ by: 'v_1', at }],
      lockedUntil: at + 8000,
    });
    table.state = { ...table.state, polls: { v1: poll } };
    table.must(tune({ minutes: 5 }), ADMIN);
  }

  it('deadlines, tokens, effects’ ends, grants, votes and tunings move by the pause', () => {
    full();
    const before = moments(table.state);
    table.must({ type: 'pause' }, ADMIN);
    expect(nextDeadline(table.state)).toBeNull();
    table.wait(START / 1000).must({ type: 'resume' }, ADMIN);
    const after = moments(table.state);
    const still = [...before]
      .filter(([path, value]) => after.get(path) !== value + START)
      .map(([path]) => path);
    expect(still.filter((path) => !/^\/(at|startedAt)$|^\/tuning\/tunings\/\d+\/since$/.test(path))).toEqual(
      [],
    );
    expect(before.size).toBeGreaterThan(12);
  });

  it('nothing is decided by the clock in a pause, and nobody gains a roll in it', () => {
    table.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    table.must({ type: 'pause' }, ADMIN);
    table.wait(10_000);
    expect(table.refused({ type: 'expire' }, { by: 'system' })).toBe('not-running');
    expect(table.refused({ type: 'roll' }, 'p1')).toBe('not-running');
    table.must({ type: 'resume' }, ADMIN);
    expect(table.refused({ type: 'roll' }, 'p1')).toBe('no-roll');
  });

  it('what is put right in a pause happens by the clocks that stand', () => {
    table.must({ type: 'pause' }, ADMIN);
    const stopped = table.at;
    table.wait(600).must(tune({ minutes: 2 }), ADMIN);
    expect(tuningOf(table.state).tunings[0]?.until).toBe(stopped + 120_000);
    table.wait(600).must({ type: 'resume' }, ADMIN);
    expect(tuningOf(table.state).tunings[0]?.until).toBe(table.at + 120_000);
  });
});

describe('seat changes', () => {
  const grant = {
    tags: ['heal'],
    items: [],
    target: 'self',
    uses: 3,
    per: 'day',
    until: null,
    approval: true,
  } as const;

  it('a practice bot takes over a seat and gives it back', () => {
    table.must({ type: 'grantHelper', viewer: 'v_1', grant }, 'p2');
    table.must({ type: 'reseat', player: 'p2', kind: 'bot', same: true, reason }, ADMIN);
    expect(table.player('p2').kind).toBe('bot');
    expect(table.refused({ type: 'reseat', player: 'p2', kind: 'bot', same: true, reason }, ADMIN)).toBe(
      'seat-same',
    );
    table.must({ type: 'reseat', player: 'p2', kind: 'person', same: true, reason }, ADMIN);
    expect(table.player('p2').kind).toBe('person');
    expect(Object.keys(table.player('p2').helpers)).toEqual(['v_1']);
  });

  it('a player is replaced: the avatar and the bag stay, the trust of the former one does not', () => {
    table.must({ type: 'grantHelper', viewer: 'v_1', grant }, 'p2');
    const { bag, cell } = table.player('p2');
    table.must({ type: 'reseat', player: 'p2', kind: 'person', same: false, lang: 'ru', reason }, ADMIN);
    expect(table.player('p2')).toMatchObject({
      kind: 'person',
      lang: 'ru',
      helpers: {},
      requests: [],
      bag,
      cell,
    });
  });
});

describe('A change of rules in mid-season takes effect from a named turn', () => {
  const change = (turn: number, value = 5): Command => ({
    type: 'changeRules',
    patch: { 'tunables.tokens.every': value, 'tunables.tokens.keep': 4 },
    turn,
    reason,
  });
  const every = () => rulesNow(table.state, rules).tunables.tokens.every;

  it('waits for that turn, and holds from it on', () => {
    table.must(change(3), ADMIN);
    table.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(every()).toBe(rules.tunables.tokens.every);
    table.wait(rules.tunables.tokens.every).must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(table.of('ruleChangeTook')).toHaveLength(1);
    expect(every()).toBe(5);
    table.wait(6).must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(table.player('p1').rolls).toBe(3);
  });

  it('never in the past, nor for a turn that is about to be made', () => {
    expect(table.refused(change(1), ADMIN)).toBe('bad-turn');
    table.must(change(2), ADMIN);
  });

  it('is dropped before its turn, or taken back after it', () => {
    table.must(change(2), ADMIN);
    table.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(every()).toBe(5);
    const { n } = tuningOf(table.state).changes[0]!;
    table.must({ type: 'dropChange', n, reason }, ADMIN);
    expect(every()).toBe(rules.tunables.tokens.every);
  });

  it('the later one stands where two say something of one number', () => {
    table.must(change(3, 7), ADMIN);
    table.must(change(2, 5), ADMIN);
    table.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(every()).toBe(5);
    table.wait(6).must({ type: 'roll' }, 'p1', [1, 1, 1]);
    expect(every()).toBe(7);
  });

  it('refused whole when one of its numbers cannot be', () => {
    const patch = { 'tunables.tokens.every': 30, 'tunables.map.campEvery': 3 };
    expect(table.refused({ type: 'changeRules', patch, turn: 5, reason }, ADMIN)).toBe('bad-path');
    expect(table.refused({ type: 'changeRules', patch: {}, turn: 5, reason }, ADMIN)).toBe('bad-path');
    expect(tuningOf(table.state).changes).toEqual([]);
  });
});

it('states and logs from before there was tuning fold as they did', () => {
  const { tuning: _none, ...older } = table.state;
  const rolled = decide(
    older,
    { at: table.at, as: { by: 'player', player: 'p1' }, command: { type: 'roll' } },
    { rules, chance: loaded([2, 2, 2]) },
  );
  if (isRefusal(rolled)) throw new Error(rolled.code);
  expect(fold(older, table.at, rolled.events)).toEqual(rolled.state);
  expect('tuning' in rolled.state).toBe(false);
});
