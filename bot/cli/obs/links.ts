/** The overlay's link of the game that runs on this machine, asked for with the admin token of its data folder. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { MsigError } from '../../errors.ts';
import { ROOT } from '../../settings.ts';
import type { Settings } from '../../settings-table.ts';

const FETCH_MS = 5_000;
const OVER = ['ended', 'cancelled'];

/** @throws MsigError GATEWAY_UNREACHABLE, BAD_TOKEN, OBS_NO_GAME */
export async function runningLink({ host, port, data, lang }: Settings): Promise<string> {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  const url = `http://${name}:${port}`;
  const token = await readFile(join(resolve(ROOT, data), 'admin.token'), 'utf8').catch(() => null);
  if (token === null) throw new MsigError('OBS_NO_GAME', { url });
  const ask = asker(url, token.trim());
  const { games } = (await ask('/api/games')) as { games: readonly { game: string; status: string }[] };
  const game = games.findLast(({ status }) => !OVER.includes(status))?.game;
  if (game === undefined) throw new MsigError('OBS_NO_GAME', { url });
  const { key } = (await ask('/api/overlay-keys', { game })) as { key: string };
  return `${url}/overlay?${new URLSearchParams({ game, key, lang })}`;
}

function asker(url: string, token: string): (path: string, body?: object) => Promise<unknown> {
  return async (path, body) => {
    const response = await fetch(url + path, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(FETCH_MS),
    }).catch((error: Error) => {
      const { cause } = error;
      const detail = cause instanceof Error && cause.message ? cause.message : error.message;
      throw new MsigError('GATEWAY_UNREACHABLE', { url, detail }, { cause: error });
    });
    if (!response.ok) throw new MsigError('BAD_TOKEN', { detail: `${path}: ${response.status}` });
    return response.json();
  };
}
