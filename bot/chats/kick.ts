import { kickPlatform } from '../../adapters/platform/kick/index.ts';
import type { KickPair } from '../../adapters/platform/kick/oauth.ts';
import { appSecret, type MakeChat } from './chat.ts';
import { keptSignIn, type SignIn, signInName } from './sign-in.ts';

/** The app alone reads any channel; with the owner's sign-in answers are written and rewards settled. */
export const kickChat: MakeChat = (channel, { settings: { kick, public: outside }, vault, note }) => {
  const { token, refresh, clientId, apiUrl: api, authUrl: auth } = kick;
  const kept = keptSignIn(vault, signInName('kick', channel), { token, refresh });
  const account = kept && {
    pair: pairOf(kept.signIn),
    save: (pair: KickPair) => kept.save(signInOf(pair)),
    load: () => {
      const found = kept.load();
      return found && pairOf(found);
    },
  };
  const secret = appSecret(vault, 'kick', kick.clientSecret) ?? '';
  return kickPlatform({
    channel,
    ...(clientId ? { client: { id: clientId, secret } } : {}),
    ...(account ? { account } : {}),
    // Kick tells us everything by webhooks, which need an address that it can reach.
    webhooks: outside !== null || isHere(api),
    addresses: { api, auth },
    log: note,
  });
};

/** A simulated Kick is on this machine, and so are we. */
const isHere = (api: string): boolean => /^(127\.|\[::1\]|localhost$)/.test(new URL(api).hostname);

function pairOf({ accessToken, refreshToken, expiresAt, scopes, renewing }: SignIn): KickPair {
  return {
    accessToken,
    refreshToken: refreshToken ?? '',
    expiresAt,
    scope: scopes?.join(' ') ?? '',
    renewing,
  };
}

export function signInOf({ scope, ...pair }: KickPair): SignIn {
  return { ...pair, scopes: scope === '' ? null : scope.split(' ') };
}
