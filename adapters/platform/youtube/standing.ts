/** How the connection stands: its state, since when, why, and what failed last. */
import type { HealthState } from '../contract.ts';
import type { Clock } from './clock.ts';

export interface Failure {
  readonly code: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export class Standing {
  readonly #clock: Clock;
  readonly #changed: () => void;
  state: HealthState = 'connecting';
  reason = '';
  /** Since when the state is what it is. */
  since: number;
  /** How often reading began. */
  ups = 0;
  lastFailure: Failure | null = null;

  /** @param changed told after each change of state or reason. */
  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
    this.since = clock.now();
  }

  failed(code: string, text: string): void {
    this.lastFailure = { code, text, at: this.#clock.now() };
  }

  read(up: boolean, reason: string): void {
    if (up && this.state !== 'up') this.ups += 1;
    this.turn(up ? 'up' : 'down', reason);
  }

  /** Once closed it stays so. */
  turn(state: HealthState, reason = ''): void {
    if (this.state === 'closed' || (this.state === state && this.reason === reason)) return;
    this.state = state;
    this.reason = reason;
    this.since = this.#clock.now();
    this.#changed();
  }
}
