/** The one-time sign-in of an account, for the wizard: the page to open, and the code that comes back from it. */
import { randomBytes } from 'node:crypto';
import { within } from '../shared/within.ts';
import { signInEndpoints } from './addresses.ts';
import { faultOf, loadLibrary } from './api.external.ts';
import { YoutubeError } from './failures.ts';
import { direct, type YoutubeTokens } from './login.ts';

/** Reads, writes and moderates; the narrower scopes cannot write. */
export const SCOPES = ['https://www.googleapis.com/auth/youtube.force-ssl'];

export interface SignInApp {
  readonly clientId: string;
  readonly clientSecret?: string;
  /** Where the browser comes back to: `http://127.0.0.1:PORT/auth/youtube/callback`, as registered. */
  readonly redirect: string;
  /** `MSIG_YOUTUBE_AUTH_URL`. */
  readonly auth?: string;
}

export interface SignInPage {
  /** To be opened in a browser. */
  readonly url: string;
  /** Must come back unchanged. */
  readonly state: string;
  /** Proves that the one who asks for the tokens is the one who opened the page; kept until then. */
  readonly verifier: string;
}

const CALL_MS = 10_000;

async function clientOf({ clientId, clientSecret, redirect, auth }: SignInApp) {
  const library = await loadLibrary();
  const endpoints = signInEndpoints(auth);
  return new library.auth.OAuth2({
    clientId,
    clientSecret,
    redirectUri: redirect,
    endpoints,
    transporterOptions: { timeout: CALL_MS, retry: false, ...direct(endpoints.oauth2TokenUrl) },
  });
}

/** @throws YoutubeError YOUTUBE_ADDRESS */
export async function signInPage(app: SignInApp): Promise<SignInPage> {
  const client = await clientOf(app);
  const { codeVerifier, codeChallenge } = await client.generateCodeVerifierAsync();
  const state = randomBytes(16).toString('base64url');
  const url = client.generateAuthUrl({
    // Without both of these Google gives a renewal token the first time only.
    access_type: 'offline',
    prompt: 'consent',
    scope: SCOPES,
    state,
    code_challenge: codeChallenge,
    code_challenge_method: 'S256' as never,
  });
  return { url, state, verifier: codeVerifier };
}

/**
 * Tokens for the code that came back.
 * @throws YoutubeError YOUTUBE_LOGIN (refused, used twice, or without a renewal token)
 */
export async function tokensFor(
  app: SignInApp,
  came: { readonly code: string; readonly verifier: string },
): Promise<YoutubeTokens> {
  const client = await clientOf(app);
  try {
    const asked = client.getToken({ code: came.code, codeVerifier: came.verifier });
    const { tokens } = await within(CALL_MS, 'asking for tokens', asked);
    const { access_token: accessToken, refresh_token: refreshToken, expiry_date: expiresAt } = tokens;
    if (!accessToken || !refreshToken) {
      throw new YoutubeError('YOUTUBE_LOGIN', { detail: 'Google gave no renewal token' });
    }
    return { accessToken, refreshToken, expiresAt: expiresAt ?? Date.now() };
  } catch (error) {
    if (error instanceof YoutubeError) throw error;
    const fault = faultOf(error);
    throw new YoutubeError('YOUTUBE_LOGIN', { detail: `${fault.reason}, ${fault.message}` });
  }
}
