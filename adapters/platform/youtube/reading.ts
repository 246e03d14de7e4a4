/** What a reader of one chat is given, and what it tells. */
import type { Page } from './api.external.ts';
import type { Calls } from './calls.ts';
import type { Clock } from './clock.ts';
import type { Plan, ReadMode } from './plan.ts';
import type { QuotaBook } from './quota.ts';

export interface ReaderTimes {
  /** After a failure; doubles up to the longest. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** "Too fast": YouTube names no time. */
  readonly paceMs: number;
  /** Until the stream is tried again after it did not work; doubles up to the longest. */
  readonly streamAgainMs: number;
  readonly longestStreamAgainMs: number;
  /** Nothing for so long on the stream: it may be dead. Between these two, by how lively the chat was. */
  readonly leastSilenceMs: number;
  readonly silenceMs: number;
  readonly longestSilenceMs: number;
  /** Between two pages if YouTube does not say. */
  readonly pageMs: number;
}

export const READER_TIMES: ReaderTimes = {
  firstPauseMs: 1_000,
  longestPauseMs: 60_000,
  paceMs: 15_000,
  streamAgainMs: 120_000,
  longestStreamAgainMs: 1_800_000,
  leastSilenceMs: 20_000,
  silenceMs: 90_000,
  longestSilenceMs: 600_000,
  pageMs: 5_000,
};

export type ReaderEnd = 'ended' | 'disabled' | 'missing' | 'forbidden' | 'login' | 'stopped';

export interface ReaderSettings {
  readonly chat: string;
  /** Where reading was left; null to begin with the recent history. */
  readonly token: string | null;
  readonly calls: Calls;
  readonly book: QuotaBook;
  readonly plan: Plan;
  readonly clock: Clock;
  readonly times: ReaderTimes;
  readonly events: ReaderEvents;
}

export interface ReaderEvents {
  readonly up: () => void;
  readonly down: (reason: string, text: string) => void;
  /** @returns what of it was new, and whether it says that the chat is over. */
  readonly page: (page: Page) => { fresh: number; ended: boolean };
  readonly mode: (mode: ReadMode, reason: string) => void;
}
