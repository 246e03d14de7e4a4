/** Worker threads that play games. Results are put where their tasks stand, so the number of workers changes nothing. */
import { Worker } from 'node:worker_threads';
import type { Laboratory } from './plan.ts';
import type { Outcome, Task } from './task.ts';

export interface Chunk {
  readonly from: number;
  readonly tasks: readonly Task[];
}
export type Answer =
  | { readonly from: number; readonly outcomes: readonly Outcome[] }
  | { readonly from: number; readonly error: string };

/** Small enough for the last ones to end together. */
const CHUNK = 10;

export class Pool {
  readonly #workers: readonly Worker[];

  constructor(lab: Laboratory, workers: number) {
    const url = new URL('./worker.ts', import.meta.url);
    this.#workers = Array.from({ length: workers }, () => new Worker(url, { workerData: lab }));
  }

  /** Outcomes in the order of the tasks. @throws what a worker threw. */
  async run(tasks: readonly Task[], onDone: (games: number) => void): Promise<readonly Outcome[]> {
    const out: Outcome[] = new Array(tasks.length);
    const chunks = chunksOf(tasks);
    let next = 0;
    const serve = async (worker: Worker): Promise<void> => {
      while (next < chunks.length) {
        const chunk = chunks[next]!;
        next += 1;
        const answer = await ask(worker, chunk);
        if ('error' in answer) throw new Error(answer.error);
        answer.outcomes.forEach((outcome, i) => {
          out[answer.from + i] = outcome;
        });
        onDone(answer.outcomes.length);
      }
    };
    await Promise.all(this.#workers.map(serve));
    return out;
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

function chunksOf(tasks: readonly Task[]): readonly Chunk[] {
  return Array.from({ length: Math.ceil(tasks.length / CHUNK) }, (_, i) => ({
    from: i * CHUNK,
    tasks: tasks.slice(i * CHUNK, (i + 1) * CHUNK),
  }));
}

function ask(worker: Worker, chunk: Chunk): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const done = (act: () => void) => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      act();
    };
    const onMessage = (answer: Answer) => done(() => resolve(answer));
    const onError = (error: unknown) => done(() => reject(error));
    const onExit = (code: number) =>
      done(() => reject(new Error(`a worker of the laboratory ended with ${code}`)));
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.postMessage(chunk);
  });
}
