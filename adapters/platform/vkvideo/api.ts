/** Calls of the Dev API: each with its own time-out, the token of the moment, and one more try with a renewed token. */
import { Refusal } from './failures.ts';
import { ask } from './http.ts';
import type { Login } from './login.ts';
import type { Json } from './vk.external.ts';

export interface ApiSettings {
  /** Without a slash at its end. */
  readonly base: string;
  readonly login: Login;
  readonly callMs: number;
}

export type Query = Readonly<Record<string, string>>;

export interface PostBody {
  readonly query: Query;
  readonly body?: Json;
  /** Instead of the usual time-out. */
  readonly ms?: number;
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body: string | undefined;
  readonly ms: number;
}

export class Api {
  readonly #settings: ApiSettings;
  readonly #closing = new AbortController();

  constructor(settings: ApiSettings) {
    this.#settings = settings;
  }

  /** @throws Refusal; VkvideoError VKVIDEO_LOGIN; Error of the network or of the time-out */
  get(path: string, query: Query = {}): Promise<Json> {
    return this.#call({
      method: 'GET',
      url: this.#url(path, query),
      body: undefined,
      ms: this.#settings.callMs,
    });
  }

  /** Never repeated by itself, but for a 401, which says that nothing was done. @throws as `get` */
  post(path: string, { query, body = {}, ms = this.#settings.callMs }: PostBody): Promise<Json> {
    return this.#call({ method: 'POST', url: this.#url(path, query), body: JSON.stringify(body), ms });
  }

  /** Ends all calls on their way. */
  close(): void {
    this.#closing.abort(new Error('the connection is closed'));
  }

  #url(path: string, query: Query): string {
    const search = new URLSearchParams(query).toString();
    return `${this.#settings.base}${path}${search === '' ? '' : `?${search}`}`;
  }

  async #call(call: Call): Promise<Json> {
    const { login } = this.#settings;
    const token = await login.token();
    try {
      return await this.#once(call, token);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 401) throw error;
    }
    return this.#once(call, await login.tokenAfter(token));
  }

  #once({ method, url, body, ms }: Call, token: string): Promise<Json> {
    const headers: Record<string, string> = { Authorization: `Bearer ${token}` };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    return ask({ method, url, headers, body, ms, signal: this.#closing.signal });
  }
}
