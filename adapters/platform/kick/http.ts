/**
 * One call to Kick and its answer, whatever comes: JSON, HTML, half an answer, nothing. Each call has a time-out of
 * its own, and no error holds a secret.
 */
import { boundedText } from '../shared/bounded-text.ts';

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly token?: string;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** For tests that break the call at a certain step. */
  readonly fetch?: typeof fetch;
}

/** Longer answers than this are not read: the longest list of ours is a few dozen KB. */
const MOST_BYTES = 2 * 1024 * 1024;

/** A call that did not end well. */
export class KickCallError extends Error {
  override readonly name = 'KickCallError';
  /** HTTP status; null if there was no whole answer. */
  readonly status: number | null;
  /** `http_429`, `no_answer`, `not_json`, `too_long`. */
  readonly code: string;
  /** From `Retry-After`. */
  readonly retryAfterMs: number | null;
  /** Kick's own words in the JSON body; empty without one. */
  readonly said: string;

  constructor(args: {
    status: number | null;
    code: string;
    text: string;
    said?: string;
    retryAfterMs?: number | null;
  }) {
    super(args.text);
    this.status = args.status;
    this.code = args.code;
    this.said = args.said ?? '';
    this.retryAfterMs = args.retryAfterMs ?? null;
  }

  /** Another attempt may go through: no answer, too fast, trouble on their side, or a page instead of an answer. */
  get passing(): boolean {
    return (
      this.status === null || this.status === 429 || this.status >= 500 || this.code !== `http_${this.status}`
    );
  }
}

/**
 * @returns the JSON of a 2xx answer, null if it has no body.
 * @throws KickCallError
 */
export async function ask(call: Ask): Promise<unknown> {
  const { response, text } = await exchange(call);
  const json = parsed(text);
  const { status } = response;
  if (response.ok && (text === '' || json !== undefined)) return json ?? null;
  const said = hidden(saidIn(json), call);
  if (response.ok || json === undefined) {
    throw new KickCallError({
      status,
      code: response.ok || text !== '' ? 'not_json' : `http_${status}`,
      text: `HTTP ${status} without JSON from ${placeOf(call)}`,
      retryAfterMs: waitIn(response),
    });
  }
  throw new KickCallError({
    status,
    code: `http_${status}`,
    text: `HTTP ${status} from ${placeOf(call)}${said && `, "${said}"`}`,
    said,
    retryAfterMs: waitIn(response),
  });
}

async function exchange(call: Ask): Promise<{ response: Response; text: string }> {
  const { fetch: send = fetch, timeoutMs } = call;
  try {
    const response = await send(call.url, {
      method: call.method,
      headers: headersOf(call),
      body: call.form ? new URLSearchParams(call.form).toString() : jsonOf(call.json),
      // A token must not follow to wherever an answer points.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { response, text: await textOf(response) };
  } catch (error) {
    if (error instanceof KickCallError) throw error;
    const late = error instanceof Error && error.name === 'TimeoutError';
    const detail = late ? `no answer within ${timeoutMs} ms` : hidden(reasonOf(error), call);
    throw new KickCallError({ status: null, code: 'no_answer', text: `${placeOf(call)}: ${detail}` });
  }
}

function headersOf({ token, json, form }: Ask): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(json !== undefined ? { 'Content-Type': 'application/json' } : {}),
    ...(form ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
  };
}

const jsonOf = (json: unknown) => (json === undefined ? undefined : JSON.stringify(json));

const textOf = (response: Response): Promise<string> =>
  boundedText(
    response,
    MOST_BYTES,
    () => new KickCallError({ status: response.status, code: 'too_long', text: 'an answer over 2 MB' }),
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `{"data":"Channel not found","message":"Bad request"}` at the API, `{"error":"invalid_grant"}` at the sign-in. */
function saidIn(json: unknown): string {
  const body = (json ?? {}) as { message?: unknown; data?: unknown; error?: unknown };
  const parts = [body.message, body.data, body.error].filter((part) => typeof part === 'string');
  return parts.join(': ').slice(0, 160);
}

/** Seconds or a date. */
function waitIn(response: Response): number | null {
  const text = response.headers.get('retry-after');
  if (!text) return null;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 3_600_000) : null;
}

/** Method and path; never the query, which holds the token in a revocation. */
function placeOf({ method, url }: Ask): string {
  return `${method} ${URL.canParse(url) ? new URL(url).pathname : url}`;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // fetch says only "fetch failed"; what happened is in its cause.
  return `${error.message}${error.cause instanceof Error ? ` (${error.cause.message})` : ''}`;
}

/** What a server says back may hold what it was sent. */
function hidden(text: string, { token, form = {} }: Ask): string {
  const open = new Set(['grant_type', 'redirect_uri', 'client_id']);
  const secrets = Object.entries(form).flatMap(([key, value]) => (open.has(key) ? [] : [value]));
  return [token ?? '', ...secrets]
    .filter((secret) => secret.length > 3)
    .reduce((words, secret) => words.replaceAll(secret, '***'), text);
}
