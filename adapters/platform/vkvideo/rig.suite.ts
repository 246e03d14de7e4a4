/** A simulated VK Video Live and an adapter that listens to it, for the tests of this folder. */
import type { ChatMessage } from '../contract.ts';
import { vkvideoPlatform } from './index.ts';
import type { VkvideoAdapter, VkvideoOptions } from './options.ts';
import { startVkvideoSimulator, type VkvideoSimulator } from './simulator.ts';

export interface Rig {
  readonly vk: VkvideoSimulator;
  readonly adapter: VkvideoAdapter;
  readonly heard: ChatMessage[];
  readonly logged: string[];
  readonly texts: () => string[];
  end(): Promise<void>;
}

/** Pauses of tests: short, but long enough to be seen. Regular readings are off unless a test asks for them. */
export const QUICK = {
  startMs: 5_000,
  firstPauseMs: 50,
  longestPauseMs: 300,
  leastPauseMs: 30,
  mostPauseMs: 200,
  commandMs: 1_000,
  pingGraceMs: 200,
  callMs: 1_000,
  streamMs: 60_000,
  sweepMs: 60_000,
  demandsMs: 60_000,
};
export const OWNER = { id: '1', nick: 'Streamer' };
export const VIEWER = { id: '42', nick: 'Вера' };
const PACE = { lines: 100, windowMs: 1_000, gapMs: 10 };

export interface RigOptions extends Partial<VkvideoOptions> {
  readonly vk?: VkvideoSimulator;
  readonly connect?: boolean;
}

/** The account of the streamer, with a token that can be renewed once. */
export const ACCOUNT = { accessToken: 'good', refreshToken: 'again' };

/** Channel `streamer`, on the air; its owner has the token `good`. Connected with the application, unless told otherwise. */
export async function rigged({ vk: given, connect = true, ...options }: RigOptions = {}): Promise<Rig> {
  const vk = given ?? (await startVkvideoSimulator());
  vk.open('streamer', OWNER);
  vk.air('streamer', { title: 'Играем', category: 'Настольные игры' });
  if (!vk.signIn.grants.has('good')) vk.signIn.grant('good', { person: OWNER, refreshToken: 'again' });
  vk.limits.gapMs = 0;
  const logged: string[] = [];
  const adapter = vkvideoPlatform({
    channel: 'streamer',
    app: vk.app,
    addresses: { auth: vk.authUrl, api: vk.apiUrl, pubsub: vk.pubsubUrl },
    pace: PACE,
    log: (text) => logged.push(text),
    ...options,
    times: { ...QUICK, ...options.times },
  });
  const heard: ChatMessage[] = [];
  adapter.onMessage((message) => heard.push(message));
  const end = async () => {
    await adapter.close();
    await vk.close();
  };
  if (connect) {
    await adapter.connect().catch(async (error: unknown) => {
      await end();
      throw error;
    });
  }
  return { vk, adapter, heard, logged, texts: () => heard.map(({ text }) => text), end };
}

export async function until(what: () => boolean, ms = 8_000): Promise<void> {
  const end = Date.now() + ms;
  while (!what()) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
