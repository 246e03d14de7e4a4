/** Exact odds of the next roll, of its total and of the cell: worked out over all outcomes, never sampled. */

import type { Op, Test } from '../effects/operations.ts';
import { reactionsTo } from '../effects/reactions.ts';
import { playerOf } from '../patch.ts';
import type { CellKind, Rules } from '../rules.ts';
import type { GameState, PlayerId } from '../state.ts';
import { enumerate } from '../turn/odds.ts';
import { type Throw, throwDice } from '../turn/throw.ts';
import { destination } from '../turn/walk.ts';
import { type Step, telling } from './step.ts';

export interface Odds {
  readonly player: PlayerId;
  readonly boosters: readonly number[];
  /** By total, ascending; `chance` 0..1, they sum to 1 if `exact`. */
  readonly totals: readonly { readonly total: number; readonly chance: number }[];
  /** By cell of the main way, most likely first. */
  readonly landings: readonly { readonly cell: number; readonly kind: CellKind; readonly chance: number }[];
  /** What bends the roll whatever the dice show. */
  readonly steps: readonly Step[];
  /** False: there are more outcomes than can be gone through; what is missing from 1 is not known. */
  readonly exact: boolean;
}

interface Asking {
  readonly state: GameState;
  readonly rules: Rules;
  readonly player: PlayerId;
  readonly boosters: readonly number[];
}

export function oddsOf(asking: Asking): Odds {
  const { state, player, boosters } = asking;
  const sums = apart(asking) ? convolved(asking) : enumerated(asking);
  const totals = [...sums].sort(([a], [b]) => a - b).map(([total, chance]) => ({ total, chance }));
  const from = playerOf(state, player).cell;
  const cells = new Map<number, number>();
  for (const { total, chance } of totals) {
    const cell = destination({ state, player, from, steps: total });
    cells.set(cell, (cells.get(cell) ?? 0) + chance);
  }
  const landings = [...cells]
    .map(([cell, chance]) => ({ cell, kind: state.board.cells[cell]?.kind ?? 'plain', chance }))
    .sort((a, b) => b.chance - a.chance || a.cell - b.cell);
  const known = totals.reduce((sum, { chance }) => sum + chance, 0);
  return { player, boosters, totals, landings, steps: stepsOf(asking), exact: known > 1 - 1e-9 };
}

function enumerated(asking: Asking): Map<number, number> {
  const sums = new Map<number, number>();
  enumerate(
    (draws) => throwDice(asking, draws).total,
    (total, chance) => sums.set(total, (sums.get(total) ?? 0) + chance),
  );
  return sums;
}

/** Each die adds its own, whatever the others show: then many dice are no more work than few. */
function convolved(asking: Asking): Map<number, number> {
  const highest = throwDice(asking, { int: (sides) => sides });
  let sums = new Map([[highest.bonus, 1]]);
  for (const [i, { sides }] of highest.dice.entries()) {
    const faces = Array.from({ length: sides }, (_, face) => faceOf(asking, i, face + 1));
    const next = new Map<number, number>();
    for (const [sum, chance] of sums)
      for (const face of faces) next.set(sum + face, (next.get(sum + face) ?? 0) + chance / sides);
    sums = next;
  }
  const floored = new Map<number, number>();
  for (const [sum, chance] of sums) {
    const total = Math.max(1, sum);
    floored.set(total, (floored.get(total) ?? 0) + chance);
  }
  return floored;
}

/** What die `i` counts when it shows this face. */
function faceOf(asking: Asking, i: number, face: number): number {
  let at = -1;
  const thrown = throwDice(asking, {
    int(sides) {
      at += 1;
      return at === i ? face : sides;
    },
  });
  return thrown.dice[i]?.value ?? face;
}

const KNOTS: readonly Op['op'][] = ['reroll', 'repeatRoll', 'scale', 'clamp', 'coin'];
const LOOKS: readonly Test['is'][] = ['odd', 'even', 'double', 'total'];

/** True where nothing that reacts to the throw looks at the dice: no rerolls, no bounds, no "if it is even". */
function apart(asking: Throw): boolean {
  const { state, rules, player } = asking;
  // So little that even the best throw is lifted to 1: what the sum would be cannot be read off it.
  if (throwDice(asking, { int: (sides) => sides }).total <= 1) return false;
  const bound = reactionsTo('afterRoll', playerOf(state, player), rules);
  return bound.every(({ reaction }) => !looks(reaction.if) && reaction.do.every(isApart));
}

function isApart(op: Op): boolean {
  if (KNOTS.includes(op.op)) return false;
  return op.op !== 'if' || (!looks(op.test) && op.then.every(isApart) && (op.else ?? []).every(isApart));
}

function looks(test: Test | undefined): boolean {
  if (!test) return false;
  return test.is === 'not' ? looks(test.test) : LOOKS.includes(test.is);
}

/** With every die at its middle: what bends the roll for certain. Bounds that only some totals meet are left out. */
function stepsOf(asking: Asking): readonly Step[] {
  const noted: Step[] = [];
  throwDice({ ...asking, note: (step) => noted.push(step) }, { int: (sides) => Math.ceil(sides / 2) });
  return telling(noted).filter(({ from }) => from !== 'least');
}
