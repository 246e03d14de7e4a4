/** A simulated Twitch and an adapter that listens to it, for the tests of this folder. */
import type { ChatMessage } from '../contract.ts';
import { type TwitchAdapter, type TwitchOptions, twitchPlatform } from './index.ts';
import { startTwitchSimulator, type TwitchSimulator } from './simulator.ts';

export interface Rig {
  readonly twitch: TwitchSimulator;
  readonly adapter: TwitchAdapter;
  readonly heard: ChatMessage[];
  readonly logged: string[];
  end(): Promise<void>;
}

/** Pauses of tests: short, but long enough to be seen. */
export const QUICK = { firstPauseMs: 60, longestPauseMs: 400, attemptMs: 3_000, startMs: 5_000 };
export const BOT = { accessToken: 'good' };

export interface RigOptions extends Partial<TwitchOptions> {
  readonly twitch?: TwitchSimulator;
  readonly connect?: boolean;
}

/** Channel `streamer`; the account `msigbot` with the token `good`. Connected unless told otherwise. */
export async function rigged({ twitch: given, connect = true, ...options }: RigOptions = {}): Promise<Rig> {
  const twitch = given ?? (await startTwitchSimulator());
  twitch.open('streamer');
  twitch.token('good', { user: 'msigbot' });
  const logged: string[] = [];
  const adapter = twitchPlatform({
    channel: 'streamer',
    addresses: { irc: twitch.ircUrl, api: twitch.apiUrl, auth: twitch.authUrl },
    times: QUICK,
    log: (text) => logged.push(text),
    ...options,
  });
  const heard: ChatMessage[] = [];
  adapter.onMessage((message) => heard.push(message));
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
  return { twitch, adapter, heard, logged, end };
}

export async function until(what: () => boolean, ms = 8_000): Promise<void> {
  const end = Date.now() + ms;
  while (!what()) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
