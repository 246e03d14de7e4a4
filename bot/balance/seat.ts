/** What the laboratory keeps of a seat while its game goes on. */
import type { Millis } from '../engine/state.ts';
import type { SeatPlan } from './plan.ts';

export interface SeatRun {
  readonly plan: SeatPlan;
  /** Numbers of draws already made for looks, votes and wishes. */
  looks: number;
  votes: number;
  wishes: number;
  /** Not to be asked before. */
  awake: Millis;
  /** Nothing has happened since this player had nothing to do. */
  idle: boolean;
  /** Video games that ended, passed or not. */
  games: number;
}

export const freshSeat = (plan: SeatPlan, begin: Millis): SeatRun => ({
  plan,
  looks: 0,
  votes: 0,
  wishes: 0,
  awake: begin,
  idle: false,
  games: 0,
});
