/** Asks the game's backend. What is the same for everybody goes without a token, so that caches may answer it. */
import type { ExtConfig, ExtMap, ExtMe, ExtState, ExtSwitches } from '../../bot/protocol/extension.ts';

export type Lang = 'ru' | 'en';
export type Reply = Readonly<Record<Lang, string>>;

/** A no in the viewer's language. `code` is `offline` if there was no answer. */
export class EbsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 0) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export interface Ended {
  readonly transaction: string;
  readonly sku: string;
  readonly end: 'applied' | 'credit';
  readonly why: string;
}

export type Wish =
  | { readonly type: 'challenge' }
  | {
      readonly type: 'use';
      readonly item: string;
      readonly targets?: readonly string[];
      readonly cell?: number;
    };

export type Setting =
  | { readonly code: string }
  | { readonly unbind: true }
  | { readonly switches: Partial<ExtSwitches> };

export interface EbsOptions {
  /** Address of the backend, without a slash at its end. */
  readonly url: string;
  readonly lang: () => Lang;
  /** The newest token of the helper. */
  readonly token: () => string;
}

const TIMEOUT_MS = 10_000;

export class Ebs {
  readonly #options: EbsOptions;

  constructor(options: EbsOptions) {
    this.#options = options;
  }

  /** Asked anew each time: the browser's cache adds the ETag by itself and hides the 304. */
  state(channel: string): Promise<ExtState> {
    return this.#ask(`/ext/state/${encodeURIComponent(channel)}`, { cache: 'no-cache' });
  }

  map(game: string, version: string): Promise<ExtMap> {
    return this.#get(`/ext/map/${encodeURIComponent(game)}?v=${encodeURIComponent(version)}`);
  }

  texts(version: string): Promise<unknown> {
    return this.#get(`/ext/texts/${this.#options.lang()}?v=${encodeURIComponent(version)}`);
  }

  me(): Promise<ExtMe> {
    return this.#own('/ext/me');
  }

  config(): Promise<ExtConfig> {
    return this.#own('/ext/config');
  }

  vote(poll: string, choice: number | 'x'): Promise<{ readonly counted: boolean }> {
    return this.#own('/ext/vote', { poll, choice });
  }

  async act(act: Wish, helix: string | undefined): Promise<Reply> {
    const body = { id: newId(), act, ...(helix ? { helix } : {}) };
    return (await this.#own<{ reply: Reply }>('/ext/act', body)).reply;
  }

  bits(receipt: string): Promise<Ended> {
    return this.#own('/ext/bits', { receipt });
  }

  credit(transaction: string): Promise<Ended> {
    return this.#own('/ext/credit', { transaction });
  }

  set(setting: Setting): Promise<ExtConfig> {
    return this.#own('/ext/config', setting);
  }

  #get<T>(path: string): Promise<T> {
    return this.#ask(path, {});
  }

  #own<T>(path: string, body?: object): Promise<T> {
    const headers = {
      authorization: `Bearer ${this.#options.token()}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    };
    const where = `${path}?lang=${this.#options.lang()}`;
    return this.#ask(where, { headers, ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}) });
  }

  async #ask<T>(path: string, init: RequestInit): Promise<T> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(`${this.#options.url}${path}`, {
      ...init,
      signal,
      credentials: 'omit',
    }).catch(() => null);
    if (!response) throw new EbsError('offline', '');
    const body = (await response.json().catch(() => null)) as
      | (T & { code?: string; message?: string })
      | null;
    if (response.ok && body !== null) return body;
    throw new EbsError(body?.code ?? 'offline', body?.message ?? '', response.status);
  }
}

function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
