/** Keeps the chat connected: one life of the socket's client after another, with pauses that grow, and for ever. */
import { type Fault, faultOf, VkvideoError } from './failures.ts';
import { Life, type LifeEvents, type LifeTimes, type Plan } from './life.ts';

export interface LinkTimes extends LifeTimes {
  /** `start` gives up after this; later there is no giving up. */
  readonly startMs: number;
  /** The first pause between lives; it doubles up to `longestPauseMs`. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Reading for this long was a good connection: pauses begin anew. */
  readonly healthyMs: number;
}

export interface LinkSettings {
  readonly channel: string;
  readonly address: string;
  readonly times: LinkTimes;
  /** Reads what the channel offers now. */
  readonly prepare: () => Promise<readonly Plan[]>;
  readonly connectionToken: () => Promise<string>;
  readonly subscriptionToken: (channel: string) => Promise<string>;
  readonly log: (text: string) => void;
}

export type LinkEvents = Omit<LifeEvents, 'ended'>;

export class Link {
  readonly #settings: LinkSettings;
  readonly #events: LinkEvents;
  #life: Life | null = null;
  #readingSince = 0;
  #failures = 0;
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped = false;
  #starting: { resolve: () => void; reject: (error: VkvideoError) => void } | null = null;
  #lastFault: Fault = { code: 'none', text: 'no answer yet' };

  constructor(settings: LinkSettings, events: LinkEvents) {
    this.#settings = settings;
    this.#events = events;
  }

  /** Resolves when the chat is read. @throws VkvideoError; the link is stopped then. */
  start(): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const late = this.#after(this.#settings.times.startMs, () => this.#giveUp(this.#unreachable()));
      const done = () => {
        clearTimeout(late);
        this.#starting = null;
      };
      this.#starting = {
        resolve: () => {
          done();
          resolve();
        },
        reject: (error) => {
          done();
          reject(error);
        },
      };
      void this.#attempt();
    });
  }

  /** The socket looks well, but lines are missing: it is made anew. */
  again(): void {
    this.#life?.again();
  }

  /** What the account may read has changed: a new life with what the channel offers now. */
  replan(fault: Fault): void {
    if (!this.#life) return;
    this.#life.end();
    this.#life = null;
    this.#failed(fault);
  }

  /** Ends everything. Safe to call twice. */
  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#life?.end();
    this.#life = null;
    this.#starting?.reject(new VkvideoError('VKVIDEO_CLOSED'));
  }

  async #attempt(): Promise<void> {
    const { address, times, connectionToken, subscriptionToken, log, prepare } = this.#settings;
    let plans: readonly Plan[];
    try {
      plans = await prepare();
    } catch (error) {
      return this.#failed(faultOf(error));
    }
    if (this.#stopped) return;
    this.#life = new Life(
      { address, plans, times, connectionToken, subscriptionToken, log },
      {
        ...this.#events,
        reading: () => this.#reading(),
        lost: (fault) => this.#lost(fault),
        ended: (fault) => {
          this.#life = null;
          this.#failed(fault);
        },
      },
    );
    this.#life.begin();
  }

  #reading(): void {
    this.#readingSince = Date.now();
    this.#events.reading();
    this.#starting?.resolve();
  }

  #lost(fault: Fault): void {
    this.#lastFault = fault;
    if (!this.#stopped) this.#events.lost(fault);
  }

  #failed(fault: Fault): void {
    if (this.#stopped) return;
    if (this.#readingSince > 0 && Date.now() - this.#readingSince >= this.#settings.times.healthyMs)
      this.#failures = 0;
    this.#readingSince = 0;
    this.#lost(fault);
    if (fault.final && this.#starting) return this.#giveUp(fault.final);
    const pause = this.#pauseMs();
    this.#failures += 1;
    this.#after(pause, () => void this.#attempt());
  }

  /** Between half and the whole of a doubling pause: after an outage not all come back in one moment. */
  #pauseMs(): number {
    const { firstPauseMs, longestPauseMs } = this.#settings.times;
    const whole = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(this.#failures, 20));
    return whole * (0.5 + Math.random() / 2);
  }

  #giveUp(error: VkvideoError): void {
    const starting = this.#starting;
    this.#starting = null;
    this.stop();
    starting?.reject(error);
  }

  #unreachable(): VkvideoError {
    const { channel, times } = this.#settings;
    const { code, text } = this.#lastFault;
    if (code.startsWith('chat_')) return new VkvideoError('VKVIDEO_NO_CHAT', { channel, detail: text });
    const seconds = Math.round(times.startMs / 1000);
    return new VkvideoError('VKVIDEO_UNREACHABLE', { channel, seconds, detail: text });
  }

  #after(ms: number, what: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#stopped) what();
    }, ms);
    this.#timers.add(timer);
    return timer;
  }
}
