/** How often viewers may call trials for a player: the same for influence and for what is paid on a platform. */
import { type Refusal, refuse } from '../refusal.ts';
import type { TrialKind } from '../rules.ts';
import type { PlayerId, ViewerKey } from '../state.ts';
import { type Work, who } from '../work.ts';

/** For the player of that chat alone: nobody pays for other people's trials. */
export const CALLABLE: readonly TrialKind[] = ['check', 'chat', 'performance'];

export function limitFault(work: Work, id: PlayerId, viewer: ViewerKey): Refusal | null {
  const { perViewer, perPlayer, window } = work.rules.tunables.challenge;
  const recent = who(work, id).challenges.filter((one) => one.at > work.at - window * 1000);
  const own = recent.filter((one) => one.by === viewer);
  const wait = (list: readonly { at: number }[]) =>
    Math.ceil(((list[0]?.at ?? 0) + window * 1000 - work.at) / 1000);
  if (own.length >= perViewer) return refuse('challenge-often', { wait: wait(own) });
  if (recent.length >= perPlayer) return refuse('challenge-often', { wait: wait(recent) });
  return null;
}
