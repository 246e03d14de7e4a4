/** The simulator's port: reads calls, breaks some of them on request, and writes answers the way Kick does. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
  readonly method: string;
  /** `/public/v1/chat`, `/oauth/token` */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly token: string;
}

export interface Reply {
  readonly status: number;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `hang`: no answer at all. `cut`: the socket closes. `half`: half an answer. `after`: the call is carried out first. */
export interface Breakage {
  /** Beginning of the path; empty for all. */
  readonly path?: string;
  readonly how?: 'answer' | 'hang' | 'cut' | 'half';
  readonly status?: number;
  /** Instead of JSON, as a proxy answers. */
  readonly html?: boolean;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly after?: boolean;
}

export interface Web {
  readonly url: string;
  /** The next calls break. */
  break(calls: number, how: Breakage): void;
  mend(): void;
  /** How often a path was called. */
  calls(path: string): number;
  /** Closes all connections; the port stays open. */
  cut(): void;
  close(): Promise<void>;
}

const MOST_BODY = 64 * 1024;

export async function openWeb(answer: (call: Call) => Reply): Promise<Web> {
  const counts = new Map<string, number>();
  let breaking: { left: number; how: Breakage }[] = [];
  const broken = (path: string): Breakage | null => {
    const found = breaking.find(({ left, how }) => left > 0 && path.startsWith(how.path ?? ''));
    if (!found) return null;
    found.left -= 1;
    return found.how;
  };
  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const call = await readCall(request);
    counts.set(call.path, (counts.get(call.path) ?? 0) + 1);
    const fault = broken(call.path);
    if (!fault) return write(response, answer(call));
    const reply = fault.after ? answer(call) : { status: 200, json: {} };
    breakIt(response, fault, reply);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    break: (calls, how) => void breaking.push({ left: calls, how }),
    mend: () => {
      breaking = [];
    },
    calls: (path) => counts.get(path) ?? 0,
    cut: () => server.closeAllConnections(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  let body = '';
  for await (const part of request) {
    body += String(part);
    if (body.length > MOST_BODY) throw new Error('too long');
  }
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  // The sign-in has a host of its own; here it is a folder.
  const path = url.pathname.replace(/^\/id(?=\/)/, '');
  return { method: request.method ?? 'GET', path, query: url.searchParams, body, token };
}

function write(response: ServerResponse, { status, json, headers = {} }: Reply): void {
  if (json === undefined) return void response.writeHead(status, headers).end();
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers }).end(text);
}

function breakIt(response: ServerResponse, fault: Breakage, reply: Reply): void {
  const { how = 'answer', status = 500, html = false, retryAfter } = fault;
  if (how === 'hang') return;
  if (how === 'cut') return void response.destroy();
  if (how === 'half') {
    const text = JSON.stringify(reply.json ?? {});
    response.writeHead(reply.status, {
      'Content-Type': 'application/json',
      'Content-Length': text.length + 40,
    });
    response.write(text.slice(0, Math.ceil(text.length / 2)), () => response.destroy());
    return;
  }
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  if (html) {
    response.writeHead(status, { 'Content-Type': 'text/html', ...headers });
    return void response.end('<!doctype html><title>Just a moment...</title>');
  }
  write(response, { status, json: { data: {}, message: WORDS[status] ?? 'Error' }, headers });
}

export const WORDS: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  429: 'Too many requests',
  500: 'Internal server error',
};

/** Kick's usual form of an answer. */
export function ok(data: unknown): Reply {
  return { status: 200, json: { data, message: 'OK' } };
}

export function no(status: number, data: unknown = {}): Reply {
  return { status, json: { data, message: WORDS[status] ?? 'Error' } };
}
