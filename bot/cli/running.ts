/**
 * Which data folder the host on our port has: the one of the settings, or the one inside it that belongs to rehearsals.
 * It is known by its admin token, which no other host accepts.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { MsigError } from '../errors.ts';
import { isRehearsal, ROOT } from '../settings.ts';
import type { Settings } from '../settings-table.ts';

/** `data` is absolute. `other`: an MSIG that takes the token of neither folder. */
export type Running =
  | { readonly state: 'none' }
  | {
      readonly state: 'own' | 'rehearsal';
      readonly url: string;
      readonly data: string;
      readonly token: string;
    }
  | { readonly state: 'other'; readonly url: string };

type Place = Pick<Settings, 'host' | 'port' | 'data'>;

const LOOK_MS = 2_000;

/** Never rejects. */
export function findRunning({ host, port, data }: Place): Promise<Running> {
  if (port === 0) return Promise.resolve({ state: 'none' });
  return runningAt(`http://${nameOf(host)}:${port}`, data);
}

/** Asks the address once for its health, then with each token there is. Never rejects. @param url without a path */
export async function runningAt(url: string, data: string): Promise<Running> {
  if (!(await isHost(url))) return { state: 'none' };
  const own = resolve(ROOT, data);
  for (const [state, folder] of [['own', own] as const, ['rehearsal', join(own, 'rehearsal')] as const]) {
    const token = await readFile(join(folder, 'admin.token'), 'utf8').catch(() => '');
    if (token === '' || !(await fits(url, token.trim()))) continue;
    return { state: isRehearsal(folder) ? 'rehearsal' : state, url, data: folder, token: token.trim() };
  }
  return { state: 'other', url };
}

/** An address that was typed, such as `192.168.1.5:4747`, without a path. @throws MsigError BAD_OPTION */
export function gatewayUrl(given: string): string {
  const url = URL.parse(/^\w+:\/\//.test(given) ? given : `http://${given}`);
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  const expected = 'an address like http://127.0.0.1:4747';
  throw new MsigError('BAD_OPTION', { option: '--gateway', value: given.slice(0, 200), expected });
}

const NOTES = {
  ru: {
    rehearsal: (data: string) =>
      `идёт репетиция, её папка: ${data}. О настоящих вечерах спроси, когда она кончится`,
    other: (url: string, data: string) =>
      `на ${url} идёт игра с другой папкой данных; здесь — о папке ${data}`,
  },
  en: {
    rehearsal: (data: string) =>
      `a rehearsal is running, in ${data}. Ask about your real evenings when it has ended`,
    other: (url: string, data: string) => `the game at ${url} has another data folder; this is about ${data}`,
  },
} as const;

/** A line for people, where what is looked at is not what they may think; null otherwise. */
export function runningNote(
  running: Running,
  { data, lang }: Pick<Settings, 'data' | 'lang'>,
): string | null {
  const words = NOTES[lang];
  if (running.state === 'rehearsal') return words.rehearsal(running.data);
  return running.state === 'other' ? words.other(running.url, resolve(ROOT, data)) : null;
}

function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

async function isHost(url: string): Promise<boolean> {
  const body = await asked(`${url}/healthz`, {});
  return typeof body?.version === 'string' && typeof body.games === 'number';
}

async function fits(url: string, token: string): Promise<boolean> {
  return (await asked(`${url}/api/games`, { authorization: `Bearer ${token}` }))?.games !== undefined;
}

/** The body of a good answer; null for anything else. */
async function asked(url: string, headers: Record<string, string>): Promise<Record<string, unknown> | null> {
  try {
    const answer = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(LOOK_MS) });
    return answer.status === 200 || answer.status === 503
      ? ((await answer.json()) as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
