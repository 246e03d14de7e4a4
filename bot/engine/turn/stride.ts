/** Walking after a throw. */
import { waysFrom } from '../board/objects.ts';
import { later } from '../effects/scene.ts';
import { pend } from '../pending.ts';
import type { PlayerId } from '../state.ts';
import { emit, type Work, who } from '../work.ts';
import { walk } from './walk.ts';

/** Walks, and lands unless a fork must be chosen first. */
export function stride(work: Work, id: PlayerId, go: { steps: number; first?: number }): void {
  const from = who(work, id).cell;
  const walked = walk({ state: work.state, player: id, from, steps: go.steps, first: go.first }, true);
  if (walked.path.length > 0) emit(work, { type: 'moved', player: id, path: walked.path, why: 'roll' });
  const cell = who(work, id).cell;
  if (walked.left > 0) {
    const ways = waysFrom(work.state, cell);
    pend(work, id, { is: 'fork', cell, left: walked.left, ways }, true);
  } else if (walked.path.length > 0) later(work, { do: 'land', player: id });
}
