/** A simulated YouTube and an adapter that listens to it, for the tests of this folder. */
import type { ChatMessage, Donation, StreamStatus } from '../contract.ts';
import type { Clock } from './clock.ts';
import { youtubePlatform } from './index.ts';
import type { Removal } from './meaning.ts';
import type { YoutubeAdapter, YoutubeOptions } from './options.ts';
import { startYoutubeSimulator, type YoutubeSimulator } from './simulator.ts';

export const OWNER = 'UCstreamer00000000000000';
export const BOT = 'UCbot0000000000000000000';
export const CHAT = 'KicKmain';

/** Pauses of tests: short, but long enough to be seen. */
export const QUICK = {
  startMs: 5_000,
  firstPauseMs: 60,
  longestPauseMs: 400,
  paceMs: 100,
  pageMs: 50,
  lookMs: 60,
  lookLiveMs: 60,
  lookShortMs: 60,
  chatAgainMs: 200,
};

export interface Rig {
  readonly youtube: YoutubeSimulator;
  readonly adapter: YoutubeAdapter;
  readonly heard: ChatMessage[];
  readonly donations: Donation[];
  readonly removals: Removal[];
  readonly streams: StreamStatus[];
  readonly logged: string[];
  end(): Promise<void>;
}

export interface RigOptions extends Partial<YoutubeOptions> {
  readonly youtube?: YoutubeSimulator;
  readonly clock?: Clock;
  readonly connect?: boolean;
  /** Nothing is live at the start. */
  readonly dark?: boolean;
}

export function accountOf(youtube: YoutubeSimulator, refreshToken = '1//good') {
  return { clientId: youtube.desk.client.id, clientSecret: youtube.desk.client.secret, refreshToken };
}

/** A simulator on which the owner is live and signed in. */
export async function studio(clock?: Clock, dark = false): Promise<YoutubeSimulator> {
  const youtube = await startYoutubeSimulator(clock);
  youtube.account(OWNER, { refresh: '1//good' });
  youtube.account(BOT, { refresh: '1//bot' });
  youtube.limits.pollingIntervalMillis = 50;
  if (!dark) youtube.goLive({ owner: OWNER, chat: CHAT });
  return youtube;
}

export async function rigged({
  youtube: given,
  connect = true,
  dark = false,
  ...options
}: RigOptions = {}): Promise<Rig> {
  const youtube = given ?? (await studio(options.clock, dark));
  const logged: string[] = [];
  const adapter = youtubePlatform({
    account: accountOf(youtube),
    addresses: { api: youtube.url, auth: youtube.url },
    times: QUICK,
    log: (text) => logged.push(text),
    ...options,
  });
  const heard: ChatMessage[] = [];
  const donations: Donation[] = [];
  const removals: Removal[] = [];
  const streams: StreamStatus[] = [];
  adapter.onMessage((message) => heard.push(message));
  adapter.onDonation?.((donation) => donations.push(donation));
  adapter.onStream?.((status) => streams.push(status));
  adapter.onRemoval((removal) => removals.push(removal));
  const end = async () => {
    await adapter.close();
    await youtube.close();
  };
  if (connect) {
    await adapter.connect().catch(async (error: unknown) => {
      await end();
      throw error;
    });
  }
  return { youtube, adapter, heard, donations, removals, streams, logged, end };
}

export async function until(what: () => boolean, ms = 8_000): Promise<void> {
  const end = Date.now() + ms;
  while (!what()) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
