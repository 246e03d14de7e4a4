import { twitchPlatform } from '../../adapters/platform/twitch/index.ts';
import { appSecret, given, type MakeChat } from './chat.ts';
import { keptSignIn, signInName } from './sign-in.ts';

/** Without an account the chat is read anonymously. */
export const twitchChat: MakeChat = (channel, { settings: { twitch }, vault, note }) => {
  const { token, refreshToken: refresh, clientId, ircUrl: irc, apiUrl: api, authUrl: auth } = twitch;
  const kept = keptSignIn(vault, signInName('twitch', channel), { token, refresh });
  const account = kept && {
    accessToken: kept.signIn.accessToken,
    ...given({
      refreshToken: kept.signIn.refreshToken,
      clientId,
      clientSecret: appSecret(vault, 'twitch', twitch.clientSecret),
    }),
    save: (pair: { accessToken: string; refreshToken: string | null }) =>
      kept.save({ ...kept.signIn, ...pair }),
  };
  return twitchPlatform({
    channel,
    ...(account ? { account } : {}),
    addresses: { irc, api, auth },
    log: note,
  });
};
