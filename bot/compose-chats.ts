/** Which platform makes which chat, out of the settings. A new platform is one file in `chats/` and one line of `PLATFORMS`. */
import { join, resolve } from 'node:path';
import { localPlatform } from '../adapters/platform/local/local.ts';
import { openVault, type Vault } from '../adapters/vault/vault.ts';
import type { Around, MakeChat } from './chats/chat.ts';
import { kickChat } from './chats/kick.ts';
import { twitchChat } from './chats/twitch.ts';
import { vkvideoChat } from './chats/vkvideo.ts';
import { youtubeChat } from './chats/youtube.ts';
import { MsigError } from './errors.ts';
import { type PlayerOptions, type Running, runPlayer } from './player/process.ts';
import { ROOT } from './settings.ts';
import type { Settings } from './settings-table.ts';

export interface ChatChoice {
  readonly platform: string;
  /** Null: the platform's own way to find it; only the local chat has one. */
  readonly channel: string | null;
}

const PLATFORMS: Readonly<Record<string, MakeChat>> = {
  local: (channel, { wire }) => localPlatform(channel, wire),
  twitch: twitchChat,
  kick: kickChat,
  vkvideo: vkvideoChat,
  youtube: youtubeChat,
};

/** Begins a line that is for the log rather than for people. */
export const ASIDE = '· ';

/** Where the secrets of outside accounts are. */
export function composeVault({ data, vaultKey }: Pick<Settings, 'data' | 'vaultKey'>): Vault {
  return openVault(join(resolve(ROOT, data), 'vault'), vaultKey);
}

/**
 * A player's process with the chats of one seat.
 * @throws MsigError BAD_OPTION for an unknown platform, or one without a channel; AdapterError VAULT_LOCKED
 */
export function composePlayer(
  chats: readonly ChatChoice[],
  { settings, ...options }: Omit<PlayerOptions, 'adapters'> & { readonly settings: Settings },
): Promise<Running> {
  const around = {
    settings,
    data: resolve(ROOT, settings.data),
    vault: composeVault(settings),
    // What an adapter logs is for whoever looks closer.
    note: (line: string) => options.note(ASIDE + line),
  };
  const makers = chats.map((chat) => makerOf(chat, settings));
  return runPlayer({
    ...options,
    lang: settings.lang,
    adapters: (wire, player) => makers.map((make) => make(player, { ...around, wire })),
  });
}

type Make = (player: string, around: Around) => ReturnType<MakeChat>;

function makerOf({ platform, channel }: ChatChoice, { twitch }: Settings): Make {
  const make = Object.hasOwn(PLATFORMS, platform) ? PLATFORMS[platform] : undefined;
  if (!make) {
    const expected = Object.keys(PLATFORMS).join(', ');
    throw new MsigError('BAD_OPTION', { option: '--platform', value: platform, expected });
  }
  const named = channel ?? (platform === 'twitch' ? twitch.channel : null);
  if (!named && platform !== 'local') {
    const expected = `the channel of ${platform} to play from`;
    throw new MsigError('BAD_OPTION', { option: '--channel', value: '', expected });
  }
  return (player, around) => make(named ?? player, around);
}
