/** Sign-in of the simulated Twitch: validate, token, device, revoke, and the consent page. PLATFORMS 1.1. */
import { randomUUID } from 'node:crypto';
import { Refusal } from './fault.ts';
import { CLIENT_ID, CLIENT_SECRET, LIVES_S, type Pair, type People } from './people.ts';

interface Device {
  readonly scopes: readonly string[];
  readonly userCode: string;
  state: 'pending' | 'denied' | 'expired' | { login: string };
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

export class OAuth {
  readonly #people: People;
  readonly #devices = new Map<string, Device>();
  /** Code of a redirect → who agreed to what. */
  readonly #codes = new Map<string, { login: string; scopes: readonly string[]; redirect: string }>();
  /** Seconds between two questions, as told to the client. */
  interval = 5;
  /** Who presses "agree" on the consent page. */
  consenting = 'streamer';

  constructor(people: People) {
    this.#people = people;
  }

  /** Somebody types the code in; null denies, `expired` lets it run out. */
  decide(userCode: string, as: string | null | 'expired'): void {
    const device = [...this.#devices.values()].find((one) => one.userCode === userCode);
    if (!device) throw new Error(`no device shows ${userCode}`);
    device.state = as === null ? 'denied' : as === 'expired' ? 'expired' : { login: as };
  }

  answer(path: string, asked: URLSearchParams, token: string): Reply {
    if (path === '/validate') return this.#validate(token);
    if (path === '/authorize') return this.#consent(asked);
    if (path === '/revoke') return this.#revoke(asked);
    // Twitch looks at the client first.
    if (asked.get('client_id') !== CLIENT_ID) throw new Refusal(400, 'invalid client');
    if (path === '/device') return this.#device(asked);
    if (path === '/token') return this.#token(asked);
    throw new Refusal(404, 'not found');
  }

  #validate(token: string): Reply {
    const grant = this.#people.living(token);
    if (!grant) throw new Refusal(401, 'invalid access token');
    const { person, scopes, livesS } = grant;
    const who = person ? { login: person.login, user_id: person.id } : {};
    return { status: 200, body: { client_id: CLIENT_ID, ...who, scopes, expires_in: livesS } };
  }

  #device(asked: URLSearchParams): Reply {
    // The field has its name in the plural here.
    const scopes = (asked.get('scopes') ?? '').split(' ').filter(Boolean);
    const userCode = randomUUID().slice(0, 8).toUpperCase();
    const deviceCode = randomUUID();
    this.#devices.set(deviceCode, { scopes, userCode, state: 'pending' });
    const body = {
      device_code: deviceCode,
      user_code: userCode,
      verification_uri: `https://www.twitch.tv/activate?device-code=${userCode}`,
      expires_in: 1800,
      interval: this.interval,
    };
    return { status: 200, body };
  }

  #token(asked: URLSearchParams): Reply {
    const secret = asked.get('client_secret');
    if (secret !== null && secret !== CLIENT_SECRET) throw new Refusal(403, 'invalid client secret');
    switch (asked.get('grant_type')) {
      case 'refresh_token':
        return this.#renewed(asked.get('refresh_token') ?? '', secret !== null);
      case 'client_credentials':
        if (secret === null) throw new Refusal(400, 'missing client secret');
        return {
          status: 200,
          body: { access_token: this.#people.app(), expires_in: 5_000_000, token_type: 'bearer' },
        };
      case 'authorization_code':
        if (secret === null) throw new Refusal(400, 'missing client secret');
        return this.#byCode(asked);
      case DEVICE_GRANT:
        return this.#byDevice(asked.get('device_code') ?? '');
      default:
        throw new Refusal(400, 'invalid grant type');
    }
  }

  #renewed(refreshToken: string, secret: boolean): Reply {
    const pair = this.#people.renew(refreshToken, secret);
    if (!pair) throw new Refusal(400, 'Invalid refresh token');
    return given(pair);
  }

  #byCode(asked: URLSearchParams): Reply {
    const code = asked.get('code') ?? '';
    const about = this.#codes.get(code);
    if (!about || about.redirect !== asked.get('redirect_uri')) {
      throw new Refusal(400, 'Invalid authorization code');
    }
    this.#codes.delete(code);
    return given(this.#people.signIn(about.login, about.scopes));
  }

  #byDevice(deviceCode: string): Reply {
    const device = this.#devices.get(deviceCode);
    if (!device || device.state === 'expired') throw new Refusal(400, 'invalid device code');
    if (device.state === 'pending') throw new Refusal(400, 'authorization_pending');
    if (device.state === 'denied') throw new Refusal(400, 'access_denied');
    this.#devices.delete(deviceCode);
    return given(this.#people.signIn(device.state.login, device.scopes));
  }

  #revoke(asked: URLSearchParams): Reply {
    const token = asked.get('token') ?? '';
    if (!this.#people.grants.delete(token)) throw new Refusal(400, 'Invalid token');
    return { status: 200 };
  }

  /** The page asks; here somebody has pressed "agree" already. */
  #consent(asked: URLSearchParams): Reply {
    const redirect = asked.get('redirect_uri') ?? '';
    const code = randomUUID();
    const scopes = (asked.get('scope') ?? '').split(' ').filter(Boolean);
    this.#codes.set(code, { login: this.consenting, scopes, redirect });
    const query = new URLSearchParams({
      code,
      scope: scopes.join(' '),
      state: asked.get('state') ?? '',
    });
    return { status: 302, headers: { Location: `${redirect}?${query}` } };
  }
}

function given({ access, refresh, scopes }: Pair): Reply {
  const tokens = { access_token: access, refresh_token: refresh, scope: scopes };
  return { status: 200, body: { ...tokens, expires_in: LIVES_S, token_type: 'bearer' } };
}
