/** Times of the connection, in milliseconds. */
export interface Pauses {
  /** From the start of an attempt to the accepted greeting. */
  readonly deadlineMs: number;
  /** One call; two of them make the longest order. */
  readonly callMs: number;
  /** Before the second attempt; doubled for each further one. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** After a refused password, a kick or a wrong program: nothing changes there by itself. */
  readonly refusedPauseMs: number;
  /** Between two looks whether OBS is still there: a computer that went to sleep closes nothing. */
  readonly beatMs: number;
}

export const USUAL: Pauses = {
  deadlineMs: 5_000,
  callMs: 4_500,
  firstPauseMs: 500,
  longestPauseMs: 15_000,
  refusedPauseMs: 60_000,
  beatMs: 15_000,
};
