/** What time does: coming, going, days off, turns, epochs. */
import type { Millis, PlayerId } from '../state.ts';
import type { DayOff } from './state.ts';

export type TimeEvent =
  /** The player's own clock stands until `hold`, in marathons. */
  | { readonly type: 'wentOff'; readonly player: PlayerId; readonly hold: Millis }
  /** `shift`: how long the clock stood; everything to come is moved by it. */
  | {
      readonly type: 'wentLive';
      readonly player: PlayerId;
      readonly shift: Millis;
      readonly why: 'stream' | 'acted' | 'back';
    }
  | {
      readonly type: 'daysOffSet';
      readonly player: PlayerId;
      readonly daysOff: readonly DayOff[];
      /** The new end of a hold that is under way. */
      readonly hold: Millis;
    }
  | {
      readonly type: 'autopilotSet';
      readonly player: PlayerId;
      readonly on: boolean;
      readonly shift: Millis;
    }
  /** The things follow as `itemLost`, their worth as gold. */
  | { readonly type: 'goodsReleased'; readonly player: PlayerId; readonly items: number }
  | { readonly type: 'turnOrderSet'; readonly order: 'free' | 'rounds' }
  | { readonly type: 'turnGiven'; readonly player: PlayerId; readonly n: number; readonly until: Millis }
  | { readonly type: 'epochTurned'; readonly n: number; readonly seed: string }
  /** `n`: the epoch whose key the words go into. */
  | { readonly type: 'luckClosed'; readonly n: number; readonly words: number; readonly root: string };
