/** Sign-in at VK Video Live: the page's address, and the exchange, renewal and revocation of tokens. */
import type { Places } from './addresses.ts';
import { Refusal } from './failures.ts';
import { ask } from './http.ts';
import { idAt, type Json, numberAt, textAt, timeAt } from './vk.external.ts';

export interface VkvideoApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** To the character as in the application's settings. Renewing needs it too, and fails without it. */
  readonly redirectUri?: string;
}

export interface Tokens {
  readonly accessToken: string;
  /** Null if the answer brought none: the one before it stays good. */
  readonly refreshToken: string | null;
  /** Milliseconds since 1970; null if it was not told. */
  readonly expiresAt: number | null;
  /** Null if it was not told. */
  readonly scopes: readonly string[] | null;
}

/** What the game uses: writing, and channel points. Reading chat needs none. */
export const SCOPES = [
  'chat:message:send',
  'channel:points',
  'channel:points:rewards',
  'channel:points:rewards:demands',
] as const;

/** Where to send the streamer's browser. Scopes are separated by commas here, unlike elsewhere; there is no PKCE. */
export function authorizeUrl(
  places: Places,
  app: { readonly clientId: string; readonly redirectUri: string },
  { state, scopes = SCOPES }: { readonly state: string; readonly scopes?: readonly string[] },
): string {
  const query = new URLSearchParams({
    client_id: app.clientId,
    redirect_uri: app.redirectUri,
    response_type: 'code',
    scope: scopes.join(','),
    state,
  });
  return `${places.authorize}?${query}`;
}

/** The tokens for the code that came back to the redirect address. @throws Refusal, or Error of the network */
export function exchangeCode(places: Places, app: VkvideoApp, code: string): Promise<Tokens> {
  return askTokens(places, app, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: app.redirectUri ?? '',
  });
}

/** A new pair. The old renewal token is used up by it. @throws Refusal, or Error of the network */
export function renewTokens(places: Places, app: VkvideoApp, refreshToken: string): Promise<Tokens> {
  const form: Record<string, string> = { grant_type: 'refresh_token', refresh_token: refreshToken };
  if (app.redirectUri !== undefined) form.redirect_uri = app.redirectUri;
  return askTokens(places, app, form);
}

/** A token of the application itself, which may read. @throws Refusal, or Error of the network */
export function applicationToken(places: Places, app: VkvideoApp): Promise<Tokens> {
  return askTokens(places, app, { grant_type: 'client_credentials' });
}

/** Makes a token worthless. @throws Refusal, or Error of the network */
export async function revokeToken(
  places: Places,
  app: VkvideoApp,
  { token, kind }: { readonly token: string; readonly kind: 'access_token' | 'refresh_token' },
): Promise<void> {
  await post(places.revoke, app, { token, token_type_hint: kind });
}

async function askTokens(places: Places, app: VkvideoApp, form: Record<string, string>): Promise<Tokens> {
  const body = await post(places.token, app, form);
  const accessToken = textAt(body, 'access_token');
  if (accessToken === '') throw new Refusal({ status: 200, code: 'no_token', text: '' });
  const scope = textAt(body, 'scope');
  return {
    accessToken,
    refreshToken: textAt(body, 'refresh_token') || null,
    expiresAt: expiryOf(body, Date.now()),
    scopes: scope === '' ? null : scope.split(/[\s,]+/).filter(Boolean),
  };
}

/** `expires_in` was seen, `expire_time` is documented for the application; the latter may be a moment or a duration. */
function expiryOf(body: Json, now: number): number | null {
  const seconds = numberAt(body, 'expires_in') ?? Number(idAt(body, 'expires_in') || Number.NaN);
  if (Number.isFinite(seconds) && seconds > 0) return now + seconds * 1000;
  const told = numberAt(body, 'expire_time');
  if (told === null || told <= 0) return null;
  const moment = timeAt(body, 'expire_time') ?? 0;
  return moment > now / 2 ? moment : now + told * 1000;
}

/** Longer than a caller waits: an answer that comes late still brings the only good renewal token. */
const CALL_MS = 30_000;

function post(url: string, app: VkvideoApp, form: Record<string, string>): Promise<Json> {
  const headers = {
    Authorization: `Basic ${Buffer.from(`${app.clientId}:${app.clientSecret}`).toString('base64')}`,
    'Content-Type': 'application/x-www-form-urlencoded',
  };
  return ask({ method: 'POST', url, headers, body: new URLSearchParams(form).toString(), ms: CALL_MS });
}
