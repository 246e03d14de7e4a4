/**
 * Twitch's sign-in doors, spoken with plain `fetch`: the device flow for a program without a page of its own, the code
 * flow for a browser, renewal, checking, taking back. PLATFORMS 1.1. Every call has a time-out, and no error holds a
 * secret.
 */
import { randomBytes } from 'node:crypto';
import { httpBase, type TwitchAddresses } from './addresses.ts';
import { type Answer, ask, TwitchCallError } from './http.ts';
import { SCOPES } from './scopes.ts';

const CALL_MS = 10_000;
/** Used when Twitch leaves the number out. */
const INTERVAL_S = 5;
const DEVICE_LIVES_S = 1800;

export interface Door {
  readonly clientId: string;
  /** Public clients have none. */
  readonly clientSecret?: string;
  readonly addresses?: TwitchAddresses;
  readonly timeoutMs?: number;
}

export interface TwitchTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970; null if Twitch did not tell. */
  readonly expiresAt: number | null;
}

export interface Device {
  /** What the streamer types in. */
  readonly userCode: string;
  /** Where: this address opens with the code filled in. */
  readonly verificationUri: string;
  /** Secret; for `pollDevice`. */
  readonly deviceCode: string;
  /** Seconds between two questions at least. */
  readonly interval: number;
  /** Seconds until the code is worthless. */
  readonly expiresIn: number;
}

export type DevicePoll =
  | { readonly state: 'signed-in'; readonly tokens: TwitchTokens }
  | { readonly state: 'pending' | 'expired' | 'denied' };

/** Begins a sign-in on another screen. @throws TwitchCallError */
export async function startDevice(door: Door & { readonly scopes?: readonly string[] }): Promise<Device> {
  const scopes = (door.scopes ?? Object.keys(SCOPES)).join(' ');
  // The name of this field is `scopes`, unlike everywhere else.
  const { json } = await post(door, 'device', { client_id: door.clientId, scopes });
  const given = (json ?? {}) as Record<string, unknown>;
  const [userCode, deviceCode] = [wordIn(given.user_code), wordIn(given.device_code)];
  const verificationUri = wordIn(given.verification_uri);
  if (!userCode || !deviceCode || !/^https?:/.test(verificationUri)) throw emptyAnswer('device');
  return {
    userCode,
    deviceCode,
    verificationUri,
    interval: secondsIn(given.interval) ?? INTERVAL_S,
    expiresIn: secondsIn(given.expires_in) ?? DEVICE_LIVES_S,
  };
}

/** Asks once whether the streamer has agreed. Not more often than `interval`. @throws TwitchCallError when Twitch is not there. */
export async function pollDevice(
  door: Door & { readonly deviceCode: string; readonly scopes?: readonly string[] },
): Promise<DevicePoll> {
  const form = {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    scopes: (door.scopes ?? Object.keys(SCOPES)).join(' '),
    device_code: door.deviceCode,
  };
  try {
    return { state: 'signed-in', tokens: await tokensBy(door, form) };
  } catch (error) {
    if (!(error instanceof TwitchCallError) || error.passing || error.status !== 400) throw error;
    const said = error.said.toLowerCase();
    if (said.includes('pending') || said.includes('slow')) return { state: 'pending' };
    if (said.includes('denied')) return { state: 'denied' };
    // Twitch answers "invalid device code" for one that ran out or was used.
    if (said.includes('device code') || said.includes('expired')) return { state: 'expired' };
    throw error;
  }
}

/** The address of Twitch's consent page, with a fresh `state` to compare with the one that comes back. */
export function authorizeUrl(options: {
  readonly clientId: string;
  readonly redirect: string;
  readonly scopes?: readonly string[];
  readonly addresses?: TwitchAddresses;
}): { readonly url: string; readonly state: string } {
  const state = randomBytes(24).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: options.clientId,
    redirect_uri: options.redirect,
    scope: (options.scopes ?? Object.keys(SCOPES)).join(' '),
    state,
    force_verify: 'true',
  });
  return { url: `${httpBase('auth', options.addresses?.auth)}/authorize?${query}`, state };
}

