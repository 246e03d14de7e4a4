/** After a vote has closed its slowest chat is waited for; what is said of it. */
import type { BoardView, ChatState } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import type { Poll } from '../../link/types.ts';

/** Names as the platforms write them; an unknown one is written as it is known. */
const PLATFORMS: Readonly<Record<string, string>> = {
  twitch: 'Twitch',
  youtube: 'YouTube',
  kick: 'Kick',
  vkvideo: 'VK Video',
  discord: 'Discord',
};
/** Where a host does not say when a vote is counted, in milliseconds. */
const GRACE_MS = 3_000;

export function platformName(platform: string): string {
  return Object.hasOwn(PLATFORMS, platform) ? (PLATFORMS[platform] as string) : platform;
}

/** When the votes are counted. */
export function settlesAt({ closes, settles }: Poll): number {
  return settles ?? closes + GRACE_MS;
}

/** The chat whose lines come last, of those that are there; null where none has been measured. */
export function slowest(chats: readonly ChatState[] | undefined): ChatState | null {
  const known = (chats ?? []).filter(({ state, lag }) => state === 'up' && lag !== null && lag > 0);
  return known.toSorted((a, b) => (b.lag ?? 0) - (a.lag ?? 0))[0] ?? null;
}

/** «ждём Kick, 12 с», from the end of the vote until it is counted; an empty string before and after. */
export function waitedFor(face: Face, board: BoardView, poll: Poll): string {
  const left = waitLeft(face, poll);
  if (left === 0) return '';
  const { marks } = face.words;
  const seconds = Math.ceil(left / 1000);
  const late = slowest(board.chats?.[poll.player]);
  return late ? marks.waitingFor(platformName(late.platform), seconds) : marks.waitingVotes(seconds);
}

/** Milliseconds until a vote that is over is counted; 0 before its end, and after. */
export function waitLeft(face: Face, poll: Poll): number {
  const now = face.clock.now();
  return now < poll.closes ? 0 : Math.max(0, settlesAt(poll) - now);
}
