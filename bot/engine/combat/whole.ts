/** A whole fight at once, without a game around it: for measuring, and for tests. */
import type { Draws } from '../chance.ts';
import type { Action } from './action.ts';
import { beginFight, type Opening } from './begin.ts';
import type { FightEnd } from './events.ts';
import { choose } from './policy.ts';
import type { Arena } from './ring.ts';
import { type Outcome, playRound } from './round.ts';
import type { Beat, Fight } from './state.ts';

export interface Whole {
  readonly end: FightEnd;
  readonly rounds: number;
  /** As it began and as it ended. */
  readonly first: Fight;
  readonly last: Fight;
  readonly beats: readonly Beat[];
}

/** Two questions in a row are the most that content asks; more than this many steps is a fight that hangs. */
const MOST = 400;

/**
 * Plays on until it is over. `act`: by default the policy. Nobody watches, so votes are answered by chance.
 * @throws RangeError if it does not end: a fault of the engine, never of the content.
 */
export function playWhole(
  arena: Arena,
  opening: Opening,
  { draws, act = choose }: { draws: Draws; act?: (arena: Arena, fight: Fight) => Action },
): Whole {
  const quiet: Arena = { ...arena, chat: false };
  let now: Outcome = beginFight(quiet, opening, draws);
  const first = now.fight;
  const beats: Beat[] = [...now.beats];
  for (let i = 0; i < MOST; i += 1) {
    if (now.end !== null) return { end: now.end, rounds: now.fight.round, first, last: now.fight, beats };
    now = playRound(quiet, now.fight, act(quiet, now.fight), draws);
    beats.push(...now.beats);
  }
  throw new RangeError(`a fight went on for ${MOST} rounds`);
}
