/**
 * The whole path of a command, without storage: a chat line is read, decided, folded, written as a canonical line and
 * chained by its hash. The very functions that the player process, the host and the storage thread call.
 */
import { type Head, openingHash, sealCommand } from '../../../adapters/log/contract.ts';
import { readLine } from '../../commands/read.ts';
import type { ReadContext } from '../../commands/spec.ts';
import type { Chance } from '../../engine/chance.ts';
import type { Actor, Command } from '../../engine/commands.ts';
import { decide } from '../../engine/decide.ts';
import { isRefusal } from '../../engine/refusal.ts';
import type { Rules } from '../../engine/rules.ts';
import type { GameState, Millis } from '../../engine/state.ts';
import { entryOf, rulesLine } from '../../store/line.ts';

/** A command as it came: as text in a chat, or from the host itself (a clock, a count), which types nothing. */
export interface Step {
  readonly id: string;
  readonly at: Millis;
  readonly as: Actor;
  readonly typed: { readonly text: string; readonly context: ReadContext } | null;
  /** What the text means; for steps without a text, the command. */
  readonly command: Command;
}

/** A recorded game: the same steps from the same state give the same lines. */
export interface Recording {
  readonly rules: Rules;
  readonly chance: Chance;
  readonly initial: GameState;
  readonly steps: readonly Step[];
}

export interface Played {
  readonly state: GameState;
  readonly head: Head;
  /** The newest lines, at most `KEPT`: a host hands them on to its log and does not hold them either. */
  readonly lines: readonly string[];
}

const KEPT = 300;

/** @throws Error when a line is not read as it was recorded, or its command is refused: then the numbers mean nothing. */
export function playPath({ rules, chance, initial, steps }: Recording): Played {
  const lines: string[] = [];
  const context = { rules, chance };
  let state = initial;
  let head: Head = { seq: 0, hash: openingOf(rules) };
  for (const { id, at, as, typed, command: recorded } of steps) {
    const command = typed ? read(typed.text, typed.context) : recorded;
    const decided = decide(state, { at, as, command }, context);
    if (isRefusal(decided)) throw new Error(`${id}: refused with ${decided.code}`);
    state = decided.state;
    const { line, hash } = sealCommand(entryOf({ at, id, as, command, events: decided.events }), head);
    lines[head.seq % KEPT] = line;
    head = { seq: head.seq + 1, hash };
  }
  return { state, head, lines };
}

function read(text: string, context: ReadContext): Command {
  const meaning = readLine(text, context);
  if (meaning.kind !== 'command') throw new Error(`"${text}" was read as ${meaning.kind}`);
  return meaning.command;
}

const openings = new WeakMap<Rules, string>();

/** Once for a game, so it is no part of a command's cost. */
function openingOf(rules: Rules): string {
  let hash = openings.get(rules);
  if (hash === undefined) {
    hash = openingHash('{}', rulesLine(rules));
    openings.set(rules, hash);
  }
  return hash;
}
