import { channelLogin } from '../../../adapters/platform/twitch/addresses.ts';
import { TwitchCallError } from '../../../adapters/platform/twitch/http.ts';
import {
  type Device,
  pollDevice,
  startDevice,
  type Door as TwitchDoor,
  type TwitchTokens,
  validateToken,
} from '../../../adapters/platform/twitch/signin.ts';
import { twitchChat } from '../../chats/twitch.ts';
import { SignInFault } from '../faults.ts';
import { TWITCH_GUIDE } from '../guides/twitch.ts';
import type { SetupPlatform, Way } from './platform.ts';

export const TWITCH: SetupPlatform = {
  name: 'twitch',
  title: 'Twitch',
  guide: TWITCH_GUIDE,
  comesBack: false,
  secretOptional: true,
  witness: true,
  make: twitchChat,
  channel: channelLogin,
  async signIn(way) {
    const { app, terminal, words, settings } = way;
    const { apiUrl: api, authUrl: auth } = settings.twitch;
    const door: TwitchDoor = {
      clientId: app.clientId,
      ...(app.clientSecret ? { clientSecret: app.clientSecret } : {}),
      addresses: { api, auth },
    };
    const device = await startDevice(door);
    terminal.discretion.learn(device.deviceCode);
    terminal.note(words.deviceTitle, `${device.verificationUri}\n${words.deviceCode(device.userCode)}`);
    const tokens = await confirmed(door, device, way);
    terminal.discretion.learn(tokens.accessToken, tokens.refreshToken);
    const { accessToken, refreshToken, scopes, expiresAt } = tokens;
    return { accessToken, refreshToken: refreshToken || null, scopes, expiresAt, renewing: null };
  },
  async ownChannel({ accessToken }, { twitch: { apiUrl: api, authUrl: auth } }) {
    return (await validateToken(accessToken, { addresses: { api, auth } }))?.login ?? '';
  },
};

/** Asks as often as Twitch allows. A lost answer is no refusal. */
async function confirmed(door: TwitchDoor, device: Device, { terminal, words }: Way): Promise<TwitchTokens> {
  const { deviceCode, interval, expiresIn } = device;
  const found = await terminal.during(words.deviceWaiting, async (signal) => {
    for (const end = Date.now() + expiresIn * 1000; Date.now() < end && !signal.aborted; ) {
      await new Promise((next) => setTimeout(next, interval * 1000));
      const poll = await pollDevice({ ...door, deviceCode }).catch((error: unknown) => {
        if (error instanceof TwitchCallError && error.passing) return { state: 'pending' as const };
        throw error;
      });
      if (poll.state === 'signed-in') return poll.tokens;
      if (poll.state === 'denied') throw new SignInFault('denied');
      if (poll.state === 'expired') break;
    }
    throw new SignInFault('late');
  });
  if (!found) throw new SignInFault('late');
  return found;
}
