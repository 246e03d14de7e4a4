/** How long a round waits for the player. */
import type { Rules } from '../rules.ts';
import type { GameState } from '../state.ts';

/** Of packs that say nothing. */
const USUAL = { session: 15, marathon: 600 } as const;

export function secondsOfRound({
  rules,
  state,
}: {
  readonly rules: Pick<Rules, 'tunables'>;
  readonly state: Pick<GameState, 'pace'>;
}): number {
  return (rules.tunables.combat?.seconds ?? USUAL)[state.pace];
}

/** Rounds of packs that say nothing, and how much longer one takes in which a chat is asked. */
const ROUNDS = 20;
const VOTES = 3;

/** Milliseconds that no fight lasts. */
export function longestFight(work: Parameters<typeof secondsOfRound>[0]): number {
  return secondsOfRound(work) * (work.rules.tunables.combat?.rounds ?? ROUNDS) * VOTES * 1000;
}
