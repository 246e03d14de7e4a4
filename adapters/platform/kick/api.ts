/** Kick's public API: a call in the name of the user or of the app, with one renewal when the token is refused. */
import { base } from './addresses.ts';
import type { AppTokens } from './app-tokens.ts';
import { KickError } from './failures.ts';
import { ask, KickCallError } from './http.ts';
import type { UserTokens } from './tokens.ts';

export type Who = 'user' | 'app';

export interface Request {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** After `/public`: `/v1/chat`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly json?: unknown;
}

export interface ApiOptions {
  readonly api?: string;
  readonly user: UserTokens | null;
  readonly app: AppTokens | null;
  readonly callMs: number;
}

/** Between two attempts of a reading call. */
const AGAIN_MS = 250;

export class KickApi {
  readonly #base: string;
  readonly #options: ApiOptions;

  constructor(options: ApiOptions) {
    this.#base = base('api', options.api);
    this.#options = options;
  }

  /** Whose name the API can be called in now, the wished one first. */
  who(wished: Who): Who {
    const { user, app } = this.#options;
    const canUser = user !== null && user.over === null;
    if (wished === 'user') return canUser || !app ? 'user' : 'app';
    return app || !user ? 'app' : 'user';
  }

  /**
   * @returns the whole JSON body, `{data, message}`; null for an answer without one.
   * @throws KickError when the sign-in or the app is refused; KickCallError otherwise. Only reading calls are repeated
   * after trouble: the others may have been carried out.
   */
  async call(who: Who, request: Request): Promise<unknown> {
    const tokens = this.#options[who];
    if (!tokens) throw new KickError('KICK_CREDENTIALS');
    const token = await tokens.token();
    try {
      return await this.#try(token, request);
    } catch (error) {
      if (!(error instanceof KickCallError) || error.status !== 401) throw error;
    }
    const fresh = await tokens.after(token);
    return this.#try(fresh, request);
  }

  async #try(token: string, request: Request): Promise<unknown> {
    const { method = 'GET', path, query = {}, json } = request;
    const params = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) {
      for (const one of value === undefined ? [] : [value].flat()) params.append(key, one);
    }
    const suffix = params.size > 0 ? `?${params}` : '';
    const url = `${this.#base}/public${path}${suffix}`;
    const call = () => ask({ method, url, token, json, timeoutMs: this.#options.callMs });
    try {
      return await call();
    } catch (error) {
      const again = error instanceof KickCallError && error.passing && error.status !== 429;
      if (method !== 'GET' || !again) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    return call();
  }
}

/** The `data` of an answer as a list; Kick says null for an empty one here and there. */
export function listOf<T>(answer: unknown): readonly T[] {
  const { data } = (answer ?? {}) as { data?: unknown };
  return Array.isArray(data) ? (data as T[]) : [];
}
