/** For the matrix of states: a table with enough of everything, and how one thing that waits is put before a player. */
import type { Actor } from './commands.ts';
import type { Op } from './effects/operations.ts';
import { Table } from './given.ts';
import type { Rules } from './rules.ts';
import type { GameState, Millis, Pending, Poll } from './state.ts';

export const ADMIN: Actor = { by: 'admin' };
export const P1: Actor = { by: 'player', player: 'p1' };
export const VIEWER: Actor = { by: 'viewer', viewer: 'v_1', player: 'p1' };
export const SYSTEM: Actor = { by: 'system' };

export interface Scene {
  readonly state: GameState;
  readonly at: Millis;
}
export type Making = (rules: Rules) => Scene;

export const of = ({ state, at }: Table): Scene => ({ state, at });

/** Player 1 with something of each sort in the bag and enough of everything, so that only the state stands in the way. */
export function rich(rules: Rules, pace: 'session' | 'marathon' = 'session'): Table {
  const table = new Table({ rules, setup: { pace } }).flat();
  const items = Object.values(rules.items);
  const pick = (fits: (item: (typeof items)[number]) => boolean) => items.find(fits)?.id ?? '';
  const bag = [
    pick(
      (item) =>
        item.target === 'self' && item.use?.every((one) => one.op === 'heal') === true && !item.protected,
    ),
    pick((item) => item.slot !== undefined && item.use === undefined && !item.protected),
  ];
  const other = pick((item) => item.use?.some((one) => one.op === 'reoffer') === true);
  const worn = pick((item) => item.slot !== undefined && item.slot !== rules.items[bag[1] ?? '']?.slot);
  const got = (item: string, n: number) => ({
    ...{ n, item, charges: rules.items[item]?.charges ?? 1, ttl: null, worn: item === worn, wait: 0 },
  });
  table.set('p1', {
    bag: [...bag, worn, other].map((item, i) => got(item, 901 + i)),
    dice: [6],
    gold: 500,
    // With all of it there would be nothing to heal.
    hp: table.player('p1').hp - 1,
    influence: rules.tunables.challenge.cap,
    audience: 50,
    attributes: { strength: 2, agility: 2, endurance: 2, mind: 2, luck: 2 },
  });
  const grant = { tags: ['heal'], items: [bag[0] ?? ''], target: 'self', uses: 9, per: 'game' } as const;
  table.set('p1', { helpers: { v_1: { ...grant, left: 9, since: 0, until: null, approval: false } } });
  return table;
}

export function pending(table: Table, one: Pending, poll?: Poll): Scene {
  table.set('p1', { pending: [one] });
  if (poll) table.state = { ...table.state, polls: { [poll.id]: poll } };
  return of(table);
}

/** Where the rules ask something of this sort first. */
export function choiceIn(rules: Rules, op: 'choose' | 'chatChoose'): string {
  const lists: readonly (readonly [path: string, ops: readonly Op[]])[] = [
    ...Object.values(rules.items).map(({ id, use }) => [`items/${id}/use`, use ?? []] as const),
    ...(['finds', 'traps', 'punishments'] as const).flatMap((kind) =>
      Object.values(rules[kind]).map((entry) => [`${kind}/${entry.id}/do`, entry.do] as const),
    ),
  ];
  for (const [path, ops] of lists) {
    const at = ops.findIndex((one) => one.op === op);
    if (at >= 0) return `${path}/${at}`;
  }
  throw new RangeError(`no ${op} in the pack`);
}

export const pollOf = (table: Table, more: Partial<Poll>): Poll => ({
  ...{ id: 'v950', player: 'p1', pending: 950, kind: 'choice', options: 2, need: 0 },
  ...{ opens: table.at - 60_000, closes: table.at },
  ...more,
});
