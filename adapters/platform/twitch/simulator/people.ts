/** Who exists at the simulated Twitch: users, their tokens, what they are in a channel. */

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
  /** Works once, as for public clients; the answer brings the next. */
  readonly refreshToken?: string;
  /** Already run out. */
  readonly expired?: boolean;
}

export interface Grant {
  readonly person: Person;
  readonly scopes: readonly string[];
  expired: boolean;
}

export const CLIENT_ID = 'sim0client0id';
const MOST_PEOPLE = 50_000;

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

  grant(token: string, { user, scopes, refreshToken, expired }: SimToken): void {
    const person = this.of(user);
    this.grants.set(token, {
      person,
      scopes: scopes ?? ['chat:read', 'chat:edit'],
      expired: expired ?? false,
    });
    if (refreshToken) this.#renewals.set(refreshToken, token);
  }

  /** The grant of a living token. */
  living(token: string): Grant | null {
    const grant = this.grants.get(token);
    return grant && !grant.expired ? grant : null;
  }

  /** A new pair for a renewal token, which is spent by it. */
  renew(refreshToken: string): { access: string; refresh: string; scopes: readonly string[] } | null {
    const old = this.#renewals.get(refreshToken);
    const grant = old === undefined ? undefined : this.grants.get(old);
    if (old === undefined || !grant) return null;
    this.#renewals.delete(refreshToken);
    this.grants.delete(old);
    this.#count += 1;
    const pair = { access: `access${this.#count}`, refresh: `refresh${this.#count}` };
    this.grant(pair.access, { user: grant.person.login, scopes: grant.scopes, refreshToken: pair.refresh });
    return { ...pair, scopes: grant.scopes };
  }
}
