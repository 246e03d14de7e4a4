/**
 * The port of this host, and whether the public address leads to it. A running host is known by its version, its games
 * and its uptime; where none runs, the port is held for a moment and the public address has to bring a word back to it.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Settings } from '../settings-table.ts';
import { type Answer, type Net, word } from './net.ts';

/** `name`: an MSIG answers, and refuses to be called by this name. */
export type PublicWay = 'unset' | 'here' | 'elsewhere' | 'silent' | 'name' | 'unknown';

export interface Door {
  readonly port: 'ours' | 'free' | 'taken' | 'forbidden';
  readonly url: string;
  /** Of the host that runs. */
  readonly version: string;
  readonly games: number;
  readonly way: PublicWay;
  /** What the public address answered, in a word. */
  readonly detail: string;
}

type Where = Pick<Settings, 'host' | 'port' | 'public'>;

export async function openDoor(where: Where, net: Net): Promise<Door> {
  const url = `http://${nameOf(where.host)}:${where.port}`;
  const base = { url, version: '', games: 0 };
  const first = where.port === 0 ? null : await health(net, url);
  if (first) {
    const way = await wayToHost(where.public, url, net);
    return { ...base, port: 'ours', version: first.version, games: first.games, ...way };
  }
  const word = randomBytes(16).toString('hex');
  const server = createServer((_request, response) => response.end(JSON.stringify({ word })));
  const refused = await listening(server, where);
  if (refused !== null) {
    const port = refused === 'EADDRINUSE' ? 'taken' : 'forbidden';
    return { ...base, port, ...(where.public ? { way: 'unknown', detail: '' } : UNSET) };
  }
  try {
    return { ...base, port: 'free', ...(await wayToWord(where, { net, word, server })) };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const UNSET = { way: 'unset', detail: '' } as const;

/** Under which name this machine reaches an address that it listens on. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

interface Health {
  readonly version: string;
  readonly games: number;
  readonly uptime: number;
}

async function health(net: Net, url: string): Promise<Health | null> {
  return healthIn(await net.ask({ url: `${url}/healthz` }));
}

function healthIn(answer: Answer): Health | null {
  if (!answer.answered) return null;
  const { ok, version, games, uptime } = answer.json;
  const whole = typeof ok === 'boolean' && typeof games === 'number' && typeof uptime === 'number';
  return whole && typeof version === 'string' ? { version, games, uptime } : null;
}

type Way = Pick<Door, 'way' | 'detail'>;

async function wayToHost(outside: string | null, url: string, net: Net): Promise<Way> {
  if (outside === null) return UNSET;
  const answer = await net.ask({ url: `${outside.replace(/\/+$/, '')}/healthz` });
  const [there, after] = [healthIn(answer), await health(net, url)];
  if (!answer.answered) return { way: 'silent', detail: `${answer.step}: ${answer.detail}` };
  if (word(answer.json.code) === 'bad-host') return { way: 'name', detail: '' };
  if (!there || !after) return { way: 'elsewhere', detail: `HTTP ${answer.status}` };
  // Two hosts that were started in the same second and play as many games do not stand behind one name by chance.
  const same =
    there.version === after.version &&
    there.games === after.games &&
    Math.abs(there.uptime - after.uptime) <= 10;
  return { way: same ? 'here' : 'elsewhere', detail: same ? '' : 'MSIG' };
}

async function wayToWord(
  { public: outside, port }: Where,
  { net, word: own, server }: { net: Net; word: string; server: Server },
): Promise<Way> {
  if (outside === null) return UNSET;
  if (port === 0 || (server.address() as AddressInfo).port !== port) return { way: 'unknown', detail: '' };
  const answer = await net.ask({ url: `${outside.replace(/\/+$/, '')}/healthz` });
  if (!answer.answered) return { way: 'silent', detail: `${answer.step}: ${answer.detail}` };
  if (answer.json.word === own) return { way: 'here', detail: '' };
  return { way: 'elsewhere', detail: `HTTP ${answer.status}` };
}

/** The code of the refusal, or null. */
function listening(server: Server, { host, port }: Where): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'failed'));
    server.listen({ host, port }, () => resolve(null));
  });
}
