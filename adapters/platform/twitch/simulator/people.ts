/** Who exists at the simulated Twitch: users, apps, their tokens. PLATFORMS 1.1. */

export interface SimUser {
  /** Latin letters, digits, `_`. */
  readonly login: string;
  /** Number as text; made up if absent. */
  readonly id?: string;
  /** Display name, in any script; the login if absent. */
  readonly name?: string;
  readonly color?: string;
}

export interface Person {
  readonly login: string;
  readonly id: string;
  readonly name: string;
  readonly color: string;
}

export interface SimToken {
  readonly user: string | SimUser;
  /** chat:read and chat:edit if absent. */
  readonly scopes?: readonly string[];
  /** A public client's works once and the answer brings the next; a confidential client's works again and again. */
  readonly refreshToken?: string;
  /** Already run out. */
  readonly expired?: boolean;
  /** Seconds that it lives by its own word; 4 hours if absent. */
  readonly livesS?: number;
}

export interface Grant {
  /** Null for an app's own token. */
  readonly person: Person | null;
  readonly scopes: readonly string[];
  readonly livesS: number;
  expired: boolean;
}

/** A public client: no secret. */
export const CLIENT_ID = 'sim0client0id';
/** The same app may prove itself; then its renewal tokens can be used again. */
export const CLIENT_SECRET = 'sim0client0secret';
export const LIVES_S = 14_400;
const MOST_PEOPLE = 50_000;

export interface Pair {
  readonly access: string;
  readonly refresh: string;
  readonly scopes: readonly string[];
}

export class People {
  readonly #byLogin = new Map<string, Person>();
  readonly grants = new Map<string, Grant>();
  /** Renewal token → the access token that it renews. */
  readonly #renewals = new Map<string, string>();
  #count = 0;

  of(user: string | SimUser): Person {
    const given: SimUser = typeof user === 'string' ? { login: user } : user;
    const login = given.login.toLowerCase();
    const known = this.#byLogin.get(login);
    if (known && (typeof user === 'string' || (given.id ?? known.id) === known.id)) {
      const person = { ...known, ...(given.name ? { name: given.name } : {}) };
      this.#byLogin.set(login, person);
      return person;
    }
    if (this.#byLogin.size >= MOST_PEOPLE) this.#byLogin.clear();
    this.#count += 1;
    const person: Person = {
      login,
      id: given.id ?? String(100_000 + this.#count),
      name: given.name ?? given.login,
      color: given.color ?? '#1E90FF',
    };
    this.#byLogin.set(login, person);
    return person;
  }

  byLogin(login: string): Person | undefined {
    return this.#byLogin.get(login.toLowerCase());
  }

  byId(id: string): Person | undefined {
    return [...this.#byLogin.values()].find((person) => person.id === id);
  }

  grant(token: string, { user, scopes, refreshToken, expired, livesS }: SimToken): void {
    const person = this.of(user);
    this.grants.set(token, {
      person,
      scopes: scopes ?? ['chat:read', 'chat:edit'],
      livesS: livesS ?? LIVES_S,
      expired: expired ?? false,
    });
    if (refreshToken) this.#renewals.set(refreshToken, token);
  }

  /** The grant of a living token. */
  living(token: string): Grant | null {
    const grant = this.grants.get(token);
    return grant && !grant.expired ? grant : null;
  }

  /** A fresh pair for somebody who agreed. */
  signIn(login: string, scopes: readonly string[]): Pair {
    this.#count += 1;
    const pair = { access: `access${this.#count}`, refresh: `refresh${this.#count}`, scopes };
    this.grant(pair.access, { user: login, scopes, refreshToken: pair.refresh });
    return pair;
  }

  /** A new pair for a renewal token. Without the secret it is spent by that; with it, it stays. */
  renew(refreshToken: string, secret: boolean): Pair | null {
    const old = this.#renewals.get(refreshToken);
    const grant = old === undefined ? undefined : this.grants.get(old);
    if (old === undefined || !grant?.person) return null;
    this.grants.delete(old);
    this.#count += 1;
    const refresh = secret ? refreshToken : `refresh${this.#count}`;
    const access = `access${this.#count}`;
    this.#renewals.delete(refreshToken);
    this.grant(access, { user: grant.person.login, scopes: grant.scopes, refreshToken: refresh });
    return { access, refresh, scopes: grant.scopes };
  }

  app(): string {
    this.#count += 1;
    const token = `app${this.#count}`;
    this.grants.set(token, { person: null, scopes: [], livesS: 5_000_000, expired: false });
    return token;
  }
}
