/** A simulated Twitch and an adapter that listens to it, for the tests of this folder. */
import type { ChatMessage, Donation, Redemption, RewardSpec, Signal, StreamStatus } from '../contract.ts';
import { type TwitchAdapter, twitchPlatform } from './index.ts';
import type { TwitchOptions } from './options.ts';
import { BOT_SCOPES, SCOPES } from './scopes.ts';
import { startTwitchSimulator, type TwitchSimulator } from './simulator.ts';

export interface Rig {
  readonly twitch: TwitchSimulator;
  readonly adapter: TwitchAdapter;
  readonly heard: ChatMessage[];
  readonly donations: Donation[];
  readonly signals: Signal[];
  readonly streams: StreamStatus[];
  readonly redemptions: Redemption[];
  readonly logged: string[];
  end(): Promise<void>;
}

/** Pauses of tests: short, but long enough to be seen. */
export const QUICK = {
  firstPauseMs: 60,
  longestPauseMs: 400,
  attemptMs: 3_000,
  startMs: 5_000,
  moveMs: 700,
  crowdedMs: 300,
  fallbackMs: 1_500,
  callMs: 1_500,
};
/** Reads and writes by IRC alone. */
export const BOT = { accessToken: 'good' };
/** The streamer, with everything agreed to. */
export const OWNER = { accessToken: 'owner', clientId: 'sim0client0id' };
/** A separate account that writes by the API. */
export const WRITER = { accessToken: 'writer', clientId: 'sim0client0id' };
export const ALL_SCOPES = Object.keys(SCOPES);
export const SPEC: RewardSpec = {
  key: 'roll',
  title: 'Кубик',
  cost: 100,
  prompt: 'Бросить кубик',
  asksInput: true,
};

export interface RigOptions extends Partial<TwitchOptions> {
  readonly twitch?: TwitchSimulator;
  readonly connect?: boolean;
}

/** Channel `streamer` with the id 1001; tokens `good` (msigbot, chat only), `owner` (streamer), `writer` (msigbot). */
export async function rigged({ twitch: given, connect = true, ...options }: RigOptions = {}): Promise<Rig> {
  const twitch = given ?? (await startTwitchSimulator());
  if (!given) twitch.open({ login: 'streamer', id: '1001', name: 'Streamer' });
  twitch.open('streamer');
  twitch.token('good', { user: 'msigbot' });
  if (!given) twitch.token('owner', { user: 'streamer', scopes: ALL_SCOPES });
  if (!given) twitch.token('writer', { user: 'msigbot', scopes: Object.keys(BOT_SCOPES) });
  const logged: string[] = [];
  const { ircUrl: irc, apiUrl: api, authUrl: auth, eventsubUrl: eventsub } = twitch;
  const adapter = twitchPlatform({
    channel: 'streamer',
    addresses: { irc, api, auth, eventsub },
    times: QUICK,
    log: (text) => logged.push(text),
    ...options,
  });
  const rig = { twitch, adapter, logged, ...listening(adapter) };
  const end = async () => {
    await adapter.close();
    await twitch.close();
  };
  if (connect) {
    await adapter.connect().catch(async (error: unknown) => {
      await end();
      throw error;
    });
  }
  return { ...rig, end };
}

function listening(adapter: TwitchAdapter) {
  const heard: ChatMessage[] = [];
  const donations: Donation[] = [];
  const signals: Signal[] = [];
  const streams: StreamStatus[] = [];
  const redemptions: Redemption[] = [];
  adapter.onMessage((message) => heard.push(message));
  adapter.onDonation((donation) => donations.push(donation));
  adapter.onSignal((signal) => signals.push(signal));
  adapter.onStream((status) => streams.push(status));
  adapter.rewards?.onRedemption((redemption) => redemptions.push(redemption));
  return { heard, donations, signals, streams, redemptions };
}

export async function until(what: () => boolean, ms = 8_000): Promise<void> {
  const end = Date.now() + ms;
  while (!what()) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
