/** Measuring fairly on a machine that is shared: variants take turns, and medians are compared. */
import { performance } from 'node:perf_hooks';

/** Of an even number, the mean of the middle two. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** `part` from 0 to 1; the value that this part of all is not above. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** One repeat of a variant; gives what is compared, a rate or a cost. */
export type Variant = () => number | Promise<number>;

/**
 * Runs all variants in turn, `repeats` times, the order reversed every second time, after one turn to warm up.
 * @returns all values of each, in the order of the repeats: values of one index were measured side by side.
 */
export async function interleave<K extends string>(
  variants: Readonly<Record<K, Variant>>,
  repeats: number,
): Promise<Record<K, number[]>> {
  const names = Object.keys(variants) as K[];
  const values = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (const name of names) await variants[name]();
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const turn = repeat % 2 === 0 ? names : names.toReversed();
    for (const name of turn) values[name].push(await variants[name]());
  }
  return values;
}

/** Median of the ratios of neighbours: steadier than the ratio of medians when the machine slows for a while. */
export function ratioOf(ours: readonly number[], limit: readonly number[]): number {
  return median(ours.map((value, i) => value / limit[i]!));
}

/** Times a second that `work` is done, going on for at least `ms`; `work` says how many it did. */
export function rate(ms: number, work: () => number): number {
  const begin = performance.now();
  let done = 0;
  let end = begin;
  while (end - begin < ms) {
    done += work();
    end = performance.now();
  }
  return (done * 1000) / (end - begin);
}
