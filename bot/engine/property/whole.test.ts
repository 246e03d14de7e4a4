/**
 * What is refused is refused whole: a code that says why, and a state in which nothing is half-done. One table for
 * each sort of bad input: votes on closed polls, trades of things gone, helpers beyond a grant, treaties that
 * contradict each other, corrections that would break what must hold.
 */
import { describe, expect, it } from 'vitest';
import type { Actor, Command, CommandOf } from '../commands.ts';
import { nextDeadline } from '../deadlines.ts';
import { type Court, table } from '../diplomacy/given.ts';
import type { Correction } from '../tuning/commands.ts';

type Case = readonly [name: string, code: string, given: () => Court, command: Asked, as?: Actor];
/** A command, or one that depends on what has been given. */
type Asked = Command | ((game: Court) => Command);

const SYSTEM: Actor = { by: 'system' };
const ADMIN: Actor = { by: 'admin' };
const MIA: Actor = { by: 'viewer', viewer: 'v_mia', player: 'p1' };
const P1: Actor = { by: 'player', player: 'p1' };
const P2: Actor = { by: 'player', player: 'p2' };

function refusedWhole(cases: readonly Case[]): void {
  for (const [name, code, given, asked, as = P1] of cases)
    it(`${name}: ${code}`, () => {
      const game = given();
      const command = typeof asked === 'function' ? asked(game) : asked;
      const before = { state: game.state, text: JSON.stringify(game.state) };
      expect(game.refused(command, as)).toBe(code);
      expect(game.state).toBe(before.state);
      // Neither is anything changed inside the state that was given.
      expect(JSON.stringify(game.state)).toBe(before.text);
    });
}

const pollOf = (game: Court) => Object.values(game.state.polls)[0];
const counted = (poll: string | undefined): CommandOf<'closePoll'> => ({
  ...{ type: 'closePoll', poll: poll ?? 'none', totals: { 1: 3 }, voters: 3, root: '' },
});
/** A vote of the chat of p1 is on. */
function voting(): Court {
  const game = table().bag('p1', 'megaphone');
  game.must({ type: 'use', item: 'megaphone' });
  return game;
}

describe('votes on closed polls', () => {
  let closed = '';
  const over = (): Court => {
    const game = voting();
    const poll = pollOf(game)!;
    closed = poll.id;
    game.at = poll.closes;
    game.must(counted(poll.id), SYSTEM);
    return game;
  };
  refusedWhole([
    ['counted a second time', 'no-poll', over, () => counted(closed), SYSTEM],
    ['counted before its time', 'poll-open', voting, (game) => counted(pollOf(game)?.id), SYSTEM],
    ['of no poll', 'no-poll', voting, counted('v0'), SYSTEM],
    ['counted by a player', 'not-admin', voting, (game) => counted(pollOf(game)?.id)],
    ['answered after the vote', 'no-choice', over, { type: 'choose', option: 1 }],
  ]);

  it('one that nobody counted is over by the clock, and a late count finds nothing', () => {
    const game = voting();
    const poll = pollOf(game)!;
    game.at = nextDeadline(game.state)!;
    game.expire();
    expect(game.state.polls).toEqual({});
    expect(game.refused(counted(poll.id), SYSTEM)).toBe('no-poll');
  });
});

const wares = (items: readonly string[], gold = 0) => ({ items, gold });
/** p1 has offered p2 a cake for 5 gold, in the market both stand in. */
function offered(): Court {
  const game = table({ market: 20 }).set('p1', { cell: 20 }).set('p2', { cell: 20 });
  (game as Court).bag('p1', 'cake', 'cake').bag('p2', 'bolt');
  game.must({ type: 'trade', to: 'p2', give: wares(['cake', 'cake']), want: wares(['bolt'], 5) });
  return game as Court;
}
const accept = (game: Court): Command => ({ type: 'accept', offer: game.offers[0]?.n ?? 0 });

