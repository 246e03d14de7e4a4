/** The simulator's door: one HTTP server on 127.0.0.1 for the API and the sign-in, with its bad days. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Asked, admitted, beginning, METHODS, readable, STREAM_PATH } from './api.ts';
import { Refusal } from './bodies.ts';
import type { SignInDesk } from './signin.ts';
import type { Streams } from './streams.ts';
import type { World } from './world.ts';

/** `hang` answers never, `drop` cuts the socket, `html` is what a proxy or a maintenance page says. */
export type Trouble = number | 'hang' | 'drop' | 'html' | 'html200' | 'empty';

interface Planned {
  left: number;
  readonly trouble: Trouble;
  /** `GET /youtube/v3/liveChat/messages`; any call if absent. */
  readonly call: string | undefined;
}

const MOST_BYTES = 64 * 1024;

export class Web {
  readonly #world: World;
  readonly #streams: Streams;
  readonly #desk: SignInDesk;
  readonly #planned: Planned[] = [];
  readonly #server: Server;
  readonly calls = new Map<string, number>();
  /** Requests whose answer is not finished, streams not counted. */
  pending = 0;
  refusing = false;

  constructor(world: World, streams: Streams, desk: SignInDesk) {
    this.#world = world;
    this.#streams = streams;
    this.#desk = desk;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', () => resolve());
    });
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  fail(times: number, trouble: Trouble, call?: string): void {
    this.#planned.push({ left: times, trouble, call });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const call = `${request.method} ${url.pathname}`;
    this.calls.set(call, (this.calls.get(call) ?? 0) + 1);
    this.pending += 1;
    const done = () => {
      this.pending -= 1;
      response.off('finish', done).off('close', done);
    };
    response.once('finish', done).once('close', done);
    const text = await bodyOf(request);
    if (text === null) return void response.writeHead(413).end();
    if (this.#troubled(call, response)) return;
    try {
      if (url.pathname.startsWith('/youtube/')) this.#api(askedOf(request, url, text), response, done);
      else this.#signIn(call, url, { text, response });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      json(response, error.status, error.body);
    }
  }

  #api(asked: Asked, response: ServerResponse, done: () => void): void {
    const method = METHODS[`${asked.method} ${asked.path}`];
    if (asked.path === STREAM_PATH) {
      admitted(this.#world, asked, 'stream', false);
      const chat = readable(this.#world, asked.query.get('liveChatId'));
      const token = asked.query.get('pageToken');
      if (chat.endedAt !== null && token === null) throw new Refusal('liveChatEnded');
      this.#streams.open(chat, beginning(this.#world, chat, token), response);
      done();
      return;
    }
    if (!method) throw new Refusal('notFound');
    const grant = admitted(this.#world, asked, method.cost, method.writes ?? false);
    const body = method.answer(this.#world, asked, grant);
    if (body === null) response.writeHead(204).end();
    else json(response, 200, body);
  }

  #signIn(call: string, url: URL, { text, response }: { text: string; response: ServerResponse }): void {
    const form = new URLSearchParams(text);
    if (call === 'POST /revoke' && url.searchParams.has('token'))
      form.set('token', url.searchParams.get('token') ?? '');
    const answer =
      call === 'GET /o/oauth2/v2/auth'
        ? this.#desk.consent(url.searchParams)
        : call === 'POST /token'
          ? this.#desk.token(form)
          : call === 'POST /revoke'
            ? this.#desk.revoke(form)
            : { status: 404, body: {} };
    if (answer.location) response.writeHead(answer.status, { location: answer.location }).end();
    else json(response, answer.status, answer.body ?? {});
  }

  /** Answers as planned, if something is planned for this call. */
  #troubled(call: string, response: ServerResponse): boolean {
    const planned = this.#planned.find(
      (one) => one.left > 0 && (one.call === undefined || one.call === call),
    );
    if (!planned) return false;
    planned.left -= 1;
    const { trouble } = planned;
    if (trouble === 'hang') return true;
    if (trouble === 'drop') response.destroy();
    else if (trouble === 'empty') response.writeHead(200).end();
    else if (trouble === 'html' || trouble === 'html200') {
      const page = '<html><head><style>a { b: c }</style></head><body>502 Bad Gateway</body></html>';
      response.writeHead(trouble === 'html' ? 502 : 200, { 'content-type': 'text/html' }).end(page);
    } else {
      const message = `Error ${trouble}`;
      const errors = [{ message, domain: 'global', reason: 'backendError' }];
      json(response, trouble, { error: { code: trouble, message, errors } });
    }
    return true;
  }
}

function askedOf(request: IncomingMessage, url: URL, text: string): Asked {
  const { authorization = '' } = request.headers;
  let body = {};
  try {
    body = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new Refusal('missingRequiredParameter');
  }
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    body,
    token: authorization.replace(/^Bearer /, ''),
    key: String(request.headers['x-goog-api-key'] ?? url.searchParams.get('key') ?? ''),
  };
}

/** Null if it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(body));
}
