/** How the connection is, and what was counted on it. */
import type { Health, HealthState } from '../contract.ts';
import type { Dropped } from './meaning.ts';

export interface DiscordHealth extends Health {
  /** Times the connection came back after the first. */
  readonly reconnects: number;
  /** Messages that were not passed on, by reason. */
  readonly dropped: Readonly<Record<Dropped, number>>;
  readonly interactions: number;
  /** Calls that Discord did not take; the last one's words. */
  readonly refused: { readonly count: number; readonly last: string | null };
}

export class Vitals {
  readonly #changed: (health: DiscordHealth) => void;
  readonly #dropped: Record<Dropped, number> = { elsewhere: 0, bot: 0, notice: 0, empty: 0, repeated: 0 };
  readonly #counts = { read: 0, written: 0, interactions: 0 };
  readonly #refused = { count: 0, last: null as string | null };
  #state: HealthState = 'connecting';
  #reason: string | null = null;
  #ups = 0;

  constructor(changed: (health: DiscordHealth) => void) {
    this.#changed = changed;
  }

  get state(): HealthState {
    return this.#state;
  }

  turn(state: HealthState, reason: string | null = null): void {
    if (this.#state === 'closed' || (this.#state === state && this.#reason === reason)) return;
    if (state === 'up') this.#ups += 1;
    this.#state = state;
    this.#reason = reason;
    this.#changed(this.health());
  }

  count(what: 'read' | 'written' | 'interactions'): void {
    this.#counts[what] += 1;
  }
  dropped(why: Dropped): void {
    this.#dropped[why] += 1;
  }
  refused(text: string): void {
    this.#refused.count += 1;
    this.#refused.last = text;
  }

  health(): DiscordHealth {
    return {
      state: this.#state,
      ...(this.#reason === null ? {} : { reason: this.#reason }),
      ...this.#counts,
      reconnects: Math.max(0, this.#ups - 1),
      dropped: { ...this.#dropped },
      refused: { ...this.#refused },
    };
  }
}
