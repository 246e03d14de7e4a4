/**
 * What the extension's backend asks of Twitch: PubSub messages, configuration segments, names. Each call carries a token
 * that we sign ourselves with the extension's secret, has a time-out of its own, and shows no secret in its error.
 */
import { createHmac } from 'node:crypto';

export interface ExtensionApiOptions {
  readonly clientId: string;
  /** base64; the newest one signs. */
  readonly secret: string;
  /** Twitch id of the account that owns the extension. */
  readonly ownerId: string;
  /** `https://api.twitch.tv/helix`, or a simulator. */
  readonly apiUrl: string;
  readonly timeoutMs?: number;
  readonly now?: () => number;
}

export interface ExtensionApi {
  /** @returns ms to wait before the next message. @throws ExtensionCallError */
  broadcast(channel: string, message: string): Promise<number>;
  /** @throws ExtensionCallError */
  configure(channel: string, content: string): Promise<void>;
  /** The broadcaster's segment; null if nothing was ever set. @throws ExtensionCallError */
  configuration(channel: string): Promise<string | null>;
  /** Null if Twitch does not say, for whatever reason. Never throws. */
  nameOf(user: string, helix: string): Promise<string | null>;
}

/** A call that did not end well; the message names the call, the status and Twitch's own words. */
export class ExtensionCallError extends Error {
  override readonly name = 'ExtensionCallError';
  /** Null if there was no answer. */
  readonly status: number | null;

  constructor(status: number | null, text: string) {
    super(text);
    this.status = status;
  }
}

const TIMEOUT_MS = 5_000;
/** Seconds; Twitch takes up to three minutes. */
const TOKEN_LIVES = 60;
const MOST_SAID = 200;
/** Of a message or a segment, in bytes. */
export const MOST_BYTES = 5 * 1024;

interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  /** Beside what every token of ours says. */
  readonly claims: Readonly<Record<string, unknown>>;
}

export function extensionApi(options: ExtensionApiOptions): ExtensionApi {
  const { clientId } = options;
  const call = (about: Call) => callTwitch(options, about);
  return {
    async broadcast(channel, message) {
      fits(message);
      const response = await call({
        method: 'POST',
        path: '/extensions/pubsub',
        claims: { channel_id: channel, pubsub_perms: { send: ['broadcast'] } },
        body: { target: ['broadcast'], broadcaster_id: channel, is_global_broadcast: false, message },
      });
      return waitIn(response, (options.now ?? Date.now)());
    },
    async configure(channel, content) {
      fits(content);
      const segment = { extension_id: clientId, segment: 'broadcaster', broadcaster_id: channel };
      const body = { ...segment, version: '1', content };
      await call({ method: 'PUT', path: '/extensions/configurations', claims: {}, body });
    },
    async configuration(channel) {
      const query = new URLSearchParams({
        extension_id: clientId,
        segment: 'broadcaster',
        broadcaster_id: channel,
      });
      const path = `/extensions/configurations?${query}`;
      const { json } = await call({ method: 'GET', path, claims: {} });
      const [first] = (json as { data?: { content?: unknown }[] } | null)?.data ?? [];
      return typeof first?.content === 'string' ? first.content : null;
    },
    nameOf: (user, helix) => nameOf(options, user, helix),
  };
}

function fits(text: string): void {
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES)
    throw new ExtensionCallError(null, `${bytes} bytes are too many, Twitch takes ${MOST_BYTES}`);
}

interface Answer {
  readonly headers: Headers;
  readonly json: unknown;
}

async function callTwitch(options: ExtensionApiOptions, about: Call): Promise<Answer> {
  const { method, path, body, claims } = about;
  const place = `${method} ${path.split('?')[0]}`;
  const response = await send(options, place, {
    path,
    init: {
      method,
      headers: {
        authorization: `Bearer ${signed(options, claims)}`,
        'client-id': options.clientId,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
  });
  const text = await response.text().catch(() => '');
  const json = parsed(text);
  if (response.ok) return { headers: response.headers, json };
  const said = String((json as { message?: unknown } | null)?.message ?? '').slice(0, MOST_SAID);
  throw new ExtensionCallError(
    response.status,
    `HTTP ${response.status} from ${place}${said && `, "${said}"`}`,
  );
}

async function send(
  { apiUrl, timeoutMs = TIMEOUT_MS }: ExtensionApiOptions,
  place: string,
  { path, init }: { path: string; init: RequestInit },
): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    // A token must not follow to wherever an answer points.
    return await fetch(`${apiUrl}${path}`, { ...init, redirect: 'error', signal });
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    const detail = late ? `no answer within ${timeoutMs} ms` : String((error as Error).message);
    throw new ExtensionCallError(null, `${place}: ${detail}`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Twitch counts a hundred messages a minute and says how many are left; the last ones are spread out. */
function waitIn({ headers }: Answer, now: number): number {
  const left = Number(headers.get('ratelimit-remaining') ?? Number.NaN);
  if (!(left < 3)) return 0;
  const reset = Number(headers.get('ratelimit-reset') ?? Number.NaN) * 1000;
  return reset > now && reset - now < 120_000 ? reset - now : 5_000;
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** HS256 over the secret's bytes, not over its base64 text. */
function signed({ secret, ownerId, now = Date.now }: ExtensionApiOptions, claims: Call['claims']): string {
  const exp = Math.floor(now() / 1000) + TOKEN_LIVES;
  const payload = { exp, user_id: ownerId, role: 'external', ...claims };
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload)}`;
  return `${text}.${createHmac('sha256', Buffer.from(secret, 'base64')).update(text).digest('base64url')}`;
}

/** By the id that Twitch itself vouched for: the viewer's own token only opens the door. */
async function nameOf(options: ExtensionApiOptions, user: string, helix: string): Promise<string | null> {
  try {
    const headers = { authorization: `Extension ${helix}`, 'client-id': options.clientId };
    const path = `/users?id=${encodeURIComponent(user)}`;
    const response = await send(options, 'GET /users', { path, init: { headers } });
    if (!response.ok) return null;
    const { data } = (await response.json()) as { data?: { id?: unknown; display_name?: unknown }[] };
    const found = data?.find(({ id }) => id === user)?.display_name;
    return typeof found === 'string' && found !== '' ? found : null;
  } catch {
    return null;
  }
}
