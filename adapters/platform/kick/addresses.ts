/** Where Kick is: the settings `MSIG_KICK_*_URL` or the real addresses, checked. PLATFORMS 4.1. */
import { KickError } from './failures.ts';

export interface KickAddresses {
  /** `MSIG_KICK_API_URL`: stands in for `https://api.kick.com`; with `/public/v1` at its end it is understood too. */
  readonly api?: string;
  /** `MSIG_KICK_AUTH_URL`: stands in for `https://id.kick.com`. */
  readonly auth?: string;
}

export const REAL = { api: 'https://api.kick.com', auth: 'https://id.kick.com' } as const;

/** The base of a door, without a slash at its end. @throws KickError KICK_ADDRESS */
export function base(which: 'api' | 'auth', text: string = REAL[which]): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new KickError('KICK_ADDRESS', { given: text, setting: `MSIG_KICK_${which.toUpperCase()}_URL` });
  }
  return text.replace(/\/+$/, '').replace(which === 'api' ? /\/public(\/v\d)?$/ : /\/oauth$/, '');
}

/** `Name`, `@name`, `https://kick.com/name?x` → `name`. @throws KickError KICK_CHANNEL_NAME */
export function channelSlug(given: string): string {
  const named = given.trim().replace(/^(?:https?:\/\/)?(?:www\.)?kick\.com\//i, '');
  const slug = (named.replace(/^@/, '').split(/[/?#]/, 1)[0] ?? '').toLowerCase();
  if (!/^[a-z0-9][a-z0-9_-]{0,49}$/.test(slug)) {
    throw new KickError('KICK_CHANNEL_NAME', { given: given.slice(0, 80) });
  }
  return slug;
}
