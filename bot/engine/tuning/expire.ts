/** Tunings that end by themselves, and rules that begin to hold. */
import { playerOf } from '../patch.ts';
import type { GameState, Millis } from '../state.ts';
import { emit, type Work } from '../work.ts';
import { tuningOf } from './state.ts';

/** When the next tuning ends; never is infinity. */
export function nextOfTuning(state: GameState): Millis {
  return tuningOf(state).tunings.reduce(
    (next, { until }) => Math.min(next, until ?? next),
    Number.POSITIVE_INFINITY,
  );
}

export function expireTuning(work: Work): void {
  const over = tuningOf(work.state).tunings.filter(({ until }) => until !== null && until <= work.at);
  for (const { n } of over) emit(work, { type: 'untuned', n, why: 'expired', reason: '' });
}

/** The number of the roll that the furthest of all seats makes next. */
export function turnOf(state: GameState): number {
  return 1 + Math.max(0, ...state.order.map((id) => playerOf(state, id).rolls));
}

/** Rules whose turn has come hold from here on. */
export function takeChanges(work: Work): void {
  const { changes } = tuningOf(work.state);
  if (changes.length === 0) return;
  const due = changes.filter((one) => one.took === null && one.turn <= turnOf(work.state));
  for (const { n } of due) emit(work, { type: 'ruleChangeTook', n });
}
