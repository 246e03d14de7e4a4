/** Where VK Video Live is: the settings `MSIG_VKVIDEO_*_URL` or the real addresses, checked. */
import { VkvideoError } from './failures.ts';

export interface VkvideoAddresses {
  /** `MSIG_VKVIDEO_AUTH_URL`: stands in for the two hosts of the sign-in, the page and the exchange of tokens. */
  readonly auth?: string;
  /** The exchange of tokens alone, should it be elsewhere than `auth`. */
  readonly token?: string;
  /** `MSIG_VKVIDEO_API_URL`: stands in for `https://apidev.live.vkvideo.ru/v1`; without a path, `/v1` is added. */
  readonly api?: string;
  /** `MSIG_VKVIDEO_PUBSUB_URL`: ws or wss; without a path, the real one is added. */
  readonly pubsub?: string;
}

export const REAL = {
  auth: 'https://auth.live.vkvideo.ru',
  token: 'https://api.live.vkvideo.ru',
  api: 'https://apidev.live.vkvideo.ru/v1',
  pubsub: 'wss://pubsub-dev.live.vkvideo.ru/connection/websocket?format=json&cf_protocol_version=v2',
} as const;

export interface Places {
  /** The page where the streamer allows the application. */
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string;
  /** Without a slash at its end. */
  readonly api: string;
  readonly pubsub: string;
}

/** @throws VkvideoError VKVIDEO_ADDRESS */
export function placesOf(given: VkvideoAddresses = {}): Places {
  const auth = httpBase('AUTH', given.auth ?? REAL.auth);
  const token = httpBase('AUTH', given.token ?? given.auth ?? REAL.token);
  const api = httpBase('API', given.api ?? REAL.api);
  return {
    authorize: `${auth}/app/oauth2/authorize`,
    token: `${token}/oauth/server/token`,
    revoke: `${token}/oauth/server/revoke`,
    api: new URL(api).pathname === '/' ? `${api}/v1` : api,
    pubsub: socketAddress(given.pubsub ?? REAL.pubsub),
  };
}

function httpBase(which: 'AUTH' | 'API', text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw wrongAddress(which, text, 'an http or https address');
  return text.replace(/\/+$/, '');
}

function socketAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'ws:' && url.protocol !== 'wss:'))
    throw wrongAddress('PUBSUB', text, 'a ws or wss address');
  if (url.pathname === '/') url.pathname = '/connection/websocket';
  if (!url.searchParams.has('format')) url.searchParams.set('format', 'json');
  if (!url.searchParams.has('cf_protocol_version')) url.searchParams.set('cf_protocol_version', 'v2');
  return url.href;
}

function wrongAddress(which: string, given: string, expected: string): VkvideoError {
  return new VkvideoError('VKVIDEO_ADDRESS', {
    given: given.slice(0, 80),
    setting: `MSIG_VKVIDEO_${which}_URL`,
    expected,
  });
}

const HOSTS = /^(?:https?:\/\/)?(?:www\.)?(?:live\.vkvideo\.ru|live\.vkplay\.ru|vkplay\.live)\//i;
const SLUG = /^[\p{L}\p{N}_.-]{1,64}$/u;

/** `@name`, `https://live.vkvideo.ru/name?x` → `name`. @throws VkvideoError VKVIDEO_CHANNEL_NAME */
export function channelSlug(given: string): string {
  const slug = given.trim().replace(HOSTS, '').replace(/^@/, '').split(/[/?#]/, 1)[0] ?? '';
  if (!SLUG.test(slug)) throw new VkvideoError('VKVIDEO_CHANNEL_NAME', { given: given.slice(0, 80) });
  return slug;
}

/** The platform gives a channel's `url` now as a name, now as an address with or without a slash at its end. */
export function sameChannel(one: string, other: string): boolean {
  const bare = (text: string) => text.replace(HOSTS, '').replaceAll('/', '').toLowerCase();
  return one !== '' && bare(one) === bare(other);
}
