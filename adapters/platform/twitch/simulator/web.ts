/** Sign-in and API of the simulated Twitch: `/validate`, `/token`, `/helix/users`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CLIENT_ID, type People, type Person } from './people.ts';

/** Helix points a minute. */
const POINTS = 800;
const LIVES_S = 14_400;
const MOST_BODY = 16 * 1024;

export class Web {
  readonly #people: People;
  /** Path → how often it was called. */
  readonly calls = new Map<string, number>();
  #failing = { left: 0, status: 500, path: '' };

  constructor(people: People) {
    this.#people = people;
  }

  /** The next calls fail with this status; those of one path, if it is given. */
  fail(calls: number, status: number, path = ''): void {
    this.#failing = { left: calls, status, path };
  }

  readonly answer = (request: IncomingMessage, response: ServerResponse): void => {
    void this.#answer(request, response).catch(() => response.destroy());
  };

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = url.pathname.replace(/^\/(?:oauth2|auth)(?=\/)/, '');
    this.calls.set(path, (this.calls.get(path) ?? 0) + 1);
    const token = /^(?:OAuth|Bearer) (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (this.#failing.left > 0 && path.startsWith(this.#failing.path)) {
      this.#failing.left -= 1;
      return reply(response, this.#failing.status, fault(this.#failing.status, 'try again later'));
    }
    const body = request.method === 'POST' ? await bodyOf(request) : '';
    if (path === '/validate') return this.#validate(token, response);
    if (path === '/token')
      return this.#renew(new URLSearchParams(`${url.search.slice(1)}&${body}`), response);
    if (/^(?:\/helix|\/mock)?\/users$/.test(path)) return this.#users(token, url.searchParams, response);
    return reply(response, 404, fault(404, 'not found'));
  }

  #validate(token: string, response: ServerResponse): void {
    const grant = this.#people.living(token);
    if (!grant) return reply(response, 401, fault(401, 'invalid access token'));
    const { person, scopes } = grant;
    const who = { login: person.login, user_id: person.id, scopes };
    reply(response, 200, { client_id: CLIENT_ID, ...who, expires_in: LIVES_S });
  }

  #renew(asked: URLSearchParams, response: ServerResponse): void {
    const pair =
      asked.get('grant_type') === 'refresh_token'
        ? this.#people.renew(asked.get('refresh_token') ?? '')
        : null;
    if (!pair) return reply(response, 400, fault(400, 'Invalid refresh token'));
    const tokens = { access_token: pair.access, refresh_token: pair.refresh, scope: pair.scopes };
    reply(response, 200, { ...tokens, expires_in: LIVES_S, token_type: 'bearer' });
  }

  #users(token: string, asked: URLSearchParams, response: ServerResponse): void {
    // Helix tells its limits with every answer, refusals too.
    response.setHeader('Ratelimit-Limit', POINTS);
    response.setHeader('Ratelimit-Remaining', POINTS - 1);
    response.setHeader('Ratelimit-Reset', Math.ceil(Date.now() / 1000) + 60);
    const grant = this.#people.living(token);
    if (!grant) return reply(response, 401, fault(401, 'Invalid OAuth token'));
    const logins = asked.getAll('login');
    const found = logins.length === 0 ? [grant.person] : logins.map((login) => this.#people.byLogin(login));
    const data = found.filter((person): person is Person => person !== undefined).map(userOf);
    reply(response, 200, { data });
  }
}

function userOf({ id, login, name }: Person): Record<string, string> {
  return { id, login, display_name: name, type: '', broadcaster_type: '', description: '' };
}

function fault(status: number, message: string): Record<string, string | number> {
  return { status, message };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) {
    text += String(part);
    if (text.length > MOST_BODY) throw new Error('too long');
  }
  return text;
}
