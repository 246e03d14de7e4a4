/** Time as data: absence, days off, rounds, epochs. Absent from rules of before: there, nobody is ever away. */
import type { Pace } from '../rules.ts';

/** Seconds unless the name says otherwise. */
export interface TimeRules {
  readonly absence: {
    /** Offline for longer than this, and hostile things do not reach the player (marathon). */
    readonly shield: number;
    /** A player's own clock stands this long while that one is offline (marathon), then it runs for everybody. */
    readonly hold: number;
    /** Offline for longer than this, and the referee may give the seat to the autopilot or release its goods. */
    readonly referee: Readonly<Record<Pace, number>>;
  };
  readonly daysOff: {
    /** Between the plan and its first day. */
    readonly notice: number;
    /** Days in one plan, and in a whole game. */
    readonly most: number;
    readonly budget: number;
  };
  /** For `rounds`: time for one player's turn. */
  readonly rounds: { readonly seconds: number };
  /** For marathons: length of an epoch of the seed in hours, and how many the chain has. */
  readonly epochs: {
    readonly hours: number;
    readonly count: number;
    /** So long before an epoch's end viewers' words for the next one close; absent: none are taken. */
    readonly luck?: number;
  };
}
