/** How sure a number is: intervals that hold the true one in 95 of 100 cases. */

export type Interval = readonly [low: number, high: number];

const Z = 1.96;

/** Wilson's, for a share: it stays within 0 and 1, and says something of few and of none. */
export function shareInterval(hits: number, of: number): Interval {
  if (of === 0) return [0, 1];
  const share = hits / of;
  const z2 = (Z * Z) / of;
  const middle = (share + z2 / 2) / (1 + z2);
  const reach = (Z * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of))) / (1 + z2);
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}

/** For a mean, from the values' own spread. */
export function meanInterval({ n, sum, squares }: Sums): Interval {
  if (n < 2) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const mean = sum / n;
  const spread = Math.sqrt(Math.max(0, squares / n - mean * mean) / (n - 1));
  return [mean - Z * spread, mean + Z * spread];
}

export interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

export const NO_SUMS: Sums = { n: 0, sum: 0, squares: 0 };

export function plus({ n, sum, squares }: Sums, value: number): Sums {
  return { n: n + 1, sum: sum + value, squares: squares + value * value };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** For a median: by the ranks between which it lies. */
export function medianInterval(values: readonly number[]): Interval {
  const n = values.length;
  if (n === 0) return [0, Number.POSITIVE_INFINITY];
  const reach = (Z * Math.sqrt(n)) / 2 / n;
  return [quantile(values, Math.max(0, 0.5 - reach)), quantile(values, Math.min(1, 0.5 + reach))];
}

/** Between two ranks in proportion. 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  return low === undefined || high === undefined ? 0 : low + (high - low) * (at - Math.floor(at));
}
