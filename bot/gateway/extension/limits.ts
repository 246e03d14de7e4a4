/** How often one viewer may ask for what: by the opaque id that Twitch gave, not by address: behind a cache all come from one. */
import { Bucket } from '../guard/flood.ts';
import { ExtDenied } from './answers.ts';

/** A second, and at once. */
export const RATES = {
  me: [1, 10],
  vote: [2, 8],
  act: [0.5, 5],
  bits: [0.5, 5],
  config: [0.5, 10],
} as const satisfies Record<string, readonly [perSecond: number, burst: number]>;
export type Rated = keyof typeof RATES;

/** Of these, the ones that were there longest are forgotten first; a full bucket is as good as none. */
const MOST = 200_000;

export class ViewerLimits {
  readonly #buckets = new Map<string, Bucket>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** @throws ExtDenied ext-too-fast */
  take(opaque: string, what: Rated): void {
    const key = `${what} ${opaque}`;
    const [rate, burst] = RATES[what];
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      bucket = new Bucket(rate, burst, this.#now());
      if (this.#buckets.size >= MOST) this.#buckets.delete(this.#buckets.keys().next().value ?? '');
      this.#buckets.set(key, bucket);
    }
    if (!bucket.take(this.#now())) throw new ExtDenied('ext-too-fast', { wait: Math.ceil(1 / rate) });
  }
}
