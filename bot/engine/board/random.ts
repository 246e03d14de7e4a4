/** Small helpers over a stream of draws, for the map: what cannot be seen in the log, but must be the same everywhere. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Draws, keyedChance } from '../chance.ts';

/** The map's own numbers: public, and separate from the dice. */
export function mapDraws(seed: string, attempt: number): Draws {
  return keyedChance(sha256(utf8ToBytes(`msig/map/1|${seed}`))).draw(0, 'map', attempt);
}

/** A whole number from `min` to `max`, both included. */
export function between(draws: Draws, min: number, max: number): number {
  return min + draws.int(max - min + 1) - 1;
}

export function chanceOf(draws: Draws, percent: number): boolean {
  return draws.int(100) <= percent;
}

export function pick<T>(draws: Draws, list: readonly T[]): T {
  const one = list[draws.int(list.length) - 1];
  if (one === undefined) throw new RangeError('pick from an empty list');
  return one;
}

/** A shuffled copy (Fisher–Yates). */
export function shuffled<T>(draws: Draws, list: readonly T[]): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = draws.int(i + 1) - 1;
    const held = out[i] as T;
    out[i] = out[j] as T;
    out[j] = held;
  }
  return out;
}
