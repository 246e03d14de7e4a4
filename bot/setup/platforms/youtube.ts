import { channelName } from '../../../adapters/platform/youtube/addresses.ts';
import { ownChannel } from '../../../adapters/platform/youtube/own-channel.ts';
import { SCOPES, signInPage, tokensFor } from '../../../adapters/platform/youtube/signin.ts';
import { youtubeChat } from '../../chats/youtube.ts';
import { redirectOf } from '../door.ts';
import { YOUTUBE_GUIDE } from '../guides/youtube.ts';
import { codeOf } from './browser.ts';
import type { SetupPlatform } from './platform.ts';

export const YOUTUBE: SetupPlatform = {
  name: 'youtube',
  title: 'YouTube',
  guide: YOUTUBE_GUIDE,
  comesBack: true,
  secretOptional: false,
  // Without the sign-in YouTube is read with an API key, which few have.
  witness: false,
  make: youtubeChat,
  channel(given) {
    channelName(given);
    return given.trim();
  },
  async signIn(way) {
    const { app, settings, terminal } = way;
    const signInApp = {
      clientId: app.clientId,
      clientSecret: app.clientSecret ?? '',
      redirect: redirectOf(settings, 'youtube'),
      ...(settings.youtube.authUrl ? { auth: settings.youtube.authUrl } : {}),
    };
    const page = await signInPage(signInApp);
    terminal.discretion.learn(page.verifier);
    const code = await codeOf(YOUTUBE, page, way);
    const tokens = await tokensFor(signInApp, { code, verifier: page.verifier });
    terminal.discretion.learn(tokens.accessToken, tokens.refreshToken);
    return { ...tokens, scopes: SCOPES, renewing: null };
  },
  ownChannel: ({ accessToken }, { youtube }) => ownChannel(accessToken, youtube.apiUrl ?? undefined),
};
