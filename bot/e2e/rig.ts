/**
 * The real program for whole-product tests: started as users start it, in a data folder of its own, on a free port,
 * and surely ended, also when the test that started it is killed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
/** Loading the program on a machine that also runs other tests takes its time. */
const READY_MS = 60_000;

export interface RunOptions {
  /** Flags for Node itself. */
  readonly node?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Runs this in a shell first, in the same process: limits that the program inherits. */
  readonly before?: string;
}

/** What a run that ended by itself left behind. */
export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) endGroup(child);
});

/** One process with its output. It leads a group, so that nothing it starts can outlive the test. */
export class Run {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  stdout = '';
  stderr = '';

  constructor(args: readonly string[], { node = [], env = {}, before }: RunOptions = {}) {
    const given = Object.entries(process.env).filter(([name]) => !/^(MSIG_|NODE_OPTIONS$|VITEST)/.test(name));
    const words = [process.execPath, '--disable-warning=ExperimentalWarning', ...node, MAIN, ...args];
    const shell = ['-c', `${before}; exec "$@"`, 'sh', ...words];
    this.child = spawn(before ? '/bin/sh' : process.execPath, before ? shell : words.slice(1), {
      // Launched: it ends by itself when this process, and with it the channel, is gone.
      env: { ...Object.fromEntries(given), MSIG_LAUNCHED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
    running.add(this.child);
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text;
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
    });
    this.ended = new Promise((resolve) => {
      // Not `close`: pipes that a child of the child still holds would hold us too.
      this.child.once('exit', (code) => {
        setTimeout(() => resolve({ code, stdout: this.stdout, stderr: this.stderr }), 20);
      });
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }
  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** As Ctrl-C does. */
  async stop(): Promise<Ended> {
    if (this.alive) this.child.kill('SIGINT');
    const late = setTimeout(() => endGroup(this.child), 15_000);
    const ended = await this.ended;
    clearTimeout(late);
    endGroup(this.child);
    running.delete(this.child);
    return ended;
  }

  /** SIGKILL to this process alone; what it started has to notice by itself. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}

/** Runs the program to its end. */
export async function runToEnd(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const run = new Run(args, options);
  const late = setTimeout(() => endGroup(run.child), READY_MS);
  const ended = await run.ended;
  clearTimeout(late);
  endGroup(run.child);
  running.delete(run.child);
  return ended;
}

interface Ready {
  readonly url: string;
  readonly game: string;
  readonly adminToken: string;
  readonly overlay: string;
  readonly play: string;
}

/** A host that has printed its ready line. */
export interface Host extends Ready {
  readonly run: Run;
  readonly port: number;
  /** With the admin token unless told otherwise; a body makes it a POST. */
  ask<T = Said>(path: string, options?: AskOptions): Promise<Answer<T>>;
}

export interface AskOptions {
  readonly method?: string;
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What refusals and small answers hold. */
export interface Said {
  readonly code?: string;
  readonly message?: string;
  readonly seq?: number;
}

export interface Answer<T> {
  readonly status: number;
  readonly text: string;
  /** Of a JSON answer; else an empty object. */
  readonly body: T;
}

/** @throws Error with all of stderr if it ends instead. */
export async function startHost(
  data: string,
  args: readonly string[] = [],
  options: RunOptions = {},
): Promise<Host> {
  const run = new Run(
    ['start', '--port', '0', '--json', '--lang', 'en', '--crowd', '0', '--data', data, ...args],
    options,
  );
  const ready = await until(() => {
    if (!run.alive) throw new Error(`the host ended with ${run.child.exitCode}: ${run.stderr}`);
    return run.stdout.includes('\n') ? (JSON.parse(run.stdout.split('\n', 1)[0]!) as Ready) : null;
  }, READY_MS).catch(async (error: unknown) => {
    await run.kill();
    endGroup(run.child);
    throw error;
  });
  const port = Number(new URL(ready.url).port);
  return { ...ready, run, port, ask: (path, how = {}) => ask({ ...ready, port }, path, how) };
}

function ask<T>(
  { port, adminToken }: { port: number; adminToken: string },
  path: string,
  { method, token = adminToken, body, headers = {} }: AskOptions,
): Promise<Answer<T>> {
  const payload = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: method ?? (payload === null ? 'GET' : 'POST'),
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(payload === null ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('error', reject);
        response.on('end', () => {
          const json = response.headers['content-type']?.startsWith('application/json') === true;
          resolve({
            status: response.statusCode ?? 0,
            text,
            body: (json && text !== '' ? JSON.parse(text) : {}) as T,
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(payload ?? undefined);
  });
}

/** The first value that is neither null, undefined nor false. @throws Error after `ms` without one. */
export async function until<T>(
  look: () => T | Promise<T>,
  ms = 15_000,
  what: () => string = () => String(look),
): Promise<NonNullable<T>> {
  for (const end = Date.now() + ms; ; ) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what()}`);
    await pause(20);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A folder that is gone after the test. */
export async function temporary(name: string): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), `msig-${name}-`));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}
