import { expect, it } from 'vitest';
import type { Treaty } from '../engine/diplomacy/state.ts';
import type { GameEvent } from '../engine/events.ts';
import { concerns } from './answers.ts';

const terms = { peace: true, gifts: true, assist: 2, reach: false, clash: false };
const treaty: Treaty = {
  ...{ n: 4, kind: 'alliance', between: ['p1', 'p2'], since: 0, until: null },
  ...{ terms, price: null, pay: null, leaving: null },
};
const offer = { n: 3, is: 'treaty', kind: 'alliance', from: 'p1', to: 'p2', until: 90, pay: null } as const;
const side = { pending: 7, stance: null, helped: [], lent: 0 };
const sides = [
  { ...side, player: 'p1' },
  { ...side, player: 'p2' },
] as const;

const BETWEEN: readonly GameEvent[] = [
  { type: 'offered', offer },
  { type: 'offerClosed', n: 3, from: 'p2', to: 'p1', why: 'declined', again: null },
  { type: 'treatySigned', treaty, again: null },
  { type: 'treatyLeft', n: 4, kind: 'alliance', by: 'p1', other: 'p2', until: 9 },
  { type: 'treatyEnded', n: 4, kind: 'alliance', between: ['p1', 'p2'], why: 'betrayed', by: 'p1' },
  { type: 'tributePaid', n: 4, from: 'p1', to: 'p2', gold: 5, due: 9 },
  { type: 'traded', n: 3, from: 'p1', to: 'p2' },
  { type: 'clashBegun', clash: { n: 5, treaty: 4, cell: 3, sides, until: 9 } },
  { type: 'clashCalledOff', n: 5, players: ['p1', 'p2'] },
  { type: 'muted', who: 'p2', until: null },
  { type: 'trialCalled', player: 'p1', trial: 'fire_drill', scope: 'mass', players: ['p1', 'p2'] },
];

it.each(BETWEEN)('whoever is named is told: $type', (event) => {
  expect(concerns(event, 'p2')).toBe(true);
  expect(concerns(event, 'p3')).toBe(false);
});

it('everybody hears of the end, the chat of a vote hears of the vote', () => {
  expect(concerns({ type: 'ended', winner: 'p1', places: ['p1'] }, 'p3')).toBe(true);
  expect(concerns({ type: 'coinFlipped', player: 'p1', side: 'heads' }, 'p3')).toBe(false);
});
