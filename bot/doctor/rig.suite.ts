/** A set-up with all platforms, on simulators, in which everything is as it should be; tests then break one thing. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type DiscordSimulator, startDiscordSimulator } from '../../adapters/platform/discord/simulator.ts';
import type { KickSimulator } from '../../adapters/platform/kick/simulator/surface.ts';
import { startKickSimulator } from '../../adapters/platform/kick/simulator.ts';
import { startTwitchSimulator, type TwitchSimulator } from '../../adapters/platform/twitch/simulator.ts';
import { startVkvideoSimulator, type VkvideoSimulator } from '../../adapters/platform/vkvideo/simulator.ts';
import { startYoutubeSimulator, type YoutubeSimulator } from '../../adapters/platform/youtube/simulator.ts';
import { openVault, type Vault } from '../../adapters/vault/vault.ts';
import { signInOf } from '../chats/kick.ts';
import { keepSignIn, type SignIn, signInName } from '../chats/sign-in.ts';
import type { Machine } from './around.ts';
import type { Finding } from './check.ts';
import { examine } from './run.ts';

/** As a person would write them into the environment. */
export type Env = Record<string, string>;

export interface Rig {
  readonly twitch: TwitchSimulator;
  readonly youtube: YoutubeSimulator;
  readonly kick: KickSimulator;
  readonly vk: VkvideoSimulator;
  readonly discord: DiscordSimulator;
  readonly data: string;
  readonly port: number;
  readonly vault: Vault;
  /** What a test may change. */
  readonly env: Env;
  readonly machine: { -readonly [K in keyof Machine]?: Machine[K] };
  /** Everything that must never be shown. */
  readonly secrets: readonly string[];
  look(): Promise<readonly Finding[]>;
  end(): Promise<void>;
}

export const YOUTUBE_CHANNEL = `UC${'a'.repeat(22)}`;
const HOUR_MS = 3_600_000;
const TWITCH_SCOPES = [
  ...['chat:read', 'chat:edit', 'user:read:chat', 'user:write:chat', 'channel:manage:redemptions'],
  ...['channel:manage:polls', 'moderator:manage:chat_messages', 'moderator:manage:banned_users'],
  ...['bits:read', 'channel:read:subscriptions', 'moderator:read:followers'],
];

export async function rigged(): Promise<Rig> {
  const [twitch, youtube, kick, vk, discord] = await Promise.all([
    startTwitchSimulator(),
    startYoutubeSimulator(),
    startKickSimulator(),
    startVkvideoSimulator(),
    startDiscordSimulator('discord-secret-token'),
  ]);
  const data = await mkdtemp(join(tmpdir(), 'msig-doctor-'));
  const sims = { twitch, youtube, kick, vk, discord };
  const port = await freePort();
  const vault = openVault(join(data, 'vault'));
  const env = envOf(sims, { data, port });
  const secrets = signedIn(sims, vault);
  seats(data, [['youtube', YOUTUBE_CHANNEL]]);
  const rig: Rig = {
    ...sims,
    data,
    port,
    vault,
    env,
    machine: { root: installed(data) },
    secrets,
    look: () => examine({ env }, rig.machine),
    end: async () => {
      await Promise.all(Object.values(sims).map((one) => one.close()));
      await rm(data, { recursive: true, force: true });
    },
  };
  return rig;
}

type Sims = Pick<Rig, 'twitch' | 'youtube' | 'kick' | 'vk' | 'discord'>;

