/** How VK Video Live is asked. Its renewal token works once and is never touched here. PLATFORMS 5.2, 5.3. */
import { channelSlug, placesOf, sameChannel } from '../../../adapters/platform/vkvideo/addresses.ts';
import { given } from '../../chats/chat.ts';
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
import { record, word } from '../net.ts';
import { signedOf } from '../signed.ts';

const placesIn = ({ vkvideo: { apiUrl: api, authUrl: auth, pubsubUrl: pubsub } }: Settings) =>
  placesOf(given({ api, auth, pubsub }));

export const vkvideo: Examiner = {
  addresses: (settings) => {
    const { token, api, pubsub } = placesIn(settings);
    return [token, api, pubsub];
  },
  needs: [
    { anyOf: ['chat:message:send'], what: 'write', vital: true },
    { anyOf: ['channel:points:rewards'], what: 'rewards', vital: false },
    { anyOf: ['channel:points:rewards:demands'], what: 'rewards', vital: false },
  ],
  app: appOf,
  signIn: signInOf,
  channel: channelOf,
};

async function appOf({ settings, net, secret }: Place): Promise<AppFacts> {
  const { clientId } = settings.vkvideo;
  if (!clientId) return NO_APP;
  const basic = Buffer.from(`${clientId}:${secret ?? ''}`).toString('base64');
  const answer = await net.ask({
    url: placesIn(settings).token,
    method: 'POST',
    headers: { Authorization: `Basic ${basic}` },
    form: { grant_type: 'client_credentials' },
  });
  if (!answer.answered || answer.status >= 500) return { state: 'silent', word: '', token: null };
  const token = word(answer.json.access_token);
  if (token !== '') return { state: 'good', word: '', token };
  const said = word(answer.json.error) || `HTTP ${answer.status}`;
  return { state: 'refused', word: said.slice(0, 60), token: null };
}

async function signInOf(place: SeatPlace): Promise<SignInFacts> {
  const { settings, net } = place;
  const canRenew = settings.vkvideo.clientId !== null;
  const signed = signedOf(place, { canRenew, renewalLivesMs: Number.POSITIVE_INFINITY });
  if (!signed) return NO_SIGN_IN;
  const { token, facts, whenRefused } = signed;
  if (token === '') return { ...facts, state: whenRefused };
  const answer = await net.ask({
    url: `${placesIn(settings).api}/current_user`,
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!answer.answered || (answer.status !== 200 && answer.status !== 401))
    return { ...facts, state: 'silent' };
  if (answer.status === 401) {
    // `token_expired` is the platform's word for one that merely ran out.
    const ran = word(answer.json.error) === 'token_expired' && facts.renewable;
    return { ...facts, state: ran ? 'asleep' : whenRefused };
  }
  const user = record(record(answer.json.data).user);
  return { ...facts, state: 'good', user: word(user.id) || null };
}

async function channelOf(place: SeatPlace & { readonly signIn: SignInFacts }): Promise<ChannelFacts> {
  const { settings, net, kept, app, signIn } = place;
  const own = signIn.state === 'good' ? (kept?.signIn.accessToken ?? null) : null;
  const token = own ?? app.token;
  if (!token) return UNKNOWN_CHANNEL;
  const { api } = placesIn(settings);
  const slug = channelSlug(place.channel);
  const query = new URLSearchParams({ channel_url: slug });
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await net.ask({ url: `${api}/channel?${query}`, headers });
  if (!answer.answered) return UNKNOWN_CHANNEL;
  const said = word(answer.json.error);
  if (answer.status === 404 && said !== 'unknown_api_method')
    return { ...UNKNOWN_CHANNEL, state: 'missing', word: said.slice(0, 60) };
  if (answer.status !== 200) return UNKNOWN_CHANNEL;
  const data = record(answer.json.data);
  const url = word(record(data.channel).url);
  if (url !== '' && !sameChannel(url, slug)) return UNKNOWN_CHANNEL;
  const owner = word(record(data.owner).id);
  const owns = signIn.user === null || owner === '' ? null : signIn.user === owner;
  const rewards =
    own && owns !== false
      ? await rewardsOf(net, `${api}/channel_point/reward/demands?${query}&limit=1`, headers)
      : 'unknown';
  return { state: 'there', word: '', id: word(record(data.channel).id) || null, own: owns, rewards };
}

async function rewardsOf(
  net: Place['net'],
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<ChannelFacts['rewards']> {
  const answer = await net.ask({ url, headers });
  if (!answer.answered || answer.status >= 500 || answer.status === 404) return 'unknown';
  return answer.status === 200 ? 'yes' : 'refused';
}