/** The code of the redirect → tokens. This flow needs the secret. @throws TwitchCallError */
export function exchangeCode(
  door: Door,
  given: { readonly code: string; readonly redirect: string },
): Promise<TwitchTokens> {
  return tokensBy(door, {
    grant_type: 'authorization_code',
    code: given.code,
    redirect_uri: given.redirect,
  });
}

/** New tokens for a renewal token; a public client's one is spent by it. @throws TwitchCallError */
export function refreshTokens(door: Door, refreshToken: string): Promise<TwitchTokens> {
  return tokensBy(door, { grant_type: 'refresh_token', refresh_token: refreshToken });
}

/** A token of the app itself. @throws TwitchCallError */
export function appTokens(door: Door): Promise<TwitchTokens> {
  return tokensBy(door, { grant_type: 'client_credentials' });
}

export interface TokenFacts {
  readonly clientId: string;
  /** Empty for an app's token. */
  readonly user: string;
  readonly login: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number | null;
}

/** What Twitch knows of a token; null if it does not accept it. @throws TwitchCallError when Twitch is not there. */
export async function validateToken(
  token: string,
  options: Pick<Door, 'addresses' | 'timeoutMs'> = {},
): Promise<TokenFacts | null> {
  try {
    const { json } = await ask({
      url: `${httpBase('auth', options.addresses?.auth)}/validate`,
      headers: { Authorization: `OAuth ${token}` },
      timeoutMs: options.timeoutMs ?? CALL_MS,
    });
    const facts = (json ?? {}) as Record<string, unknown>;
    if (!wordIn(facts.client_id)) throw emptyAnswer('validate');
    return {
      clientId: wordIn(facts.client_id),
      user: wordIn(facts.user_id),
      login: wordIn(facts.login),
      scopes: wordsIn(facts.scopes),
      expiresAt: endOf(facts.expires_in),
    };
  } catch (error) {
    if (error instanceof TwitchCallError && error.status === 401 && !error.passing) return null;
    throw error;
  }
}

/** Ends a token at Twitch; one that is over already counts as done. @throws TwitchCallError */
export async function revoke(door: Door, token: string): Promise<void> {
  try {
    await post(door, 'revoke', { client_id: door.clientId, token });
  } catch (error) {
    if (!(error instanceof TwitchCallError && error.status === 400 && /token/i.test(error.said))) throw error;
  }
}

function post(door: Door, path: string, form: Record<string, string>): Promise<Answer> {
  const url = `${httpBase('auth', door.addresses?.auth)}/${path}`;
  return ask({ method: 'POST', url, form, timeoutMs: door.timeoutMs ?? CALL_MS });
}

async function tokensBy(door: Door, form: Record<string, string>): Promise<TwitchTokens> {
  const { clientId, clientSecret } = door;
  const client = { client_id: clientId, ...(clientSecret ? { client_secret: clientSecret } : {}) };
  const { json } = await post(door, 'token', { ...client, ...form });
  const given = (json ?? {}) as Record<string, unknown>;
  const accessToken = wordIn(given.access_token);
  if (!accessToken) throw emptyAnswer('token');
  return {
    accessToken,
    refreshToken: wordIn(given.refresh_token),
    scopes: wordsIn(given.scope),
    expiresAt: endOf(given.expires_in),
  };
}

function emptyAnswer(path: string): TwitchCallError {
  return new TwitchCallError({ status: 200, code: 'not_json', text: `POST /${path}: nothing in the answer` });
}

const wordIn = (value: unknown): string => (typeof value === 'string' ? value : '');

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split(' ').filter(Boolean);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function secondsIn(value: unknown): number | null {
  return typeof value === 'number' && value > 0 ? value : null;
}

function endOf(seconds: unknown): number | null {
  const known = secondsIn(seconds);
  return known === null ? null : Date.now() + known * 1000;
}
