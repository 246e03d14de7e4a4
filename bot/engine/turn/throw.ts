/**
 * What the dice say, with everything that bends them. Pure over (state, draws), so that the same code makes the
 * roll and, run over every possible outcome, the odds.
 */
import type { Draws } from '../chance.ts';
import type { Op } from '../effects/operations.ts';
import { type Bound, reactionsTo, type Source, statOf, statSteps } from '../effects/reactions.ts';
import { holds } from '../effects/test.ts';
import { playerOf } from '../patch.ts';
import type { Rules } from '../rules.ts';
import type { Die, GameState, PlayerId } from '../state.ts';
import { tuningSteps, turned } from '../tuning/knobs.ts';
import type { Step } from '../why/step.ts';

export interface Throw {
  readonly state: GameState;
  readonly rules: Rules;
  readonly player: PlayerId;
  /** Booster dice thrown along, by sides. */
  readonly boosters: readonly number[];
  /** Told of everything that bends the roll, in order. */
  readonly note?: (step: Step) => void;
}

export interface Thrown {
  readonly dice: readonly Die[];
  /** Everything that is not a die's face. */
  readonly bonus: number;
  /** At least 1. */
  readonly total: number;
  /** Reactions with operations that touch more than the dice, to be run afterwards. */
  readonly after: readonly Bound[];
  readonly usedUp: readonly Source[];
}

interface Draft {
  sides: number[];
  dice: Die[];
  bonus: number;
  faces: Map<number, Readonly<Record<string, number>>>;
}

const totalOf = (draft: Draft): number => draft.dice.reduce((sum, die) => sum + die.value, 0) + draft.bonus;

export function throwDice(request: Throw, draws: Draws): Thrown {
  const { state, rules } = request;
  const player = playerOf(state, request.player);
  const draft: Draft = {
    sides: [...rules.tunables.dice.start, ...request.boosters],
    dice: [],
    bonus: 0,
    faces: new Map(),
  };
  const after: Bound[] = [];
  const usedUp: Source[] = [];
  const react = (hook: 'beforeRoll' | 'afterRoll') => {
    for (const bound of reactionsTo(hook, player, rules)) {
      const seen = { state, rules, player: player.id, roll: { dice: draft.dice, total: totalOf(draft) } };
      if (bound.reaction.if && !holds(bound.reaction.if, seen)) continue;
      const before = request.note && marksOf(draft);
      if (bend(bound.reaction.do, { draft, draws, request })) after.push(bound);
      if (before) request.note?.(stepOf(bound.source, before, draft));
      if (bound.reaction.once) usedUp.push(bound.source);
    }
  };
  react('beforeRoll');
  draft.dice = draft.sides.map((sides) => cast(draft, sides, draws));
  const zone = rules.zones[state.board.cells[player.cell]?.zone ?? 'forest'];
  const skew = zone.dice ?? 0;
  draft.bonus = statOf(player, rules, 'roll') + skew + turned(state, player.id, 'dice');
  if (request.note) {
    const here: Step = { from: 'zone', id: zone.id, by: skew };
    const plain = [...statSteps(player, rules, 'roll'), here, ...tuningSteps(state, player.id, 'dice')];
    for (const step of plain) request.note(step);
  }
  react('afterRoll');
  const total = Math.max(1, totalOf(draft));
  request.note?.({ from: 'least', by: total - totalOf(draft) });
  return { dice: draft.dice, bonus: total - totalOf({ ...draft, bonus: 0 }), total, after, usedUp };
}

interface Marks {
  readonly bonus: number;
  readonly sides: readonly number[];
  readonly values: readonly number[];
}

const marksOf = ({ bonus, sides, dice }: Draft): Marks => ({
  bonus,
  sides: [...sides],
  values: dice.map(({ value }) => value),
});

/** What one reaction did: to the sum, and to the dice, which count by themselves. */
function stepOf({ kind, id }: Source, before: Marks, { bonus, sides, dice }: Draft): Step {
  const values = dice.map(({ value }) => value);
  const bent = [
    ...before.sides
      .filter((one, i) => before.sides.length > sides.length && sides[i] !== one)
      .slice(0, 1)
      .map((one) => `−d${one}`),
    ...sides.slice(before.sides.length).map((one) => `+d${one}`),
    ...(values.length > 0 && values.join() !== before.values.join()
      ? [`${before.values.join('+')}→${values.join('+')}`]
      : []),
  ];
  const by = bonus - before.bonus;
  return bent.length > 0 ? { from: kind, id, by, dice: bent.join(' ') } : { from: kind, id, by };
}

function cast(draft: Draft, sides: number, draws: Draws): Die {
  const face = draws.int(sides);
  return { sides, value: draft.faces.get(sides)?.[face] ?? face };
}

interface Bending {
  readonly draft: Draft;
  readonly draws: Draws;
  readonly request: Throw;
}

/** Runs the operations that bend dice. True if there are others, which are for afterwards. */
function bend(ops: readonly Op[], bending: Bending): boolean {
  let more = false;
  for (const op of ops) {
    if (op.op === 'if') {
      const seen = { ...bending.request, roll: { dice: bending.draft.dice, total: totalOf(bending.draft) } };
      more = bend(holds(op.test, seen) ? op.then : (op.else ?? []), bending) || more;
    } else more = !bendOne(op, bending) || more;
  }
  return more;
}

function bendOne(op: Op, { draft, draws, request }: Bending): boolean {
  switch (op.op) {
    case 'addDie':
      draft.sides.push(op.sides);
      return true;
    case 'dropDie':
      dropDie(draft, op.which);
      return true;
    case 'faces':
      draft.faces.set(op.sides, op.map);
      return true;
    case 'shift':
      draft.bonus += op.by * (op.each === 'die' ? draft.dice.length : 1);
      return true;
    case 'scale':
      draft.bonus += Math.ceil(totalOf(draft) * op.by) - totalOf(draft);
      return true;
    case 'clamp':
      draft.bonus += Math.min(op.max ?? 999, Math.max(op.min ?? -999, totalOf(draft))) - totalOf(draft);
      return true;
    case 'reroll':
      reroll(draft, op, draws);
      return true;
    case 'repeatRoll':
      draft.dice = [...(playerOf(request.state, request.player).lastRoll?.dice ?? draft.dice)];
      return true;
    default:
      return false;
  }
}

/** Never the last die: a roll always has one. */
function dropDie(draft: Draft, which: 'lowest' | 'highest'): void {
  if (draft.sides.length < 2) return;
  const goal = which === 'lowest' ? Math.min(...draft.sides) : Math.max(...draft.sides);
  draft.sides.splice(draft.sides.indexOf(goal), 1);
}

function reroll(draft: Draft, op: Extract<Op, { op: 'reroll' }>, draws: Draws): void {
  const values = draft.dice.map((die) => die.value);
  const goal = op.which === 'lowest' ? Math.min(...values) : Math.max(...values);
  const chosen = op.which === 'all' ? draft.dice.map((_, i) => i) : [values.indexOf(goal)];
  const fresh = draft.dice.map((die, i) => (chosen.includes(i) ? cast(draft, die.sides, draws) : die));
  const sum = (dice: readonly Die[]) => dice.reduce((total, die) => total + die.value, 0);
  if (op.keep === 'new' || sum(fresh) > sum(draft.dice)) draft.dice = fresh;
}
