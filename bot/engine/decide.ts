/** The one entry of the engine: what a command does to a state. Pure: no clock, no I/O, no await. */
import type { Chance } from './chance.ts';
import type { Envelope } from './commands.ts';
import type { GameEvent } from './events.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refusal.ts';
import type { Rules } from './rules.ts';
import type { GameState } from './state.ts';

export interface Context {
  readonly rules: Rules;
  readonly chance: Chance;
}

export interface Decided {
  readonly events: readonly GameEvent[];
  /** The state after the events. */
  readonly state: GameState;
}

export function decide(_state: GameState, _envelope: Envelope, _context: Context): Decided | Refusal {
  return refuse('not-running');
}
