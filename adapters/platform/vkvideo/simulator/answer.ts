/** Answers of the simulated VK Video Live, and the bad days of its servers. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** PLATFORMS.md 5.3: `{"error":"unauthorized","error_description":"Not authorized"}`. */
export function denied(status: number, error: string, description = ''): Answer {
  return { status, body: { error, error_description: description } };
}

export function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'status' in value && 'body' in value;
}

export function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** How the next calls of a path go wrong. */
export interface Fault {
  /** How many calls; one if absent. */
  readonly calls?: number;
  /** The beginning of the path, such as `/v1/chat` or `/oauth/server/token`; all if absent. */
  readonly path?: string;
  /** 503 if absent. */
  readonly status?: number;
  /** The platform's word; `html` answers with a page instead of JSON, `silent` with nothing at all. */
  readonly error?: string;
  /** The call is done all the same, and its answer is lost. */
  readonly acted?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

export class Faults {
  #planned: { left: number; fault: Fault }[] = [];

  plan(fault: Fault): void {
    this.#planned.push({ left: fault.calls ?? 1, fault });
  }

  /** The fault of this call, if there is one. */
  take(path: string): Fault | null {
    const found = this.#planned.find(({ fault }) => path.startsWith(fault.path ?? ''));
    if (!found) return null;
    found.left -= 1;
    if (found.left <= 0) this.#planned = this.#planned.filter((one) => one !== found);
    return found.fault;
  }
}

export function faulty({ status = 503, error = 'internal', headers = {} }: Fault): Answer {
  const page = '<html><body><h1>Service temporarily unavailable</h1></body></html>';
  return { status, headers, body: error === 'html' ? page : { error, error_description: 'try again later' } };
}

const MOST_BODY = 64 * 1024;

export async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) {
    text += String(part);
    if (text.length > MOST_BODY) throw new Error('too long');
  }
  return text;
}
