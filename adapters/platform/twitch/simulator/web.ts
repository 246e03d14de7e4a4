/** HTTP of the simulated Twitch: finds the door, and breaks calls on demand. PLATFORMS 1.1, 1.6, 9. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal, refusalBody } from './fault.ts';
import type { Gate } from './helix.ts';
import type { OAuth, Reply } from './oauth.ts';

/**
 * `json`: refused in Twitch's way. `html`: a proxy's page. `silent`: no answer at all. `cut`: the connection is cut
 * before anything is done. `after`: Twitch does what was asked, and the answer is lost.
 */
export type How = 'json' | 'html' | 'silent' | 'cut' | 'after';

export interface Breaking {
  /** Begins with; `/token`, `/helix/polls`. */
  readonly path?: string;
  readonly method?: string;
  readonly how?: How;
  readonly status?: number;
  readonly message?: string;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly text: string;
  readonly token: string;
  readonly client: string | undefined;
}

const MOST_BODY = 64 * 1024;
const PAGE = '<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>';

export class Web {
  readonly #oauth: OAuth;
  readonly #gate: Gate;
  /** Path, and method with path → how often it was called. */
  readonly calls = new Map<string, number>();
  #breaking: Breaking & { left: number } = { left: 0 };

  constructor(oauth: OAuth, gate: Gate) {
    this.#oauth = oauth;
    this.#gate = gate;
  }

  /** The next calls fail; those of one path or method, if they are given. */
  break(calls: number, breaking: Breaking): void {
    this.#breaking = { ...breaking, left: calls };
  }

  readonly answer = (request: IncomingMessage, response: ServerResponse): void => {
    void this.#answer(request, response).catch(() => response.destroy());
  };

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await askedIn(request);
    this.#count(asked.path);
    this.#count(`${asked.method} ${asked.path}`);
    const broken = this.#broken(asked);
    if (broken?.how === 'silent') return;
    if (broken?.how === 'cut') return void response.destroy();
    if (broken?.how === 'html') return page(response, broken.status ?? 502);
    const headers: Record<string, string> = {};
    let reply: Reply;
    try {
      if (broken && broken.how !== 'after') {
        throw new Refusal(broken.status ?? 500, broken.message ?? 'try again later');
      }
      reply = this.#reply(asked, (some) => Object.assign(headers, some));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reply = { status: error.status, body: refusalBody(error.status, error.message) };
    }
    if (broken?.how === 'after') return void response.destroy();
    send(response, { ...reply, headers: { ...headers, ...reply.headers } });
  }

  #reply(asked: Asked, note: (headers: Readonly<Record<string, string>>) => void): Reply {
    const { method, path, query, text, token, client } = asked;
    if (path.startsWith('/helix/')) {
      const call = { method, path: path.slice('/helix/'.length), query, body: jsonIn(text) };
      return this.#gate.answer(call, token, client, note);
    }
    return this.#oauth.answer(path, new URLSearchParams([...query, ...new URLSearchParams(text)]), token);
  }

  #count(what: string): void {
    this.calls.set(what, (this.calls.get(what) ?? 0) + 1);
  }

  #broken({ path, method }: Asked): Breaking | null {
    const breaking = this.#breaking;
    if (breaking.left <= 0 || !path.startsWith(breaking.path ?? '')) return null;
    if (breaking.method !== undefined && breaking.method !== method) return null;
    breaking.left -= 1;
    return breaking;
  }
}

async function askedIn(request: IncomingMessage): Promise<Asked> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const { authorization = '', 'client-id': client } = request.headers;
  return {
    method: request.method ?? 'GET',
    path: url.pathname.replace(/^\/oauth2(?=\/)/, ''),
    query: url.searchParams,
    text: await bodyOf(request),
    token: /^(?:OAuth|Bearer) (.+)$/.exec(authorization)?.[1] ?? '',
    client: typeof client === 'string' ? client : undefined,
  };
}

/** @throws Refusal 400 */
function jsonIn(text: string): Readonly<Record<string, unknown>> {
  if (text === '') return {};
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new Refusal(400, 'the body is no JSON');
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function page(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/html' });
  response.end(PAGE);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) {
    text += String(part);
    if (text.length > MOST_BODY) throw new Error('too long');
  }
  return text;
}
