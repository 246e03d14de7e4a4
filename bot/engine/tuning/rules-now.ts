/** The rules as they hold at this moment: those of the game, with what was changed since. */
import type { Rules } from '../rules.ts';
import type { GameState } from '../state.ts';
import { withNumbers } from './paths.ts';
import { type RulePatch, type TuningState, tuningOf } from './state.ts';

/** Few games are tuned, and the same slice of a state is asked for again and again. */
const made = new WeakMap<TuningState, { readonly of: Rules; readonly rules: Rules }>();

/**
 * Numbers are set, never added, so asking with rules that are already those of now gives the same again.
 * The same references in give the same reference out: what is worked out from rules can be kept by them.
 */
export function rulesNow(state: GameState, rules: Rules): Rules {
  const tuning = tuningOf(state);
  if (tuning.tunings.length === 0 && tuning.changes.length === 0) return rules;
  const found = made.get(tuning);
  if (found && (found.of === rules || found.rules === rules)) return found.rules;
  const patch = patchOf(tuning);
  const now = Object.keys(patch).length === 0 ? rules : withNumbers(rules, patch);
  made.set(tuning, { of: rules, rules: now });
  return now;
}

/** Changes first, in the order in which they took effect; a tuning of the moment is laid over them. */
function patchOf({ changes, tunings }: TuningState): RulePatch {
  const took = changes.filter((one) => one.took !== null).map(({ patch }) => patch);
  const set = tunings.flatMap(({ knob, on, value }) =>
    knob === 'rule' && on !== null ? [{ [on]: value }] : [],
  );
  return Object.assign({}, ...took, ...set);
}
