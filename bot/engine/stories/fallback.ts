/** What holds of a scene that waits: how long, and what is taken when nobody answers. */
import type { Rules } from '../rules.ts';
import type { ScenePending } from './state.ts';

/** From 1; a question with fewer options takes its last. */
export function fallbackOf({ stories }: Rules, { run }: ScenePending): number {
  return Math.max(1, Math.min(stories?.[run.story]?.fallback ?? 1, run.options.length));
}

/** Seconds for an answer; as for other questions where the rules know the story no more. */
export function secondsOf({ stories, tunables }: Rules, { run }: ScenePending): number {
  return stories?.[run.story]?.seconds ?? tunables.choice.seconds;
}
