/** How Kick is asked. Its renewal token works once and is never touched here. PLATFORMS 4.1, 4.5. */
import { base, channelSlug } from '../../../adapters/platform/kick/addresses.ts';
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
import { list, record, word, words } from '../net.ts';
import { signedOf } from '../signed.ts';

/** Thirty days after the issue, two hours of which the access token served. */
const RENEWAL_MS = 30 * 24 * 3_600_000;

export const kick: Examiner = {
  addresses: ({ kick: { authUrl, apiUrl } }: Settings) => [authUrl, apiUrl],
  needs: [
    { anyOf: ['chat:write'], what: 'write', vital: true },
    { anyOf: ['events:subscribe'], what: 'events', vital: false },
    { anyOf: ['channel:rewards:write'], what: 'rewards', vital: false },
    { anyOf: ['moderation:chat_message:manage'], what: 'delete', vital: false },
    { anyOf: ['moderation:ban'], what: 'timeout', vital: false },
    { anyOf: ['kicks:read'], what: 'donations', vital: false },
  ],
  app: appOf,
  signIn: signInOf,
  channel: channelOf,
};

async function appOf({ settings, net, secret }: Place): Promise<AppFacts> {
  const { clientId, authUrl } = settings.kick;
  if (!clientId) return NO_APP;
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret ?? '' };
  const answer = await net.ask({ url: `${base('auth', authUrl)}/oauth/token`, method: 'POST', form });
  if (!answer.answered || answer.status >= 500) return { state: 'silent', word: '', token: null };
  const token = word(answer.json.access_token);
  if (token !== '') return { state: 'good', word: '', token };
  const said = word(answer.json.error) || word(answer.json.message) || `HTTP ${answer.status}`;
  return { state: 'refused', word: said.slice(0, 60), token: null };
}

async function signInOf(place: SeatPlace): Promise<SignInFacts> {
  const { settings, net } = place;
  const { clientId, authUrl, apiUrl } = settings.kick;
  const signed = signedOf(place, { canRenew: clientId !== null, renewalLivesMs: RENEWAL_MS });
  if (!signed) return NO_SIGN_IN;
  const { token, facts, whenRefused } = signed;
  if (token === '') return { ...facts, state: whenRefused };
  const headers = { Authorization: `Bearer ${token}` };
  const url = `${base('auth', authUrl)}/oauth/token/introspect`;
  const answer = await net.ask({ url, method: 'POST', headers });
  if (!answer.answered || (answer.status !== 200 && answer.status !== 401))
    return { ...facts, state: 'silent' };
  const told = record(answer.json.data);
  if (told.active !== true) return { ...facts, state: whenRefused };
  const user = await net.ask({ url: `${base('api', apiUrl)}/public/v1/users`, headers });
  const [me] = user.answered ? list(user.json.data) : [];
  const seconds = Number(told.exp);
  const made = word(told.client_id);
  return {
    ...facts,
    state: 'good',
    scopes: words(told.scope) ?? facts.scopes,
    user: word(me?.user_id) || null,
    expiresAt: seconds > 0 ? seconds * 1000 : facts.expiresAt,
    foreign: clientId !== null && made !== '' && made !== clientId,
  };
}

async function channelOf(place: SeatPlace & { readonly signIn: SignInFacts }): Promise<ChannelFacts> {
  const { settings, net, kept, app, signIn } = place;
  const own = signIn.state === 'good' ? (kept?.signIn.accessToken ?? null) : null;
  const token = app.token ?? own;
  if (!token) return UNKNOWN_CHANNEL;
  const slug = channelSlug(place.channel);
  const api = `${base('api', settings.kick.apiUrl)}/public/v1`;
  const answer = await net.ask({
    url: `${api}/channels?${new URLSearchParams({ slug })}`,
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!answer.answered || (answer.status !== 200 && answer.status !== 404)) return UNKNOWN_CHANNEL;
  const found = list(answer.json.data).find((one) => (word(one.slug) || slug).toLowerCase() === slug);
  if (!found) return { ...UNKNOWN_CHANNEL, state: 'missing' };
  const id = word(found.broadcaster_user_id);
  const owns = signIn.user === null ? null : signIn.user === id;
  const rewards = own && owns !== false ? await rewardsOf(place, `${api}/channels/rewards`, own) : 'unknown';
  return { state: 'there', word: '', id, own: owns, rewards };
}

async function rewardsOf(
  { net }: Pick<SeatPlace, 'net'>,
  url: string,
  token: string,
): Promise<ChannelFacts['rewards']> {
  const answer = await net.ask({ url, headers: { Authorization: `Bearer ${token}` } });
  if (!answer.answered || answer.status >= 500) return 'unknown';
  return answer.status === 200 ? 'yes' : 'refused';
}
