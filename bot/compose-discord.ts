/** The Discord process out of the settings: the adapter, and the browser that draws the board. */
import { discordPlatform } from '../adapters/platform/discord/index.ts';
import { composeVault } from './compose-chats.ts';
import { overlayPicture } from './discord/picture.ts';
import { type DiscordOptions, type DiscordRunning, runDiscord } from './discord/process.ts';
import { MsigError } from './errors.ts';
import type { Settings } from './settings-table.ts';

/** What the command line says of it. */
export interface DiscordChoice extends Pick<DiscordOptions, 'gateway' | 'token' | 'note' | 'pace'> {
  /** Id of the channel; null: the one of the settings. */
  readonly channel: string | null;
  /** The overlay's link, and a browser to draw it with; without both the board is told in words. */
  readonly overlay: string | null;
  readonly browser: string | null;
}

/** Where the wizard keeps the bot's token. */
const TOKEN = 'app/discord';

/** @throws MsigError BAD_OPTION, PLATFORM_FAILED, BAD_TOKEN */
export function composeDiscord(
  { channel: chosen, overlay, browser, ...rest }: DiscordChoice,
  settings: Settings,
): Promise<DiscordRunning> {
  const { discord, lang } = settings;
  const channel = chosen ?? discord.channel;
  if (!channel) {
    const expected = "the id of a text channel, or MSIG_DISCORD_CHANNEL; 'npx msig setup' finds it";
    throw new MsigError('BAD_OPTION', { option: '--channel', value: '', expected });
  }
  const { note } = rest;
  const picture = overlay && browser ? overlayPicture({ overlay, browser, note }) : undefined;
  const adapter = adapterOf(channel, { settings, note });
  return runDiscord({ ...rest, lang, adapter, ...(picture ? { picture } : {}) });
}

function adapterOf(
  channel: string,
  { settings, note }: { settings: Settings; note: (line: string) => void },
) {
  const { discord } = settings;
  try {
    return discordPlatform({
      token: discord.token ?? composeVault(settings).get(TOKEN) ?? '',
      channel,
      guild: discord.guild,
      addresses: discord.apiUrl ? { api: discord.apiUrl } : {},
      log: note,
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new MsigError('PLATFORM_FAILED', { platform: 'Discord', channel, detail }, { cause: error });
  }
}
