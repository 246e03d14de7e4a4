/** What stands between players: treaties and fights for everybody, offers for the two whom they concern. */
import type { ClashView, TreatyView } from '../../protocol/views.ts';
import { diplomacyOf, type Offer } from '../diplomacy/state.ts';
import type { GameState, PlayerId } from '../state.ts';

/** Treaties are public as they are, terms and price included. */
export function treatiesOf(state: GameState): readonly TreatyView[] {
  return diplomacyOf(state).treaties;
}

export function clashesOf(state: GameState): readonly ClashView[] {
  return diplomacyOf(state).clashes;
}

/** Oldest first. */
export function offersOf(state: GameState, id: PlayerId): readonly Offer[] {
  return diplomacyOf(state).offers.filter((one) => one.from === id || one.to === id);
}
