import { twitchPlatform } from '../../adapters/platform/twitch/index.ts';
import type { TwitchAccount } from '../../adapters/platform/twitch/login.ts';
import { type Around, appSecret, given, type MakeChat } from './chat.ts';
import { type GivenSignIn, keptSignIn, signInName } from './sign-in.ts';

/** Whose vault name no channel can have. */
const BOT = '+bot';

/** Without an account the chat is read anonymously. */
export const twitchChat: MakeChat = (channel, around) => {
  const { twitch } = around.settings;
  const { ircUrl: irc, apiUrl: api, authUrl: auth, eventsubUrl: eventsub } = twitch;
  const { token, refreshToken: refresh, botToken, botRefreshToken } = twitch;
  return twitchPlatform({
    channel,
    ...given({
      account: accountOf(channel, { token, refresh }, around),
      bot: accountOf(BOT, { token: botToken, refresh: botRefreshToken }, around),
    }),
    addresses: { irc, api, auth, eventsub },
    log: around.note,
  });
};

function accountOf(name: string, from: GivenSignIn, { settings, vault }: Around): TwitchAccount | null {
  const kept = keptSignIn(vault, signInName('twitch', name), from);
  if (!kept) return null;
  const { clientId, clientSecret } = settings.twitch;
  return {
    accessToken: kept.signIn.accessToken,
    ...given({
      refreshToken: kept.signIn.refreshToken,
      clientId,
      clientSecret: appSecret(vault, 'twitch', clientSecret),
    }),
    save: (pair) => kept.save({ ...kept.signIn, ...pair }),
  };
}
