/** What a bot sees: what everybody at the table may know. */
import type { Actor, Command } from '../commands.ts';
import { decide } from '../decide.ts';
import { isRefusal } from '../refusal.ts';
import type { Rules } from '../rules.ts';
import type { GameState, Millis, PlayerId } from '../state.ts';

export interface Look {
  readonly state: GameState;
  readonly rules: Rules;
  readonly at: Millis;
}

/** A dry run knows nothing of the real dice: here all of them show a one. */
const ONES = { draw: () => ({ int: () => 1 }) };

/** Would it be accepted now? Nothing happens. */
export function isAllowed({ state, rules, at }: Look, player: PlayerId, command: Command): boolean {
  const as: Actor = { by: 'player', player };
  return !isRefusal(decide(state, { at, as, command }, { rules, chance: ONES }));
}
