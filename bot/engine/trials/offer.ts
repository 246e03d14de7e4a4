/** Giving a trial: whom it is for, and whether it is decided at once or waits for a chat, a deed, a finished game. */
import { pend } from '../pending.ts';
import type { TrialDef, TrialKind } from '../rules.ts';
import { tierOf, zoneOf } from '../sampler.ts';
import type { PlayerId, ViewerKey } from '../state.ts';
import { drawing, emit, type Work, who } from '../work.ts';
import { check, pickTrial, type TrialQuery } from './check.ts';

export interface Offer extends Pick<TrialQuery, 'genres' | 'hours' | 'difficulty'> {
  readonly tags: readonly string[];
  readonly id: string | null;
  readonly by: ViewerKey | null;
}

/** Who called for a trial, and what it was paid with. */
export interface Caller {
  readonly by: ViewerKey | null;
  readonly wish?: string;
}

/** What cells and viewers may call for. */
export const QUICK: readonly TrialKind[] = ['check', 'chat', 'performance', 'duel'];

/** How many trials of this player are current or queued. */
export function trialsOf(work: Work, id: PlayerId): number {
  return who(work, id).pending.filter((one) => one.is === 'trial').length;
}

/** One active and so many queued: no room for another. */
export function isFull(work: Work, id: PlayerId): boolean {
  return trialsOf(work, id) > work.rules.tunables.trials.queued;
}

export function offer(work: Work, id: PlayerId, { id: named, by, ...query }: Offer): void {
  const kinds = kindsFor(work, query.tags);
  const trial = named ? work.rules.trials[named] : pickTrial(work, id, { ...query, kinds });
  if (trial) callFor(work, id, { trial, by });
}

/** Games to be finished are for marathons; they are what a turn costs there, so cells never give another. */
function kindsFor(work: Work, tags: readonly string[]): readonly TrialKind[] {
  if (work.state.pace === 'marathon') return tags.includes('game') ? ['game'] : QUICK;
  return [...QUICK, 'game'];
}

/** Everybody whom the scope means gets it; who has no room is left out. */
function callFor(work: Work, id: PlayerId, { trial, by }: Caller & { readonly trial: TrialDef }): void {
  const players = calledBy(work, id, trial);
  if (trial.scope !== 'individual')
    emit(work, { type: 'trialCalled', player: id, trial: trial.id, scope: trial.scope, players });
  for (const player of players) give(work, player, trial, { by });
}

function calledBy(work: Work, id: PlayerId, { scope }: TrialDef): readonly PlayerId[] {
  const open = work.state.order.filter((one) => !isFull(work, one));
  switch (scope) {
    case 'individual':
      return [id];
    case 'mass':
      return open;
    case 'regional':
      return open.filter((one) => zoneOf(work, one) === zoneOf(work, id));
    case 'random': {
      const exposed = open.filter((one) => one === id || !isSafe(work, one));
      if (exposed.length === 0) return [];
      const at = drawing(work, { player: id, purpose: 'trial' }, (draws) => draws.int(exposed.length));
      return exposed.slice(at - 1, at);
    }
  }
}

/** In a camp nobody is drawn for other people's trials. */
function isSafe(work: Work, id: PlayerId): boolean {
  return work.state.board.cells[who(work, id).cell]?.kind === 'camp';
}

/** Does this trial wait for something, or is it over as soon as it is given? */
export function waits(trial: TrialDef): boolean {
  return trial.kind !== 'check' || trial.timed !== undefined;
}

export function give(work: Work, id: PlayerId, trial: TrialDef, { by, wish }: Caller): void {
  const tier = tierOf(work, id);
  if (!waits(trial)) {
    check(work, id, { trial, tier });
    return;
  }
  if (isFull(work, id)) return;
  const paid = wish === undefined ? {} : { wish };
  pend(work, id, { is: 'trial', trial: trial.id, tier, by, poll: null, done: null, ...paid });
}
