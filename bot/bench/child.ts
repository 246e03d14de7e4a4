/** Processes of a bench: one program each, asked questions over the channel that Node opens between parent and child. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';

/** Longer than any answer takes; a child that hangs must not hang the bench. */
const ANSWER_MS = 120_000;

export class Child {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, { done(value: unknown): void; fail(error: Error): void }>();
  #asked = 0;

  /** @param program path of a file that calls `answer`, from this folder. */
  constructor(program: string, args: readonly string[] = []) {
    this.#process = fork(path.join(import.meta.dirname, program), args, {
      execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
    });
    this.#process.on('message', (message) => {
      const { n, value, error } = message as Answer;
      const asked = this.#waiting.get(n);
      this.#waiting.delete(n);
      if (error === undefined) asked?.done(value);
      else asked?.fail(new Error(`${program}: ${error}`));
    });
    this.#process.on('exit', (code) => {
      for (const { fail } of this.#waiting.values()) fail(new Error(`${program} ended with ${code}`));
      this.#waiting.clear();
    });
  }

  /** @throws Error with what the child says went wrong, or when it says nothing. */
  ask<T>(question: string, about: object = {}): Promise<T> {
    this.#asked += 1;
    const n = this.#asked;
    return new Promise<T>((done, fail) => {
      const late = setTimeout(() => fail(new Error(`${question}: no answer`)), ANSWER_MS);
      this.#waiting.set(n, {
        done: (value) => {
          clearTimeout(late);
          done(value as T);
        },
        fail: (error) => {
          clearTimeout(late);
          fail(error);
        },
      });
      this.#process.send({ n, question, about });
    });
  }

  /** Resolves when the process is gone. */
  end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return Promise.resolve();
    return new Promise((done) => {
      this.#process.once('exit', () => done());
      this.#process.kill();
    });
  }
}

interface Question {
  readonly n: number;
  readonly question: string;
  readonly about: never;
}
interface Answer {
  readonly n: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** In the child: one function for each question. The process ends when its parent does. */
export function answer(answers: Readonly<Record<string, (about: never) => unknown>>): void {
  process.on('disconnect', () => process.exit(0));
  process.on('message', async ({ n, question, about }: Question) => {
    try {
      process.send?.({ n, value: await answers[question]?.(about) });
    } catch (error) {
      process.send?.({ n, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}

/** Resident bytes after everything that can be collected has been, and what is left was moved together. */
export function settledMemory(): number {
  const collect = globalThis.gc as undefined | ((how: object) => void);
  for (let i = 0; i < 3; i += 1) collect?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  return process.memoryUsage.rss();
}

/** Uses all of the young generation once, so that its growth is not counted to what comes afterwards. */
export function fillNursery(): void {
  let kept: object[] = [];
  for (let round = 0; round < 12; round += 1) {
    const fresh: object[] = [];
    for (let i = 0; i < 400_000; i += 1) fresh.push({ i, round });
    kept = fresh;
  }
  if (kept.length === 0) throw new Error('nothing was kept');
}

/** Calls `work` `hz` times a second, `times` times, by the clock and not by the last call. */
export async function paced({ hz, times }: { hz: number; times: number }, work: () => void): Promise<void> {
  const begin = performance.now();
  for (let i = 0; i < times; i += 1) {
    const wait = begin + (i * 1000) / hz - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    work();
  }
}

export interface Spent {
  /** Microseconds of processor time of this process, user and system. */
  readonly cpu: number;
  /** Milliseconds on the clock. */
  readonly wall: number;
}

/** What this process spends until `work` is done. */
export async function spent(work: () => Promise<void>): Promise<Spent> {
  const begin = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: user + system, wall: performance.now() - begin };
}
