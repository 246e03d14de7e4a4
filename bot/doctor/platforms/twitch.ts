/** How Twitch is asked. PLATFORMS 1.1, 1.5. */
import { channelLogin, httpBase } from '../../../adapters/platform/twitch/addresses.ts';
import type { Settings } from '../../settings-table.ts';
import {
  type AppFacts,
  type ChannelFacts,
  type Examiner,
  NO_APP,
  NO_SIGN_IN,
  type Place,
  type SeatPlace,
  type SignInFacts,
  UNKNOWN_CHANNEL,
} from '../facts.ts';
import { list, word, words } from '../net.ts';
import { signedOf } from '../signed.ts';

export const twitch: Examiner = {
  addresses: ({ twitch: { authUrl, apiUrl, ircUrl, eventsubUrl, token, clientId } }: Settings) =>
    // Anonymous reading needs the chat server alone.
    token || clientId ? [authUrl, apiUrl, ircUrl, eventsubUrl] : [ircUrl],
  needs: [
    { anyOf: ['user:read:chat', 'chat:read'], what: 'read', vital: true },
    { anyOf: ['user:write:chat', 'chat:edit'], what: 'write', vital: true },
    { anyOf: ['channel:manage:redemptions'], what: 'rewards', vital: false },
    { anyOf: ['channel:manage:polls'], what: 'polls', vital: false },
    { anyOf: ['moderator:manage:chat_messages'], what: 'delete', vital: false },
    { anyOf: ['moderator:manage:banned_users'], what: 'timeout', vital: false },
    { anyOf: ['bits:read'], what: 'donations', vital: false },
    { anyOf: ['channel:read:subscriptions'], what: 'donations', vital: false },
    { anyOf: ['moderator:read:followers'], what: 'followers', vital: false },
  ],
  app: appOf,
  signIn: signInOf,
  channel: channelOf,
};

async function appOf({ settings, net, secret }: Place): Promise<AppFacts> {
  const { clientId, authUrl } = settings.twitch;
  if (!clientId) return NO_APP;
  // A public client has no secret, and nothing that could be tried without a person.
  if (!secret) return { state: 'untestable', word: '', token: null };
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret };
  const answer = await net.ask({ url: `${httpBase('auth', authUrl)}/token`, method: 'POST', form });
  if (!answer.answered || answer.status >= 500) return { state: 'silent', word: '', token: null };
  const token = word(answer.json.access_token);
  if (token !== '') return { state: 'good', word: '', token };
  const said = word(answer.json.message).slice(0, 60);
  return /client/i.test(said)
    ? { state: 'refused', word: said, token: null }
    : { state: 'untestable', word: said, token: null };
}

async function signInOf(place: SeatPlace): Promise<SignInFacts> {
  const { settings, net, now } = place;
  const { clientId, authUrl } = settings.twitch;
  const signed = signedOf(place, { canRenew: clientId !== null, renewalLivesMs: Number.POSITIVE_INFINITY });
  if (!signed) return NO_SIGN_IN;
  const { token, facts, whenRefused } = signed;
  if (token === '') return { ...facts, state: whenRefused };
  const url = `${httpBase('auth', authUrl)}/validate`;
  const answer = await net.ask({ url, headers: { Authorization: `OAuth ${token}` } });
  if (!answer.answered || (answer.status !== 200 && answer.status !== 401))
    return { ...facts, state: 'silent' };
  if (answer.status === 401) return { ...facts, state: whenRefused };
  const { json } = answer;
  const seconds = Number(json.expires_in);
  return {
    ...facts,
    state: 'good',
    scopes: words(json.scopes) ?? [],
    user: word(json.user_id) || null,
    expiresAt: seconds > 0 ? now() + seconds * 1000 : null,
    foreign: clientId !== null && word(json.client_id) !== '' && word(json.client_id) !== clientId,
  };
}

async function channelOf(place: SeatPlace & { readonly signIn: SignInFacts }): Promise<ChannelFacts> {
  const { settings, net, kept, app, signIn, channel } = place;
  const { apiUrl, clientId } = settings.twitch;
  const own = signIn.state === 'good' ? kept?.signIn.accessToken.replace(/^oauth:/i, '') : undefined;
  const token = own ?? app.token;
  if (!token || !clientId) return UNKNOWN_CHANNEL;
  const login = channelLogin(channel);
  const answer = await net.ask({
    url: `${httpBase('api', apiUrl)}/users?${new URLSearchParams({ login })}`,
    headers: { Authorization: `Bearer ${token}`, 'Client-Id': clientId },
  });
  if (!answer.answered || answer.status !== 200) return UNKNOWN_CHANNEL;
  const [found] = list(answer.json.data);
  if (!found) return { ...UNKNOWN_CHANNEL, state: 'missing' };
  const id = word(found.id);
  const earned = word(found.broadcaster_type) !== '';
  return {
    state: 'there',
    word: '',
    id,
    own: signIn.user === null ? null : signIn.user === id,
    rewards: earned ? 'yes' : 'status',
  };
}
