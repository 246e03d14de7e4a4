/** Sign-in of the simulated VK Video Live (PLATFORMS.md 5.2): the page, the exchange, rotating renewals, revocation. */
import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';
import { denied, ok } from './answer.ts';
import type { SimPerson } from './world.ts';

export interface SimApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

export interface Grant {
  /** Null: the application itself. */
  readonly person: SimPerson | null;
  readonly scopes: readonly string[];
  expiresAt: number;
}

export const SIM_APP: SimApp = {
  clientId: 'sim-app',
  clientSecret: 'sim-secret',
  redirectUri: 'http://127.0.0.1/auth/vkvideo/callback',
};

export class SignIn {
  readonly grants = new Map<string, Grant>();
  /** Renewal token → the access token that it renews; works once. */
  readonly #renewals = new Map<string, string>();
  readonly #codes = new Map<string, Grant>();
  #count = 0;
  /** About an hour was seen (5.2). */
  lifeSeconds = 3_600;
  /** A renewal's answer was seen without a new renewal token: the old one then stays good. */
  rotates = true;
  /** As the application has it: another one is refused, to the character (5.2). */
  redirectUri = SIM_APP.redirectUri;
  /** Who sits at the browser and allows what the page asks for. */
  person: SimPerson = { id: '1', nick: 'Streamer' };

  grant(
    token: string,
    about: { person: SimPerson | null; scopes?: readonly string[]; refreshToken?: string },
  ): void {
    const scopes = about.scopes ?? [
      'chat:message:send',
      'channel:points',
      'channel:points:rewards',
      'channel:points:rewards:demands',
    ];
    this.grants.set(token, { person: about.person, scopes, expiresAt: Date.now() + this.lifeSeconds * 1000 });
    if (about.refreshToken) this.#renewals.set(about.refreshToken, token);
  }

  /** The grant of the token in the header, or the refusal. */
  of(request: IncomingMessage): Grant | Answer {
    const [, kind, value = ''] = /^(Bearer|Basic) (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    // The application may also come by its id and secret (5.2).
    if (kind === 'Basic' && value === basic(SIM_APP))
      return { person: null, scopes: [], expiresAt: Number.MAX_VALUE };
    const grant = this.grants.get(value);
    if (!grant) return denied(401, 'unauthorized', 'Not authorized');
    return grant.expiresAt > Date.now() ? grant : denied(401, 'token_expired', 'Token expired');
  }

  /** The page where the streamer presses "allow": answers with the way back. */
  allow(query: URLSearchParams): Answer {
    const { redirectUri } = this;
    if (query.get('client_id') !== SIM_APP.clientId || query.get('redirect_uri') !== redirectUri)
      return denied(400, 'invalid_request', 'redirect_uri does not match');
    // Separated by commas, no PKCE (5.2).
    const scopes = (query.get('scope') ?? '').split(',').filter(Boolean);
    const code = `code-${this.#next()}`;
    this.#codes.set(code, { person: this.person, scopes, expiresAt: 0 });
    const back = new URLSearchParams({ code, state: query.get('state') ?? '' });
    return { status: 302, body: {}, headers: { Location: `${redirectUri}?${back}` } };
  }

  token(request: IncomingMessage, form: URLSearchParams): Answer {
    if (request.headers.authorization !== `Basic ${basic(SIM_APP)}`)
      return denied(401, 'invalid_client', 'Client authentication failed');
    switch (form.get('grant_type')) {
      case 'authorization_code':
        return this.#exchange(form);
      case 'refresh_token':
        return this.#renew(form);
      case 'client_credentials': {
        const token = `app-${this.#next()}`;
        this.grant(token, { person: null, scopes: [] });
        // Documented with `expire_time`, seen as `expires_in` (5.2).
        return ok({ access_token: token, expire_time: this.lifeSeconds, token_type: 'Bearer' });
      }
      default:
        return denied(400, 'unsupported_grant_type');
    }
  }

  revoke(form: URLSearchParams): Answer {
    this.grants.delete(form.get('token') ?? '');
    this.#renewals.delete(form.get('token') ?? '');
    return ok({});
  }

  expire(token: string): void {
    const grant = this.grants.get(token);
    if (grant) grant.expiresAt = 0;
  }

  #exchange(form: URLSearchParams): Answer {
    const code = form.get('code') ?? '';
    const grant = this.#codes.get(code);
    if (!grant || form.get('redirect_uri') !== this.redirectUri) return denied(400, 'invalid_grant');
    this.#codes.delete(code);
    return ok(this.#pair(grant));
  }

  #renew(form: URLSearchParams): Answer {
    const refresh = form.get('refresh_token') ?? '';
    const old = this.#renewals.get(refresh);
    const grant = old === undefined ? undefined : this.grants.get(old);
    // Without the redirect address the first renewal fails (5.2).
    if (form.get('redirect_uri') !== this.redirectUri) return denied(400, 'invalid_request', 'redirect_uri');
    if (old === undefined || !grant) return denied(400, 'invalid_grant', 'Refresh token is invalid');
    this.#renewals.delete(refresh);
    this.grants.delete(old);
    return ok(this.#pair(grant, this.rotates ? undefined : refresh));
  }

  /** @param same the renewal token stays, and is not told again */
  #pair({ person, scopes }: Grant, same?: string): Record<string, unknown> {
    const n = this.#next();
    const refreshToken = same ?? `refresh-${n}`;
    this.grant(`access-${n}`, { person, scopes, refreshToken });
    const told = same === undefined ? { refresh_token: refreshToken } : {};
    return { access_token: `access-${n}`, ...told, expires_in: this.lifeSeconds, token_type: 'Bearer' };
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }
}

function basic({ clientId, clientSecret }: SimApp): string {
  return Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
}
