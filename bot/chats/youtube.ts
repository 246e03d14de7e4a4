import { join } from 'node:path';
import { youtubePlatform } from '../../adapters/platform/youtube/index.ts';
import type { YoutubeTokens } from '../../adapters/platform/youtube/login.ts';
import { readText, writeText } from '../../adapters/vault/durable-file.ts';
import { appSecret, given, type MakeChat } from './chat.ts';
import { keptSignIn, signInName } from './sign-in.ts';

/** The channel's sign-in reads, writes and moderates; a key alone reads public chats. */
export const youtubeChat: MakeChat = (channel, { settings: { youtube }, vault, data, note }) => {
  const { clientId, refreshToken: refresh, apiKey, apiUrl: api, authUrl: auth } = youtube;
  const kept = keptSignIn(vault, signInName('youtube', channel), { token: null, refresh });
  const { refreshToken } = kept?.signIn ?? {};
  const account = kept &&
    clientId &&
    refreshToken && {
      clientId,
      refreshToken,
      ...given({
        clientSecret: appSecret(vault, 'youtube', youtube.clientSecret),
        accessToken: kept.signIn.accessToken || null,
        expiresAt: kept.signIn.expiresAt,
      }),
      save: (tokens: YoutubeTokens) => kept.save({ ...kept.signIn, ...tokens }),
    };
  const day = join(data, `youtube-day-${encodeURIComponent(channel)}.json`);
  return youtubePlatform({
    channel,
    ...(account ? { account } : given({ apiKey })),
    keeping: { load: async () => readText(day), save: async (text) => writeText(day, text) },
    addresses: given({ api, auth }),
    log: note,
  });
};
