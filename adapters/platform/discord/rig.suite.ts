/** A simulated Discord and an adapter in its channel, for the tests of this folder. */
import type { ChatMessage } from '../contract.ts';
import type { Interaction } from './contract.ts';
import { type Discord, discordPlatform } from './index.ts';
import type { DiscordOptions } from './options.ts';
import { type DiscordSimulator, startDiscordSimulator } from './simulator.ts';

export interface Rig {
  readonly discord: DiscordSimulator;
  readonly adapter: Discord;
  readonly heard: ChatMessage[];
  readonly asked: Interaction[];
  readonly logged: string[];
  end(): Promise<void>;
}

export const QUICK = {
  startMs: 8_000,
  firstPauseMs: 50,
  longestPauseMs: 300,
  stuckMs: 10_000,
  callMs: 1_500,
  deferMs: 300,
  restMs: 400,
};
export const OWNER = { user: '1', name: 'Streamer' };
export const VERA = { user: '42', name: 'Вера' };

export interface RigOptions extends Partial<DiscordOptions> {
  readonly discord?: DiscordSimulator;
  readonly connect?: boolean;
}

export async function rigged({ discord: given, connect = true, ...options }: RigOptions = {}): Promise<Rig> {
  const discord = given ?? (await startDiscordSimulator());
  const logged: string[] = [];
  const adapter = discordPlatform({
    token: 'good-token',
    channel: discord.world.channel,
    guild: discord.world.guild,
    addresses: { api: discord.apiUrl },
    pace: { lines: 100, windowMs: 1_000, gapMs: 5 },
    log: (line) => logged.push(line),
    ...options,
    times: { ...QUICK, ...options.times },
  });
  const heard: ChatMessage[] = [];
  const asked: Interaction[] = [];
  adapter.onMessage((message) => heard.push(message));
  adapter.onInteraction((interaction) => asked.push(interaction));
  const end = async () => {
    await adapter.close();
    await discord.close();
  };
  if (connect) {
    await adapter.connect().catch(async (error: unknown) => {
      await end();
      throw error;
    });
  }
  return { discord, adapter, heard, asked, logged, end };
}

export async function until(what: () => boolean, ms = 8_000): Promise<void> {
  const end = Date.now() + ms;
  while (!what()) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
