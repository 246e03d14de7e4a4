/** `rounds`, seen from outside: whose turn it is. Pure. */
import { playerOf } from '../patch.ts';
import type { GameState, PlayerId } from '../state.ts';
import type { Turns } from './state.ts';

/** Null when everybody rolls when a token is there, and before the start. */
export function turnsOf(state: Pick<GameState, 'turns'>): (Turns & { readonly player: PlayerId }) | null {
  const turns = state.turns;
  return turns && turns.player !== null ? (turns as Turns & { readonly player: PlayerId }) : null;
}

export function hasTurn(state: Pick<GameState, 'turns'>, id: PlayerId): boolean {
  const turns = turnsOf(state);
  return turns === null || turns.player === id;
}

/** Has whoever is on turn rolled? */
export function hasRolled(state: GameState): boolean {
  const turns = turnsOf(state);
  return turns !== null && playerOf(state, turns.player).rolls > turns.rolls;
}
