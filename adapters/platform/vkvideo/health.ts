/** How the connection is, and what was counted on it. */
import type { Health, HealthState } from '../contract.ts';
import type { Fault } from './failures.ts';
import type { Filled } from './feed.ts';
import type { Dropped } from './meaning.ts';

export type NotPassed = Dropped | 'repeated' | 'odd' | 'unknown';

export interface VkvideoHealth extends Health {
  /** Whose token the calls carry: the application's, or an account's; null until that is known. */
  readonly as: 'application' | { readonly user: string; readonly name: string } | null;
  /** Since when the state is what it is; milliseconds since 1970, as all times here. */
  readonly since: number;
  readonly lastMessageAt: number | null;
  /** Times the chat was read again after the first. */
  readonly reconnects: number;
  readonly lastFailure: { readonly code: string; readonly text: string; readonly at: number } | null;
  /** Lines that were not passed on, by reason; `odd`: in no known form, `unknown`: of a type of no use here. */
  readonly dropped: Readonly<Record<NotPassed, number>>;
  /** Lines that only the history had; lines too old when they were found; gaps longer than the history. */
  readonly missed: { readonly recovered: number; readonly late: number; readonly openGaps: number };
}

export class Vitals {
  readonly #changed: (health: VkvideoHealth) => void;
  #state: HealthState = 'connecting';
  #since = Date.now();
  #ups = 0;
  #counts = { read: 0, written: 0, lastMessageAt: null as number | null };
  #dropped: Record<NotPassed, number> = {
    own: 0,
    bot: 0,
    deleted: 0,
    unreadable: 0,
    repeated: 0,
    odd: 0,
    unknown: 0,
  };
  #missed = { recovered: 0, late: 0, openGaps: 0 };
  #lastFailure: VkvideoHealth['lastFailure'] = null;
  as: VkvideoHealth['as'] = null;

  constructor(changed: (health: VkvideoHealth) => void) {
    this.#changed = changed;
  }

  get state(): HealthState {
    return this.#state;
  }

  turn(state: HealthState): void {
    if (this.#state === state || this.#state === 'closed') return;
    if (state === 'up') this.#ups += 1;
    this.#state = state;
    this.#since = Date.now();
    this.#changed(this.health());
  }

  failed({ code, text }: Fault): void {
    this.#lastFailure = { code, text, at: Date.now() };
  }

  passedOn(now: number): void {
    this.#counts.read += 1;
    this.#counts.lastMessageAt = now;
  }

  dropped(why: NotPassed): void {
    this.#dropped[why] += 1;
  }

  wrote(lines: number): void {
    this.#counts.written += lines;
  }

  filled({ delivered, late, open }: Filled): void {
    this.#missed.recovered += delivered;
    this.#missed.late += late;
    if (open) this.#missed.openGaps += 1;
  }

  health(): VkvideoHealth {
    const down = this.#state === 'down' && this.#lastFailure ? { reason: this.#lastFailure.code } : {};
    return {
      ...down,
      state: this.#state,
      as: this.as,
      since: this.#since,
      ...this.#counts,
      reconnects: Math.max(0, this.#ups - 1),
      lastFailure: this.#lastFailure,
      dropped: { ...this.#dropped },
      missed: { ...this.#missed },
    };
  }
}
