/** Is the player's stream on, wherever it is: told to the game when that changes, for proofs and for absence. */
import type { PlatformAdapter, StreamStatus } from '../../adapters/platform/contract.ts';
import type { Link } from './link.ts';

export interface OnAirOptions {
  readonly player: string;
  readonly link: Pick<Link, 'act'>;
}

/** A stream without a category still is one. */
const NO_CATEGORY = '—';
const LONGEST = 80;

export class OnAir {
  readonly #options: OnAirOptions;
  readonly #known = new Map<string, StreamStatus>();
  #told = '';
  #wasLive = false;

  constructor(options: OnAirOptions) {
    this.#options = options;
  }

  /** Returns the way to stop; nothing to stop where the platform does not tell. */
  follow(adapter: Pick<PlatformAdapter, 'platform' | 'onStream'>): () => void {
    const stop = adapter.onStream?.((status) => {
      this.#known.set(adapter.platform, status);
      this.#tell();
    });
    return stop ?? (() => {});
  }

  /** Who plays without having been live is trying the game, not absent from it. */
  #tell(): void {
    const on = [...this.#known.values()].find(({ live }) => live);
    if (!on && !this.#wasLive) return;
    this.#wasLive = true;
    const category = (on?.category || NO_CATEGORY).slice(0, LONGEST).toWellFormed();
    const live = on !== undefined;
    if (this.#told === `${live} ${category}`) return;
    this.#told = `${live} ${category}`;
    const { player, link } = this.#options;
    void link.act(`stream:${Date.now()}`, { player }, { command: { type: 'streamed', category, live } });
  }
}
