/** Questions about what stands between players. Pure. */
import type { GameState, PlayerId } from '../state.ts';
import type { TreatyKind } from './rules.ts';
import { diplomacyOf, type Treaty } from './state.ts';

export function isParty(treaty: Treaty, id: PlayerId): boolean {
  return treaty.between.includes(id);
}

/** Between two players there is never more than one. */
export function treatyBetween(state: GameState, a: PlayerId, b: PlayerId): Treaty | undefined {
  return diplomacyOf(state).treaties.find((one) => a !== b && isParty(one, a) && isParty(one, b));
}

/** The treaty that keeps these two from hurting each other. */
export function boundBy(state: GameState, a: PlayerId, b: PlayerId): Treaty | undefined {
  const treaty = treatyBetween(state, a, b);
  return treaty?.terms.peace ? treaty : undefined;
}

/** Is range no matter between them? */
export function atWar(state: GameState, a: PlayerId, b: PlayerId): boolean {
  return treatyBetween(state, a, b)?.terms.reach === true;
}

export function giftsReach(state: GameState, a: PlayerId, b: PlayerId): boolean {
  return treatyBetween(state, a, b)?.terms.gifts === true;
}

export function otherOf({ between: [a, b] }: Treaty, id: PlayerId): PlayerId {
  return a === id ? b : a;
}

/** With whom a player has a treaty of this kind, oldest first. */
export function partnersOf(state: GameState, id: PlayerId, kind: TreatyKind): readonly PlayerId[] {
  return diplomacyOf(state)
    .treaties.filter((one) => one.kind === kind && isParty(one, id))
    .map((one) => otherOf(one, id));
}
