/**
 * The account that answers in chat: its token checked at the start and every hour, renewed when it runs out.
 *
 * The library's provider remembers any failed renewal, also one by a lost network, and refuses from then on; and three
 * calls at once renew three times, which loses a login whose renewal token works once. Both are mended here.
 */
import {
  type AccessToken,
  type AccessTokenWithUserId,
  type AuthProvider,
  CachedRefreshFailureError,
  getTokenInfo,
  InvalidTokenError,
  RefreshingAuthProvider,
  StaticAuthProvider,
  type TokenInfo,
} from '@twurple/auth';
import { within } from '../shared/within.ts';
import { TwitchError, wordsOf } from './failures.ts';
import { statusOf } from './irc.external.ts';

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
  readonly canWrite: boolean;
}

/** One call; the library repeats none of those to the sign-in server and has no time-out of its own. */
const CALL_MS = 8_000;
const INTENTS = ['chat'];

export class Login {
  readonly #account: TwitchAccount;
  readonly #log: (text: string) => void;
  #provider: AuthProvider | null = null;
  #steady: SteadyProvider | null = null;
  #user = '';

  /** @param log told when a renewed pair could not be kept; it then lives in memory only. */
  constructor(account: TwitchAccount, log: (text: string) => void = () => {}) {
    this.#log = log;
    this.#account = { ...account, accessToken: account.accessToken.trim().replace(/^oauth:/i, '') };
  }

  /** For the chat client. @throws Error before `check` succeeded once. */
  get provider(): AuthProvider {
    if (!this.#provider) throw new Error('The token is not checked yet.');
    return this.#provider;
  }

  /**
   * Asks Twitch whose token it is, and renews it if it ran out.
   * @throws TwitchError TWITCH_LOGIN, TWITCH_SCOPES: final. Any other error: the network or Twitch; try again.
   */
  async check(): Promise<Identity> {
    const token = await this.#currentToken();
    try {
      return this.#accept(token, await within(CALL_MS, 'checking the token', getTokenInfo(token)));
    } catch (error) {
      if (!(error instanceof InvalidTokenError)) throw error;
    }
    const now = await this.#currentToken();
    // Renewed by somebody else while this check was on its way: what failed was the old one.
    const fresh = now === token ? await this.#renew() : now;
    try {
      return this.#accept(fresh, await within(CALL_MS, 'checking the token', getTokenInfo(fresh)));
    } catch (error) {
      if (error instanceof InvalidTokenError)
        throw refusedLogin('it is refused right after its renewal', error);
      throw error;
    }
  }

  async #currentToken(): Promise<string> {
    const held = await this.#steady?.getAccessTokenForUser(this.#user);
    return held?.accessToken ?? this.#account.accessToken;
  }

  #accept(token: string, info: TokenInfo): Identity {
    const { userId, userName, scopes } = info;
    if (!userId || !userName) throw refusedLogin('it belongs to an application, not to a user');
    if (!scopes.includes('chat:read')) {
      throw new TwitchError('TWITCH_SCOPES', { login: userName, scopes: scopes.join(' ') });
    }
    if (!this.#provider) this.#settle(token, userId, info);
    return { user: userId, login: userName, canWrite: scopes.includes('chat:edit') };
  }

  /** Chooses the library's provider, once the user is known. */
  #settle(token: string, userId: string, info: TokenInfo): void {
    this.#user = userId;
    const { refreshToken } = this.#account;
    if (!refreshToken) {
      this.#provider = new StaticAuthProvider(info.clientId, token, info.scopes);
      return;
    }
    const expiresIn = info.expiryDate ? Math.round((info.expiryDate.getTime() - Date.now()) / 1000) : null;
    const pair = { accessToken: token, refreshToken, scope: info.scopes, expiresIn };
    this.#steadyProvider(info.clientId).addUser(
      userId,
      { ...pair, obtainmentTimestamp: Date.now() },
      INTENTS,
    );
  }

  #steadyProvider(clientId: string): SteadyProvider {
    const { clientId: given, clientSecret } = this.#account;
    this.#steady ??= new SteadyProvider(
      { clientId: given ?? clientId, clientSecret: clientSecret ?? '' },
      (token) => this.#keep(token),
    );
    this.#provider = this.#steady;
    return this.#steady;
  }

  async #keep({ accessToken, refreshToken }: AccessToken): Promise<void> {
    try {
      await this.#account.save?.({ accessToken, refreshToken });
    } catch (error) {
      this.#log(`the renewed Twitch token could not be kept: ${wordsOf(error)}`);
    }
  }

  async #renew(): Promise<string> {
    const { refreshToken, clientId } = this.#account;
    if (!refreshToken) throw refusedLogin('it is invalid or ran out');
    if (this.#steady && this.#user) {
      return (await this.#steady.refreshAccessTokenForUser(this.#user)).accessToken;
    }
    if (!clientId) throw refusedLogin('it ran out, and renewing it needs the client id');
    // Whose it is will be known after the renewal; until then the user has a name of ours.
    this.#user = 'unknown';
    const steady = this.#steadyProvider(clientId);
    const ranOut = { accessToken: '', refreshToken, scope: [], expiresIn: null, obtainmentTimestamp: 0 };
    steady.addUser(this.#user, ranOut, INTENTS);
    return (await steady.refreshAccessTokenForUser(this.#user)).accessToken;
  }
}

type User = Parameters<RefreshingAuthProvider['addUser']>[0];

/** The library's provider, with one renewal at a time and no grudge. */
class SteadyProvider extends RefreshingAuthProvider {
  #running: Promise<AccessTokenWithUserId> | null = null;
  #last: AccessToken | null = null;
  #kept: Promise<void> = Promise.resolve();

  constructor(
    client: { clientId: string; clientSecret: string },
    keep: (token: AccessToken) => Promise<void>,
  ) {
    super(client);
    // By the event, so that a renewal which answers after our time-out is kept too.
    this.onRefresh((_user, token) => {
      this.#last = token;
      this.#kept = keep(token);
    });
  }

  override addUser(user: User, token: AccessToken, intents?: string[]): void {
    this.#last = token;
    super.addUser(user, token, intents);
  }

  override refreshAccessTokenForUser(user: User): Promise<AccessTokenWithUserId> {
    this.#running ??= this.#refresh(user).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #refresh(user: User): Promise<AccessTokenWithUserId> {
    try {
      const token = await within(CALL_MS, 'renewing the token', super.refreshAccessTokenForUser(user));
      await this.#kept;
      return token;
    } catch (error) {
      const status = statusOf(error);
      if (status === 400 || status === 401 || status === 403 || error instanceof CachedRefreshFailureError) {
        throw refusedLogin(`its renewal was refused, ${wordsOf(error)}`);
      }
      // Adding the user again is the library's only way to forget a failure.
      if (this.#last) super.addUser(user, this.#last, INTENTS);
      // A new error: the library logs what it catches, and its own has the secrets in it.
      throw new Error(wordsOf(error));
    }
  }
}

function refusedLogin(detail: string, cause?: unknown): TwitchError {
  return new TwitchError('TWITCH_LOGIN', { detail }, cause);
}
