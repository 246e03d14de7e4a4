/**
 * The user's sign-in, renewed when it runs out, one renewal at a time, and kept so that a crash loses nothing that can
 * be kept. The renewal token works once, so the order of steps is everything:
 *
 *   1. `save(old pair, renewing: now)`   crash before or here: the old pair is whole and unspent
 *   2. the call that spends it           crash here: spent or not, nobody knows; the next start tries it and then knows
 *   3. `save(new pair)`                  crash before it has ended: the new pair is gone with the memory that held it;
 *                                        the old access token is still stored and serves until its own end
 *   4. the new pair is used              crash here: it is stored, nothing is lost
 *
 * Only a pair that Kick had given out and nobody had written yet can be lost; then the mark of step 1 tells this from a
 * sign-in that was taken back, and the sentence says so. `save` has to replace the stored pair in one step (write
 * aside, flush, rename; or a transaction): half a file would lose both.
 */
import { within } from '../shared/within.ts';
import { KickError, wordsOf } from './failures.ts';
import { type KickPair, type OAuthOptions, refreshPair } from './oauth.ts';

export interface TokenTimes {
  /** A token that ends sooner than this is renewed before it is used. */
  readonly earlyMs: number;
  /** The most that anybody waits for a renewal; the renewal itself goes on, and its answer is kept. */
  readonly waitMs: number;
  /** The renewal call itself. */
  readonly callMs: number;
  readonly saveMs: number;
  /** Between a failed renewal, or a failed save, and the next. */
  readonly restMs: number;
}

export const TOKEN_TIMES: TokenTimes = {
  earlyMs: 5 * 60_000,
  waitMs: 8_000,
  callMs: 60_000,
  saveMs: 5_000,
  restMs: 2_000,
};

export interface UserTokensOptions extends Omit<OAuthOptions, 'timeoutMs'> {
  readonly pair: KickPair;
  /** Has the pair on the disk when it resolves, in place of the one before. */
  readonly save: (pair: KickPair) => void | Promise<void>;
  /** The pair as it is stored now: another process may have renewed it. */
  readonly load?: () => KickPair | null | Promise<KickPair | null>;
  readonly times?: Partial<TokenTimes>;
  readonly log?: (text: string) => void;
}

const SAVES = 3;

export class UserTokens {
  readonly #options: UserTokensOptions;
  readonly #times: TokenTimes;
  #pair: KickPair;
  #flight: Promise<string> | null = null;
  /** Kick refused this access token, whatever its time says. */
  #refused = '';
  #over: KickError | null = null;
  #unsaved = false;
  #restUntil = 0;
  #lastFailure: unknown = null;

  constructor(options: UserTokensOptions) {
    this.#options = options;
    this.#times = { ...TOKEN_TIMES, ...options.times };
    this.#pair = options.pair;
  }

  get pair(): KickPair {
    return this.#pair;
  }

  /** Why nothing can be renewed any more; null while it can. */
  get over(): KickError | null {
    return this.#over;
  }

  /** The newest pair is in memory alone: it could not be saved. */
  get unsaved(): boolean {
    return this.#unsaved;
  }

