/** What has happened between players. Public: the chronicle tells all of it. */
import type { Die, Millis, PlayerId } from '../state.ts';
import type { TreatyKind } from './rules.ts';
import type { Clash, Offer, Treaty } from './state.ts';

export interface Fighter {
  readonly player: PlayerId;
  readonly dice: readonly Die[];
  /** Attribute, gear, stance and allies. */
  readonly bonus: number;
  readonly total: number;
  readonly stance: number;
}

export type DiplomacyEvent =
  | { readonly type: 'offered'; readonly offer: Offer }
  | {
      readonly type: 'offerClosed';
      readonly n: number;
      readonly from: PlayerId;
      readonly to: PlayerId;
      readonly why: 'accepted' | 'declined' | 'late' | 'withdrawn' | 'countered';
      /** Not to be asked again before; null: no rest. */
      readonly again: Millis | null;
    }
  | {
      readonly type: 'treatySigned';
      readonly treaty: Treaty;
      /** Not to declare another before; null: no rest. */
      readonly again: Millis | null;
    }
  | {
      readonly type: 'treatyLeft';
      readonly n: number;
      readonly kind: TreatyKind;
      readonly by: PlayerId;
      readonly other: PlayerId;
      readonly until: Millis;
    }
  /** The gold itself goes as `counted`. */
  | {
      readonly type: 'tributePaid';
      readonly n: number;
      readonly from: PlayerId;
      readonly to: PlayerId;
      readonly gold: number;
      readonly due: Millis;
    }
  | {
      readonly type: 'treatyEnded';
      readonly n: number;
      readonly kind: TreatyKind;
      readonly between: readonly [PlayerId, PlayerId];
      readonly why: 'expired' | 'left' | 'betrayed' | 'replaced' | 'unpaid';
      /** Who broke it or did not pay. */
      readonly by: PlayerId | null;
    }
  /** The things and the gold go as `itemLost`, `itemGained` and `counted`. */
  | { readonly type: 'traded'; readonly n: number; readonly from: PlayerId; readonly to: PlayerId }
  | { readonly type: 'clashBegun'; readonly clash: Clash }
  | { readonly type: 'stanceTaken'; readonly n: number; readonly player: PlayerId; readonly stance: number }
  | {
      readonly type: 'assisted';
      readonly n: number;
      readonly player: PlayerId;
      readonly ally: PlayerId;
      readonly bonus: number;
    }
  /** One round of several: the dice of this round alone, and the clash as it goes on. */
  | {
      readonly type: 'clashRound';
      readonly n: number;
      readonly round: number;
      readonly sides: readonly [Fighter, Fighter];
      readonly clash: Clash;
    }
  | {
      readonly type: 'clashFought';
      readonly n: number;
      readonly sides: readonly [Fighter, Fighter];
      /** Null: even. */
      readonly winner: PlayerId | null;
    }
  /** There is no war any more. */
  | { readonly type: 'clashCalledOff'; readonly n: number; readonly players: readonly [PlayerId, PlayerId] }
  | { readonly type: 'muted'; readonly who: PlayerId; readonly until: Millis | null }
  | { readonly type: 'unmuted'; readonly who: PlayerId };
