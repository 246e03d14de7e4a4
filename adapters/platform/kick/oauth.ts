/** Kick's sign-in, OAuth 2.1 with PKCE: building the address, exchanging the code, renewing. PLATFORMS 4.1. */
import { createHash, randomBytes } from 'node:crypto';
import { base } from './addresses.ts';
import { KickError } from './failures.ts';
import { ask, KickCallError } from './http.ts';

/** From kick.com/settings/developer; an app can be made only with two-factor sign-in switched on. */
export interface KickClient {
  readonly id: string;
  readonly secret: string;
}

/** A user's sign-in as it is kept. */
export interface KickPair {
  readonly accessToken: string;
  /** Works once: Kick gives out the next with every renewal, and this one dies at that moment (KickDevDocs#52). */
  readonly refreshToken: string;
  /** Milliseconds since 1970; null if it is not known. About two hours after the issue. */
  readonly expiresAt: number | null;
  /** Scopes with spaces between; empty if not known. */
  readonly scope: string;
  /** Since when a renewal is on its way; null when none is. Found set at a start, that renewal was cut off. */
  readonly renewing: number | null;
}

export interface OAuthOptions {
  readonly client: KickClient;
  /** `MSIG_KICK_AUTH_URL` */
  readonly auth?: string;
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
}

/** All that the game can use; each asked for by name on Kick's consent page. */
export const KICK_SCOPES = [
  'user:read',
  'channel:read',
  'channel:rewards:read',
  'channel:rewards:write',
  'chat:write',
  'events:subscribe',
  'moderation:ban',
  'moderation:chat_message:manage',
  'kicks:read',
] as const;

const CALL_MS = 10_000;

export interface Consent {
  /** Where to send the browser. */
  readonly url: string;
  /** To compare with the `state` that comes back; another one means that somebody else began this sign-in. */
  readonly state: string;
  /** Secret until the exchange. */
  readonly verifier: string;
}

/**
 * The address of Kick's consent page with a fresh state and PKCE pair.
 * @throws KickError KICK_REDIRECT, KICK_ADDRESS
 */
export function authorizeUrl(options: {
  readonly clientId: string;
  readonly redirect: string;
  readonly scopes?: readonly string[];
  readonly auth?: string;
}): Consent {
  const { clientId, redirect, scopes = KICK_SCOPES, auth } = options;
  if (!URL.canParse(redirect) || !/^https?:$/.test(new URL(redirect).protocol)) {
    throw new KickError('KICK_REDIRECT', {
      given: redirect,
      example: 'http://localhost:4173/auth/kick/callback',
    });
  }
  const state = randomBytes(24).toString('base64url');
  const verifier = randomBytes(48).toString('base64url');
  const query = new URLSearchParams({ response_type: 'code', client_id: clientId });
  // Kick's page turns the first "127.0.0.1" of the address into "localhost", and then the redirect no longer fits.
  if (redirect.includes('127.0.0.1')) query.set('redirect', '127.0.0.1');
  query.set('redirect_uri', redirect);
  query.set('scope', scopes.join(' '));
  query.set('state', state);
  query.set('code_challenge', createHash('sha256').update(verifier).digest('base64url'));
  query.set('code_challenge_method', 'S256');
  return { url: `${base('auth', auth)}/oauth/authorize?${query}`, state, verifier };
}

/** The code of the redirect → the pair. To be saved before anything else. @throws KickError, KickCallError */
export function exchangeCode(
  options: OAuthOptions,
  given: { code: string; verifier: string; redirect: string },
): Promise<KickPair> {
  return pairBy(options, {
    grant_type: 'authorization_code',
    code: given.code,
    code_verifier: given.verifier,
    redirect_uri: given.redirect,
  });
}

/** Spends the renewal token; what comes back is the only pair that lives on. @throws KickError, KickCallError */
export function refreshPair(options: OAuthOptions, refreshToken: string): Promise<KickPair> {
  return pairBy(options, { grant_type: 'refresh_token', refresh_token: refreshToken });
}

