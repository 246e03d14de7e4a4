/**
 * Whose token the calls carry: a signed-in account's, renewed when it runs out, or the application's own.
 * A renewal token works once, so there is one renewal at a time, and the new pair is kept before it is used.
 */
import { within } from '../shared/within.ts';
import type { Places } from './addresses.ts';
import { Refusal, VkvideoError, wordsOf } from './failures.ts';
import { applicationToken, renewTokens, type Tokens, type VkvideoApp } from './oauth.ts';

export interface VkvideoAccount {
  readonly accessToken: string;
  /** With it (and the application) the token is renewed; without, it ends when it ends. */
  readonly refreshToken?: string;
  /** Milliseconds since 1970. */
  readonly expiresAt?: number;
  /** What was allowed at the sign-in; unknown if absent, and then found out by refusals. */
  readonly scopes?: readonly string[];
  /** Told of a renewed pair before it is used: the old renewal token is worthless already. */
  readonly save?: (pair: {
    accessToken: string;
    refreshToken: string | null;
    expiresAt: number | null;
  }) => void | Promise<void>;
}

export interface LoginSettings {
  readonly places: Places;
  readonly app: VkvideoApp | undefined;
  readonly account: VkvideoAccount | undefined;
  readonly log: (text: string) => void;
  /** Called once when the account's renewal is refused for good. */
  readonly refused: (error: VkvideoError) => void;
}

/** How long a call waits for a renewal. */
const WAIT_MS = 8_000;
/** A token is renewed a minute before its end, a short-lived one after nine tenths of its life. */
const MARGIN_MS = 60_000;

interface Held {
  readonly tokens: Tokens;
  readonly renewAt: number;
}

export class Login {
  readonly #settings: LoginSettings;
  #held: Held | null = null;
  #asUser: boolean;
  #running: Promise<string> | null = null;
  #refusal: VkvideoError | null = null;

  /** @throws VkvideoError VKVIDEO_NO_APP without an application and without an account */
  constructor(settings: LoginSettings) {
    const { app, account } = settings;
    if (!app && !account) throw new VkvideoError('VKVIDEO_NO_APP');
    this.#settings = settings;
    this.#asUser = account !== undefined;
    if (!account) return;
    const { accessToken, refreshToken = null, expiresAt = null, scopes = null } = account;
    this.#held = heldFrom({ accessToken, refreshToken, expiresAt, scopes });
  }

  /** True while the calls are a person's, not the application's. */
  get asUser(): boolean {
    return this.#asUser;
  }

  /** The account's renewal was refused for good. */
  get over(): boolean {
    return this.#refusal !== null;
  }

  /** Null if nobody told. */
  get scopes(): readonly string[] | null {
    return this.#asUser ? (this.#held?.tokens.scopes ?? this.#settings.account?.scopes ?? null) : [];
  }

  /** Goes on with the application's token. False if there is no application. */
  demote(): boolean {
    if (!this.#settings.app) return false;
    this.#asUser = false;
    this.#held = null;
    this.#refusal = null;
    return true;
  }

  /** @throws VkvideoError VKVIDEO_LOGIN: final. Any other error: the network or the platform; try again. */
  async token(): Promise<string> {
    const held = this.#held;
    if (!held) return this.#renewed();
    // Without a way to renew, the platform's 401 decides, not our clock.
    if (Date.now() < held.renewAt || !this.#renewable()) return held.tokens.accessToken;
    return this.#renewed();
  }

  /** The token to try after `failed` was answered with 401; renewed, unless somebody else did that meanwhile. */
  async tokenAfter(failed: string): Promise<string> {
    const now = this.#held?.tokens.accessToken;
    return now !== undefined && now !== failed ? now : this.#renewed();
  }

  #renewable(): boolean {
    return this.#settings.app !== undefined && (!this.#asUser || this.#held?.tokens.refreshToken !== null);
  }

  #renewed(): Promise<string> {
    if (this.#refusal) return Promise.reject(this.#refusal);
    this.#running ??= this.#renew().finally(() => {
      this.#running = null;
    });
    return within(WAIT_MS, 'renewing the token', this.#running);
  }

  async #renew(): Promise<string> {
    const { places, app } = this.#settings;
    const refreshToken = this.#held?.tokens.refreshToken ?? null;
    if (!app || (this.#asUser && refreshToken === null)) throw this.#refuse('it is invalid or ran out');
    try {
      const got = this.#asUser
        ? await renewTokens(places, app, refreshToken ?? '')
        : await applicationToken(places, app);
      const tokens = { ...got, refreshToken: got.refreshToken ?? refreshToken };
      if (this.#asUser) await this.#keep(tokens);
      this.#held = heldFrom(tokens);
      return tokens.accessToken;
    } catch (error) {
      if (isFinal(error)) throw this.#refuse(`its renewal was refused, ${wordsOf(error)}`);
      throw error;
    }
  }

  async #keep({ accessToken, refreshToken, expiresAt }: Tokens): Promise<void> {
    try {
      await this.#settings.account?.save?.({ accessToken, refreshToken, expiresAt });
    } catch (error) {
      this.#settings.log(`the renewed VK Video Live token could not be kept: ${wordsOf(error)}`);
    }
  }

  #refuse(detail: string): VkvideoError {
    const error = new VkvideoError('VKVIDEO_LOGIN', { detail });
    this.#refusal = error;
    this.#settings.refused(error);
    return error;
  }
}

function heldFrom(tokens: Tokens): Held {
  const { expiresAt } = tokens;
  if (expiresAt === null) return { tokens, renewAt: Number.POSITIVE_INFINITY };
  const life = Math.max(0, expiresAt - Date.now());
  return { tokens, renewAt: expiresAt - Math.min(MARGIN_MS, life / 10) };
}

/** A bad minute of the server is no verdict. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Refusal) || error.code === 'not_json') return false;
  if (error.code === 'temporarily_unavailable' || error.code === 'ratelimit_exceeded') return false;
  return error.status === 400 || error.status === 401 || error.status === 403;
}
