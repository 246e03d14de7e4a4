/** Google's sign-in: consent, code, renewal, revoking (PLATFORMS.md 3.1). */
import { createHash } from 'node:crypto';
import type { World } from './world.ts';

export interface SignInAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly location?: string;
}

interface Waiting {
  readonly channel: string;
  readonly challenge: string;
  readonly redirect: string;
}

const LIFE_S = 3_599;
const SCOPE = 'https://www.googleapis.com/auth/youtube.force-ssl';

export class SignInDesk {
  readonly #world: World;
  readonly #codes = new Map<string, Waiting>();
  readonly client = { id: 'sim.apps.googleusercontent.com', secret: 'sim-client-secret' };
  /** Who presses "allow" on the consent page; empty presses "cancel". */
  consents = '';
  /** Renewal tokens change with each use; Google seldom does that. */
  rotates = false;
  lifeSeconds = LIFE_S;

  constructor(world: World) {
    this.#world = world;
  }

  /** `GET /o/oauth2/v2/auth`: the page that people see; here it answers by itself. */
  consent(query: URLSearchParams): SignInAnswer {
    const redirect = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== this.client.id || !URL.canParse(redirect))
      return { status: 400, body: 'Error 400' };
    const back = new URL(redirect);
    back.searchParams.set('state', query.get('state') ?? '');
    if (this.consents === '') back.searchParams.set('error', 'access_denied');
    else {
      const code = `4/code${this.#world.next()}`;
      const challenge = query.get('code_challenge') ?? '';
      this.#codes.set(code, { channel: this.consents, challenge, redirect });
      back.searchParams.set('code', code);
      back.searchParams.set('scope', query.get('scope') ?? '');
    }
    return { status: 302, location: back.href };
  }

  /** `POST /token`. */
  token(form: URLSearchParams): SignInAnswer {
    if (form.get('client_id') !== this.client.id || form.get('client_secret') !== this.client.secret) {
      return refused(401, 'invalid_client', 'Unauthorized');
    }
    return form.get('grant_type') === 'authorization_code' ? this.#first(form) : this.#renewed(form);
  }

  #first(form: URLSearchParams): SignInAnswer {
    const code = form.get('code') ?? '';
    const waiting = this.#codes.get(code);
    // A code works once.
    this.#codes.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!waiting || waiting.redirect !== form.get('redirect_uri') || waiting.challenge !== challenge) {
      return refused(400, 'invalid_grant', 'Malformed auth code.');
    }
    const refresh = `1//refresh${this.#world.next()}`;
    this.#world.renewals.set(refresh, { channel: waiting.channel, write: true });
    return { status: 200, body: { ...this.#access(waiting.channel, true), refresh_token: refresh } };
  }

  #renewed(form: URLSearchParams): SignInAnswer {
    const given = form.get('refresh_token') ?? '';
    const renewal = this.#world.renewals.get(given);
    if (!renewal) return refused(400, 'invalid_grant', 'Token has been expired or revoked.');
    const body = this.#access(renewal.channel, renewal.write);
    if (!this.rotates) return { status: 200, body };
    this.#world.renewals.delete(given);
    const refresh = `1//refresh${this.#world.next()}`;
    this.#world.renewals.set(refresh, renewal);
    return { status: 200, body: { ...body, refresh_token: refresh } };
  }

  #access(channel: string, write: boolean): Record<string, unknown> {
    const access = `ya29.sim${this.#world.next()}`;
    this.#world.grant(access, { channel, write, expiresAt: Date.now() + this.lifeSeconds * 1000 });
    return { access_token: access, expires_in: this.lifeSeconds, scope: SCOPE, token_type: 'Bearer' };
  }

  /** `POST /revoke`. */
  revoke(form: URLSearchParams): SignInAnswer {
    const token = form.get('token') ?? '';
    const known = this.#world.renewals.delete(token) || this.#world.grants.delete(token);
    return known ? { status: 200, body: {} } : refused(400, 'invalid_token', 'Token expired or revoked');
  }
}

function refused(status: number, error: string, described: string): SignInAnswer {
  return { status, body: { error, error_description: described } };
}
