/** Rounds of looking after the channel: one after another, with pauses that grow while they fail, and for ever. */
import { isFinal, KickError, wordsOf } from './failures.ts';

export interface KeeperTimes {
  /** `start` gives up after this; later there is no giving up. */
  readonly startMs: number;
  /** Between two good rounds. */
  readonly checkMs: number;
  /** The first pause after a failure; it doubles up to `longestPauseMs`. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

export interface Fault {
  readonly code: string;
  readonly text: string;
}

export interface KeeperEvents {
  readonly up: () => void;
  readonly down: (fault: Fault) => void;
}

export class Keeper {
  readonly #times: KeeperTimes;
  readonly #round: () => Promise<void>;
  readonly #events: KeeperEvents;
  #timer: NodeJS.Timeout | null = null;
  #deadline: NodeJS.Timeout | null = null;
  #busy = false;
  #again = false;
  #failures = 0;
  #stopped = false;
  #starting: { resolve: () => void; reject: (error: KickError) => void } | null = null;
  #lastFault: Fault = { code: 'none', text: 'no answer yet' };

  constructor(times: KeeperTimes, round: () => Promise<void>, events: KeeperEvents) {
    this.#times = times;
    this.#round = round;
    this.#events = events;
  }

  /** Resolves after the first good round. @throws KickError; the keeper is stopped then. */
  start(): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const { startMs } = this.#times;
      this.#starting = { resolve, reject };
      this.#deadline = setTimeout(() => {
        const args = { seconds: Math.ceil(startMs / 1000), detail: this.#lastFault.text };
        this.#giveUp(new KickError('KICK_UNREACHABLE', args));
      }, startMs);
      void this.#run();
    });
  }

  /** A round as soon as possible. */
  soon(): void {
    if (this.#stopped) return;
    if (this.#busy) {
      this.#again = true;
      return;
    }
    if (this.#timer) clearTimeout(this.#timer);
    void this.#run();
  }

  /** Safe to call twice. */
  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#deadline) clearTimeout(this.#deadline);
    this.#starting?.reject(new KickError('KICK_CLOSED'));
    this.#starting = null;
  }

  async #run(): Promise<void> {
    this.#busy = true;
    let failure: unknown = null;
    try {
      await this.#round();
    } catch (error) {
      failure = error ?? new Error('failed');
    }
    this.#busy = false;
    if (this.#stopped) return;
    if (failure === null) this.#good();
    else this.#bad(failure);
  }

  #good(): void {
    this.#failures = 0;
    if (this.#deadline) clearTimeout(this.#deadline);
    this.#events.up();
    this.#starting?.resolve();
    this.#starting = null;
    this.#wait(this.#again ? 0 : this.#times.checkMs);
    this.#again = false;
  }

  #bad(error: unknown): void {
    const { code } = error as { code?: unknown };
    this.#lastFault = { code: typeof code === 'string' ? code : 'failed', text: wordsOf(error) };
    this.#events.down(this.#lastFault);
    if (this.#starting && isFinal(error)) return this.#giveUp(error);
    const { firstPauseMs, longestPauseMs } = this.#times;
    this.#wait(Math.min(firstPauseMs * 2 ** this.#failures, longestPauseMs));
    this.#failures += 1;
  }

  /** With a tenth of chance, so that many players do not come at the same moment. */
  #wait(ms: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.#run(), ms * (0.9 + Math.random() * 0.2));
  }

  #giveUp(error: KickError): void {
    const { reject } = this.#starting ?? {};
    this.#starting = null;
    this.stop();
    reject?.(error);
  }
}
