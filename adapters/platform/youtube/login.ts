/**
 * The account: its token renewed before it runs out, once however many ask, and kept before it is used.
 *
 * Three habits of the library are worked around. A 403 (which here mostly means "no units left") would make it renew
 * and repeat the call, if it did not know when the token ends: so it is always told. It would refuse a token that is
 * good for five more minutes when renewing it early fails: so early renewal is done here, and may fail. And it drops a
 * renewal token that changes: so that is put back.
 */
import { within } from '../shared/within.ts';
import type { SignInEndpoints } from './addresses.ts';
import { faultOf, type Library, type SignIn } from './api.external.ts';
import { CallFault, YoutubeError } from './failures.ts';

export interface YoutubeAccount {
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly refreshToken: string;
  /** If there is one that may still be good. */
  readonly accessToken?: string;
  /** Milliseconds since 1970; without it the access token is renewed at once. */
  readonly expiresAt?: number;
  /** Told of each renewed token before it is used. */
  readonly save?: (tokens: YoutubeTokens) => void | Promise<void>;
}

export interface YoutubeTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: number;
}

export interface Access {
  /** Absent: public chats are read with the key alone. */
  readonly account?: YoutubeAccount;
  readonly apiKey?: string;
}

const RENEW_MS = 8_000;
const SAVE_MS = 5_000;
/** Renewed this long before its end, as the library would. */
const EARLY_MS = 5 * 60_000;
const EARLY_AGAIN_MS = 30_000;

interface LoginSettings {
  readonly access: Access;
  readonly endpoints: SignInEndpoints;
  readonly log: (text: string) => void;
}

export class Login {
  readonly client: SignIn;
  readonly #settings: LoginSettings;
  #renewing: Promise<void> | null = null;
  #saved: Promise<void> = Promise.resolve();
  #earlyAgainAt = 0;
  /** Refused for good. */
  #final: YoutubeError | null = null;

  constructor(library: Library, settings: LoginSettings) {
    this.#settings = settings;
    const { account, apiKey } = settings.access;
    this.client = new library.auth.OAuth2({
      clientId: account?.clientId,
      clientSecret: account?.clientSecret,
      endpoints: settings.endpoints,
      // In a header, not in the address: addresses end up in logs and errors.
      ...(account ? {} : { apiKey }),
      // As good as never: see above.
      eagerRefreshThresholdMillis: 1,
      transporterOptions: { timeout: RENEW_MS, retry: false, ...direct(settings.endpoints.oauth2TokenUrl) },
    });
    if (!account) return;
    const { accessToken, refreshToken, expiresAt } = account;
    this.client.setCredentials({
      refresh_token: refreshToken,
      ...(accessToken && expiresAt ? { access_token: accessToken, expiry_date: expiresAt } : {}),
    });
    this.client.on('tokens', (tokens) => this.#received(tokens));
  }

  /** There is somebody to write as. */
  /** Refused for good. */
  get over(): boolean {
    return this.#final !== null;
  }

  get signedIn(): boolean {
    return this.#settings.access.account !== undefined;
  }

  /** The access token in use; empty before the first renewal and with a key alone. */
  get token(): string {
    return this.client.credentials.access_token ?? '';
  }

  /** Makes sure of a token. @throws CallFault: the network, try again. @throws YoutubeError YOUTUBE_LOGIN: final. */
  async ready(): Promise<void> {
    if (!this.signedIn) return;
    const { expiry_date: ends } = this.client.credentials;
    const now = Date.now();
    const good = this.token !== '' && (ends ?? 0) > now;
    if (!good) return this.renew(this.token);
    if ((ends ?? 0) > now + EARLY_MS || now < this.#earlyAgainAt) return;
    // In passing: nobody waits for what is not needed yet.
    this.#earlyAgainAt = now + EARLY_AGAIN_MS;
    this.renew(this.token).catch((error: unknown) => {
      this.#settings.log(`renewing the YouTube token early failed: ${messageOf(error)}`);
    });
  }

  /**
   * Renews the token, unless `refused` is no longer the one in use: then somebody else has done it.
   * @throws CallFault, YoutubeError as `ready`.
   */
  async renew(refused: string): Promise<void> {
    if (this.#final) throw this.#final;
    if (!this.signedIn) throw new YoutubeError('YOUTUBE_LOGIN', { detail: 'the API key is refused' });
    if (this.token !== refused) return;
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = null;
    });
    await this.#renewing;
  }

  async #renew(): Promise<void> {
    try {
      await within(RENEW_MS, 'renewing the token', this.client.refreshAccessToken());
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind !== 'login') throw fault;
      // The same renewal token will be refused for ever; asking on would only be noise.
      this.#final = new YoutubeError('YOUTUBE_LOGIN', { detail: `${fault.reason}, ${fault.message}` });
      throw this.#final;
    }
    await this.#saved;
  }

  #received(tokens: {
    access_token?: string | null;
    refresh_token?: string | null;
    expiry_date?: number | null;
  }) {
    const { account } = this.#settings.access;
    const refreshToken = tokens.refresh_token ?? this.client.credentials.refresh_token ?? '';
    // The library copies this one over the token of the answer right after this event.
    this.client.credentials = { ...this.client.credentials, refresh_token: refreshToken };
    if (!tokens.access_token) return;
    const kept = {
      accessToken: tokens.access_token,
      refreshToken,
      expiresAt: tokens.expiry_date ?? Date.now() + EARLY_MS,
    };
    this.#saved = this.#keep(kept, account?.save);
  }

  async #keep(tokens: YoutubeTokens, save: YoutubeAccount['save']): Promise<void> {
    try {
      await within(SAVE_MS, 'keeping the token', Promise.resolve(save?.(tokens)));
    } catch (error) {
      this.#settings.log(`the renewed YouTube token could not be kept: ${messageOf(error)}`);
    }
  }
}

/** A proxy in the environment is not asked about this very machine. */
export function direct(address: string): { noProxy: string[] } | Record<string, never> {
  const { hostname } = new URL(address);
  return /^(127\.|localhost$|\[::1\]$)/.test(hostname) ? { noProxy: [hostname] } : {};
}

function messageOf(error: unknown): string {
  return error instanceof CallFault || error instanceof Error ? error.message : 'unknown';
}
