/** What becomes of one command that was handed to a game. */
import type { Actor, Command } from '../../engine/commands.ts';
import type { GameEvent } from '../../engine/events.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { GameState, Millis } from '../../engine/state.ts';

/** A command as it waits in the mailbox. The same (actor, id) acts once. */
export interface Request {
  readonly id: string;
  readonly as: Actor;
  readonly command: Command;
  /** Name of the viewer or helper, for show. */
  readonly who?: string;
}

export interface Accepted {
  readonly ok: true;
  /** Number of its line in the log; it is durable when this is told. */
  readonly seq: number;
  readonly at: Millis;
  readonly events: readonly GameEvent[];
}
export interface Refused {
  readonly ok: false;
  readonly code: string;
  readonly args: Refusal['args'];
}
export type Outcome = Accepted | Refused;

/** One accepted command, as listeners hear of it. */
export interface Line {
  readonly seq: number;
  readonly at: Millis;
  readonly id: string;
  readonly as: Actor;
  readonly command: Command;
  readonly events: readonly GameEvent[];
  readonly who?: string;
}

/** What one append made true. */
export interface Commit {
  readonly lines: readonly Line[];
  readonly state: GameState;
  readonly seq: number;
}
