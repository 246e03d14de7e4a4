/** What the adapter is told, and what it can do beyond the contract. */
import type { PlatformAdapter, StreamStatus } from '../contract.ts';
import type { Pace } from '../shared/pace.ts';
import type { VkvideoAddresses } from './addresses.ts';
import type { VkvideoHealth } from './health.ts';
import type { LinkTimes } from './link.ts';
import type { VkvideoAccount } from './login.ts';
import type { VkvideoApp } from './oauth.ts';
import type { SendResult } from './outbox.ts';

export interface VkvideoOptions {
  /** The last part of the channel's address; the whole address is understood too. */
  readonly channel: string;
  /** The application, as registered with the platform. Renews tokens; alone, it reads. */
  readonly app?: VkvideoApp;
  /** Writes, and settles rewards if it is the channel's owner. */
  readonly account?: VkvideoAccount;
  readonly addresses?: VkvideoAddresses;
  readonly times?: Partial<VkvideoTimes>;
  /** The platform's limits are not known: slower or faster than our guess. */
  readonly pace?: Pace;
  /** What goes wrong on the way, in a sentence; never chat, never a token. */
  readonly log?: (text: string) => void;
}

export interface VkvideoAdapter extends PlatformAdapter {
  /** As `send`, with the reason when it was refused. Never rejects, settles within 10 s. */
  sendLine(text: string): Promise<SendResult>;
  health(): VkvideoHealth;
  /** Calls the listener with the stream as it is, once it is known, and at every change. */
  onStream(listener: (status: StreamStatus) => void): () => void;
}

export interface VkvideoTimes extends LinkTimes {
  /** One call of the API. */
  readonly callMs: number;
  /** How often the stream is looked at. */
  readonly streamMs: number;
  /** How often the history is compared with what the socket brought: the socket may lose lines (PLATFORMS.md 5.4). */
  readonly sweepMs: number;
  /** How often waiting demands are read. */
  readonly demandsMs: number;
  /** Lines found later than this after they were written are not acted upon any more. */
  readonly lateMs: number;
}

/** The platform's limits of calls are not known: six calls a minute are far below what others make. */
export const TIMES: VkvideoTimes = {
  startMs: 25_000,
  firstPauseMs: 500,
  longestPauseMs: 60_000,
  healthyMs: 10_000,
  leastPauseMs: 500,
  mostPauseMs: 20_000,
  commandMs: 5_000,
  pingGraceMs: 10_000,
  callMs: 5_000,
  streamMs: 30_000,
  sweepMs: 30_000,
  demandsMs: 45_000,
  lateMs: 10 * 60_000,
};
