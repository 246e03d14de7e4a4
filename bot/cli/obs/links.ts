/** The overlay's link of the game that runs on this machine, asked for with the admin token of its data folder. */
import { resolve } from 'node:path';
import { MsigError } from '../../errors.ts';
import { ROOT } from '../../settings.ts';
import type { Settings } from '../../settings-table.ts';
import { findRunning, runningNote } from '../running.ts';

const FETCH_MS = 5_000;
const OVER = ['finished', 'cancelled'];

/** Of a rehearsal, if that is what runs. @throws MsigError GATEWAY_UNREACHABLE, BAD_TOKEN, OTHER_DATA, OBS_NO_GAME */
export async function runningLink(settings: Settings): Promise<string> {
  const running = await findRunning(settings);
  const { host, port, data, lang } = settings;
  if (running.state === 'none') throw new MsigError('OBS_NO_GAME', { url: `http://${host}:${port}` });
  const note = running.state === 'rehearsal' ? runningNote(running, settings) : null;
  if (note) process.stderr.write(`msig: ${note}\n`);
  const { url } = running;
  if (running.state === 'other') throw new MsigError('OTHER_DATA', { url, data: resolve(ROOT, data) });
  const ask = asker(url, running.token);
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
