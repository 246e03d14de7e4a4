/** The API in the name of the app, of a user, or of both, as the options have it. */
import { base } from './addresses.ts';
import { KickApi } from './api.ts';
import { AppTokens } from './app-tokens.ts';
import { KickError } from './failures.ts';
import type { KickOptions } from './options.ts';
import { UserTokens } from './tokens.ts';

export interface Access {
  readonly api: KickApi;
  /** Null without a sign-in. */
  readonly tokens: UserTokens | null;
  readonly hasApp: boolean;
  /** The checked base of the sign-in. */
  readonly auth: string;
}

/** @throws KickError KICK_ADDRESS, KICK_CREDENTIALS */
export function accessBy({ client, account, addresses, log }: KickOptions, callMs: number): Access {
  if (!client && !account) throw new KickError('KICK_CREDENTIALS');
  const auth = base('auth', addresses?.auth);
  const none = { id: '', secret: '' };
  const tokens = account ? new UserTokens({ ...account, client: client ?? none, auth, log }) : null;
  const app = client ? new AppTokens({ client, auth, timeoutMs: callMs }) : null;
  const api = new KickApi({ api: addresses?.api, user: tokens, app, callMs });
  return { api, tokens, hasApp: app !== null, auth };
}
