/** Another trial instead: where a thing in the bag allows it; a performance may always be swapped for dice. */
import { applyItem } from '../bag/use.ts';
import { currentOf, gameOf, pend } from '../pending.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { ItemDef, TrialDef } from '../rules.ts';
import type { PlayerId } from '../state.ts';
import { emit, type Work, who } from '../work.ts';
import { hasTrial, pickTrial, type TrialQuery } from './check.ts';
import { swapForCheck } from './perform.ts';
import type { WaitingTrial } from './settle.ts';

/** The trial that would be exchanged: what is asked now, else the game the player is on. */
export function rerollable(work: Work, id: PlayerId): WaitingTrial | null {
  const player = who(work, id);
  const current = currentOf(player, work.rules);
  const found = current?.is === 'trial' ? current : gameOf(player, work.rules);
  // A stage of the super game is no trial that came by chance, and what is under review is done.
  return found?.is === 'trial' && !found.stage && !found.review ? found : null;
}

export function reroll(work: Work, id: PlayerId): Refusal | undefined {
  const waiting = rerollable(work, id);
  if (!waiting) return refuse('no-trial');
  const trial = work.rules.trials[waiting.trial];
  const got = who(work, id).bag.find((one) => one.wait === 0 && isReroll(work.rules.items[one.item]));
  if (trial?.kind === 'performance' && waiting.poll === null) {
    emit(work, { type: 'trialRerolled', player: id, from: trial.id, to: null });
    swapForCheck(work, id, waiting);
    return undefined;
  }
  if (!got) return refuse('no-reroll');
  if (!trial || !hasTrial(work, id, likeIt(trial))) return refuse('nothing-else');
  return applyItem(work, id, { item: String(got.n) }, null);
}

function isReroll(item: ItemDef | undefined): boolean {
  return item?.target === 'self' && item.use?.some((op) => op.op === 'reoffer') === true;
}

/** What the thing does: the same kind, the same place in the queue, the same tier. Nothing, if nothing waits. */
export function reoffer(work: Work, id: PlayerId): void {
  const waiting = rerollable(work, id);
  const trial = waiting && work.rules.trials[waiting.trial];
  const next = trial && pickTrial(work, id, likeIt(trial));
  if (!waiting || !next) return;
  emit(work, { type: 'trialRerolled', player: id, from: trial.id, to: next.id });
  const { is, tier, by, wish } = waiting;
  const paid = wish === undefined ? {} : { wish };
  const isFirst = who(work, id).pending[0]?.n === waiting.n;
  emit(work, { type: 'unpended', player: id, n: waiting.n, why: 'rerolled' });
  pend(work, id, { is, trial: next.id, tier, by, poll: null, done: null, ...paid }, isFirst);
}

/** The same kind, for as many; not itself. */
function likeIt({ id: not, kind, scope }: TrialDef): TrialQuery {
  return { tags: kind === 'game' ? ['game'] : [], kinds: [kind], scopes: [scope], not };
}
