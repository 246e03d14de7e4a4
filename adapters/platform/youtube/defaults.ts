/** Times as they are used on a real evening; tests have shorter ones. */
import type { HallTimes } from './hall.ts';
import { READER_TIMES } from './reading.ts';

export const TIMES: HallTimes & { readonly startMs: number } = {
  ...READER_TIMES,
  startMs: 25_000,
  lookMs: 60_000,
  lookLiveMs: 120_000,
  lookShortMs: 300_000,
  chatAgainMs: 600_000,
};

/** How long the day's units have to last, unless it is told otherwise: the longest evenings there are. */
export const EVENING_HOURS = 12;
export const HOUR_MS = 3_600_000;