describe('trades of things gone', () => {
  const without = (id: 'p1' | 'p2', keep: number) => () =>
    offered().set(id, { bag: offered().player(id).bag.slice(0, keep) }) as Court;
  const worn = () => {
    const game = offered();
    return game.set('p1', { bag: game.player('p1').bag.map((one) => ({ ...one, worn: true })) }) as Court;
  };
  refusedWhole([
    ['one of two is gone from the giver', 'trade-gone', without('p1', 1), accept, P2],
    ['gone from the one who accepts', 'trade-gone', without('p2', 0), accept, P2],
    ['put on since', 'trade-gone', worn, accept, P2],
    ['the gold is gone', 'cannot-pay', () => offered().set('p2', { gold: 4 }) as Court, accept, P2],
    ['one has left the market', 'trade-apart', () => offered().set('p1', { cell: 5 }) as Court, accept, P2],
    [
      'the other bag has filled up',
      'trade-room',
      () => offered().bag('p2', 'bolt', ...Array.from({ length: 12 }, () => 'net')) as Court,
      (game) => accept(game),
      P2,
    ],
    ['accepted by whoever offered it', 'own-offer', offered, accept],
    [
      'offered without being there',
      'trade-gone',
      offered,
      { type: 'trade', to: 'p2', give: wares(['cake', 'storm']), want: wares([], 1) },
    ],
  ]);
});

type Grant = CommandOf<'grantHelper'>['grant'];
const GRANT: Grant = {
  ...{ tags: [], items: ['step'], target: 'self', uses: 1, per: 'day', until: null, approval: false },
};
const granted = (more: Partial<Grant> = {}) => {
  const game = table().bag('p1', 'step', 'step', 'net', 'velvet_snare');
  game.must({ type: 'grantHelper', viewer: 'v_mia', grant: { ...GRANT, ...more } });
  return game;
};
/** Mia has asked, and then the grant became another. */
const askedThen = (then: (game: Court) => void, more: Partial<Grant> = {}) => {
  const game = granted({ approval: true, ...more });
  const net = more.items?.includes('net');
  game.must(net ? { type: 'use', item: 'net', targets: ['p2'] } : { type: 'use', item: 'step' }, MIA);
  then(game);
  return game;
};
const regrant = (more: Partial<Grant>) => (game: Court) => {
  game.must({ type: 'grantHelper', viewer: 'v_mia', grant: { ...GRANT, approval: true, ...more } });
};
const yes = (game: Court): Command => ({
  ...{ type: 'approve', request: game.player('p1').requests[0]?.n ?? 0, yes: true },
});

describe('helpers beyond a grant', () => {
  const spent = () => {
    const game = granted();
    game.must({ type: 'use', item: 'step' }, MIA);
    return game;
  };
  const others = { items: ['net', 'velvet_snare'] };
  const step: Command = { type: 'use', item: 'step' };
  const net: Command = { type: 'use', item: 'net', targets: ['p2'] };
  const nets = { items: ['net'], target: 'any' } as const;
  refusedWhole([
    ['a thing that was not granted', 'no-grant', granted, net, MIA],
    ['a rival, where the grant is for oneself', 'grant-self-only', () => granted(others), net, MIA],
    [
      'a trap for whoever comes, where the grant is for oneself',
      'grant-self-only',
      () => granted(others),
      { type: 'use', item: 'velvet_snare', cell: 12 },
      MIA,
    ],
    ['once more than granted', 'grant-spent', spent, step, MIA],
    ['after its end', 'grant-over', () => granted({ until: 1_005_000 }).wait(6) as Court, step, MIA],
    ['by another viewer', 'no-grant', granted, step, { ...MIA, viewer: 'v_other' } as Actor],
    ['another player’s bag', 'no-grant', granted, step, { ...MIA, player: 'p2' } as Actor],
    [
      'a yes when the grant is over',
      'grant-over',
      () => askedThen((game) => game.wait(6), { until: 1_005_000 }),
      yes,
    ],
    ['a yes when it is for other things', 'no-grant', () => askedThen(regrant({ items: ['cake'] })), yes],
    [
      'a yes when it is for oneself',
      'grant-self-only',
      () => askedThen(regrant({ items: ['net'] }), nets),
      yes,
    ],
    ['a yes to one who was revoked', 'no-grant', () => askedThen(revoke), yes],
    ['a yes when the thing is gone', 'no-item', () => askedThen((game) => game.bag('p1', 'cake')), yes],
  ]);
});

