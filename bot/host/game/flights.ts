/** Batches on their way to the log, in the order of their lines. */
import { isMsigError } from '../../errors.ts';
import type { Draft, Waiting } from './draft.ts';
import type { Outcome } from './outcome.ts';

/** A batch that is being written. */
export interface Flight {
  readonly batch: readonly Waiting[];
  readonly draft: Draft;
  state: 'up' | 'stored' | 'lost';
  error: unknown;
  /** Resolves when it is one or the other. */
  settled: Promise<void>;
}

const CONFLICT_TRIES = 5;
const DONE = Promise.resolve();

export class Flights {
  #list: Flight[] = [];

  get count(): number {
    return this.#list.length;
  }

  add(batch: readonly Waiting[], draft: Draft): Flight {
    const flight: Flight = { batch, draft, state: 'up', error: null, settled: DONE };
    this.#list.push(flight);
    return flight;
  }

  /** The first one, taken out, if it is stored: what is stored behind one that is not does not count yet. */
  landed(): Flight | undefined {
    return this.#list[0]?.state === 'stored' ? this.#list.shift() : undefined;
  }

  /** An answer that was decided and waits for its batch to be stored. */
  find(key: string): Outcome | null {
    for (const { draft } of this.#list) {
      const outcome = draft.outcomes.get(key);
      if (outcome) return outcome;
    }
    return null;
  }

  async allDown(): Promise<void> {
    await Promise.all(this.#list.map(({ settled }) => settled));
  }

  /** Empties the list after a failure. @returns what is to be decided anew; who cannot be helped is told so. */
  salvage(): Waiting[] {
    const [first, ...later] = this.#list.splice(0);
    if (!first) return [];
    const conflict = isMsigError(first.error) && first.error.code === 'SEQUENCE_CONFLICT';
    const again: Waiting[] = [];
    for (const one of first.batch) {
      one.tries += 1;
      if (conflict && one.tries < CONFLICT_TRIES) again.push(one);
      else one.fail(first.error);
    }
    return again.concat(...later.map(({ batch }) => batch));
  }
}
