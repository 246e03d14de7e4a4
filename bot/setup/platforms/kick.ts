import { channelSlug } from '../../../adapters/platform/kick/addresses.ts';
import { kickDoor } from '../../../adapters/platform/kick/door.ts';
import { authorizeUrl, exchangeCode } from '../../../adapters/platform/kick/oauth.ts';
import { ownChannel } from '../../../adapters/platform/kick/own-channel.ts';
import { kickChat, signInOf } from '../../chats/kick.ts';
import { redirectOf } from '../door.ts';
import { KICK_GUIDE } from '../guides/kick.ts';
import { codeOf } from './browser.ts';
import type { SetupPlatform } from './platform.ts';

export const KICK: SetupPlatform = {
  name: 'kick',
  title: 'Kick',
  guide: KICK_GUIDE,
  comesBack: true,
  secretOptional: false,
  // One app has one webhook address, and a second connection would hear nothing that the first does not.
  witness: false,
  make: kickChat,
  channel: channelSlug,
  async signIn(way) {
    const { app, settings, terminal } = way;
    const { authUrl: auth } = settings.kick;
    const redirect = redirectOf(settings, 'kick');
    const consent = authorizeUrl({ clientId: app.clientId, redirect, auth });
    terminal.discretion.learn(consent.verifier);
    const code = await codeOf(KICK, consent, way);
    const client = { id: app.clientId, secret: app.clientSecret ?? '' };
    const pair = await exchangeCode({ client, auth }, { code, verifier: consent.verifier, redirect });
    terminal.discretion.learn(pair.accessToken, pair.refreshToken);
    return signInOf(pair);
  },
  ownChannel: ({ accessToken }, { kick }) => ownChannel(accessToken, kick.apiUrl),
  hook({ kick: { publicKey, apiUrl } }, deliver) {
    const verify = kickDoor({ publicKey, api: apiUrl, log: () => {} });
    return (hook) => {
      const verdict = verify(hook);
      if (!verdict.ok) return verdict.status;
      deliver(verdict.delivery);
      return 200;
    };
  },
};
