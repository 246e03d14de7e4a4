/** Who stands where in one game and in another that began the same. */
import { playerOf } from '../engine/patch.ts';
import { ranking, toFinish } from '../engine/places.ts';
import type { GameState, PlayerId } from '../engine/state.ts';

export interface Place {
  readonly place: number;
  readonly toFinish: number;
  readonly rolls: number;
  readonly gold: number;
  readonly hp: number;
  readonly items: number;
}
export interface Standing {
  readonly player: PlayerId;
  readonly was: Place;
  readonly would: Place;
}

/** By the place that it was. */
export function standingsOf(was: GameState, would: GameState): readonly Standing[] {
  const order = placesOf(was);
  return order.map((player) => ({ player, was: placeOf(was, player), would: placeOf(would, player) }));
}

function placesOf(state: GameState): readonly PlayerId[] {
  return state.places.length > 0 ? state.places : ranking(state);
}

function placeOf(state: GameState, id: PlayerId): Place {
  const { rolls, gold, hp, bag } = playerOf(state, id);
  const place = placesOf(state).indexOf(id) + 1;
  return { place, toFinish: toFinish(state, id), rolls, gold, hp, items: bag.length };
}