/** A token of the app itself, for what is public and for events. Lives about 60 days. @throws KickError, KickCallError */
export async function appToken(options: OAuthOptions): Promise<{ token: string; expiresAt: number }> {
  const { access_token, expires_in } = await granted(options, { grant_type: 'client_credentials' });
  return { token: access_token, expiresAt: (options.now ?? Date.now)() + (expires_in ?? 3600) * 1000 };
}

/** Ends a token at Kick. Said to be harmless for one that is over. @throws KickCallError */
export async function revokeToken(
  options: OAuthOptions,
  token: string,
  kind: 'access_token' | 'refresh_token',
): Promise<void> {
  const query = new URLSearchParams({ token, token_hint_type: kind });
  try {
    await ask({ ...post(options, `/oauth/revoke?${query}`), form: { token } });
  } catch (error) {
    // The documented answer is the bare word OK, which is no JSON.
    if (!(error instanceof KickCallError && error.status === 200)) throw error;
  }
}

export interface Introspection {
  readonly active: boolean;
  readonly scope: string;
  readonly expiresAt: number | null;
  readonly clientId: string;
}

/** What Kick knows of an access token; null if it does not tell. @throws KickCallError on a passing failure */
export async function introspect(
  options: Pick<OAuthOptions, 'auth' | 'timeoutMs' | 'fetch'>,
  token: string,
): Promise<Introspection | null> {
  try {
    const { data } = (await ask({ ...post(options, '/oauth/token/introspect'), token })) as {
      data?: { active?: boolean; scope?: string; exp?: number; client_id?: string };
    };
    if (typeof data?.active !== 'boolean') return null;
    const { active, scope = '', exp, client_id: clientId = '' } = data;
    return { active, scope, expiresAt: typeof exp === 'number' ? exp * 1000 : null, clientId };
  } catch (error) {
    if (!(error instanceof KickCallError) || error.passing) throw error;
    return error.status === 401 ? { active: false, scope: '', expiresAt: null, clientId: '' } : null;
  }
}

function post(options: Pick<OAuthOptions, 'auth' | 'timeoutMs' | 'fetch'>, path: string) {
  const { auth, timeoutMs = CALL_MS, fetch } = options;
  return { method: 'POST', url: `${base('auth', auth)}${path}`, timeoutMs, fetch } as const;
}

async function pairBy(options: OAuthOptions, form: Record<string, string>): Promise<KickPair> {
  const { access_token, refresh_token, expires_in, scope } = await granted(options, form);
  if (!refresh_token) throw new KickError('KICK_SIGN_IN', { detail: 'the answer held no renewal token' });
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    expiresAt: expires_in === null ? null : (options.now ?? Date.now)() + expires_in * 1000,
    scope,
    renewing: null,
  };
}

async function granted(options: OAuthOptions, form: Record<string, string>) {
  const { id, secret } = options.client;
  try {
    const answer = await ask({
      ...post(options, '/oauth/token'),
      form: { ...form, client_id: id, client_secret: secret },
    });
    return readGrant(answer);
  } catch (error) {
    throw refusalOf(error, form.grant_type === 'client_credentials');
  }
}

function readGrant(answer: unknown) {
  const body = (answer ?? {}) as Record<string, unknown>;
  const { access_token, refresh_token, scope } = body;
  // The documentation shows the seconds as a text.
  const seconds = Number(body.expires_in);
  if (typeof access_token !== 'string' || access_token === '') {
    throw new KickCallError({ status: 200, code: 'not_json', text: 'the answer held no token' });
  }
  return {
    access_token,
    refresh_token: typeof refresh_token === 'string' ? refresh_token : '',
    expires_in: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
    scope: typeof scope === 'string' ? scope : Array.isArray(scope) ? scope.join(' ') : '',
  };
}

/** A refusal in JSON is meant; a page of a proxy with the same status is not, and the token may still be good. */
function refusalOf(error: unknown, app: boolean): unknown {
  if (!(error instanceof KickCallError) || error.passing) return error;
  if (app || /invalid.client|unauthorized.client/i.test(error.said))
    return new KickError('KICK_CLIENT', {}, error);
  return new KickError('KICK_SIGN_IN', { detail: error.said || error.message }, error);
}
