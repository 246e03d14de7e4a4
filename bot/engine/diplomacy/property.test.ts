/** Whatever players do to each other, in any order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedChance } from '../chance.ts';
import type { Actor, Command } from '../commands.ts';
import { nextDeadline } from '../deadlines.ts';
import { decide } from '../decide.ts';
import type { GameEvent } from '../events.ts';
import { fold } from '../evolve.ts';
import { isRefusal, REFUSAL_CODES } from '../refusal.ts';
import type { GameState } from '../state.ts';
import { rules, table } from './given.ts';
import { diplomacyOf } from './state.ts';

const PLAYERS = ['p1', 'p2', 'p3', 'p4'] as const;
const player = fc.constantFrom(...PLAYERS);
const gold = fc.integer({ min: 0, max: 60 });
const wares = fc.record({
  items: fc.array(fc.constantFrom('cake', 'net', 'bolt', 'storm', 'step', 'vase', 'nothing'), {
    maxLength: 2,
  }),
  gold: fc.oneof(fc.constant(0), fc.constant(3), gold),
});
/** Offers are answered by their place in the list, most of the time. */
const deed = fc.oneof(
  fc.record({
    do: fc.constant('propose' as const),
    kind: fc.constantFrom('alliance', 'truce', 'tribute'),
    to: player,
    gold,
  }),
  fc.record({ do: fc.constantFrom('accept' as const, 'decline' as const), which: fc.nat(3) }),
  fc.record({
    do: fc.constantFrom('leave' as const, 'betray' as const, 'declare' as const, 'assist' as const),
    to: player,
  }),
  fc.record({ do: fc.constant('trade' as const), to: player, give: wares, want: wares }),
  fc.record({
    do: fc.constant('use' as const),
    item: fc.constantFrom('net', 'bolt', 'storm', 'step', 'cake'),
    to: player,
  }),
  fc.record({ do: fc.constant('gift' as const), item: fc.constantFrom('net', 'cake', 'vase'), to: player }),
  fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 2000 }) }),
  fc.record({ do: fc.constant('vote' as const), option: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ do: fc.constant('mute' as const), to: player, minutes: fc.constantFrom(null, 0, 5) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;
const deeds = fc.array(fc.record({ by: player, deed }), { minLength: 10, maxLength: 60 });

function commandOf(state: GameState, by: string, one: Deed): { as: Actor; command: Command } | null {
  const as: Actor = { by: 'player', player: by };
  const system: Actor = { by: 'system' };
  const offers = diplomacyOf(state).offers;
  switch (one.do) {
    case 'propose': {
      const { kind, to } = one;
      const base = { type: 'propose', kind: kind as 'alliance', to } as const;
      return {
        as,
        command: kind === 'tribute' ? { ...base, gold: one.gold, payer: one.gold % 2 ? to : by } : base,
      };
    }
    case 'accept':
    case 'decline': {
      const mine = offers.filter((offer) => offer.to === by || one.do === 'decline');
      return { as, command: { type: one.do, offer: (mine[one.which] ?? mine[0])?.n ?? 1 } };
    }
    case 'leave':
    case 'betray':
      return { as, command: { type: one.do, with: one.to } };
    case 'declare':
      return { as, command: { type: 'declare', on: one.to } };
    case 'assist':
      return { as, command: { type: 'assist', ally: one.to } };
    case 'trade':
      return { as, command: { type: 'trade', to: one.to, give: one.give, want: one.want } };
    case 'use':
      return {
        as,
        command: {
          type: 'use',
          item: one.item,
          ...(one.item === 'storm' || one.item === 'step' ? {} : { targets: [one.to] }),
        },
      };
    case 'gift':
      return { as, command: { type: 'gift', item: one.item, to: one.to } };
    case 'mute':
      return { as: { by: 'admin' }, command: { type: 'mute', who: one.to, minutes: one.minutes } };
    case 'wait':
      return { as: system, command: { type: 'expire' } };
    case 'vote': {
      const poll = Object.values(state.polls)[0];
      if (!poll) return null;
      const totals: Record<string, number> = one.option === 0 ? {} : { [one.option]: 4 };
      const voters = one.option === 0 ? 0 : 4;
      return { as: system, command: { type: 'closePoll', poll: poll.id, totals, voters, root: '' } };
    }
  }
}

const wealth = (state: GameState) => PLAYERS.reduce((sum, id) => sum + (state.players[id]?.gold ?? 0), 0);
const things = (state: GameState) =>
  PLAYERS.flatMap((id) => state.players[id]?.bag.map(({ item }) => item) ?? []).sort();

/** Gold and things of the state before, changed as the events say and in no other way. */
function told(before: GameState, events: readonly GameEvent[]): { gold: number; things: string[] } {
  let sum = wealth(before);
  const left = things(before);
  for (const event of events) {
    if (event.type === 'counted' && event.what === 'gold') sum += event.by;
    if (event.type === 'itemGained') left.push(event.got.item);
    if (event.type === 'itemLost') left.splice(left.indexOf(event.item), 1);
  }
  return { gold: sum, things: left.sort() };
}

/** What stands between players may only be as the rules allow. */
function invariants(state: GameState): void {
  const { treaties, offers, clashes } = diplomacyOf(state);
  const pairs = treaties.map(({ between }) => [...between].sort().join(' '));
  expect(new Set(pairs).size).toBe(pairs.length);
  for (const { between, kind, until, terms, pay } of treaties) {
    expect(between[0]).not.toBe(between[1]);
    if (kind === 'war') expect(terms.peace).toBe(false);
    if (kind !== 'alliance') expect(until).not.toBeNull();
    if (pay) expect(between).toContain(pay.from);
  }
  for (const id of PLAYERS) {
    const mine = treaties.filter((one) => one.between.includes(id));
    expect(mine.filter(({ kind }) => kind === 'alliance').length).toBeLessThanOrEqual(2);
    expect(
      treaties.filter(({ kind, between }) => kind === 'war' && between[0] === id).length,
    ).toBeLessThanOrEqual(1);
    expect(offers.filter((one) => one.from === id).length).toBeLessThanOrEqual(rules.diplomacy!.offers.most);
    const { gold, hp, bag } = state.players[id]!;
    for (const value of [gold, hp]) expect(value).toBeGreaterThanOrEqual(0);
    expect(new Set(bag.map(({ n }) => n)).size).toBe(bag.length);
  }
  for (const { from, to } of offers) expect(from).not.toBe(to);
  const next = nextDeadline(state);
  for (const one of [...offers, ...clashes]) expect(next).toBeLessThanOrEqual(one.until);
}

/** Two who have met and two in the market, or all of them there. */
const ROAD = [15, 15, 20, 20];
const MARKET = [20, 20, 20, 20];

describe('any sequence of deeds between players', () => {
  it('conserves gold and things, leaves nothing negative and nobody allied with oneself, and never throws', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(deeds, fc.integer(), fc.boolean(), (list, seed, stirred) => {
        const game = table();
        // Half of the games begin in the middle: an alliance, a war beside it, and its first clash.
        if (stirred) {
          game.sign('alliance', 'p1', 'p3').must({ type: 'declare', on: 'p2' });
          game.meet('p1', 'p2', 15);
        }
        PLAYERS.forEach((id, i) => {
          game
            .set(id, { cell: (stirred ? ROAD : MARKET)[i]!, gold: 40 })
            .bag(id, 'cake', 'net', 'bolt', 'storm', 'step', 'step', 'vase');
        });
        const chance = keyedChance(new Uint8Array(32).fill(seed & 255));
        let { state, at } = game;
        for (const { by, deed: one } of list) {
          if (one.do === 'wait') at += one.seconds * 1000;
          if (one.do === 'vote') at = Math.max(at, Object.values(state.polls)[0]?.closes ?? at);
          const asked = commandOf(state, by, one);
          if (!asked) continue;
          const result = decide(state, { at, ...asked }, { rules, chance });
          if (isRefusal(result)) {
            expect(REFUSAL_CODES).toContain(result.code);
            continue;
          }
          for (const event of result.events) seen.add(event.type);
          expect({ gold: wealth(result.state), things: things(result.state) }).toEqual(
            told(state, result.events),
          );
          expect(JSON.stringify(fold(state, at, result.events))).toBe(JSON.stringify(result.state));
          const own = result.events.every((event) => !['itemUsed'].includes(event.type));
          if (own && asked.command.type === 'accept')
            expect([wealth(result.state), things(result.state)]).toEqual([wealth(state), things(state)]);
          state = result.state;
          invariants(state);
        }
        settle(state, at);
      }),
      { numRuns: 1000 },
    );
    // A property that never meets a clash or a betrayal proves nothing about them.
    for (const type of [
      'treatySigned',
      'treatyEnded',
      'offerClosed',
      'traded',
      'tributePaid',
      'clashBegun',
      'clashFought',
      'treatyLeft',
      'assisted',
    ])
      expect(seen, type).toContain(type);
  }, 120_000);
});

/** Left alone, everything that waits comes to its end; only alliances stay. */
function settle(from: GameState, since: number): void {
  const chance = keyedChance(new Uint8Array(32));
  let state = from;
  let at = since;
  for (let steps = 0; steps < 200; steps += 1) {
    const due = nextDeadline(state);
    if (due === null) break;
    at = Math.max(at, due);
    const result = decide(
      state,
      { at, as: { by: 'system' }, command: { type: 'expire' } },
      { rules, chance },
    );
    if (isRefusal(result)) throw new Error(`due at ${due}, and nothing is`);
    state = result.state;
  }
  const { treaties, offers, clashes } = diplomacyOf(state);
  expect(nextDeadline(state)).toBeNull();
  expect([offers, clashes]).toEqual([[], []]);
  expect(treaties.every(({ kind }) => kind === 'alliance')).toBe(true);
}
