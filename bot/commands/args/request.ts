import { type Fault, fault, type ReadContext, type Typed } from '../spec.ts';
import { readNumber } from './number.ts';

/** The request that is answered: its number, or the only one there is. */
export function readRequest(typed: Typed, context: ReadContext): number | Fault {
  if (typed.words.length > 0) return readNumber(typed, { min: 0, max: 1_000_000_000 });
  const open = context.requests ?? [];
  if (open.length === 0) return fault('no-request');
  if (open.length > 1)
    return fault('many-requests', {
      requests: open.slice(0, 8).join(', '),
      first: open[0]!,
      command: typed.name,
    });
  return open[0]!;
}
