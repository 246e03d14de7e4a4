/**
 * One HTTP call and its JSON. Not by `fetch`: that answers a status of 421, with which "too fast" was seen, by sending
 * the same line once more on its own, and loses the answer on the way.
 */
import { type IncomingMessage, request as plain, type RequestOptions } from 'node:http';
import { request as secure } from 'node:https';
import { Refusal } from './failures.ts';
import { type Json, recordOf, textAt } from './vk.external.ts';

export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** From the first byte to the last. */
  readonly ms: number;
  /** Ends the call before its time. */
  readonly signal?: AbortSignal;
}

/** 200 lines with their pictures' addresses are under 1 MB. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Redirections are not followed: the token would go along.
 * @throws Refusal for any other status than 2xx, and for anything but a JSON object; Error of the network or the time-out
 */
export async function ask(call: Ask): Promise<Json> {
  const limit = AbortSignal.timeout(call.ms);
  const signal = call.signal ? AbortSignal.any([limit, call.signal]) : limit;
  try {
    const response = await sent(call, signal);
    return meaningOf(response, await textOf(response));
  } catch (error) {
    if (limit.aborted) throw new Error(`no answer within ${call.ms} ms`);
    throw error;
  }
}

function sent({ method, url, headers, body }: Ask, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    // A connection of its own: one kept open may be gone, and then a call's fate is not known.
    const options: RequestOptions = {
      method,
      headers: { Accept: 'application/json', ...headers, ...length },
      agent: false,
      signal,
    };
    const request = (url.startsWith('https:') ? secure : plain)(url, options, resolve);
    request.on('error', reject);
    request.end(body);
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response) {
    bytes += (part as Buffer).byteLength;
    if (bytes > MOST_BYTES)
      throw new Refusal({ status: response.statusCode ?? 0, code: 'too_big', text: '' });
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}

function meaningOf({ statusCode: status = 0, headers }: IncomingMessage, text: string): Json {
  const body = recordOf(parsed(text));
  const said = { text: textAt(body, 'error_description'), retryAfterMs: waitOf(headers['retry-after']) };
  const error = textAt(body, 'error').slice(0, 60);
  if (status < 200 || status >= 300)
    throw new Refusal({ status, code: error || (body ? 'refused' : 'not_json'), ...said });
  if (!body) throw new Refusal({ status, code: 'not_json', text: '' });
  // Some gateways answer 200 with the error inside.
  if (error !== '' && body.data === undefined) throw new Refusal({ status: 400, code: error, ...said });
  return body;
}

function parsed(text: string): unknown {
  // Revoking and sending answer `{}`, but an empty body says no less.
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function waitOf(header: string | undefined): number | null {
  if (!header) return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
