/**
 * Calls for checks: each with a time-out of its own, no redirections (a token would go along), and the other side's
 * clock noted on the way. No answer is shown to people but for a short word of the platform's.
 */
import { connect as plain } from 'node:net';
import { connect as secure } from 'node:tls';

export interface Ask {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
}

export type Answer =
  | {
      readonly answered: true;
      readonly status: number;
      /** An empty record for anything but a JSON object. */
      readonly json: Json;
      /** Their clock less ours, in milliseconds; null without a `Date` header. Good to a second. */
      readonly skew: number | null;
    }
  | { readonly answered: false; readonly step: Step; readonly detail: string };

/** How far a connection came. */
export type Step = 'dns' | 'tcp' | 'tls' | 'http';
export type Json = Readonly<Record<string, unknown>>;

export interface Net {
  ask(call: Ask): Promise<Answer>;
  /** The same address is tried once. For sockets: whether they can be opened. */
  reach(url: string): Promise<Answer>;
}

export const CALL_MS = 8_000;
const MOST_CHARACTERS = 1024 * 1024;

/** @param now our clock */
export function openNet(now: () => number, callMs: number = CALL_MS): Net {
  const reached = new Map<string, Promise<Answer>>();
  const ask = (call: Ask) => exchange(call, now, callMs);
  return {
    ask,
    reach(url) {
      const { origin, protocol } = new URL(url);
      const key = `${protocol}//${new URL(url).host}`;
      const known =
        reached.get(key) ?? (/^https?:$/.test(protocol) ? ask({ url: origin }) : knock(url, callMs));
      reached.set(key, known);
      return known;
    },
  };
}

async function exchange(call: Ask, now: () => number, callMs: number): Promise<Answer> {
  const { url, method = 'GET', headers = {}, form } = call;
  const began = now();
  try {
    const response = await fetch(url, {
      method,
      headers: { Accept: 'application/json', ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(callMs),
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    const met = Date.parse(response.headers.get('date') ?? '');
    const skew = Number.isNaN(met) ? null : met - (began + now()) / 2;
    const text = (await response.text()).slice(0, MOST_CHARACTERS);
    return { answered: true, status: response.status, json: recordIn(text), skew };
  } catch (error) {
    return failure(error, callMs);
  }
}

/** Opens a connection and closes it. */
function knock(url: string, callMs: number): Promise<Answer> {
  const { protocol, hostname, port } = new URL(url);
  const encrypted = protocol === 'wss:' || protocol === 'ircs:';
  const usual = { 'wss:': 443, 'ws:': 80, 'ircs:': 6697, 'irc:': 6667 }[protocol] ?? 443;
  const host = hostname.replace(/^\[|\]$/g, '');
  const where = { host, port: port === '' ? usual : Number(port) };
  return new Promise((resolve) => {
    const socket = encrypted ? secure({ ...where, servername: host }) : plain(where);
    const end = (answer: Answer) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const late = Object.assign(new Error(), { name: 'TimeoutError' });
    const timer = setTimeout(() => end(failure(late, callMs)), callMs);
    socket.once(encrypted ? 'secureConnect' : 'connect', () =>
      end({ answered: true, status: 0, json: {}, skew: null }),
    );
    socket.once('error', (error) => end(failure(error, callMs)));
  });
}

const DNS = /^(ENOTFOUND|EAI_)/;
const TCP = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENETDOWN|UND_ERR_CONNECT)/;
const TLS = /^(ERR_TLS|ERR_SSL|CERT|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|EPROTO|HOSTNAME)/;

/** Only codes are kept: messages may hold addresses with secrets in them. */
function failure(error: unknown, callMs: number): Answer {
  const { name, cause, code } = error as { name?: string; cause?: unknown; code?: string };
  if (name === 'TimeoutError') return { answered: false, step: 'http', detail: `> ${callMs / 1000} s` };
  const inner = (cause ?? {}) as { code?: string; errors?: readonly { code?: string }[] };
  const word = code ?? inner.code ?? inner.errors?.[0]?.code ?? 'failed';
  const text = typeof word === 'string' ? word : 'failed';
  const step = DNS.test(text) ? 'dns' : TCP.test(text) ? 'tcp' : TLS.test(text) ? 'tls' : 'http';
  return { answered: false, step, detail: text };
}

function recordIn(text: string): Json {
  try {
    return record(JSON.parse(text));
  } catch {
    return {};
  }
}

export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(record) : [];
}

/** A text or a whole number as text; empty for anything else. */
export function word(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

export function words(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return value.split(/[\s,]+/).filter(Boolean);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null;
}
