/** Where YouTube is, and which channel or broadcast is meant: settings and what people paste, checked. */
import { YoutubeError } from './failures.ts';

export interface YoutubeAddresses {
  /** `MSIG_YOUTUBE_API_URL`: stands in for `https://youtube.googleapis.com`; `/youtube/v3` after it is understood. */
  readonly api?: string;
  /** `MSIG_YOUTUBE_AUTH_URL`: stands in for both of Google's sign-in hosts. */
  readonly auth?: string;
}

export const REAL_API = 'https://youtube.googleapis.com/';

/** The root for the library, which keeps only scheme, host and port of it. @throws YoutubeError YOUTUBE_ADDRESS */
export function apiRoot(given: string = REAL_API): string {
  const url = httpUrl(given, 'MSIG_YOUTUBE_API_URL');
  if (!/^\/(youtube\/v3\/?)?$/.test(url.pathname)) {
    const expected = 'an address without a path (the client library drops it)';
    throw new YoutubeError('YOUTUBE_ADDRESS', { given, setting: 'MSIG_YOUTUBE_API_URL', expected });
  }
  return `${url.origin}/`;
}

export interface SignInEndpoints {
  readonly oauth2AuthBaseUrl: string;
  readonly oauth2TokenUrl: string;
  readonly oauth2RevokeUrl: string;
  readonly tokenInfoUrl: string;
}

/** @throws YoutubeError YOUTUBE_ADDRESS */
export function signInEndpoints(given?: string): SignInEndpoints {
  if (given) httpUrl(given, 'MSIG_YOUTUBE_AUTH_URL');
  const base = given?.replace(/\/+$/, '');
  const tokens = base ?? 'https://oauth2.googleapis.com';
  return {
    oauth2AuthBaseUrl: `${base ?? 'https://accounts.google.com'}/o/oauth2/v2/auth`,
    oauth2TokenUrl: `${tokens}/token`,
    oauth2RevokeUrl: `${tokens}/revoke`,
    tokenInfoUrl: `${tokens}/tokeninfo`,
  };
}

function httpUrl(given: string, setting: string): URL {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new YoutubeError('YOUTUBE_ADDRESS', { given, setting, expected: 'an http or https address' });
  }
  return url;
}

/** `own`: the channel of the account that is signed in. */
export type ChannelName =
  | { readonly kind: 'own' }
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'handle'; readonly handle: string };

const SITE = /^(?:https?:\/\/)?(?:(?:www|m)\.)?youtube\.com\//i;

/** An id, a handle, or an address with either. @throws YoutubeError YOUTUBE_CHANNEL */
export function channelName(given = ''): ChannelName {
  const named = given
    .trim()
    .replace(SITE, '')
    .replace(/^channel\//i, '');
  const name = named.split(/[/?#]/, 1)[0] ?? '';
  if (given.trim() === '') return { kind: 'own' };
  if (/^UC[\w-]{22}$/.test(name)) return { kind: 'id', id: name };
  // Handles may be in any script; 3 to 30 characters.
  if (/^@[\p{L}\p{M}\p{N}._·-]{3,30}$/u.test(name)) return { kind: 'handle', handle: name };
  throw new YoutubeError('YOUTUBE_CHANNEL', { given: given.slice(0, 80) });
}

/** `https://youtu.be/ID`, `…/watch?v=ID`, `…/live/ID`, `ID` → `ID`. @throws YoutubeError YOUTUBE_VIDEO */
export function videoId(given: string): string {
  const text = given.trim();
  const found =
    /(?:[?&]v=|youtu\.be\/|\/live\/|\/video\/)([\w-]{11})(?:$|[^\w-])/.exec(text)?.[1] ??
    /^[\w-]{11}$/.exec(text)?.[0];
  if (!found) throw new YoutubeError('YOUTUBE_VIDEO', { given: given.slice(0, 80) });
  return found;
}
