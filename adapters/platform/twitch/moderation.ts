/** Order in the chat: taking a line away, silencing somebody. PLATFORMS 1.4. */
import type { Helix } from './helix.ts';
import { TwitchCallError } from './http.ts';

/** Two weeks. */
const MOST_SECONDS = 1_209_600;
const LONGEST_REASON = 500;
/** Somebody else is changing the same ban: tried again after these pauses. */
const AGAIN_MS = [200, 600];

/** Not older than 6 hours, and not of moderators. Never rejects. */
export async function deleteLine(helix: Helix, channel: string, id: string): Promise<boolean> {
  // Without an id Twitch would clear the whole chat.
  if (id === '') return false;
  try {
    await helix.moderation.deleteChatMessages(channel, id);
    return true;
  } catch {
    return false;
  }
}

/** Never rejects. Somebody who is banned already counts as silenced. */
export async function silence(
  helix: Helix,
  about: {
    readonly channel: string;
    readonly user: string;
    readonly seconds: number;
    readonly reason: string;
  },
): Promise<boolean> {
  const { channel, user, seconds, reason } = about;
  if (!Number.isFinite(seconds) || user === '') return false;
  const duration = Math.min(Math.max(Math.ceil(seconds), 1), MOST_SECONDS);
  for (let attempt = 0; ; attempt++) {
    try {
      await helix.moderation.banUser(channel, { user, duration, reason: reason.slice(0, LONGEST_REASON) });
      return true;
    } catch (error) {
      const { status = null, said = '' } = error instanceof TwitchCallError ? error : {};
      if (status === 400) return /already banned/i.test(said);
      const pause = AGAIN_MS[attempt];
      if (status !== 409 || pause === undefined) return false;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
