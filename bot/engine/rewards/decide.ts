/** Paid wishes of viewers. Whoever has paid always gets an end: applied or returned, in the log, with a reason. */
import type { Op } from '../effects/operations.ts';
import { run } from '../effects/run.ts';
import type { Deciders } from '../handling.ts';
import { currentOf } from '../pending.ts';
import { refuse } from '../refusal.ts';
import type { RewardDef, TrialDef } from '../rules.ts';
import type { PlayerId, ViewerKey } from '../state.ts';
import { pickTrial } from '../trials/check.ts';
import { holdOf } from '../trials/limits.ts';
import { give, isFull, waits } from '../trials/offer.ts';
import { CALLABLE, limitFault } from '../trials/viewers.ts';
import { emit, type Work, who } from '../work.ts';

interface Wish {
  readonly viewer: ViewerKey;
  readonly redemption: string;
  readonly reward: string;
}

export const REWARDS: Deciders<'redeem' | 'settled'> = {
  redeem(work, { command, as, player }) {
    if (as.by !== 'viewer') return refuse('not-yours', { type: command.type });
    const { redemption, reward } = command;
    if (work.state.unsettled[redemption] || work.state.held?.[redemption])
      return refuse('redeemed-already', { redemption });
    grant(work, player, { viewer: as.viewer, redemption, reward });
    return undefined;
  },
  settled(work, { command, player }) {
    const owed = work.state.unsettled[command.redemption];
    if (owed?.player !== player) return refuse('no-redemption', { redemption: command.redemption });
    emit(work, { type: 'settled', player, redemption: command.redemption, code: command.code });
    return undefined;
  },
};

function grant(work: Work, player: PlayerId, wish: Wish): void {
  const def = work.rules.rewards[wish.reward];
  const why = hindrance(work, player, { def, viewer: wish.viewer });
  if (!def || why !== null) return end(work, player, { ...wish, why: why ?? 'unknown' });
  const order = def.do.find(isTrial);
  if (!order) end(work, player, { ...wish, why: 'applied' });
  else if (!call(work, player, { wish, order })) return end(work, player, { ...wish, why: 'no-trial' });
  // Choices find their list again by its path, so everything keeps its place.
  const rest = def.do.map((op) => (op === order ? NOTHING : op));
  run(work, rest, { path: `rewards/${def.id}/do`, why: def.id, self: player, target: player });
}

/** Outside of a purchase a discount does nothing. */
const NOTHING: Op = { op: 'discount', percent: 0 };

type TrialOp = Extract<Op, { op: 'trial' }>;
const isTrial = (op: Op): op is TrialOp => op.op === 'trial';

/** A trial that can begin now is granted; one that has to queue is held until it does. False: there is none. */
function call(work: Work, player: PlayerId, { wish, order }: { wish: Wish; order: TrialOp }): boolean {
  const trial = order.id === undefined ? sampled(work, player, order) : work.rules.trials[order.id];
  if (!trial) return false;
  const { viewer, redemption, reward } = wish;
  const queued =
    waits(trial) && trial.kind !== 'game' && !trial.timed && currentOf(who(work, player), work.rules);
  if (queued) {
    const until = work.at + holdOf(work.rules);
    emit(work, { type: 'wishHeld', player, viewer, redemption, reward, until });
    give(work, player, trial, { by: viewer, wish: redemption });
  } else {
    end(work, player, { ...wish, why: 'applied', trial: true });
    give(work, player, trial, { by: viewer });
  }
  return true;
}

function sampled(work: Work, player: PlayerId, { tags = [] }: TrialOp): TrialDef | null {
  return pickTrial(work, player, { tags, kinds: CALLABLE, scopes: ['individual'] });
}

function end(
  work: Work,
  player: PlayerId,
  { why, trial, ...wish }: Wish & { why: string; trial?: true },
): void {
  const outcome = why === 'applied' ? 'applied' : 'returned';
  const counts = trial ? { trial } : {};
  emit(work, { type: 'redeemed', player, ...wish, outcome, why, ...counts });
}

/** Why a wish cannot be granted, or null. */
function hindrance(
  work: Work,
  player: PlayerId,
  { def, viewer }: { def: RewardDef | undefined; viewer: ViewerKey },
): string | null {
  if (!def) return 'unknown';
  if (work.state.status !== 'running' && work.state.status !== 'superGame') return 'not-running';
  if (!def.do.some(isTrial)) return null;
  if (isFull(work, player)) return 'full';
  return limitFault(work, player, viewer) ? 'often' : null;
}
