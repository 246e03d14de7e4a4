/** Paid wishes of viewers. Whoever has paid always gets an end: applied or returned, in the log, with a reason. */
import { run } from '../effects/run.ts';
import type { Deciders } from '../handling.ts';
import { refuse } from '../refusal.ts';
import type { RewardDef } from '../rules.ts';
import type { PlayerId } from '../state.ts';
import { trialsOf } from '../trials/offer.ts';
import { emit, type Work } from '../work.ts';

export const REWARDS: Deciders<'redeem' | 'settled'> = {
  redeem(work, { command, as, player }) {
    if (as.by !== 'viewer') return refuse('not-yours', { type: command.type });
    const { redemption, reward } = command;
    if (work.state.unsettled[redemption]) return refuse('redeemed-already', { redemption });
    const def = work.rules.rewards[reward];
    const why = hindrance(work, player, def);
    const outcome = why === null ? 'applied' : 'returned';
    emit(work, {
      type: 'redeemed',
      player,
      viewer: as.viewer,
      redemption,
      reward,
      outcome,
      why: why ?? 'applied',
    });
    if (def && why === null)
      run(work, def.do, { path: `rewards/${def.id}/do`, why: def.id, self: player, target: player });
    return undefined;
  },
  settled(work, { command, player }) {
    const owed = work.state.unsettled[command.redemption];
    if (owed?.player !== player) return refuse('no-redemption', { redemption: command.redemption });
    emit(work, { type: 'settled', player, redemption: command.redemption, code: command.code });
    return undefined;
  },
};

/** Why a wish cannot be granted now, or null. Nothing is kept for later: points go back at once. */
function hindrance(work: Work, player: PlayerId, def: RewardDef | undefined): string | null {
  if (!def) return 'unknown';
  if (work.state.status !== 'running' && work.state.status !== 'superGame') return 'not-running';
  const full = trialsOf(work, player) > work.rules.tunables.trials.queued;
  return full && def.do.some((op) => op.op === 'trial') ? 'full' : null;
}
