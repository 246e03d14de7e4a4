/** The first connection: tried again and again for a while, and given up with a sentence that says what to do. */
import { CallFault, YoutubeError } from './failures.ts';
import type { Hall, HallTimes } from './hall.ts';

export interface StartSettings {
  readonly api: string;
  /** Real time: somebody waits in front of the screen. */
  readonly startMs: number;
  readonly times: HallTimes;
}

/**
 * Resolves when a chat is read, or nothing is live, or the day's units are used up: the hall goes on by itself then.
 * @throws YoutubeError YOUTUBE_LOGIN, YOUTUBE_SCOPES, YOUTUBE_NOT_FOUND, YOUTUBE_UNREACHABLE
 */
export async function begin(hall: Hall, { api, startMs, times }: StartSettings): Promise<void> {
  const end = performance.now() + startMs;
  for (let pause = times.firstPauseMs; ; pause = Math.min(5_000, pause * 2)) {
    try {
      await hall.begin();
      break;
    } catch (error) {
      if (!(error instanceof CallFault)) throw error;
      if (error.kind === 'quota') {
        hall.lookFailed(error);
        break;
      }
      if (error.kind === 'forbidden') throw new YoutubeError('YOUTUBE_SCOPES', { detail: error.message });
      if (error.kind === 'login') throw new YoutubeError('YOUTUBE_LOGIN', { detail: error.message });
      if (performance.now() + pause > end) throw unreachable(api, startMs, error.message);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (hall.stopped) throw new YoutubeError('YOUTUBE_CLOSED');
  }
  await firstPage(hall, end);
  hall.watch();
}

/** A chat that does not answer now is tried on in the background: the channel itself was found. */
async function firstPage(hall: Hall, end: number): Promise<void> {
  while (performance.now() < end && !hall.stopped) {
    const chats = hall.chats();
    if (chats.length === 0 || chats.some(({ up }) => up) || hall.waiting) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function unreachable(address: string, startMs: number, detail: string): YoutubeError {
  return new YoutubeError('YOUTUBE_UNREACHABLE', { address, seconds: Math.round(startMs / 1000), detail });
}
