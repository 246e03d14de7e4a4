/**
 * Where the logs are read: from the running host, which alone may open its database, or from the data folder while none
 * runs. Nothing is written but what every start writes: a database of an older layout is brought up to date.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAdapterError } from '../../adapters/errors.ts';
import type { LogDriver } from '../../adapters/log/contract.ts';
import { jsonLog } from '../../adapters/log/json/json.ts';
import { sqliteLog } from '../../adapters/log/sqlite/sqlite.ts';
import { MsigError } from '../errors.ts';
import type { Settings } from '../settings-table.ts';

export interface Source {
  /** In order of creation. */
  games(): Promise<readonly string[]>;
  lines(game: string): AsyncIterable<string> | Promise<Iterable<string>>;
  /** Payments after the game's end, as lines that belong to no chain. */
  after(game: string): Promise<readonly string[]>;
  /** The whole game as one file of lines, as far as it has come. */
  file(game: string): AsyncIterable<string | Uint8Array>;
  /** Player or pseudonym → name, as far as known here. */
  names(game: string): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

export interface Places extends Pick<Settings, 'log' | 'host' | 'port'> {
  /** Folder of the data, absolute. */
  readonly data: string;
  /** Of the host, if somebody named it; an http address without a path. */
  readonly gateway: string | null;
}

const CALL_MS = 30_000;
const LOOK_MS = 2_000;

/** @throws MsigError GATEWAY_UNREACHABLE, BAD_TOKEN, LEDGER_HELD; AdapterError STORE_* */
export async function openSource(places: Places): Promise<Source> {
  const { gateway, port } = places;
  if (gateway !== null) return hostSource(gateway, places.data);
  const url = addressOf(places);
  // A host on our port may be that of another data folder; then its door stays shut, and ours is free.
  if (port !== 0 && (await isHost(url))) {
    const source = await hostSource(url, places.data).catch(() => null);
    if (source) return source;
  }
  return fileSource(places, url);
}

function addressOf({ host, port }: Places): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

async function isHost(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(LOOK_MS), redirect: 'error' });
    const { version, games } = (await answer.json()) as { version?: unknown; games?: unknown };
    return typeof version === 'string' && typeof games === 'number';
  } catch {
    return false;
  }
}

async function hostSource(url: string, data: string): Promise<Source> {
  const token = tokenIn(data);
  const games = await listed(url, token);
  return {
    games: async () => games,
    lines: async (game) => {
      const answer = await called(`${url}/api/games/${encodeURIComponent(game)}/export`, token);
      return (await answer.text()).split('\n').filter(Boolean);
    },
    after: async (game) => {
      const answer = await called(`${url}/api/games/${encodeURIComponent(game)}/after-end`, token);
      const { lines = [] } = (await answer.json()) as { lines?: readonly object[] };
      return lines.map((line) => JSON.stringify(line));
    },
    async *file(game) {
      const answer = await called(`${url}/api/games/${encodeURIComponent(game)}/export`, token);
      if (answer.body) yield* answer.body;
    },
    names: async (game) => {
      const answer = await called(`${url}/api/games/${encodeURIComponent(game)}/names`, token);
      const { names = {} } = (await answer.json()) as { names?: Record<string, string> };
      return new Map(Object.entries(names));
    },
    close: async () => {},
  };
}

async function listed(url: string, token: string): Promise<readonly string[]> {
  const answer = await called(`${url}/api/games`, token);
  const { games } = (await answer.json()) as { games: readonly { readonly game: string }[] };
  return games.map(({ game }) => game);
}

async function called(url: string, token: string): Promise<Response> {
  const { origin } = new URL(url);
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await fetch(url, {
    headers,
    redirect: 'error',
    signal: AbortSignal.timeout(CALL_MS),
  }).catch((error: Error) => {
    throw new MsigError('GATEWAY_UNREACHABLE', { url: origin, detail: error.message }, { cause: error });
  });
  if (answer.ok) return answer;
  if (answer.status === 401 || answer.status === 403)
    throw new MsigError('BAD_TOKEN', { detail: `admin.token, HTTP ${answer.status}` });
  throw new MsigError('GATEWAY_UNREACHABLE', { url: origin, detail: `HTTP ${answer.status}` });
}

/** The host writes it beside its games. */
function tokenIn(data: string): string {
  const file = join(data, 'admin.token');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? 'failed';
    throw new MsigError('FILE_UNREADABLE', { file, detail }, { cause: error });
  }
}

async function fileSource({ log, data }: Places, url: string): Promise<Source> {
  if (log === 'memory')
    throw new MsigError('GATEWAY_UNREACHABLE', { url, detail: 'the log lives in memory only' });
  const path = log === 'json' ? join(data, 'games') : join(data, 'msig.sqlite');
  if (!existsSync(path)) return EMPTY;
  const driver = log === 'json' ? jsonLog({ folder: path }) : sqliteLog({ path });
  try {
    await driver.open();
  } catch (error) {
    if (!isAdapterError(error, 'STORE_LOCKED')) throw error;
    throw new MsigError('LEDGER_HELD', { path, url }, { cause: error });
  }
  return driverSource(driver);
}

export function driverSource(driver: LogDriver): Source {
  return {
    games: async () => (await driver.games()).map(({ game }) => game),
    lines: (game) => driver.read(game, 1),
    after: async (game) => {
      const text = await driver.getMeta(`after:${game}`);
      return text === null ? [] : (JSON.parse(text) as object[]).map((line) => JSON.stringify(line));
    },
    async *file(game) {
      const { header, rules, end } = await driver.opening(game);
      for (const line of [header, rules]) yield `${line}\n`;
      for await (const line of driver.read(game, 1)) yield `${line}\n`;
      if (end !== null) yield `${end}\n`;
    },
    names: async (game) =>
      new Map([...(await driver.names(game))].map(([key, { name }]) => [key, name] as const)),
    close: () => driver.close(),
  };
}

const EMPTY: Source = {
  games: async () => [],
  lines: async () => [],
  after: async () => [],
  async *file() {},
  names: async () => new Map(),
  close: async () => {},
};
