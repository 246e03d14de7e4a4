/** The interpreter: runs a list of operations for everybody they touch. */

import { lose } from '../bag/things.ts';
import { playerOf } from '../patch.ts';
import type { PlayerId } from '../state.ts';
import type { Work } from '../work.ts';
import { endEffect } from './apply.ts';
import type { Hook, Op, OpName } from './operations.ts';
import { ASKING, flip } from './ops/asking.ts';
import { BOARD } from './ops/board.ts';
import type { Handler, Handlers, OpOf } from './ops/context.ts';
import { EFFECTS } from './ops/effects.ts';
import { NUMBERS } from './ops/numbers.ts';
import { THINGS } from './ops/things.ts';
import { type Bound, reactionsTo } from './reactions.ts';
import { type Scene, touched } from './scene.ts';
import { holds } from './test.ts';

/** Dice are bent in `turn/throw.ts`, prices in `bag/market.ts`; met here, these do nothing. */
const ELSEWHERE = () => {};
const DICE: Handlers<
  'addDie' | 'dropDie' | 'faces' | 'shift' | 'scale' | 'clamp' | 'reroll' | 'repeatRoll' | 'discount'
> = {
  addDie: ELSEWHERE,
  dropDie: ELSEWHERE,
  faces: ELSEWHERE,
  shift: ELSEWHERE,
  scale: ELSEWHERE,
  clamp: ELSEWHERE,
  reroll: ELSEWHERE,
  repeatRoll: ELSEWHERE,
  discount: ELSEWHERE,
};

const LOGIC: Handlers<'coin' | 'if'> = {
  coin(work, { op, on, scene, path }) {
    const side = flip(work, on);
    run(work, op[side], { ...scene, target: on, path: `${path}/${side}` });
  },
  if(work, { op, on, scene, path }) {
    const seen = { state: work.state, rules: work.rules, player: on, hostile: scene.incoming !== undefined };
    const branch = holds(op.test, seen) ? 'then' : 'else';
    run(work, op[branch] ?? [], { ...scene, path: `${path}/${branch}` });
  },
};

const HANDLERS: Handlers<OpName> = {
  ...NUMBERS,
  ...BOARD,
  ...THINGS,
  ...EFFECTS,
  ...ASKING,
  ...DICE,
  ...LOGIC,
};

export function run(work: Work, ops: readonly Op[], scene: Scene): void {
  ops.forEach((op, i) => {
    const handler = HANDLERS[op.op] as Handler<typeof op.op>;
    const on = 'on' in op ? op.on : undefined;
    for (const id of touched(work.state, on, scene)) {
      handler(work, { op: op as OpOf<typeof op.op>, on: id, scene, path: `${scene.path}/${i}` } as never);
    }
  });
}

type Extra = Pick<Scene, 'incoming' | 'trial'>;

/** Runs everything of this player that is bound to a moment. */
export function react(work: Work, id: PlayerId, hook: Hook, extra: Extra = {}): void {
  for (const bound of reactionsTo(hook, playerOf(work.state, id), work.rules)) {
    // One answer is enough: the next ward is kept for the next blow.
    if (extra.incoming?.answer) return;
    const test = bound.reaction.if;
    const hostile = extra.incoming !== undefined;
    if (test && !holds(test, { state: work.state, rules: work.rules, player: id, hostile })) continue;
    runBound(work, id, { bound, ops: bound.reaction.do, ...extra });
    if (bound.reaction.once) useUp(work, id, bound.source);
  }
}

export function runBound(work: Work, id: PlayerId, what: { bound: Bound; ops: readonly Op[] } & Extra): void {
  const { bound, ops, ...extra } = what;
  run(work, ops, {
    path: bound.path,
    why: bound.source.id,
    self: id,
    target: id,
    source: bound.source,
    ...extra,
  });
}

/** A reaction marked `once` takes its effect or item with it. */
export function useUp(work: Work, id: PlayerId, source: Bound['source']): void {
  if (source.kind === 'effect') endEffect(work, id, { n: source.n, why: 'used' });
  if (source.kind === 'item') lose(work, id, { n: source.n, why: 'used' });
}
