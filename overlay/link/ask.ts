/** What a face asks over HTTP: the texts of the pack, and commands. */
import type { Speaker } from '../../bot/protocol/wire.ts';
import { type Pack, readPack } from './pack.ts';
import type { Command } from './types.ts';

export type Line = { readonly text: string } | { readonly command: Command };

export type Answer =
  | { readonly ok: true; readonly reply: Readonly<Record<'ru' | 'en', string>> }
  | { readonly ok: false; readonly code: string; readonly message: string };

export interface Ask {
  texts(lang: 'ru' | 'en'): Promise<Pack>;
  /** Sends one line or command of a speaker; a lost answer is asked for again under the same id. */
  send(as: Speaker, line: Line): Promise<Answer>;
}

const TRIES = 3;

export interface AskOptions {
  readonly origin: string;
  readonly game: string;
  readonly key: string;
  /** Refusals come in the language of the page, whatever the browser asks for. */
  readonly lang: 'ru' | 'en';
}

/** Bound to one host, game and key. */
export function createAsk({ origin, game, key, lang }: AskOptions): Ask {
  const headers = { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) };
  return {
    async texts(wanted) {
      const response = await fetch(`${origin}/api/texts/${wanted}`, { headers });
      if (!response.ok) throw new Error(`texts: the host answered ${response.status}`);
      return readPack(await response.json());
    },
    async send(as, line) {
      const body = JSON.stringify({ id: newId(), as, ...line });
      const url = `${origin}/api/games/${encodeURIComponent(game)}/commands?lang=${lang}`;
      return readAnswer(await insist(() => fetch(url, { method: 'POST', headers, body })));
    },
  };
}

/** `crypto.randomUUID` is missing on pages opened over plain http from another machine. */
function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** The same id acts once, so asking again after a lost answer is safe. */
async function insist(attempt: () => Promise<Response>): Promise<Response> {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 300 * (TRIES - left)));
    }
  }
}

async function readAnswer(response: Response): Promise<Answer> {
  const body = (await response.json().catch(() => ({}))) as {
    reply?: Partial<Record<'ru' | 'en', string>>;
    code?: string;
    message?: string;
  };
  if (response.ok) return { ok: true, reply: { ru: body.reply?.ru ?? '', en: body.reply?.en ?? '' } };
  const code = body.code ?? String(response.status);
  return { ok: false, code, message: body.message ?? code };
}
