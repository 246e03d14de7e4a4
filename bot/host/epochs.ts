/** The chain of a game's epoch seeds, on the side that keeps them secret until each is over. */
import { epochSeed, seedBefore } from '../engine/proof.ts';
import type { Rules } from '../engine/rules.ts';
import type { GameState, Millis, Setup } from '../engine/state.ts';
import { epochEnd, epochOf, epochsOf } from '../engine/time/epochs.ts';

export interface Epochs {
  /** Of the last epoch: all the others follow from it. Secret. */
  readonly last: Uint8Array;
  /** Its number, from 0. */
  readonly lastEpoch: number;
  /** The present epoch's seed in hex: to be shown when it is over, or with the game's end. */
  seed(state: GameState): string;
  /** When the present epoch is over; null if it lasts until the end of the game. */
  end(state: GameState): Millis | null;
}

export function epochsFor(
  root: Uint8Array,
  { setup, rules }: { setup: Pick<Setup, 'pace'>; rules: Rules },
): Epochs {
  const last = epochSeed(root);
  const lastEpoch = epochsOf(setup, rules) - 1;
  return {
    last,
    lastEpoch,
    seed: (state) => Buffer.from(seedBefore(last, lastEpoch - epochOf(state))).toString('hex'),
    end: (state) => epochEnd(state, rules),
  };
}
