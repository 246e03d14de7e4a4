/** How a Discord adapter is made, and its times. */
import type { Pace } from '../shared/pace.ts';

export interface DiscordOptions {
  /** Of the bot, from Discord's developer portal. */
  readonly token: string;
  /** Id of the text channel. */
  readonly channel: string;
  /** Id of the server: its commands are there at once. Without it they are registered for all servers. */
  readonly guild?: string | null;
  /** Ask for the texts of messages, a privilege set in the portal. Default true; without the privilege we go on with commands alone. */
  readonly texts?: boolean;
  readonly addresses?: { readonly api?: string };
  /** Lines for people; never a secret. */
  readonly log?: (line: string) => void;
  readonly times?: Partial<Times>;
  readonly pace?: Pace;
}

/** Milliseconds. */
export interface Times {
  /** For the first connection, all attempts together. */
  readonly startMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** The library reconnects by itself; after so long without success it is made anew. */
  readonly stuckMs: number;
  /** For one call of the API. */
  readonly callMs: number;
  /** An interaction that has no answer by then is put off: Discord waits 3 s. */
  readonly deferMs: number;
  /** A channel that refuses us is left alone for so long: 10,000 refusals in 10 min end in a ban of the address. */
  readonly restMs: number;
}

export const TIMES: Times = {
  startMs: 30_000,
  firstPauseMs: 1_000,
  longestPauseMs: 60_000,
  stuckMs: 90_000,
  callMs: 4_000,
  deferMs: 1_800,
  restMs: 30_000,
};

/** Of one channel; the true limits come with every answer and are kept by the library (PLATFORMS.md 6). */
export const PACE: Pace = { lines: 5, windowMs: 5_000, gapMs: 200 };

/** Characters of one message. */
export const LONGEST = 2_000;
