/**
 * One account's sign-in: its token checked at the start and every hour, renewed before it runs out, one renewal at a
 * time, and the renewed pair stored before it is used.
 *
 * The library's own provider is not used for that: it remembers any failed renewal, also one by a lost network, and
 * refuses from then on; and three calls at once renew three times, which loses a login whose renewal token works once.
 * What the library's clients ask a provider for is answered here. PLATFORMS 1.1, 1.6.
 */
import type { AccessTokenWithUserId, AuthProvider } from '@twurple/auth';
import { within } from '../shared/within.ts';
import type { TwitchAddresses } from './addresses.ts';
import { TwitchError, wordsOf } from './failures.ts';
import { TwitchCallError } from './http.ts';
import { refreshTokens, type TokenFacts, validateToken } from './signin.ts';

export interface TwitchAccount {
  /** With or without `oauth:` before it. */
  readonly accessToken: string;
  /** With it (and the client's id) the token is renewed; without, it ends when it ends. */
  readonly refreshToken?: string;
  readonly clientId?: string;
  /** Public clients have none. */
  readonly clientSecret?: string;
  /** Told of a renewed pair before it is used: the old renewal token may be worthless already. */
  readonly save?: (pair: { accessToken: string; refreshToken: string | null }) => void | Promise<void>;
}

export interface Identity {
  readonly user: string;
  readonly login: string;
  readonly clientId: string;
  readonly scopes: ReadonlySet<string>;
}

export interface LoginOptions {
  readonly addresses?: TwitchAddresses;
  /** Told when a renewed pair could not be kept; it then lives in memory only. */
  readonly log?: (text: string) => void;
}

/** The most that anybody waits for a renewal or a check. */
const WAIT_MS = 8_000;
/** The renewal itself goes on longer: its late answer may be the only pair that lives. */
const RENEW_MS = 30_000;
const SAVE_MS = 5_000;
const SAVES = 3;
/** A token that ends sooner than this is renewed before it is used. */
const EARLY_MS = 5 * 60_000;
/** Between a failed renewal and the next. */
const REST_MS = 400;

interface Held {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Milliseconds since 1970; null while it is not known. */
  readonly expiresAt: number | null;
}

export class Login {
  readonly #account: TwitchAccount;
  readonly #options: LoginOptions;
  #held: Held;
  #facts: TokenFacts | null = null;
  #flight: Promise<string> | null = null;
  #failedAt = Number.NEGATIVE_INFINITY;
  #lastFailure: unknown = null;
  #over: TwitchError | null = null;
  #unsaved = false;

  constructor(account: TwitchAccount, options: LoginOptions = {}) {
    this.#account = account;
    this.#options = options;
    const accessToken = account.accessToken.trim().replace(/^oauth:/i, '');
    this.#held = { accessToken, refreshToken: account.refreshToken ?? '', expiresAt: null };
  }

