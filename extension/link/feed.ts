/**
 * Keeps the state of a channel up to date: one snapshot, then Twitch's PubSub; and by asking again, rarely while
 * messages come, more often while none do, not at all while nobody looks. The newest state wins, whichever way it came.
 */
import type { ExtMessage, ExtState } from '../../bot/protocol/extension.ts';
import { EbsError } from './ebs.ts';

/** Ms between two questions while messages come, while none do, and while the channel is in no race. */
export const PACE = { pushed: 20_000, quiet: 5_000, absent: 60_000 } as const;
/** Messages count as coming for this long after the last one. */
const LIVELY_MS = 30_000;
/** Not everybody who follows a raid asks in the same instant. */
const SPREAD = 0.25;
const LONGEST_MS = 120_000;

export type FeedProblem = 'absent' | 'offline' | null;

export interface FeedOptions {
  readonly fetch: () => Promise<ExtState>;
  readonly show: (state: ExtState) => void;
  readonly problem: (problem: FeedProblem) => void;
  readonly random?: () => number;
}

export class Feed {
  readonly #options: FeedOptions;
  #state: ExtState | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #visible = true;
  #pushedAt = Number.NEGATIVE_INFINITY;
  #failures = 0;
  #asking = false;
  #gone = false;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /** Asks now; whoever calls it again while a question is under way shares its answer. */
  async ask(): Promise<void> {
    if (this.#asking || this.#gone) return;
    this.#asking = true;
    let pace: number = Date.now() - this.#pushedAt < LIVELY_MS ? PACE.pushed : PACE.quiet;
    try {
      this.#take(await this.#options.fetch());
      this.#failures = 0;
      this.#options.problem(null);
    } catch (error) {
      const absent = error instanceof EbsError && error.code === 'ext-not-bound';
      this.#failures += 1;
      this.#options.problem(absent ? 'absent' : 'offline');
      pace = absent ? PACE.absent : Math.min(LONGEST_MS, PACE.quiet * 2 ** Math.min(5, this.#failures - 1));
    }
    this.#asking = false;
    this.#later(pace);
  }

  /** A PubSub message: the whole state, some of it, or word that there is more. */
  hear(text: string): void {
    const message = parsed(text);
    if (!message || this.#gone) return;
    this.#pushedAt = Date.now();
    const known = this.#state;
    // Restarted or moved to another game: what is left out would be of the old one.
    const whole = 'game' in message && 'players' in message && 'bag' in message;
    if (!whole && (!known || 'thin' in message || message.game !== known.game)) return void this.ask();
    this.#take({ ...(known as ExtState), ...message } as ExtState);
  }

  see(visible: boolean): void {
    const back = visible && !this.#visible;
    this.#visible = visible;
    if (back) void this.ask();
    if (!visible) clearTimeout(this.#timer);
  }

  close(): void {
    this.#gone = true;
    clearTimeout(this.#timer);
  }

  #take(state: ExtState): void {
    if (this.#state && state.rev <= this.#state.rev) return;
    this.#state = state;
    this.#options.show(state);
  }

  #later(pace: number): void {
    clearTimeout(this.#timer);
    if (!this.#visible || this.#gone) return;
    const spread = 1 + SPREAD * (2 * (this.#options.random ?? Math.random)() - 1);
    this.#timer = setTimeout(() => void this.ask(), pace * spread);
  }
}

function parsed(text: string): ExtMessage | null {
  try {
    const message = JSON.parse(text) as ExtMessage;
    return message.v === 1 && typeof message.rev === 'number' ? message : null;
  } catch {
    return null;
  }
}
