/** Something read again and again: at its interval, sooner when there is a sign of news, one at a time, for ever. */

export interface WatchSettings {
  readonly everyMs: number;
  /** Signs closer together than this are one. */
  readonly leastMs: number;
  /** Failures are told here and change nothing else. */
  readonly failed: (error: unknown) => void;
}

export class Watch {
  readonly #read: () => Promise<void>;
  readonly #settings: WatchSettings;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #lastAt = 0;
  #stopped = true;

  /** @param read one reading, with its own time-out */
  constructor(read: () => Promise<void>, settings: WatchSettings) {
    this.#read = read;
    this.#settings = settings;
  }

  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    this.#plan(this.#settings.everyMs);
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  /** There may be news: the next reading comes as soon as it may. */
  nudge(): void {
    if (!this.#stopped) this.#plan(Math.max(0, this.#lastAt + this.#settings.leastMs - Date.now()));
  }

  #plan(ms: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#turn(), ms);
  }

  async #turn(): Promise<void> {
    if (this.#running) return;
    this.#lastAt = Date.now();
    this.#running = this.#read().catch((error: unknown) => {
      if (!this.#stopped) this.#settings.failed(error);
    });
    await this.#running;
    this.#running = null;
    if (!this.#stopped) this.#plan(this.#settings.everyMs);
  }
}
