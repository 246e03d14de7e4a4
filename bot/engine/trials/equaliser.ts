/**
 * The printed equaliser: factor · people^power, within limits. Sub-linear, so that a chat of 150 and one of 20,000 can
 * be compared: it says how many must take part, and what taking part is worth.
 */
import type { Millis, Player } from '../state.ts';
import type { Work } from '../work.ts';

type Ruled = Pick<Work, 'rules'>;

/** How many different viewers a chat of `active` people must bring; `ease` from the trial. Never more than there are. */
export function needed(work: Ruled, active: number, ease: number): number {
  const { factor, power, min, max, share = Number.POSITIVE_INFINITY } = work.rules.tunables.equaliser;
  const people = Math.max(1, active);
  const asked = Math.round(factor * people ** power * ease);
  return Math.max(min, Math.min(max, asked, Math.floor(people * share)));
}

const HOUR: Millis = 3_600_000;

export interface Earning {
  readonly voters: number;
  /** Percent on what is earned, from gear and effects. */
  readonly percent: number;
}

export interface Earned {
  readonly by: number;
  /** The hour it counts in, with what the chat has earned in it; null under rules without a budget. */
  readonly hour: { readonly from: Millis; readonly sum: number } | null;
}

/** Influence for taking part in a vote: by the equaliser, up to the cap, within the hour's budget. */
export function earnedBy(
  work: Ruled & Pick<Work, 'at'>,
  player: Player,
  { voters, percent }: Earning,
): Earned {
  const { factor, power, perHour } = work.rules.tunables.equaliser;
  const { earn, cap } = work.rules.tunables.challenge;
  const worth = perHour === undefined ? voters : factor * voters ** power;
  const more = Math.round((worth * earn * (100 + percent)) / 100);
  const room = Math.max(0, cap - player.influence);
  if (perHour === undefined) return { by: Math.max(0, Math.min(room, more)), hour: null };
  const old = player.earned;
  const hour = old && work.at < old.from + HOUR ? old : { from: work.at, sum: 0 };
  const by = Math.max(0, Math.min(room, more, perHour - hour.sum));
  return { by, hour: { from: hour.from, sum: hour.sum + by } };
}
