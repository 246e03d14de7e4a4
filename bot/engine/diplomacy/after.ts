/** What follows for treaties from what a command has done: votes of a fight that came in, enemies that have met. */
import type { GameState } from '../state.ts';
import type { Work } from '../work.ts';
import { meet, settleClashes } from './clash.ts';
import { diplomacyOf } from './state.ts';

/** `before`: the state that the command found. */
export function afterwards(work: Work, before: GameState): void {
  const { treaties, clashes } = diplomacyOf(work.state);
  if (treaties.length + clashes.length === 0 || !isOn(work.state)) return;
  settleClashes(work);
  if (isOn(work.state)) meet(work, before);
}

const isOn = ({ status }: GameState): boolean => status === 'running' || status === 'superGame';
