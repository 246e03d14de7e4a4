/** One thread of the laboratory: plays what it is handed. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Laboratory } from './plan.ts';
import type { Answer, Chunk } from './pool.ts';
import { perform } from './task.ts';

const lab = workerData as Laboratory;

parentPort?.on('message', ({ from, tasks }: Chunk) => {
  parentPort?.postMessage(answerTo({ from, tasks }));
});

/** A game that throws is named, so that it can be played again alone. */
function answerTo({ from, tasks }: Chunk): Answer {
  let n = 0;
  try {
    const outcomes = tasks.map((task) => {
      n = task.n;
      return perform(lab, task);
    });
    return { from, outcomes };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { from, error: `game ${n} of seed "${lab.seed}": ${text}` };
  }
}
