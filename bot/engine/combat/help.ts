/** An ally's blow in a fight that is on: once a fight, by each ally. */
import { type Refusal, refuse } from '../refusal.ts';
import type { PlayerId } from '../state.ts';
import { type Work, who } from '../work.ts';
import { helpOf } from './arena.ts';
import { PLAIN } from './ring.ts';
import { playHelp } from './round.ts';
import { fightOf, step } from './rounds.ts';

export function lendHand(work: Work, id: PlayerId, ally: PlayerId): Refusal | undefined {
  const fight = fightOf(work, ally);
  if (!fight) return refuse('no-clash', { player: ally });
  if (fight.helped.includes(id)) return refuse('assisted-already', { player: ally });
  const percent = (work.rules.tunables.combat ?? PLAIN).assist;
  const points = Math.round((helpOf(who(work, id), work.rules) * percent) / 100);
  step(work, ally, (arena, now, draws) =>
    playHelp(arena, { ...now, helped: [...now.helped, id] }, points, draws),
  );
  return undefined;
}
