/** Every call to YouTube goes through here: counted, signed in, ended by a time-out, and its failure understood. */
import { within } from '../shared/within.ts';
import { apiRoot, signInEndpoints, type YoutubeAddresses } from './addresses.ts';
import { faultOf, type Library, loadLibrary, type YoutubeApi } from './api.external.ts';
import { CallFault, YoutubeError } from './failures.ts';
import { type Access, direct, Login } from './login.ts';
import type { CallKind, QuotaBook } from './quota.ts';

/** What the library is told with each call: no repeats of its own, each would cost units; and our own end. */
export interface CallOptions {
  readonly retry: false;
  /** None of the library: each call has one of ours. */
  readonly timeout: 0;
  readonly signal: AbortSignal;
  readonly noProxy?: string[];
}

/** One call of the library. */
export type Call<T> = (api: YoutubeApi, options: CallOptions) => Promise<{ readonly data: T }>;

export interface CallSettings {
  readonly access: Access;
  readonly addresses?: YoutubeAddresses;
  readonly book: QuotaBook;
  readonly log: (text: string) => void;
}

/** Longer than any good answer; shorter than what a caller of `send` is promised. */
const CALL_MS = 8_000;

export class Calls {
  readonly #settings: CallSettings;
  /** Where YouTube is. */
  readonly root: string;
  #loading: Promise<{ api: YoutubeApi; login: Login }> | null = null;
  #login: Login | null = null;
  readonly #running = new Set<AbortController>();
  #closed = false;

  constructor(settings: CallSettings) {
    this.#settings = settings;
    this.root = apiRoot(settings.addresses?.api);
    signInEndpoints(settings.addresses?.auth);
  }

  /** There is an account to write and to look for own broadcasts as. */
  get signedIn(): boolean {
    return this.#settings.access.account !== undefined;
  }

  /** The account is refused for good. */
  get signInOver(): boolean {
    return this.#login?.over ?? false;
  }

  /**
   * @throws CallFault with YouTube's reason; `quota` also before a call that the day cannot pay.
   * @throws YoutubeError YOUTUBE_LOGIN if the account is refused for good.
   */
  async run<T>(kind: CallKind, what: string, call: Call<T>, limitMs = CALL_MS): Promise<T> {
    const end = new AbortController();
    try {
      return await this.#ended({ kind, what, end, limitMs }, call);
    } finally {
      this.#running.delete(end);
    }
  }

  /** As `run`; the body goes on after the answer has begun, until `end` is aborted or everything is closed. */
  async open<T>(kind: CallKind, what: string, call: Call<T>, end: AbortController): Promise<T> {
    end.signal.addEventListener('abort', () => this.#running.delete(end), { once: true });
    return this.#ended({ kind, what, end, limitMs: CALL_MS }, call);
  }

  /** Ends all calls, and lets no more begin. */
  close(): void {
    this.#closed = true;
    for (const end of [...this.#running]) end.abort();
  }

  async #ended<T>(
    about: { kind: CallKind; what: string; end: AbortController; limitMs: number },
    call: Call<T>,
  ): Promise<T> {
    const { kind, what, end, limitMs } = about;
    if (this.#closed) throw new CallFault({ status: null, reason: 'closed', text: `${what}: closed` });
    this.#running.add(end);
    const stopped = new Promise<never>((_, reject) => {
      const text = `${what}: ended by us`;
      const stop = () => reject(new CallFault({ status: null, reason: 'closed', text }));
      end.signal.addEventListener('abort', stop, { once: true });
    });
    try {
      return await within(limitMs, what, Promise.race([this.#tried(kind, what, call, end), stopped]));
    } catch (error) {
      // What has not left by now shall not leave later either: the caller has been told that it failed.
      end.abort();
      throw error instanceof YoutubeError ? error : faultOf(error);
    }
  }

  async #tried<T>(kind: CallKind, what: string, call: Call<T>, end: AbortController): Promise<T> {
    const { api, login } = await this.#loaded();
    await login.ready();
    end.signal.throwIfAborted();
    const token = login.token;
    try {
      return await this.#once(kind, what, () => call(api, this.#options(end)));
    } catch (error) {
      if (!(error instanceof CallFault) || error.status !== 401 || end.signal.aborted) throw error;
      if (!login.signedIn) throw new YoutubeError('YOUTUBE_LOGIN', { detail: 'the API key is refused' });
      await login.renew(token);
      return await this.#once(kind, what, () => call(api, this.#options(end)));
    }
  }

  async #once<T>(kind: CallKind, what: string, call: () => Promise<{ readonly data: T }>): Promise<T> {
    const { book } = this.#settings;
    if (!book.charge(kind)) {
      throw new CallFault({ status: null, reason: 'quotaExceeded', text: `${what}: the units are used up` });
    }
    try {
      const { data } = await call();
      // HTML or nothing with status 200: a captive portal, a proxy, a maintenance page.
      if (data !== null && typeof data === 'object') return data;
      // An order has nothing to say when it is done (204).
      if (kind === 'moderate' && !data) return data;
      throw new CallFault({ status: 200, reason: 'not_json', text: `${what}: the answer is no JSON` });
    } catch (error) {
      const fault = faultOf(error);
      if (fault.unsent) book.refund(kind);
      if (fault.kind === 'quota') book.refuse();
      throw fault;
    }
  }

  #options(end: AbortController): CallOptions {
    // The sign-in's own time-out would otherwise count here too, and cut a stream in the middle of its life.
    return { retry: false, timeout: 0, signal: end.signal, ...direct(this.root) };
  }

  async #loaded(): Promise<{ api: YoutubeApi; login: Login }> {
    this.#loading ??= loadLibrary().then((library) => this.#built(library));
    return this.#loading;
  }

  #built(library: Library): { api: YoutubeApi; login: Login } {
    const { access, addresses, log } = this.#settings;
    const login = new Login(library, { access, endpoints: signInEndpoints(addresses?.auth), log });
    this.#login = login;
    return { api: library.youtube({ version: 'v3', auth: login.client, rootUrl: this.root }), login };
  }

  /** Hides what must not be shown, wherever it stands. */
  clean(text: string): string {
    const { account, apiKey } = this.#settings.access;
    const secrets = [
      apiKey,
      account?.clientSecret,
      account?.refreshToken,
      account?.accessToken,
      this.#login?.token,
    ];
    return secrets.reduce<string>((out, secret) => (secret ? out.replaceAll(secret, '***') : out), text);
  }
}