function envOf(
  { twitch, youtube, kick, vk, discord }: Sims,
  { data, port }: { data: string; port: number },
): Env {
  return {
    MSIG_DATA: data,
    MSIG_PORT: String(port),
    MSIG_PUBLIC: `http://127.0.0.1:${port}`,
    MSIG_TWITCH_CHANNEL: 'anna',
    MSIG_TWITCH_CLIENT_ID: 'sim0client0id',
    MSIG_TWITCH_IRC_URL: twitch.ircUrl,
    MSIG_TWITCH_API_URL: twitch.apiUrl,
    MSIG_TWITCH_AUTH_URL: twitch.authUrl,
    MSIG_TWITCH_EVENTSUB_URL: twitch.ircUrl,
    MSIG_YOUTUBE_CLIENT_ID: youtube.desk.client.id,
    MSIG_YOUTUBE_CLIENT_SECRET: youtube.desk.client.secret,
    MSIG_YOUTUBE_API_URL: youtube.url,
    MSIG_YOUTUBE_AUTH_URL: youtube.url,
    MSIG_KICK_CLIENT_ID: kick.client.id,
    MSIG_KICK_CLIENT_SECRET: kick.client.secret,
    MSIG_KICK_API_URL: kick.apiUrl,
    MSIG_KICK_AUTH_URL: kick.authUrl,
    MSIG_VKVIDEO_CLIENT_ID: vk.app.clientId,
    MSIG_VKVIDEO_CLIENT_SECRET: vk.app.clientSecret,
    MSIG_VKVIDEO_API_URL: vk.apiUrl,
    MSIG_VKVIDEO_AUTH_URL: vk.authUrl,
    MSIG_VKVIDEO_PUBSUB_URL: vk.pubsubUrl,
    MSIG_DISCORD_TOKEN: discord.world.token,
    MSIG_DISCORD_GUILD: discord.world.guild,
    MSIG_DISCORD_CHANNEL: discord.world.channel,
    MSIG_DISCORD_API_URL: discord.apiUrl,
  };
}

/** A project's folder in which everything is in place: other tests may be building the real pages just now. */
function installed(data: string): string {
  const root = join(data, 'project');
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('package.json', '{"dependencies":{"sample":"1.2.3"}}');
  write('node_modules/sample/package.json', '{"version":"1.2.3"}');
  for (const page of ['map', 'leaderboard', 'play']) write(`.build/overlay/${page}.html`, '');
  return root;
}

/** As the wizard writes them. */
export function seats(data: string, chats: readonly (readonly [platform: string, channel: string])[]): void {
  const list = chats.map(([platform, channel]) => `{ platform: ${platform}, channel: ${channel} }`);
  writeFileSync(join(data, 'settings.yaml'), `seats:\n  - name: Anna\n    chats: [${list.join(', ')}]\n`);
}

/** Everybody is `anna`, with renewable sign-ins as the wizard keeps them. @returns all that is secret */
function signedIn({ twitch, youtube, kick, vk }: Sims, vault: Vault): readonly string[] {
  const owner = { id: '1', nick: 'Anna' };
  twitch.open('anna');
  twitch.token('twitch-access', { user: 'anna', scopes: TWITCH_SCOPES, refreshToken: 'twitch-refresh' });
  youtube.account(YOUTUBE_CHANNEL, { refresh: 'youtube-refresh', access: 'youtube-access' });
  kick.open('anna', { id: 100 });
  vk.open('anna', owner);
  vk.signIn.grant('vk-access', { person: owner, refreshToken: 'vk-refresh' });
  const pair = kick.signIn('anna');
  const keep = (platform: string, channel: string, signIn: Partial<SignIn>) =>
    keepSignIn(vault, signInName(platform, channel), { ...FRESH(), ...signIn } as SignIn);
  keep('twitch', 'anna', {
    accessToken: 'twitch-access',
    refreshToken: 'twitch-refresh',
    scopes: TWITCH_SCOPES,
  });
  keep('youtube', YOUTUBE_CHANNEL, { accessToken: 'youtube-access', refreshToken: 'youtube-refresh' });
  keep('kick', 'anna', signInOf(pair));
  keep('vkvideo', 'anna', {
    accessToken: 'vk-access',
    refreshToken: 'vk-refresh',
    scopes: ['chat:message:send', 'channel:points:rewards', 'channel:points:rewards:demands'],
  });
  const own = [
    'twitch-access',
    'twitch-refresh',
    'youtube-access',
    'youtube-refresh',
    'vk-access',
    'vk-refresh',
  ];
  const apps = [kick.client.secret, vk.app.clientSecret, youtube.desk.client.secret, 'discord-secret-token'];
  return [...own, ...apps, pair.accessToken, pair.refreshToken];
}

const FRESH = () => ({ expiresAt: Date.now() + HOUR_MS, scopes: null, renewing: null });

/** Free a moment ago; small enough a chance that it is taken since. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