  /** `over`: somebody has to sign in again. `unsaved`: the newest pair lives in memory alone. */
  get state(): 'good' | 'unsaved' | 'over' {
    if (this.#over) return 'over';
    return this.#unsaved ? 'unsaved' : 'good';
  }

  get clientId(): string {
    return this.#account.clientId ?? this.#facts?.clientId ?? '';
  }

  /** Whose it is, as the last check said. */
  get login(): string {
    return this.#facts?.login ?? '';
  }

  /** A token to use now, renewed if it is about to end. @throws TwitchError TWITCH_LOGIN; anything else passes. */
  async token(): Promise<string> {
    if (this.#over) throw this.#over;
    const { accessToken, expiresAt, refreshToken } = this.#held;
    const leftMs = expiresAt === null ? EARLY_MS : expiresAt - Date.now();
    if (leftMs >= EARLY_MS || !refreshToken || !this.clientId) return accessToken;
    try {
      return await within(WAIT_MS, 'renewing the token', this.#renewal());
    } catch (error) {
      if (leftMs > 0 && !this.#over) return accessToken;
      throw error;
    }
  }

  /** Twitch answered 401 to this token: gives another one. Asked by many at once, it renews once. */
  async after(refused: string): Promise<string> {
    if (refused !== this.#held.accessToken) return this.#held.accessToken;
    if (this.#over) throw this.#over;
    return within(WAIT_MS, 'renewing the token', this.#renewal());
  }

  /**
   * Asks Twitch whose token it is and what it may, and renews it if it ran out.
   * @throws TwitchError TWITCH_LOGIN: final. Any other error: the network or Twitch; try again.
   */
  async check(): Promise<Identity> {
    const token = await this.token();
    const facts = await this.#ask(token);
    if (facts) return this.#accept(facts);
    const again = await this.#ask(await this.after(token));
    if (again) return this.#accept(again);
    throw refusedLogin('it is refused right after its renewal');
  }

  /** What the library's clients want to have. */
  get provider(): AuthProvider {
    const held = async () => this.#asLibrary(await this.token());
    const renewed = async () => this.#asLibrary(await this.after(this.#held.accessToken));
    return {
      clientId: this.clientId,
      getCurrentScopesForUser: () => [...(this.#facts?.scopes ?? [])],
      getAccessTokenForUser: held,
      getAccessTokenForIntent: held,
      getAnyAccessToken: held,
      refreshAccessTokenForUser: renewed,
      refreshAccessTokenForIntent: renewed,
    };
  }

  #asLibrary(accessToken: string): AccessTokenWithUserId {
    const { user = '', scopes = [] } = this.#facts ?? {};
    const about = { userId: user, scope: [...scopes], obtainmentTimestamp: Date.now() };
    // Without an end: when to renew is decided here.
    return { accessToken, refreshToken: null, expiresIn: null, ...about };
  }

  #ask(token: string): Promise<TokenFacts | null> {
    const { addresses } = this.#options;
    return validateToken(token, { ...(addresses ? { addresses } : {}), timeoutMs: WAIT_MS });
  }

  #accept(facts: TokenFacts): Identity {
    const { user, login, clientId, scopes, expiresAt } = facts;
    if (!user || !login) throw refusedLogin('it belongs to an application, not to a user');
    this.#facts = facts;
    this.#held = { ...this.#held, expiresAt };
    if (this.#unsaved) void this.#keep(this.#held);
    return { user, login, clientId, scopes: new Set(scopes) };
  }

  #renewal(): Promise<string> {
    if (this.#flight) return this.#flight;
    if (Date.now() - this.#failedAt < REST_MS) return Promise.reject(this.#lastFailure);
    this.#flight = this.#renew()
      .catch((error: unknown) => {
        this.#lastFailure = error;
        this.#failedAt = Date.now();
        throw error;
      })
      .finally(() => {
        this.#flight = null;
      });
    return this.#flight;
  }

  async #renew(): Promise<string> {
    const { refreshToken } = this.#held;
    if (!refreshToken) throw this.#end('it is invalid or ran out');
    if (!this.clientId) throw this.#end('it ran out, and renewing it needs the client id');
    const { clientSecret } = this.#account;
    const { addresses } = this.#options;
    const door = { clientId: this.clientId, ...(clientSecret ? { clientSecret } : {}), timeoutMs: RENEW_MS };
    try {
      const next = await refreshTokens({ ...door, ...(addresses ? { addresses } : {}) }, refreshToken);
      const held = { ...next, refreshToken: next.refreshToken || refreshToken };
      await this.#keep(held);
      this.#held = held;
      return held.accessToken;
    } catch (error) {
      if (!(error instanceof TwitchCallError) || error.passing) throw error;
      throw this.#end(`its renewal was refused, ${error.message}`);
    }
  }

  #end(detail: string): TwitchError {
    this.#over = refusedLogin(detail);
    return this.#over;
  }

  async #keep({ accessToken, refreshToken }: Held): Promise<void> {
    const { save } = this.#account;
    if (!save) return;
    for (let attempt = 1; attempt <= SAVES; attempt++) {
      try {
        const saving = Promise.resolve(save({ accessToken, refreshToken: refreshToken || null }));
        await within(SAVE_MS, 'saving the token', saving);
        this.#unsaved = false;
        return;
      } catch (error) {
        this.#unsaved = true;
        this.#options.log?.(`the renewed Twitch token could not be kept: ${wordsOf(error)}`);
      }
    }
  }
}

function refusedLogin(detail: string): TwitchError {
  return new TwitchError('TWITCH_LOGIN', { detail });
}