function revoke(game: Court): void {
  game.must({ type: 'revokeHelper', viewer: 'v_mia' });
}

describe('contradictory treaties', () => {
  const truce = () => table().sign('truce', 'p1', 'p2');
  const allied = () => table().sign('alliance', 'p1', 'p2');
  const war = () => {
    const game = table();
    game.must({ type: 'declare', on: 'p2' });
    return game;
  };
  /** Both partners of p1 are there, and a third offer was made before. */
  const full = () => {
    const game = table();
    game.must({ type: 'propose', to: 'p1', kind: 'alliance' }, 'p4');
    return game.sign('alliance', 'p1', 'p2').sign('alliance', 'p1', 'p3');
  };
  const propose = (kind: 'alliance' | 'truce' | 'tribute', gold?: number): Command =>
    gold === undefined ? { type: 'propose', to: 'p2', kind } : { type: 'propose', to: 'p2', kind, gold };
  refusedWhole([
    ['war in a truce', 'treaty-binds', truce, { type: 'declare', on: 'p2' }],
    ['war on an ally', 'treaty-binds', allied, { type: 'declare', on: 'p2' }],
    ['war twice', 'treaty-stands', war, { type: 'declare', on: 'p2' }],
    ['an alliance in a war', 'treaty-stands', war, propose('alliance')],
    ['a truce with an ally', 'treaty-stands', allied, propose('truce')],
    ['a tribute from an ally', 'treaty-stands', allied, propose('tribute', 5)],
    ['the same once more', 'treaty-stands', allied, propose('alliance')],
    ['a third partner, by an offer made before', 'treaty-full', full, accept],
    [
      'a hostile thing on an ally',
      'treaty-binds',
      () => allied().bag('p1', 'net'),
      {
        ...{ type: 'use', item: 'net', targets: ['p2'] },
      },
    ],
  ]);
});

describe('corrections that would break what must hold', () => {
  const correct = (...changes: readonly Correction[]): Command => ({
    type: 'correct',
    changes,
    reason: 'slip',
  });
  const good: Correction = { do: 'count', player: 'p1', what: 'gold', by: 1 };
  const broken: readonly (readonly [string, string, Correction])[] = [
    ['gold below nothing', 'correction-limit', { do: 'count', player: 'p2', what: 'gold', by: -1000 }],
    ['health to nothing', 'correction-limit', { do: 'count', player: 'p2', what: 'hp', by: -1000 }],
    ['shards below nothing', 'correction-limit', { do: 'shards', player: 'p2', element: 'fire', by: -99 }],
    [
      'reputation beyond its end',
      'correction-limit',
      { do: 'standing', player: 'p2', zone: 'hell', by: 101 },
    ],
    ['rolls below nothing', 'correction-limit', { do: 'rolls', player: 'p2', by: -99 }],
    ['the finish without a roll', 'correction-place', { do: 'place', player: 'p2', cell: 100_000 }],
    ['a thing nobody has', 'correction-gone', { do: 'take', player: 'p2', n: 1 }],
    ['an effect that is not there', 'correction-gone', { do: 'lift', player: 'p2', n: 1 }],
    ['a question nobody asked', 'correction-gone', { do: 'dismiss', player: 'p2', n: 1 }],
    ['a stranger', 'not-a-player', { do: 'count', player: 'p9', what: 'gold', by: 1 }],
  ];
  refusedWhole(
    broken.map(([name, code, change]): Case => [name, code, table, correct(good, change, good), ADMIN]),
  );
  refusedWhole([
    ['by a player', 'not-admin', table, correct(good)],
    [
      'a bag over its room',
      'correction-room',
      table,
      correct(...Array.from({ length: 20 }, (): Correction => ({ do: 'give', player: 'p1', item: 'cake' }))),
      ADMIN,
    ],
    [
      'a pouch over its limit',
      'correction-room',
      table,
      correct(...Array.from({ length: 9 }, (): Correction => ({ do: 'giveDie', player: 'p1', sides: 6 }))),
      ADMIN,
    ],
  ]);
});
