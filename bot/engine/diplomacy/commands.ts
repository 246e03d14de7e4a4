/** What players ask of each other, and the referee of a speaker. */
import type { PlayerId } from '../state.ts';
import type { OfferedKind } from './rules.ts';

/** Things by id or by number in the bag of whoever gives them. */
export interface Wares {
  readonly items: readonly string[];
  readonly gold: number;
}

export type DiplomacyCommand =
  /** `gold` and `payer` only for a tribute; the payer is one of the two, by default who asks. */
  | {
      readonly type: 'propose';
      readonly to: PlayerId;
      readonly kind: OfferedKind;
      readonly gold?: number;
      readonly payer?: PlayerId;
    }
  /** Of a treaty or a trade. Declining an own offer takes it back. */
  | { readonly type: 'accept' | 'decline'; readonly offer: number }
  /** By notice, without a price. */
  | { readonly type: 'leave'; readonly with: PlayerId }
  /** At once, at the price of betrayal. */
  | { readonly type: 'betray'; readonly with: PlayerId }
  | { readonly type: 'declare'; readonly on: PlayerId }
  /** Answering a trade of the same player, it is a counter-offer: the other one is gone. */
  | { readonly type: 'trade'; readonly to: PlayerId; readonly give: Wares; readonly want: Wares }
  | { readonly type: 'assist'; readonly ally: PlayerId }
  /** `minutes`: null for good, 0 lifts it. */
  | { readonly type: 'mute'; readonly who: PlayerId; readonly minutes: number | null };
