/** Finding a list of operations again by where it stands in the rules. */
import type { Rules } from '../rules.ts';
import type { OpPath } from '../state.ts';
import type { Op } from './operations.ts';

/**
 * The operation or list at a path such as `traps/wet_cloud/do/1`.
 * @throws RangeError if the rules have nothing there: the log was made with other rules.
 */
export function opsAt(rules: Rules, path: OpPath): Op | readonly Op[] {
  let at: unknown = rules;
  for (const step of path.split('/')) at = (at as Record<string, unknown> | undefined)?.[step];
  if (at === undefined || at === null) throw new RangeError(`the rules have nothing at ${path}`);
  return at as Op | readonly Op[];
}

/** The choice at a path. */
export function choiceAt(rules: Rules, path: OpPath): Extract<Op, { op: 'choose' | 'chatChoose' }> {
  const op = opsAt(rules, path);
  if ('op' in op && (op.op === 'choose' || op.op === 'chatChoose')) return op;
  throw new RangeError(`${path} is not a choice`);
}
