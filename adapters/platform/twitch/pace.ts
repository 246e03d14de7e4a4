/** How fast we may write, by Twitch's rules. */
import type { Pace } from '../shared/pace.ts';

/**
 * Twitch: 20 lines in 30 s and about one a second in a channel; moderators and the broadcaster 100 in 30 s. Our window
 * is a second longer, since lines can arrive closer together than they were sent; over the limit Twitch ignores the
 * account for half an hour. The count for moderators also stays under the library's own (100 in 32 s).
 */
export const VIEWER_PACE: Pace = { lines: 20, windowMs: 31_000, gapMs: 1_200 };
export const MODERATOR_PACE: Pace = { lines: 90, windowMs: 31_000, gapMs: 100 };
