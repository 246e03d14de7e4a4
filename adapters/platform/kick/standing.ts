/** Who is signed in, what that sign-in may do, and which channel we are in. */

import type { StreamStatus } from '../contract.ts';
import { type KickApi, listOf } from './api.ts';
import { KickCallError } from './http.ts';
import { idOf, type RawChannel, type RawUser, timeOf, wordIn } from './kick.external.ts';
import { introspect, type OAuthOptions } from './oauth.ts';
import type { UserTokens } from './tokens.ts';

export interface Standing {
  /** User id of the sign-in; null without one, or if Kick does not tell. */
  readonly user: string | null;
  readonly scopes: ReadonlySet<string>;
}

export const NOBODY: Standing = { user: null, scopes: new Set() };

export function scopesIn(text: string): Set<string> {
  return new Set(text.split(/\s+/).filter(Boolean));
}

/** Nobody, when the sign-in is over. @throws KickCallError on a passing failure */
export async function findStanding(
  api: KickApi,
  tokens: UserTokens | null,
  options: Pick<OAuthOptions, 'auth' | 'timeoutMs'>,
): Promise<Standing> {
  if (!tokens || tokens.over) return NOBODY;
  const token = await tokens.token().catch((error: unknown) => {
    if (tokens.over) return null;
    throw error;
  });
  if (token === null) return NOBODY;
  const known = await introspect(options, token);
  if (known && !known.active) {
    // Taken back by the user: the renewal tells for certain, and `over` then says it to everybody.
    const renewed = await tokens.after(token).catch((error: unknown) => {
      if (tokens.over) return null;
      throw error;
    });
    if (renewed === null) return NOBODY;
  }
  const scope = known?.active && known.scope !== '' ? known.scope : tokens.pair.scope;
  return { user: await ownId(api), scopes: scopesIn(scope) };
}

/** Both calls answer about the sign-in itself when they are asked about nobody; they need different scopes. */
async function ownId(api: KickApi): Promise<string | null> {
  for (const path of ['/v1/users', '/v1/channels']) {
    try {
      const first = listOf<RawUser & RawChannel>(await api.call('user', { path }))[0];
      const id = idOf(first) ?? idOf({ user_id: first?.broadcaster_user_id });
      if (id) return id;
    } catch (error) {
      if (!(error instanceof KickCallError) || error.passing) throw error;
    }
  }
  return null;
}

export interface ChannelNow {
  /** User id of the owner. */
  readonly broadcaster: string;
  readonly status: StreamStatus;
}

/** Null if there is no such channel. @throws KickError, KickCallError */
export async function findChannel(api: KickApi, slug: string): Promise<ChannelNow | null> {
  let answer: unknown;
  try {
    answer = await api.call(api.who('app'), { path: '/v1/channels', query: { slug } });
  } catch (error) {
    if (error instanceof KickCallError && error.code === 'http_404') return null;
    throw error;
  }
  const found = listOf<RawChannel>(answer).find((one) => (one.slug ?? slug).toLowerCase() === slug);
  const broadcaster = idOf({ user_id: found?.broadcaster_user_id });
  if (!found || !broadcaster) return null;
  const { stream, stream_title, category } = found;
  const live = stream?.is_live === true;
  const title = wordIn(stream_title);
  // Offline channels have a start of year 1.
  const since = live ? timeOf(stream?.start_time, 0) : 0;
  return {
    broadcaster,
    status: { live, since: since > 0 ? since : null, title, category: wordIn(category?.name) },
  };
}
