/** Performances: the player sings, acts, tells; then the viewers vote, each once. Too few of them: the dice decide. */
import { begin, settle, TOTALS_LATE } from '../pending.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { PlayerId, Poll } from '../state.ts';
import { emit, type Work, who } from '../work.ts';
import { check } from './check.ts';
import { needed } from './equaliser.ts';
import type { Count } from './games.ts';
import { performanceOf } from './limits.ts';
import { framed } from './polls.ts';
import { failTrial, passTrial, type WaitingTrial } from './settle.ts';

/** The player has finished, or the time to act is up: now the viewers vote. */
export function curtain(work: Work, id: PlayerId, waiting: WaitingTrial): Refusal | undefined {
  if (waiting.poll !== null) return refuse('proof-given');
  const { vote, quorum } = performanceOf(work.rules);
  const need = needed(work, who(work, id).audience, quorum);
  const frame = { kind: 'confirm', options: 2, need, seconds: vote } as const;
  const made = framed(work, { id: `v${waiting.n}p`, player: id, pending: waiting.n, frame });
  const poll: Poll = { ...made, trial: waiting.trial, confirms: 'performance' };
  emit(work, { type: 'performed', player: id, n: waiting.n, trial: waiting.trial });
  emit(work, { type: 'pollOpened', poll });
  const until = (poll.settles ?? poll.closes) + TOTALS_LATE;
  emit(work, { type: 'begun', player: id, n: waiting.n, until, poll: poll.id });
  return undefined;
}

/** Enough of the votes must be yes; with too few votes nobody can pass on two friends, so the dice are thrown. */
export function judgeShow(
  work: Work,
  id: PlayerId,
  { waiting, poll, count }: { waiting: WaitingTrial; poll: Poll; count: Count },
): void {
  const yes = count.totals[1] ?? 0;
  const no = count.totals[2] ?? 0;
  const share = work.rules.trials[waiting.trial]?.performance?.share ?? 1;
  if (yes + no < poll.need) return swapForCheck(work, id, waiting);
  if (yes >= share * (yes + no)) passTrial(work, id, waiting);
  else failTrial(work, id, waiting, 'failed');
}

/** A prompt, not a dare: whoever would rather not throws dice, for a lesser prize. */
export function swapForCheck(work: Work, id: PlayerId, waiting: WaitingTrial): void {
  const trial = work.rules.trials[waiting.trial];
  if (!trial) return settle(work, id, waiting.n, 'dropped');
  const attribute = trial.performance?.swap ?? 'mind';
  const plain = { ...trial, check: { attribute, harder: 0 }, prize: (trial.prize ?? 0) - 1 };
  const passed = check(work, id, { trial: plain, tier: waiting.tier });
  settle(work, id, waiting.n, passed ? 'passed' : 'failed');
  begin(work, id);
}
