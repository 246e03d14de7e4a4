import { randomBytes } from 'node:crypto';
import { channelSlug, placesOf } from '../../../adapters/platform/vkvideo/addresses.ts';
import { authorizeUrl, exchangeCode } from '../../../adapters/platform/vkvideo/oauth.ts';
import { ownChannel } from '../../../adapters/platform/vkvideo/own-channel.ts';
import { given } from '../../chats/chat.ts';
import { vkvideoChat } from '../../chats/vkvideo.ts';
import type { Settings } from '../../settings-table.ts';
import { redirectOf } from '../door.ts';
import { VKVIDEO_GUIDE } from '../guides/vkvideo.ts';
import { codeOf } from './browser.ts';
import type { SetupPlatform } from './platform.ts';

const placesIn = ({ vkvideo: { apiUrl: api, authUrl: auth, pubsubUrl: pubsub } }: Settings) =>
  placesOf(given({ api, auth, pubsub }));

export const VKVIDEO: SetupPlatform = {
  name: 'vkvideo',
  title: 'VK Video Live',
  guide: VKVIDEO_GUIDE,
  comesBack: true,
  secretOptional: false,
  witness: true,
  make: vkvideoChat,
  channel: channelSlug,
  async signIn(way) {
    const { app, settings, terminal } = way;
    const places = placesIn(settings);
    const redirectUri = redirectOf(settings, 'vkvideo');
    const state = randomBytes(24).toString('base64url');
    const url = authorizeUrl(places, { clientId: app.clientId, redirectUri }, { state });
    const code = await codeOf(VKVIDEO, { url, state }, way);
    const clientSecret = app.clientSecret ?? '';
    const tokens = await exchangeCode(places, { clientId: app.clientId, clientSecret, redirectUri }, code);
    terminal.discretion.learn(tokens.accessToken, tokens.refreshToken);
    return { ...tokens, renewing: null };
  },
  ownChannel: ({ accessToken }, settings) => ownChannel(accessToken, placesIn(settings)),
};
