/** All operations and tests of an entry, with their places. */
import type { Hook, Op, Reaction, Test } from '../../engine/effects/operations.ts';
import type { Path } from '../faults.ts';

/** Any entry that can hold operations. */
export interface Holder {
  readonly use?: readonly Op[];
  readonly alone?: readonly Op[];
  readonly do?: readonly Op[];
  readonly onPass?: readonly Op[];
  readonly onFail?: readonly Op[];
  readonly hooks?: readonly Reaction[];
  /** Of stories. */
  readonly watches?: readonly { readonly do?: readonly Op[] }[];
}

export interface SeenOp {
  readonly op: Op;
  readonly path: Path;
  /** The hook it runs in; null for a use, a happening or the end of a trial. */
  readonly hook: Hook | null;
  /** The nearest operation around it that decides by chance or by asking; `if` decides at once and does not count. */
  readonly inside: 'coin' | 'choose' | 'chatChoose' | null;
  /** Nothing runs after it in its list, nor after the lists that hold it. */
  readonly last: boolean;
}
export interface SeenTest {
  readonly test: Test;
  readonly path: Path;
}

export function opsOf(holder: Holder): readonly SeenOp[] {
  const plain = (['use', 'alone', 'do', 'onPass', 'onFail'] as const).flatMap((field) =>
    within(holder[field] ?? [], { path: [field], hook: null, inside: null, last: true }),
  );
  const hooked = (holder.hooks ?? []).flatMap((reaction, i) =>
    within(reaction.do, { path: ['hooks', i, 'do'], hook: reaction.at, inside: null, last: true }),
  );
  const watched = (holder.watches ?? []).flatMap((watch, i) =>
    within(watch.do ?? [], { path: ['watches', i, 'do'], hook: null, inside: null, last: true }),
  );
  return [...plain, ...hooked, ...watched];
}

export function testsOf(holder: Holder): readonly SeenTest[] {
  const ofReactions = (holder.hooks ?? []).flatMap((reaction, i) => deep(reaction.if, ['hooks', i, 'if']));
  const ofOps = opsOf(holder).flatMap(({ op, path }) => {
    if (op.op === 'if') return deep(op.test, [...path, 'test']);
    if (op.op !== 'choose' && op.op !== 'chatChoose') return [];
    return op.options.flatMap((option, i) => deep(option.if, [...path, 'options', i, 'if']));
  });
  return [...ofReactions, ...ofOps];
}

/** The lists that an operation holds, with the steps that lead to them. */
export function listsIn(op: Op): readonly { readonly path: Path; readonly ops: readonly Op[] }[] {
  switch (op.op) {
    case 'choose':
    case 'chatChoose':
      return op.options.map((option, i) => ({ path: ['options', i, 'do'], ops: option.do }));
    case 'coin':
      return [
        { path: ['heads'], ops: op.heads },
        { path: ['tails'], ops: op.tails },
      ];
    case 'if':
      return [
        { path: ['then'], ops: op.then },
        { path: ['else'], ops: op.else ?? [] },
      ];
    default:
      return [];
  }
}

function within(ops: readonly Op[], place: Omit<SeenOp, 'op'>): readonly SeenOp[] {
  return ops.flatMap((op, i) => {
    const seen = { ...place, op, path: [...place.path, i], last: place.last && i === ops.length - 1 };
    const inside = decider(op) ?? place.inside;
    const inner = listsIn(op).flatMap((list) =>
      within(list.ops, { ...seen, inside, path: [...seen.path, ...list.path] }),
    );
    return [seen, ...inner];
  });
}

function decider(op: Op): SeenOp['inside'] {
  return op.op === 'coin' || op.op === 'choose' || op.op === 'chatChoose' ? op.op : null;
}

function deep(test: Test | undefined, path: Path): readonly SeenTest[] {
  if (!test) return [];
  return [{ test, path }, ...(test.is === 'not' ? deep(test.test, [...path, 'test']) : [])];
}
