/** One batch of commands, decided one after another on the state that the batch before it leads to. */
import { type Context, type Decided, decide } from '../../engine/decide.ts';
import { isRefusal } from '../../engine/refusal.ts';
import type { GameState, Millis } from '../../engine/state.ts';
import { overOf } from '../engine.ts';
import type { Line, Outcome, Request } from './outcome.ts';

/** A command that somebody waits for. */
export interface Waiting {
  readonly request: Request;
  /** Sender and id: the same key acts once. */
  readonly key: string;
  /** How often its batch met a log that had moved on. */
  tries: number;
  readonly settle: (outcome: Outcome) => void;
  readonly fail: (error: unknown) => void;
}

/** A state and the number of the line that made it. */
export interface Tip {
  readonly state: GameState;
  readonly seq: number;
}

export interface Draft extends Tip {
  readonly lines: readonly Line[];
  /** By key; the outcomes of lines hold only once these are stored. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

export interface Drafting {
  /** What was answered to this key before, or null. */
  readonly first: (key: string) => Outcome | null;
  readonly now: Millis;
  readonly context: ((state: GameState) => Context) | null;
  readonly onFault: (error: unknown, request: Request) => void;
}

/** Changes nothing but what it returns. */
export function draftOf(batch: readonly Waiting[], tip: Tip, drafting: Drafting): Draft {
  const lines: Line[] = [];
  const outcomes = new Map<string, Outcome>();
  let { state } = tip;
  for (const { key, request } of batch) {
    if (outcomes.has(key)) continue;
    const decided = drafting.first(key) ?? decideOne(state, request, drafting);
    if (!('state' in decided)) {
      outcomes.set(key, decided);
      continue;
    }
    const { at, events } = decided;
    const { id, as, command, who } = request;
    const seq = tip.seq + lines.length + 1;
    state = decided.state;
    lines.push(who ? { seq, at, id, as, command, events, who } : { seq, at, id, as, command, events });
    outcomes.set(key, { ok: true, seq, at, events });
  }
  return { state, seq: tip.seq + lines.length, lines, outcomes };
}

type Step = Decided & { readonly at: Millis };

function decideOne(state: GameState, request: Request, { now, context, onFault }: Drafting): Step | Outcome {
  // Nothing follows the end: the log is about to be closed.
  if (overOf(state) || !context) return { ok: false, code: 'not-running', args: { status: state.status } };
  const at = Math.max(now, state.at);
  try {
    const { as, command } = request;
    const decided = decide(state, { at, as, command }, context(state));
    if (isRefusal(decided)) return { ok: false, code: decided.code, args: decided.args };
    return { at, events: decided.events, state: decided.state };
  } catch (error) {
    onFault(error, request);
    return { ok: false, code: 'fault', args: {} };
  }
}
