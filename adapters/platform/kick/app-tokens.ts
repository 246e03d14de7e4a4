/** The token of the app itself. */
import { appToken, type OAuthOptions } from './oauth.ts';

/** The app's own token, in memory: a new one costs nothing. */
export class AppTokens {
  readonly #options: OAuthOptions;
  #held: { token: string; expiresAt: number } | null = null;
  #flight: Promise<string> | null = null;

  constructor(options: OAuthOptions) {
    this.#options = options;
  }

  /** @throws KickError KICK_CLIENT; any other error passes. */
  token(): Promise<string> {
    const now = (this.#options.now ?? Date.now)();
    if (this.#held && this.#held.expiresAt - now > 60_000) return Promise.resolve(this.#held.token);
    this.#flight ??= this.#fetch().finally(() => {
      this.#flight = null;
    });
    return this.#flight;
  }

  after(refused: string): Promise<string> {
    if (this.#held?.token === refused) this.#held = null;
    return this.token();
  }

  async #fetch(): Promise<string> {
    this.#held = await appToken(this.#options);
    return this.#held.token;
  }
}
