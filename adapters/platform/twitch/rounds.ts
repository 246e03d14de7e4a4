/** What is done again and again while signed in: the sign-in checked, the stream looked at, open redemptions read. */
import { TwitchError, wordsOf } from './failures.ts';
import type { TwitchTimes } from './options.ts';
import type { Status } from './status.ts';
import type { Studio } from './studio.ts';

export interface RoundsOptions {
  readonly studio: Studio;
  readonly status: Status;
  readonly times: Pick<TwitchTimes, 'checkMs' | 'redemptionsMs' | 'firstPauseMs'>;
  readonly log: (text: string) => void;
  /** Twitch has taken the sign-in back. */
  readonly signedOut: (error: TwitchError) => void;
}

/** A check that something made necessary comes at most this often. */
const DOUBT_MS = 5_000;
/** Twitch asks for a check every hour; one that failed is repeated after this long. */
const CHECK_AGAIN_MS = 60_000;

export class Rounds {
  readonly #options: RoundsOptions;
  #looking: NodeJS.Timeout | null = null;
  #checking: NodeJS.Timeout | null = null;
  #checkedAt = Date.now();
  #stopped = false;

  constructor(options: RoundsOptions) {
    this.#options = options;
  }

  start(): void {
    this.#checkIn(this.#options.times.checkMs);
    this.look();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#looking) clearTimeout(this.#looking);
    if (this.#checking) clearTimeout(this.#checking);
  }

  /** Something came back or may have been missed: looks now instead of later. */
  look(): void {
    if (this.#stopped) return;
    if (this.#looking) clearTimeout(this.#looking);
    this.#looking = setTimeout(() => this.look(), this.#options.times.redemptionsMs);
    const { studio, status } = this.#options;
    const { helix, channel } = studio.desk();
    void this.#quietly('the stream could not be looked at', status.look(helix, channel));
    void this.#quietly('the open redemptions could not be read', studio.rewards.catchUp());
  }

  /** Twitch refused something: perhaps the sign-in is over. */
  doubt(): void {
    this.#checkIn(Math.max(0, this.#checkedAt + DOUBT_MS - Date.now()));
  }

  #checkIn(ms: number): void {
    if (this.#stopped) return;
    if (this.#checking) clearTimeout(this.#checking);
    this.#checking = setTimeout(() => void this.#check(), ms);
  }

  async #check(): Promise<void> {
    const { studio, times, log, signedOut } = this.#options;
    this.#checkedAt = Date.now();
    try {
      await studio.check();
      this.#checkIn(times.checkMs);
    } catch (error) {
      if (this.#stopped) return;
      if (error instanceof TwitchError) return signedOut(error);
      log(`the sign-in at Twitch could not be checked: ${wordsOf(error)}`);
      this.#checkIn(Math.min(CHECK_AGAIN_MS, times.checkMs));
    }
  }

  /** The chat goes on; it is tried again at its time. */
  async #quietly(what: string, work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (!this.#stopped) this.#options.log(`${what}: ${wordsOf(error)}`);
    }
  }
}
