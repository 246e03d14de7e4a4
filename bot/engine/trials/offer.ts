/** Giving a player a trial: decided at once, or waiting for the chat, or for a finished video game. */
import { pend } from '../pending.ts';
import type { TrialDef } from '../rules.ts';
import { tierOf } from '../sampler.ts';
import type { PlayerId, ViewerKey } from '../state.ts';
import { type Work, who } from '../work.ts';
import { check, pickTrial } from './check.ts';

export interface Offer {
  readonly tags: readonly string[];
  readonly id: string | null;
  readonly by: ViewerKey | null;
}

/** How many trials of this player are current or queued. */
export function trialsOf(work: Work, id: PlayerId): number {
  return who(work, id).pending.filter((one) => one.is === 'trial').length;
}

export function offer(work: Work, id: PlayerId, { tags, id: named, by }: Offer): void {
  const trial = named ? work.rules.trials[named] : pickTrial(work, id, { tags, kinds: kindsFor(work, tags) });
  if (!trial) return;
  give(work, id, trial, by);
}

/** Games to be finished are for marathons; they are what a turn costs there, so cells never give another. */
function kindsFor(work: Work, tags: readonly string[]): readonly TrialDef['kind'][] {
  return work.state.pace === 'marathon' && tags.includes('game') ? ['game'] : ['check', 'chat'];
}

export function give(work: Work, id: PlayerId, trial: TrialDef, by: ViewerKey | null): void {
  const tier = tierOf(work, id);
  if (trial.kind === 'check') {
    check(work, id, { trial, tier });
    return;
  }
  if (trialsOf(work, id) > work.rules.tunables.trials.queued) return;
  pend(work, id, { is: 'trial', trial: trial.id, tier, by, poll: null, done: null });
}
