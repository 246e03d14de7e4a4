/** How YouTube is asked. Each question costs one of the day's 10,000 units. PLATFORMS 3.1, 3.2, 3.6. */
import { apiRoot, channelName, signInEndpoints } from '../../../adapters/platform/youtube/addresses.ts';
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
import { type Json, list, record, word } from '../net.ts';
import { signedOf } from '../signed.ts';

const FULL = 'https://www.googleapis.com/auth/youtube.force-ssl';
const WIDE = 'https://www.googleapis.com/auth/youtube';
const READ = 'https://www.googleapis.com/auth/youtube.readonly';

const apiOf = ({ youtube: { apiUrl } }: Settings) => `${apiRoot(apiUrl ?? undefined)}youtube/v3`;

export const youtube: Examiner = {
  addresses: (settings) => {
    const { authUrl, clientId } = settings.youtube;
    const doors = clientId ? [signInEndpoints(authUrl ?? undefined).oauth2TokenUrl] : [];
    return [apiOf(settings), ...doors];
  },
  needs: [
    { anyOf: [FULL, WIDE, READ], what: 'read', vital: true },
    { anyOf: [FULL, WIDE], what: 'write', vital: true },
  ],
  app: appOf,
  signIn: signInOf,
  channel: channelOf,
};

/** A code that nobody gave out: Google looks at the application first, and says if that is not known. */
async function appOf({ settings, net, secret }: Place): Promise<AppFacts> {
  const { clientId, authUrl } = settings.youtube;
  if (!clientId) return NO_APP;
  const answer = await net.ask({
    url: signInEndpoints(authUrl ?? undefined).oauth2TokenUrl,
    method: 'POST',
    form: {
      grant_type: 'authorization_code',
      code: 'none',
      redirect_uri: `http://127.0.0.1:${settings.port}/auth/youtube/callback`,
      client_id: clientId,
      client_secret: secret ?? '',
    },
  });
  if (!answer.answered || answer.status >= 500) return { state: 'silent', word: '', token: null };
  const said = word(answer.json.error).slice(0, 60);
  const refused = /client/.test(said);
  return { state: refused ? 'refused' : said === '' ? 'untestable' : 'good', word: said, token: null };
}

async function signInOf(place: SeatPlace): Promise<SignInFacts> {
  const { settings, net } = place;
  const canRenew = settings.youtube.clientId !== null;
  const signed = signedOf(place, { canRenew, renewalLivesMs: Number.POSITIVE_INFINITY });
  if (!signed) return NO_SIGN_IN;
  const { token, facts, whenRefused } = signed;
  if (token === '') return { ...facts, state: whenRefused };
  const url = `${apiOf(settings)}/channels?part=id&mine=true`;
  const answer = await net.ask({ url, headers: { Authorization: `Bearer ${token}` } });
  if (!answer.answered || answer.status >= 500) return { ...facts, state: 'silent' };
  if (answer.status === 401) return { ...facts, state: whenRefused };
  if (answer.status !== 200) return { ...facts, state: 'silent', word: reasonIn(answer.json) };
  const [own] = list(answer.json.items);
  return { ...facts, state: 'good', user: word(own?.id) || null };
}

async function channelOf(place: SeatPlace & { readonly signIn: SignInFacts }): Promise<ChannelFacts> {
  const { settings, net, kept, signIn } = place;
  // YouTube has no rewards of its own.
  const base = { ...UNKNOWN_CHANNEL, rewards: 'impossible' } as const;
  // Known from the vault alone, whose names are in small letters: an id of YouTube cannot be asked for so.
  if (/^uc[\w-]{22}$/.test(place.channel)) {
    const own = signIn.user?.toLowerCase() === place.channel;
    return own ? { ...base, state: 'there', id: signIn.user, own } : base;
  }
  const wanted = channelName(place.channel);
  if (wanted.kind === 'own') return base;
  const headers = accessOf(settings, signIn.state === 'good' ? (kept?.signIn.accessToken ?? '') : '');
  if (!headers) return base;
  if (wanted.kind === 'id' && wanted.id === signIn.user)
    return { ...base, state: 'there', id: wanted.id, own: true };
  const named: Record<string, string> =
    wanted.kind === 'id' ? { id: wanted.id } : { forHandle: wanted.handle };
  const query = new URLSearchParams({ part: 'id', ...named });
  const answer = await net.ask({ url: `${apiOf(settings)}/channels?${query}`, headers });
  if (!answer.answered || answer.status !== 200) {
    const said = answer.answered ? reasonIn(answer.json) : '';
    return { ...base, word: said };
  }
  const [found] = list(answer.json.items);
  const id = word(found?.id);
  if (id === '') return { ...base, state: 'missing' };
  return { ...base, state: 'there', id, own: signIn.user === null ? null : signIn.user === id };
}

function accessOf({ youtube: { apiKey } }: Settings, token: string): Record<string, string> | null {
  if (token !== '') return { Authorization: `Bearer ${token}` };
  return apiKey ? { 'X-Goog-Api-Key': apiKey } : null;
}

/** Google's word, such as `quotaExceeded`; empty without one. */
function reasonIn(json: Json): string {
  const [first] = list(record(json.error).errors);
  return word(first?.reason).slice(0, 60);
}
