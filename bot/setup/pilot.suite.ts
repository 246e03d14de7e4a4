/** Somebody at the keyboard, for tests: reads what the wizard shows and types; and a browser that says yes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from '../settings.ts';

export const ENTER = '\r';
export const DOWN = '\x1b[B';
export const UP = '\x1b[A';
export const CTRL_C = '\x03';

const PATIENCE_MS = 30_000;
/** A question listens a moment after it is shown. */
const BEAT_MS = 60;

export class Pilot {
  /** All that was shown, without colours. */
  shown = '';
  /** The same, byte for byte. */
  raw = '';
  #from = 0;
  readonly #type: (keys: string) => void;

  constructor(type: (keys: string) => void) {
    this.#type = type;
  }

  readonly hear = (chunk: Buffer | string): void => {
    this.raw += String(chunk);
    this.shown = stripVTControlCharacters(this.raw).replaceAll('\r', '');
  };

  /** Waits until it stands there, after what was waited for before. @returns the match */
  async sees(what: string | RegExp): Promise<RegExpExecArray> {
    const pattern = typeof what === 'string' ? new RegExp(what.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : what;
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
      const found = pattern.exec(this.shown.slice(this.#from));
      if (found) {
        this.#from += found.index + found[0].length;
        return found;
      }
      await pause(10);
    }
    throw new Error(`not shown: ${pattern}; shown since:\n${this.shown.slice(this.#from)}`);
  }

  /** Waits for a question, then types. */
  async answers(question: string | RegExp, ...keys: readonly string[]): Promise<void> {
    await this.sees(question);
    await pause(BEAT_MS);
    await this.types(...keys);
  }

  async types(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#type(key);
      await pause(BEAT_MS / 3);
    }
  }
}

export interface Flown extends Pilot {
  /** The exit code. */
  readonly ended: Promise<number>;
  kill(): void;
}

export const HAS_PTY = process.platform === 'linux';

/** The real program in a pseudo-terminal. `args` hold no quotes. */
export function flySetup(args: readonly string[], env: Readonly<Record<string, string>>): Flown {
  const command = `stty cols 200 rows 60; exec ${process.execPath} bot/main.ts setup ${args.join(' ')}`;
  const child: ChildProcess = spawn('script', ['-qfec', command, '/dev/null'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const pilot = new Pilot((keys) => child.stdin?.write(keys));
  child.stdout?.on('data', pilot.hear);
  child.stderr?.on('data', pilot.hear);
  child.stdin?.on('error', () => {});
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
  return Object.assign(pilot, { ended, kill: () => void child.kill('SIGKILL') });
}

/** Streams of a wizard inside the test. */
export function streams(): { input: PassThrough; output: PassThrough; pilot: Pilot } {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { columns: 200, rows: 60 });
  const pilot = new Pilot((keys) => input.write(keys));
  output.on('data', pilot.hear);
  return { input, output, pilot };
}

export interface Visited {
  /** Where the platform's page sent the browser to. */
  readonly back: URL;
  readonly status: number;
  readonly page: string;
  readonly headers: Headers;
}

/** Opens the sign-in page, which agrees at once, and follows it back. */
export async function browse(address: string): Promise<Visited> {
  const consent = await fetch(address, { redirect: 'manual' });
  const location = consent.headers.get('location');
  if (!location) throw new Error(`no way back: ${consent.status} ${await consent.text()}`);
  const answer = await fetch(location, { headers: { 'accept-language': 'ru' } });
  return {
    back: new URL(location),
    status: answer.status,
    page: await answer.text(),
    headers: answer.headers,
  };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
