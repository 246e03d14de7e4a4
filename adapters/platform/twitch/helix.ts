/**
 * The library's API client with our own way of calling. Its endpoints, bodies and answers stay; replaced is what lies
 * under them: the library has no base address, no time-out, hangs for ever on answers without rate-limit headers, and
 * repeats writes that may have been done (a line said twice). PLATFORMS 0.3, 1.4, 1.6.
 */
import { ApiClient, type BaseApiClient } from '@twurple/api';
import { httpBase, type TwitchAddresses } from './addresses.ts';
import { type Answer, ask, TwitchCallError } from './http.ts';
import type { Login } from './login.ts';
import { appTokens } from './signin.ts';

type CallOptions = Parameters<ApiClient['callApi']>[0];
type User = Parameters<ApiClient['asUser']>[0];

export interface HelixOptions {
  readonly login: Login;
  /** Whose sign-in it is. */
  readonly user: string;
  readonly clientSecret?: string;
  readonly addresses?: TwitchAddresses;
  readonly callMs?: number;
}

const CALL_MS = 8_000;
/** Reads are repeated after these pauses; writes never, since they may have been done. */
const READ_AGAIN_MS = [250, 1_000];
/** A pause that Twitch asks for is kept if it is this short; otherwise the call fails and says so. */
const LONGEST_WAIT_MS = 3_000;
/** An app's token is thrown away a little before it ends. */
const APP_EARLY_MS = 10 * 60_000;
/** The library's level for what cannot be ignored; it reports every failed call, and so do we. */
const CRITICAL = 0;

export class Helix extends ApiClient {
  readonly user: string;
  readonly #options: HelixOptions;
  #app: { token: string; until: number } | null = null;

  constructor(options: HelixOptions) {
    super({ authProvider: options.login.provider, logger: { minLevel: CRITICAL } });
    this.#options = options;
    this.user = options.user;
  }

  /** With the app's own token, which needs the secret. */
  get hasApp(): boolean {
    return Boolean(this.#options.clientSecret);
  }

  /** @throws TwitchCallError; TwitchError when the sign-in is over */
  override async callApi<T = unknown>(options: CallOptions): Promise<T> {
    const pauses = (options.method ?? 'GET') === 'GET' ? READ_AGAIN_MS : [];
    for (let attempt = 0; ; attempt++) {
      try {
        return (await this.#authorised(options)).json as T;
      } catch (error) {
        const pause = pauses[attempt];
        const broken = error instanceof TwitchCallError && error.passing && error.status !== 429;
        if (!broken || pause === undefined) throw error;
        await sleep(pause);
      }
    }
  }

  override asUser<T>(_user: User, runner: (ctx: BaseApiClient) => Promise<T>): Promise<T> {
    return runner(this);
  }

  /** Asked by the library's endpoints: on whose behalf, where it is not the broadcaster's. */
  _getUserIdFromRequestContext(): string {
    return this.user;
  }

  async #authorised(options: CallOptions): Promise<Answer> {
    const byApp = options.forceType === 'app';
    const { login } = this.#options;
    const token = byApp ? await this.#appToken() : await login.token();
    try {
      return await this.#paced(options, token);
    } catch (error) {
      if (!(error instanceof TwitchCallError) || error.status !== 401 || error.passing) throw error;
      if (byApp) this.#app = null;
      return await this.#paced(options, byApp ? await this.#appToken() : await login.after(token));
    }
  }

  /** 429 means that nothing was done, so even a write may go again, once. */
  async #paced(options: CallOptions, token: string): Promise<Answer> {
    try {
      return await this.#once(options, token);
    } catch (error) {
      const wait = pauseAsked(error);
      if (wait === null) throw error;
      await sleep(wait);
      return await this.#once(options, token);
    }
  }

  #once({ url, method, query, jsonBody }: CallOptions, token: string): Promise<Answer> {
    const { addresses, callMs = CALL_MS, login } = this.#options;
    const text = queryText(query);
    return ask({
      method: method ?? 'GET',
      url: `${httpBase('api', addresses?.api)}/${url.replace(/^\//, '')}${text && `?${text}`}`,
      headers: { Authorization: `Bearer ${token}`, 'Client-Id': login.clientId },
      ...(jsonBody === undefined ? {} : { json: jsonBody }),
      timeoutMs: callMs,
    });
  }

  async #appToken(): Promise<string> {
    if (this.#app && this.#app.until > Date.now()) return this.#app.token;
    const { login, clientSecret = '', addresses, callMs = CALL_MS } = this.#options;
    const door = { clientId: login.clientId, clientSecret, timeoutMs: callMs };
    const given = await appTokens({ ...door, ...(addresses ? { addresses } : {}) });
    this.#app = {
      token: given.accessToken,
      until: (given.expiresAt ?? Date.now() + 3_600_000) - APP_EARLY_MS,
    };
    return given.accessToken;
  }
}

/** A sign-in and the channel that it works for. */
export interface Desk {
  readonly helix: Helix;
  /** User id of the channel's owner. */
  readonly channel: string;
}

/** Milliseconds until the budget is full again; null for another failure, or too long to wait for. */
function pauseAsked(error: unknown): number | null {
  if (!(error instanceof TwitchCallError) || error.status !== 429) return null;
  // Too many sockets has the same status; waiting does not help there.
  if (/transports/i.test(error.said)) return null;
  const reset = Number(error.headers?.get('ratelimit-reset') ?? Number.NaN);
  const wait = Number.isFinite(reset) ? Math.max(0, reset * 1000 - Date.now()) : 1_000;
  return wait <= LONGEST_WAIT_MS ? wait : null;
}

function queryText(query: CallOptions['query'] = {}): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one: unknown): [string, string][] =>
      one === undefined || one === null ? [] : [[key, String(one)]],
    ),
  );
  return new URLSearchParams(pairs).toString();
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
