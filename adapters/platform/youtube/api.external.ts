/**
 * The one door to the client library. Only its YouTube part is loaded, and only when it is needed: the index of
 * `googleapis` loads hundreds of other APIs.
 */
import type { youtube_v3 } from 'googleapis/build/src/apis/youtube/v3.js';
import { CallFault } from './failures.ts';

export type YoutubeApi = youtube_v3.Youtube;
export type Item = youtube_v3.Schema$LiveChatMessage;
export type Page = youtube_v3.Schema$LiveChatMessageListResponse;

export async function loadLibrary() {
  return import('googleapis/build/src/apis/youtube/index.js');
}

export type Library = Awaited<ReturnType<typeof loadLibrary>>;
/** The library's OAuth2 client. */
export type SignIn = InstanceType<Library['auth']['OAuth2']>;

interface ForeignError {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly status?: unknown;
  readonly response?: { readonly status?: unknown; readonly data?: unknown };
}

/** Codes of Node for a connection that never came about. */
const UNSENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

/**
 * An error of the library as ours. The library's own is never passed on: its `config` holds the request, and in a
 * renewal that is the refresh token; an answer in HTML would be a page of text.
 */
export function faultOf(error: unknown): CallFault {
  if (error instanceof CallFault) return error;
  const { message, code, status, response } = (error ?? {}) as ForeignError;
  const answered = numberOf(response?.status) ?? numberOf(status);
  if (answered === null) {
    const reason = typeof code === 'string' ? code : 'no_answer';
    const text = `no answer (${/^[\w.]+$/.test(reason) ? reason : 'network'}): ${plain(message)}`;
    return new CallFault({ status: null, reason, text, unsent: UNSENT.has(reason) });
  }
  const said = bodyOf(response?.data);
  const text = `HTTP ${answered}${said.text ? `, "${said.text}"` : ''}`;
  return new CallFault({ status: answered, reason: said.reason || `http_${answered}`, text });
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** The library names the address in its own sentence; the address has the page token and the chat in it, no secret, but noise. */
function plain(message: unknown): string {
  return String(message ?? '')
    .replace(/https?:\/\/\S+/g, 'YouTube')
    .slice(0, 120);
}

/** `{error: {message, errors: [{reason}]}}` of the API, `{error: 'invalid_grant', error_description}` of the sign-in. */
function bodyOf(data: unknown): { reason: string; text: string } {
  let body = data;
  if (typeof data === 'string') {
    try {
      // A streamed answer is handed over as text even if it is an error in JSON.
      body = JSON.parse(data);
    } catch {
      return { reason: '', text: '' };
    }
  }
  if (Array.isArray(body)) body = body[0];
  const { error, error_description: described } = (body ?? {}) as Record<string, unknown>;
  if (typeof error === 'string') return { reason: error, text: plain(described ?? error) };
  const { message, errors } = (error ?? {}) as { message?: unknown; errors?: { reason?: unknown }[] };
  const reason = Array.isArray(errors) ? errors[0]?.reason : undefined;
  return { reason: typeof reason === 'string' ? reason : '', text: plain(message) };
}
