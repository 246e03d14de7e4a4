/** Order in the chat: taking a line away, silencing somebody. PLATFORMS 4.4. */
import type { KickApi } from './api.ts';
import { cutTo } from './cut.ts';

/** Kick counts in minutes, up to a week. */
const MOST_MINUTES = 10_080;
const LONGEST_REASON = 100;

/** Never rejects. */
export async function deleteMessage(api: KickApi, id: string): Promise<boolean> {
  return done(api.call('user', { method: 'DELETE', path: `/v1/chat/${encodeURIComponent(id)}` }));
}

/** Never rejects. Without a duration it would be a ban for ever, so there is always one: at least a minute. */
export async function timeOut(
  api: KickApi,
  about: { broadcaster: string; user: string; seconds: number; reason: string },
): Promise<boolean> {
  const minutes = Math.ceil(about.seconds / 60);
  if (!Number.isSafeInteger(Number(about.user)) || !Number.isFinite(minutes)) return false;
  const json = {
    broadcaster_user_id: Number(about.broadcaster),
    user_id: Number(about.user),
    duration: Math.min(Math.max(minutes, 1), MOST_MINUTES),
    reason: cutTo(about.reason, LONGEST_REASON),
  };
  return done(api.call('user', { method: 'POST', path: '/v1/moderation/bans', json }));
}

async function done(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch {
    return false;
  }
}