  get state(): 'good' | 'unsaved' | 'over' {
    if (this.#over) return 'over';
    return this.#unsaved ? 'unsaved' : 'good';
  }

  /** A token to use now. @throws KickError when the sign-in is over; any other error passes. */
  async token(): Promise<string> {
    if (this.#unsaved && this.#now() >= this.#restUntil) {
      this.#restUntil = this.#now() + this.#times.restMs;
      await this.#keep(this.#pair);
    }
    if (this.#over && !(await this.#revived())) {
      if (this.#usable()) return this.#pair.accessToken;
      throw this.#over;
    }
    const { expiresAt, renewing } = this.#pair;
    const soon = expiresAt !== null && expiresAt - this.#now() < this.#times.earlyMs;
    if (!soon && renewing === null && this.#usable()) return this.#pair.accessToken;
    try {
      return await within(this.#times.waitMs, 'renewing the Kick sign-in', this.#renewal());
    } catch (error) {
      if (this.#usable()) return this.#pair.accessToken;
      throw error;
    }
  }

  /** Kick answered 401 to this token: gives another one. Asked by many at once, it renews once. */
  async after(refused: string): Promise<string> {
    if (refused !== this.#pair.accessToken) return this.token();
    this.#refused = refused;
    if (this.#over) throw this.#over;
    return within(this.#times.waitMs, 'renewing the Kick sign-in', this.#renewal());
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  #usable(): boolean {
    const { accessToken, expiresAt } = this.#pair;
    return accessToken !== this.#refused && (expiresAt === null || expiresAt > this.#now());
  }

  #renewal(): Promise<string> {
    if (this.#flight) return this.#flight;
    if (this.#now() < this.#restUntil && this.#lastFailure) return Promise.reject(this.#lastFailure);
    this.#flight = this.#renew()
      .catch((error: unknown) => {
        this.#lastFailure = error;
        this.#restUntil = this.#now() + this.#times.restMs;
        throw error;
      })
      .finally(() => {
        this.#flight = null;
      });
    return this.#flight;
  }

  async #renew(): Promise<string> {
    if (await this.#takeStored()) return this.#pair.accessToken;
    if (this.#options.client.id === '') {
      const detail = 'it ran out, and renewing it needs the client id and secret of the app';
      this.#over = new KickError('KICK_SIGN_IN', { detail });
      throw this.#over;
    }
    const old = this.#pair;
    const cutOff = old.renewing !== null;
    await this.#announce(old);
    let next: KickPair;
    try {
      next = await refreshPair({ ...this.#options, timeoutMs: this.#times.callMs }, old.refreshToken);
    } catch (error) {
      if (!(error instanceof KickError)) throw error;
      if (await this.#takeStored()) return this.#pair.accessToken;
      this.#over =
        cutOff && error.code === 'KICK_SIGN_IN' ? new KickError('KICK_SIGN_IN_LOST', {}, error) : error;
      throw this.#over;
    }
    const scoped = next.scope === '' ? { ...next, scope: old.scope } : next;
    await this.#keep(scoped);
    this.#pair = scoped;
    this.#lastFailure = null;
    return scoped.accessToken;
  }

  /** Somebody signed in again while we run: the new pair is in the storage. */
  async #revived(): Promise<boolean> {
    if (this.#now() < this.#restUntil) return false;
    this.#restUntil = this.#now() + this.#times.restMs;
    if (!(await this.#takeStored())) return false;
    this.#over = null;
    this.#lastFailure = null;
    return true;
  }

  /** Another process has renewed: its pair is the living one. */
  async #takeStored(): Promise<boolean> {
    if (this.#unsaved || !this.#options.load) return false;
    try {
      const stored = await within(this.#times.saveMs, 'reading the Kick sign-in', this.#loaded());
      if (!stored || stored.refreshToken === this.#pair.refreshToken) return false;
      if ((stored.expiresAt ?? 0) <= this.#now()) return false;
      this.#pair = stored;
      return true;
    } catch (error) {
      this.#options.log?.(`the stored Kick sign-in could not be read: ${wordsOf(error)}`);
      return false;
    }
  }

  async #loaded(): Promise<KickPair | null> {
    return (await this.#options.load?.()) ?? null;
  }

  /**
   * Step 1. Storage that does not take this mark would not take the new pair either: then the old token is used up to
   * its end first, since spending it would leave the sign-in in memory alone.
   */
  async #announce(old: KickPair): Promise<void> {
    const marked = { ...old, renewing: old.renewing ?? this.#now() };
    try {
      await within(this.#times.saveMs, 'keeping the Kick sign-in', this.#saved(marked));
      if (this.#pair === old) this.#pair = marked;
    } catch (error) {
      this.#options.log?.(`the Kick sign-in cannot be kept: ${wordsOf(error)}`);
      if (this.#usable()) throw error;
    }
  }

  /** Step 3. When it cannot be saved, it is used all the same, and saved as soon as that works. */
  async #keep(pair: KickPair): Promise<void> {
    for (let attempt = 1; attempt <= SAVES; attempt++) {
      try {
        await within(this.#times.saveMs, 'keeping the Kick sign-in', this.#saved(pair));
        this.#unsaved = false;
        return;
      } catch (error) {
        this.#options.log?.(`the renewed Kick sign-in could not be kept: ${wordsOf(error)}`);
      }
      if (attempt < SAVES) await new Promise((resolve) => setTimeout(resolve, attempt * 100));
    }
    this.#unsaved = true;
    this.#restUntil = this.#now() + this.#times.restMs;
  }

  async #saved(pair: KickPair): Promise<void> {
    await this.#options.save(pair);
  }
}
