/** What the admin has turned: tunings that hold now, and changes of the rules that hold from a turn on. Public. */
import type { ZoneId } from '../rules.ts';
import type { GameState, Millis, PlayerId } from '../state.ts';
import type { Knob } from './knobs.ts';

/** For everybody, for whoever stands in a zone, or for one player. */
export type Scope =
  | { readonly of: 'game' }
  | { readonly of: 'zone'; readonly zone: ZoneId }
  | { readonly of: 'player'; readonly player: PlayerId };

export interface Tuning {
  readonly n: number;
  readonly scope: Scope;
  readonly knob: Knob;
  /** Weight: the id or tag of entries. Rule: the path of a number in the rules. Null for the other knobs. */
  readonly on: string | null;
  /** In the knob's own unit, see `KNOBS`. */
  readonly value: number;
  readonly reason: string;
  readonly since: Millis;
  /** When it ends by itself; null: when somebody takes it back. */
  readonly until: Millis | null;
}

/** Numbers of the rules by path, `tunables.tokens.every`. */
export type RulePatch = Readonly<Record<string, number>>;

export interface RuleChange {
  readonly n: number;
  readonly patch: RulePatch;
  /** It holds as soon as anybody's next roll is their roll of this number. */
  readonly turn: number;
  readonly reason: string;
  readonly since: Millis;
  /** When it began to hold; null: it waits. */
  readonly took: Millis | null;
}

export interface TuningState {
  readonly tunings: readonly Tuning[];
  readonly changes: readonly RuleChange[];
}

export const UNTUNED: TuningState = { tunings: [], changes: [] };

/** Games from before there was tuning have none. */
export function tuningOf(state: GameState): TuningState {
  return state.tuning ?? UNTUNED;
}

export function patchTuning(state: GameState, patch: Partial<TuningState>): GameState {
  return { ...state, tuning: { ...tuningOf(state), ...patch } };
}
