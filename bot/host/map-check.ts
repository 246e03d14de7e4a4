/** Whether maps can be drawn at all from the sizes in the tunables: that shows only by trying. */
import { generateBoard } from '../engine/board/generate.ts';
import type { Rules, Size } from '../engine/rules.ts';

/** A size with too little room fails for most seeds; one map takes about a millisecond. */
const SEEDS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** @returns one line for each size that has no room for its track, with file and path. */
export function mapFaults(rules: Rules): readonly string[] {
  const sizes = Object.keys(rules.tunables.map.sizes) as Size[];
  return sizes.flatMap((size) => {
    const fault = faultOf(rules, size);
    return fault === null ? [] : [`tunables.json, map.sizes.${size}: ${fault}`];
  });
}

function faultOf(rules: Rules, size: Size): string | null {
  try {
    for (const seed of SEEDS) generateBoard({ seed, size, rules });
    return null;
  } catch (error) {
    // The path says already which size it is.
    return String(error instanceof Error ? error.message : error).replace(/^map size \w+: /, '');
  }
}
