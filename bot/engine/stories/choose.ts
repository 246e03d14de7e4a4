/** Answers to a scene: the player's, the chat's, and what counts where nobody answers. */
import { type Refusal, refuse } from '../refusal.ts';
import type { Rules } from '../rules.ts';
import type { PlayerId } from '../state.ts';
import { plurality } from '../trials/plurality.ts';
import type { Work } from '../work.ts';
import { fallbackOf } from './fallback.ts';
import { takeScene } from './play.ts';
import type { ScenePending } from './state.ts';

/** The player's own word: above the vote of the chat, except where the chat alone is asked. */
export function chooseInScene(
  work: Work,
  id: PlayerId,
  { scene, option }: { scene: ScenePending; option: number },
): Refusal | undefined {
  const { options } = scene.run;
  if (!Number.isInteger(option) || option < 1 || option > options.length)
    return refuse('bad-option', { got: option, open: options.map((_, i) => i + 1).join(', ') });
  const poll = scene.poll === null ? undefined : work.state.polls[scene.poll];
  if (poll && work.rules.stories?.[scene.run.story]?.asks === 'chat')
    return refuse('poll-open', { wait: Math.max(0, Math.ceil((poll.closes - work.at) / 1000)) });
  takeScene(work, id, { scene, option, by: 'player' });
  return undefined;
}

/** The option with most votes among those that there are; without votes the fallback. */
export function votedOption(
  rules: Rules,
  scene: ScenePending,
  totals: Readonly<Record<string, number>>,
): number {
  const open = Object.entries(totals).filter(([option]) => {
    const number = Number(option);
    return Number.isInteger(number) && number >= 1 && number <= scene.run.options.length;
  });
  const fallback = fallbackOf(rules, scene);
  return plurality(Object.fromEntries(open), fallback) || fallback;
}
