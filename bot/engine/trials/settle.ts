/** The end of a waiting trial: passed or failed, by the chat, the clock, the referee or the player's own word. */

import { gainDie } from '../bag/things.ts';
import { run } from '../effects/run.ts';
import { settle } from '../pending.ts';
import type { TrialDef } from '../rules.ts';
import { sample, tierOf, weightFor, zoneOf } from '../sampler.ts';
import type { Pending, PlayerId } from '../state.ts';
import { emit, type Work, who } from '../work.ts';
import { drafted, penalise, reward } from './check.ts';

export type WaitingTrial = Extract<Pending, { is: 'trial' }>;

export function passTrial(work: Work, id: PlayerId, waiting: WaitingTrial, prize = 0): void {
  const trial = work.rules.trials[waiting.trial];
  if (trial) {
    const draft = drafted(work, id);
    reward(work, id, { trial, tier: waiting.tier, draft: { ...draft, prize: draft.prize + prize } });
    if (trial.kind === 'game') gameFinished(work, id, trial);
  }
  settle(work, id, waiting.n, 'passed');
}

export function failTrial(
  work: Work,
  id: PlayerId,
  waiting: WaitingTrial,
  why: 'failed' | 'late' | 'dropped' | 'judged',
): void {
  const trial = work.rules.trials[waiting.trial];
  if (trial) penalise(work, id, { trial, why, draft: drafted(work, id) });
  settle(work, id, waiting.n, why === 'late' ? 'late' : why === 'dropped' ? 'dropped' : 'failed');
}

/** In a marathon a finished game is a turn, with a booster die by its length, so that long games are worth choosing. */
function gameFinished(work: Work, id: PlayerId, trial: TrialDef): void {
  const { tokens } = who(work, id);
  emit(work, { type: 'tokens', player: id, tokens: { count: tokens.count + 1, since: work.at } });
  const hours = trial.game?.hours[1] ?? 1;
  const sides = hours > 20 ? 12 : hours > 8 ? 8 : hours > 3 ? 6 : 0;
  if (sides > 0) gainDie(work, id, sides);
}

/** By tier, never above the highest that the table has. */
export function givePrize(work: Work, id: PlayerId, tier: number): void {
  const top = Math.max(...work.rules.prizes.map((prize) => prize.tier));
  const wanted = Math.max(0, Math.min(top, tier));
  const list = work.rules.prizes.map((prize, i) => [i, prize.tier === wanted ? prize.weight : 0] as const);
  const i = sample(work, { player: id, purpose: 'prize' }, list);
  if (i === null) return;
  run(work, work.rules.prizes[i]?.do ?? [], { path: `prizes/${i}/do`, why: 'prize', self: id, target: id });
}

export function punish(work: Work, id: PlayerId): void {
  const place = { zone: zoneOf(work, id), tier: tierOf(work, id), pace: work.state.pace };
  const list = Object.values(work.rules.punishments).map(
    (entry) => [entry, weightFor(entry, place)] as const,
  );
  const found = sample(work, { player: id, purpose: 'trial' }, list);
  if (!found) return;
  emit(work, { type: 'punished', player: id, punishment: found.id });
  run(work, found.do, { path: `punishments/${found.id}/do`, why: found.id, self: id, target: id });
}
