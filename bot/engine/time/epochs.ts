/** Epochs of the seed: a marathon changes its dice's key once a day and shows the old one. Pure. */
import type { Rules } from '../rules.ts';
import type { GameState, Millis, Setup } from '../state.ts';

/** How many seeds the chain of a game has: 1 for an evening. */
export function epochsOf({ pace }: Pick<Setup, 'pace'>, { tunables }: Pick<Rules, 'tunables'>): number {
  return pace === 'marathon' ? Math.max(1, tunables.time?.epochs.count ?? 1) : 1;
}

/** Epochs that are over. */
export function epochOf({ epoch }: Pick<GameState, 'epoch'>): number {
  return epoch?.n ?? 0;
}

/** When viewers' words for the next epoch close; null where there is no next one, or none are taken. */
export function luckCloses(state: GameState, rules: Pick<Rules, 'tunables'>): Millis | null {
  const end = epochEnd(state, rules);
  const before = rules.tunables.time?.epochs.luck;
  return end === null || before === undefined ? null : end - before * 1000;
}

/** When the present epoch ends; null if it lasts until the end of the game. */
export function epochEnd(state: GameState, rules: Pick<Rules, 'tunables'>): Millis | null {
  const begun = state.epoch?.since ?? state.startedAt;
  if (begun === null || epochOf(state) >= epochsOf(state, rules) - 1) return null;
  return begun + (rules.tunables.time?.epochs.hours ?? 0) * 3_600_000;
}
