/**
 * What would make good for a command that should not have been: found by comparing the states around it, and then a
 * correction like any other, with further events. What cannot be made good this way is named.
 */

import { diplomacyOf } from '../diplomacy/state.ts';
import type { Counter } from '../events.ts';
import { ELEMENTS, ZONES } from '../rules.ts';
import type { GameState, Player, PlayerId } from '../state.ts';
import type { Correction } from './commands.ts';

export interface Undoing {
  readonly changes: readonly Correction[];
  /** `treaties`, `opened`, `polls` …: these stay as they are. */
  readonly left: readonly string[];
}

interface Around {
  readonly before: GameState;
  readonly after: GameState;
  /** As things stand now: much may have happened since. */
  readonly now: GameState;
}

export function undoing({ before, after, now }: Around): Undoing {
  const changes: Correction[] = [];
  const left = new Set<string>(leftOf(before, after));
  for (const id of after.order) {
    const [was, is, today] = [before.players[id], after.players[id], now.players[id]];
    if (!was || !is || !today || was === is) continue;
    changes.push(...counts(id, was, is, today), ...place(id, was, is, today));
    for (const part of [
      things(id, was, is, today),
      dice(id, was, is, today),
      spells(id, was, is, today),
      asked(id, was, is, today),
    ]) {
      changes.push(...part.changes);
      for (const one of part.left) left.add(one);
    }
  }
  return { changes, left: [...left].sort() };
}

function leftOf(before: GameState, after: GameState): readonly string[] {
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['treaties', diplomacyOf(before).treaties, diplomacyOf(after).treaties],
    ['opened', before.opened, after.opened],
    ['marks', before.marks, after.marks],
    ['known', before.known, after.known],
    ['status', before.status, after.status],
  ];
  return pairs.filter(([, was, is]) => was !== is).map(([name]) => name);
}

const COUNTERS: readonly Counter[] = ['gold', 'hp', 'influence', 'score'];

/** Differences, and never further than to nothing: what was spent since cannot be taken. */
function counts(player: PlayerId, was: Player, is: Player, today: Player): readonly Correction[] {
  const back = (had: number, got: number, has: number, least: number) => Math.max(had - got, least - has);
  const out: Correction[] = [];
  for (const what of COUNTERS) {
    const by = back(was[what], is[what], today[what], what === 'hp' ? 1 : 0);
    if (was[what] !== is[what] && by !== 0) out.push({ do: 'count', player, what, by });
  }
  for (const element of ELEMENTS) {
    const by = back(was.shards[element], is.shards[element], today.shards[element], 0);
    if (was.shards[element] !== is.shards[element] && by !== 0)
      out.push({ do: 'shards', player, element, by });
  }
  for (const zone of ZONES) {
    const by = (was.reputation[zone] ?? 0) - (is.reputation[zone] ?? 0);
    if (by !== 0) out.push({ do: 'standing', player, zone, by });
  }
  const rolls = back(was.tokens.count, is.tokens.count, today.tokens.count, 0);
  if (was.tokens.count !== is.tokens.count && rolls !== 0) out.push({ do: 'rolls', player, by: rolls });
  return out;
}

function place(player: PlayerId, was: Player, is: Player, today: Player): readonly Correction[] {
  return was.cell === is.cell || was.cell === today.cell ? [] : [{ do: 'place', player, cell: was.cell }];
}

/** What came goes, if it is still there; what went comes back as a new one of its kind. */
function things(player: PlayerId, was: Player, is: Player, today: Player): Undoing {
  const has = (list: Player['bag'], n: number) => list.some((one) => one.n === n);
  const come = is.bag.filter(({ n }) => !has(was.bag, n));
  const gone = was.bag.filter(({ n }) => !has(is.bag, n));
  const here = come.filter(({ n }) => has(today.bag, n));
  return {
    changes: [
      ...here.map(({ n }): Correction => ({ do: 'take', player, n })),
      ...gone.map(({ item }): Correction => ({ do: 'give', player, item })),
    ],
    left: here.length < come.length ? ['things'] : [],
  };
}

function dice(player: PlayerId, was: Player, is: Player, today: Player): Undoing {
  const [come, gone] = [without(is.dice, was.dice), without(was.dice, is.dice)];
  const here = come.filter((sides) => today.dice.includes(sides));
  return {
    changes: [
      ...here.map((sides): Correction => ({ do: 'takeDie', player, sides })),
      ...gone.map((sides): Correction => ({ do: 'giveDie', player, sides })),
    ],
    left: here.length < come.length ? ['things'] : [],
  };
}

function without(list: readonly number[], other: readonly number[]): readonly number[] {
  const rest = [...other];
  return list.filter((sides) => {
    const at = rest.indexOf(sides);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** An effect that ended comes back with its whole length: how much of it was left, nobody is asked to count. */
function spells(player: PlayerId, was: Player, is: Player, today: Player): Undoing {
  const has = (list: Player['effects'], n: number) => list.some((one) => one.n === n);
  const come = is.effects.filter(({ n }) => !has(was.effects, n) && has(today.effects, n));
  const gone = was.effects.filter(({ n }) => !has(is.effects, n));
  const back = gone.filter(({ effect }) => !today.effects.some((one) => one.effect === effect));
  return {
    changes: [
      ...come.map(({ n }): Correction => ({ do: 'lift', player, n })),
      ...back.map(({ effect }): Correction => ({ do: 'effect', player, effect })),
    ],
    left: [],
  };
}

/** A question that came goes; one that was answered is not asked again. */
function asked(player: PlayerId, was: Player, is: Player, today: Player): Undoing {
  const come = is.pending.filter(
    ({ n, is: kind }) =>
      kind !== 'final' && !was.pending.some((one) => one.n === n) && today.pending.some((one) => one.n === n),
  );
  const answered = was.pending.some(({ n }) => !is.pending.some((one) => one.n === n));
  return {
    changes: come.map(({ n }): Correction => ({ do: 'dismiss', player, n })),
    left: answered ? ['questions'] : [],
  };
}
