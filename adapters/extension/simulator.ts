/**
 * Twitch's extension endpoints on this machine: PubSub, configuration segments, names. Checks what Twitch checks: the
 * signature and claims of our tokens, sizes, and the rate of each channel.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SimulatorOptions {
  readonly clientId: string;
  /** base64; every one of them is good. */
  readonly secrets: readonly string[];
  readonly ownerId: string;
  /** Messages a minute and channel. */
  readonly rate?: number;
}

export interface Heard {
  readonly channel: string;
  readonly message: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

type Claims = Readonly<Record<string, unknown>>;
type Answer = readonly [status: number, body: unknown, headers?: Readonly<Record<string, string>>];

const MOST_BYTES = 5 * 1024;
const RATE = 100;
const MINUTE_MS = 60_000;

export class ExtensionSimulator {
  readonly heard: Heard[] = [];
  /** By Twitch id. */
  readonly names = new Map<string, string>();
  /** Answers with this status instead, so many times. */
  readonly faults: number[] = [];
  readonly #options: SimulatorOptions;
  readonly #segments = new Map<string, { version: string; content: string }>();
  readonly #listeners = new Set<(heard: Heard) => void>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor(options: SimulatorOptions) {
    this.#options = options;
  }

  /** @returns the address to give as `apiUrl`. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/helix`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  onMessage(listener: (heard: Heard) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The broadcaster's segment of a channel. */
  segment(channel: string): { readonly version: string; readonly content: string } | null {
    return this.#segments.get(channel) ?? null;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const [status, body, headers = {}] = this.#answer(request, Buffer.concat(parts).toString('utf8'));
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === null ? undefined : JSON.stringify(body));
  }

  #answer(request: IncomingMessage, text: string): Answer {
    const fault = this.faults.shift();
    if (fault) return refused(fault, 'as the test asked');
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.headers['client-id'] !== this.#options.clientId) return refused(401, 'Client ID is missing');
    if (url.pathname === '/helix/users') return this.#user(request, url);
    const claims = this.#claims(request.headers.authorization ?? '');
    if (!claims) return refused(401, 'JWT could not be verified');
    const body = (text === '' ? {} : JSON.parse(text)) as Claims;
    switch (`${request.method} ${url.pathname}`) {
      case 'POST /helix/extensions/pubsub':
        return this.#pubsub(claims, body);
      case 'PUT /helix/extensions/configurations':
        return this.#put(body);
      case 'GET /helix/extensions/configurations':
        return this.#get(url.searchParams);
      default:
        return refused(404, 'not found');
    }
  }

  #claims(authorization: string): Claims | null {
    const token = /^Bearer (\S+)$/.exec(authorization)?.[1] ?? '';
    const [head = '', payload = '', signature = ''] = token.split('.');
    const given = Buffer.from(signature, 'base64url');
    const good = this.#options.secrets.some((secret) => {
      const key = Buffer.from(secret, 'base64');
      const expected = createHmac('sha256', key).update(`${head}.${payload}`).digest();
      return expected.length === given.length && timingSafeEqual(expected, given);
    });
    if (!good) return null;
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
    const fresh = typeof claims.exp === 'number' && claims.exp * 1000 > Date.now();
    const ours = claims.role === 'external' && claims.user_id === this.#options.ownerId;
    return fresh && ours ? claims : null;
  }

  #pubsub(claims: Claims, body: Claims): Answer {
    const { broadcaster_id: channel, message, target } = body;
    const may = (claims.pubsub_perms as { send?: string[] } | undefined)?.send?.includes('broadcast');
    if (!may || claims.channel_id !== channel) return refused(403, 'pubsub_perms do not allow this');
    if (typeof channel !== 'string' || typeof message !== 'string' || !Array.isArray(target))
      return refused(400, 'channel, target and message are required');
    if (Buffer.byteLength(message) > MOST_BYTES) return refused(422, 'message is too large');
    const { rate = RATE } = this.#options;
    const now = Date.now();
    const recent = this.heard.filter((one) => one.channel === channel && one.at > now - MINUTE_MS);
    const reset = Math.ceil(((recent[0]?.at ?? now) + MINUTE_MS) / 1000);
    const left = rate - recent.length - 1;
    const limits = {
      'ratelimit-limit': String(rate),
      'ratelimit-remaining': String(Math.max(0, left)),
      'ratelimit-reset': String(reset),
    };
    if (left < 0) return [429, { error: 'Too Many Requests', status: 429, message: 'too fast' }, limits];
    const heard = { channel, message, at: now };
    this.heard.push(heard);
    for (const listener of this.#listeners) listener(heard);
    return [204, null, limits];
  }

  #put({ extension_id: id, segment, broadcaster_id: channel, version, content }: Claims): Answer {
    if (id !== this.#options.clientId) return refused(403, 'extension_id does not belong to this token');
    if (segment !== 'broadcaster' || typeof channel !== 'string')
      return refused(400, 'broadcaster_id is required for this segment');
    if (Buffer.byteLength(String(content)) > MOST_BYTES) return refused(422, 'content is too large');
    this.#segments.set(channel, { version: String(version), content: String(content) });
    return [204, null];
  }

  #get(query: URLSearchParams): Answer {
    const channel = query.get('broadcaster_id') ?? '';
    const found = this.#segments.get(channel);
    const data = found ? [{ segment: 'broadcaster', broadcaster_id: channel, ...found }] : [];
    return [200, { data }];
  }

  #user({ headers }: IncomingMessage, { searchParams }: URL): Answer {
    if (!/^Extension \S+$/.test(headers.authorization ?? '')) return refused(401, 'OAuth token is missing');
    const id = searchParams.get('id') ?? '';
    const name = this.names.get(id);
    return [200, { data: name === undefined ? [] : [{ id, login: name.toLowerCase(), display_name: name }] }];
  }
}

function refused(status: number, message: string): Answer {
  return [status, { error: 'refused', status, message }];
}
