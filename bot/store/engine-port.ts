/** What the store needs of the engine, handed in: so it can be tested with a toy, and replays with whatever is given. */
import type { Chance } from '../engine/chance.ts';
import type { Envelope } from '../engine/commands.ts';
import type { GameEvent } from '../engine/events.ts';
import type { Refusal } from '../engine/refusal.ts';
import type { Rules } from '../engine/rules.ts';
import type { Millis, PlayerId, Setup } from '../engine/state.ts';

/** @typeParam S the state; `GameState` for the real engine. */
export interface EnginePort<S> {
  /** Goes into headers; decisions are only checked again with the same one. */
  readonly version: string;
  initialState(setup: Setup, rules: Rules): S;
  fold(state: S, at: Millis, events: readonly GameEvent[], rules: Rules): S;
  decide(
    state: S,
    envelope: Envelope,
    context: { readonly rules: Rules; readonly chance: Chance },
  ): { readonly events: readonly GameEvent[]; readonly state: S } | Refusal;
  /** The map, for `mapHash`. */
  board(state: S): unknown;
  /** `chanceFor` of engine/proof.ts: the seed of the epoch with that number, 0 for the first. */
  chanceFor(seed: Uint8Array, epoch?: number): (state: S) => Chance;
  /** How the game ended, null while it goes on. */
  over(state: S): 'finished' | 'cancelled' | null;
  places(state: S): readonly PlayerId[];
}
