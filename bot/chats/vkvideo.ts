import { vkvideoPlatform } from '../../adapters/platform/vkvideo/index.ts';
import { appSecret, given, type MakeChat } from './chat.ts';
import { keptSignIn, signInName } from './sign-in.ts';

/** The application alone reads; with the owner's sign-in answers are written and rewards settled. */
export const vkvideoChat: MakeChat = (channel, { settings, vault, note }) => {
  const { vkvideo, public: outside, port } = settings;
  const { token, refreshToken: refresh, clientId, apiUrl: api, authUrl: auth, pubsubUrl: pubsub } = vkvideo;
  const kept = keptSignIn(vault, signInName('vkvideo', channel), { token, refresh });
  const account = kept && {
    accessToken: kept.signIn.accessToken,
    ...given({
      refreshToken: kept.signIn.refreshToken,
      expiresAt: kept.signIn.expiresAt,
      scopes: kept.signIn.scopes,
    }),
    save: (pair: { accessToken: string; refreshToken: string | null; expiresAt: number | null }) =>
      kept.save({ ...kept.signIn, ...pair }),
  };
  const clientSecret = appSecret(vault, 'vkvideo', vkvideo.clientSecret) ?? '';
  const redirectUri = `${outside ?? `http://127.0.0.1:${port}`}/auth/vkvideo/callback`;
  return vkvideoPlatform({
    channel,
    ...(clientId ? { app: { clientId, clientSecret, redirectUri } } : {}),
    ...(account ? { account } : {}),
    addresses: given({ api, auth, pubsub }),
    log: note,
  });
};
