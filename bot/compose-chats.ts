/** Which platform makes which chat, out of the settings. A new platform is one entry of `PLATFORMS`. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { kickPlatform } from '../adapters/platform/kick/index.ts';
import { keptSignIn } from '../adapters/platform/kick/pair-file.ts';
import { localPlatform } from '../adapters/platform/local/local.ts';
import { twitchPlatform } from '../adapters/platform/twitch/index.ts';
import { vkvideoPlatform } from '../adapters/platform/vkvideo/index.ts';
import { youtubePlatform } from '../adapters/platform/youtube/index.ts';
import { MsigError } from './errors.ts';
import { type PlayerOptions, type Running, runPlayer } from './player/process.ts';
import { ROOT } from './settings.ts';
import type { Settings } from './settings-table.ts';

export interface ChatChoice {
  readonly platform: string;
  readonly channel: string | null;
}

/** A player's process: its chat by platform. A new platform is one line in `PLATFORMS`. */
export function composePlayer(
  chat: ChatChoice,
  { settings, ...options }: Omit<PlayerOptions, 'adapter'> & { readonly settings: Settings },
): Promise<Running> {
  const make = Object.hasOwn(PLATFORMS, chat.platform) ? PLATFORMS[chat.platform] : undefined;
  if (!make) {
    const expected = Object.keys(PLATFORMS).join(', ');
    throw new MsigError('BAD_OPTION', { option: '--platform', value: chat.platform, expected });
  }
  return runPlayer({ ...options, adapter: make(chat, { settings, note: options.note }) });
}

type Surroundings = Pick<PlayerOptions, 'note'> & { readonly settings: Settings };
type MakeAdapter = (chat: ChatChoice, around: Surroundings) => PlayerOptions['adapter'];

const PLATFORMS: Readonly<Record<string, MakeAdapter>> = {
  local:
    ({ channel }) =>
    (port, player) =>
      localPlatform(channel ?? player, port),
  twitch:
    ({ channel }, { settings: { twitch }, note }) =>
    (_port, player) =>
      twitchPlatform({
        channel: channel ?? twitch.channel ?? player,
        ...(twitch.token ? { account: { accessToken: twitch.token } } : {}),
        addresses: { irc: twitch.ircUrl, api: twitch.apiUrl, auth: twitch.authUrl },
        log: note,
      }),
  kick:
    ({ channel }, { settings: { kick, data }, note }) =>
    (_port, player) => {
      const account = keptSignIn(join(resolve(ROOT, data), 'kick-sign-in.json'), kick);
      return kickPlatform({
        channel: channel ?? player,
        ...(kick.clientId ? { client: { id: kick.clientId, secret: kick.clientSecret ?? '' } } : {}),
        ...(account ? { account } : {}),
        addresses: { api: kick.apiUrl, auth: kick.authUrl },
        log: note,
      });
    },
  vkvideo:
    ({ channel }, { settings: { vkvideo }, note }) =>
    (_port, player) =>
      vkvideoPlatform({
        channel: channel ?? player,
        ...(vkvideo.clientId
          ? { app: { clientId: vkvideo.clientId, clientSecret: vkvideo.clientSecret ?? '' } }
          : {}),
        ...(vkvideo.token ? { account: { accessToken: vkvideo.token } } : {}),
        addresses: {
          ...(vkvideo.apiUrl ? { api: vkvideo.apiUrl } : {}),
          ...(vkvideo.authUrl ? { auth: vkvideo.authUrl } : {}),
          ...(vkvideo.pubsubUrl ? { pubsub: vkvideo.pubsubUrl } : {}),
        },
        log: note,
      }),
  youtube:
    ({ channel }, { settings: { youtube, data }, note }) =>
    () =>
      youtubePlatform({
        ...(channel ? { channel } : {}),
        ...youtubeSignIn(youtube),
        keeping: keptText(join(resolve(ROOT, data), 'youtube-day.json')),
        addresses: {
          ...(youtube.apiUrl ? { api: youtube.apiUrl } : {}),
          ...(youtube.authUrl ? { auth: youtube.authUrl } : {}),
        },
        log: note,
      }),
};

function youtubeSignIn({ clientId, clientSecret, refreshToken, apiKey }: Settings['youtube']) {
  if (!clientId || !refreshToken) return apiKey ? { apiKey } : {};
  return { account: { clientId, refreshToken, ...(clientSecret ? { clientSecret } : {}) } };
}

/** A small text in one file, written aside and renamed, so that it is never half there. */
function keptText(path: string) {
  return {
    load: () => readFile(path, 'utf8').catch(() => null),
    save: async (text: string) => {
      await writeFile(`${path}.new`, text, { mode: 0o600 });
      await rename(`${path}.new`, path);
    },
  };
}
