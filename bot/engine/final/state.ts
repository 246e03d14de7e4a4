/** How far a player's super game has come. */
import type { Player } from '../state.ts';
import type { Stage } from './rules.ts';

export interface FinalRun {
  readonly stage: Stage;
  readonly won: readonly Stage[];
  readonly lost: readonly Stage[];
}

/** Snapshots from before there were stages have none. */
export function runOf(player: Pick<Player, 'final'>): FinalRun | null {
  return player.final ?? null;
}
