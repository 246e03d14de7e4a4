/** A pause costs nobody time, in a treaty neither. */
import type { GameState, Millis } from '../state.ts';
import { diplomacyOf, patchDiplomacy } from './state.ts';

export function shiftDiplomacy(state: GameState, shift: Millis): GameState {
  const { treaties, offers, clashes, rests, muted } = diplomacyOf(state);
  const later = (record: Readonly<Record<string, Millis>>) =>
    Object.fromEntries(Object.entries(record).map(([key, at]) => [key, at + shift]));
  return patchDiplomacy(state, {
    treaties: treaties.map((one) => ({
      ...one,
      until: one.until === null ? null : one.until + shift,
      pay: one.pay && { ...one.pay, due: one.pay.due + shift },
    })),
    offers: offers.map((one) => ({ ...one, until: one.until + shift })),
    clashes: clashes.map((one) => ({ ...one, until: one.until + shift })),
    rests: later(rests),
    // A mute is the referee's, by the clock on the wall: a pause does not lengthen it.
    muted,
  });
}
