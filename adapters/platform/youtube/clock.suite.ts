/** A clock that a test moves: waiting costs nothing, and everything that was due happens in its order. */
import type { Clock } from './clock.ts';

interface Sleeper {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

export class SimulatedClock implements Clock {
  #now: number;
  #order = 0;
  #sleepers: Sleeper[] = [];

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      this.#order += 1;
      const sleeper: Sleeper = {
        at: this.#now + Math.max(0, ms),
        order: this.#order,
        wake: () => {
          signal?.removeEventListener('abort', cut);
          resolve();
        },
      };
      const cut = () => {
        this.#sleepers = this.#sleepers.filter((one) => one !== sleeper);
        resolve();
      };
      signal?.addEventListener('abort', cut, { once: true });
      this.#sleepers.push(sleeper);
    });
  }

  /**
   * Lets time pass until `end`, from one waking to the next.
   * @param settled resolves when everything that a waking set going (calls over the network too) has come to rest.
   */
  async run(end: number, settled: () => Promise<void>): Promise<void> {
    await settled();
    for (;;) {
      const next = this.#sleepers.reduce<Sleeper | null>(
        (first, one) =>
          first && (first.at < one.at || (first.at === one.at && first.order < one.order)) ? first : one,
        null,
      );
      if (!next || next.at > end) break;
      this.#sleepers = this.#sleepers.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.at);
      next.wake();
      await settled();
    }
    this.#now = Math.max(this.#now, end);
    await settled();
  }
}

/** Rest: nothing on its way, and some turns of the event loop for what has arrived to be read. */
export async function rest(pending: () => number): Promise<void> {
  for (let calm = 0; calm < 6; calm = pending() === 0 ? calm + 1 : 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
