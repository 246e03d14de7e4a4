/** One HTTP call to Twitch: with a time-out, a bounded answer, and errors that hold no secret. PLATFORMS 1.1, 1.4. */
import { boundedText } from '../shared/bounded-text.ts';

export interface Ask {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Sign-in takes forms; some of their fields are secrets. */
  readonly form?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Null for an answer without a body. */
  readonly json: unknown;
}

/** The longest honest answer, a page of 100 redemptions, is under 200 KB. */
const MOST_BYTES = 2 * 1024 * 1024;

/** `code`: `http_403`, `no_answer`, `not_json`, `too_long`. `said`: Twitch's own words, if it had any. */
export class TwitchCallError extends Error {
  override readonly name = 'TwitchCallError';
  readonly status: number | null;
  readonly code: string;
  readonly said: string;
  readonly headers: Headers | null;

  constructor(about: {
    status: number | null;
    code: string;
    text: string;
    said?: string;
    headers?: Headers;
  }) {
    super(about.text);
    this.status = about.status;
    this.code = about.code;
    this.said = about.said ?? '';
    this.headers = about.headers ?? null;
  }

  /** The same call may go through later. A refusal without JSON is a proxy's page, not Twitch's word. */
  get passing(): boolean {
    const { status } = this;
    return status === null || status === 429 || status >= 500 || this.code !== `http_${status}`;
  }
}

/** @returns a 2xx answer. @throws TwitchCallError */
export async function ask(call: Ask): Promise<Answer> {
  const { response, text } = await exchange(call);
  const json = parsed(text);
  const { status, headers } = response;
  if (response.ok && (text === '' || json !== undefined)) return { status, headers, json: json ?? null };
  const said = saidIn(json);
  const spoke = json !== undefined && !response.ok;
  throw new TwitchCallError({
    status,
    code: spoke ? `http_${status}` : 'not_json',
    text: `HTTP ${status}${spoke ? '' : ' without JSON'} from ${placeOf(call)}${said && `, "${said}"`}`,
    said,
    headers,
  });
}

async function exchange(call: Ask): Promise<{ response: Response; text: string }> {
  try {
    const response = await fetch(call.url, {
      method: call.method ?? 'GET',
      headers: { Accept: 'application/json', ...typeOf(call), ...call.headers },
      body: call.form ? new URLSearchParams(call.form).toString() : jsonOf(call.json),
      // A token must not follow to wherever an answer points.
      redirect: 'error',
      signal: AbortSignal.timeout(call.timeoutMs),
    });
    return { response, text: await textOf(response) };
  } catch (error) {
    if (error instanceof TwitchCallError) throw error;
    const late = error instanceof Error && error.name === 'TimeoutError';
    const detail = late ? `no answer within ${call.timeoutMs} ms` : reasonOf(error);
    throw new TwitchCallError({ status: null, code: 'no_answer', text: `${placeOf(call)}: ${detail}` });
  }
}

function typeOf({ json, form }: Ask): Record<string, string> {
  if (form) return { 'Content-Type': 'application/x-www-form-urlencoded' };
  return json === undefined ? {} : { 'Content-Type': 'application/json' };
}

const jsonOf = (json: unknown) => (json === undefined ? undefined : JSON.stringify(json));

const textOf = (response: Response): Promise<string> =>
  boundedText(
    response,
    MOST_BYTES,
    () => new TwitchCallError({ status: response.status, code: 'too_long', text: 'an answer over 2 MB' }),
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `{"error":"Forbidden","status":403,"message":"…"}` */
function saidIn(json: unknown): string {
  const { message, error } = (json ?? {}) as { message?: unknown; error?: unknown };
  const said = [message, error].find((part) => typeof part === 'string' && part !== '');
  return typeof said === 'string' ? said.slice(0, 160) : '';
}

/** Method and path; never the query or the form, which hold tokens in sign-in. */
function placeOf({ method = 'GET', url }: Ask): string {
  return `${method} ${URL.canParse(url) ? new URL(url).pathname : 'a wrong address'}`;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  // fetch says only "fetch failed"; what happened is in its cause.
  return `${error.message}${error.cause instanceof Error ? ` (${error.cause.message})` : ''}`;
}
