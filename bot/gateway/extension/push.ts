/**
 * Sends what changed to the open panels, by Twitch's PubSub: at most one message a second and channel, always the
 * newest state, so a message that did not get through is made good by the next one. Who opens a panel later asks for
 * the snapshot by HTTP.
 */
import { messageOf } from './snapshot.ts';
import type { Snapshots } from './snapshots.ts';

/** What Twitch is asked for; `adapters/extension` does it. */
export interface TwitchPort {
  /** @returns how many ms to wait before the next message; 0 for none. @throws if it was not taken. */
  broadcast(channel: string, message: string): Promise<number>;
  /** The broadcaster's segment of the configuration, read by every view before it asks us anything. */
  configure(channel: string, content: string): Promise<void>;
  /** A name by the id of somebody who shared it; null if Twitch does not say. Never throws. */
  nameOf(user: string, helix: string): Promise<string | null>;
}

/** Twitch allows 100 a minute. */
export const PUSH_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

interface Line {
  sent: string;
  waitUntil: number;
  failures: number;
  busy: boolean;
  at: number | null;
}

export interface PushOptions {
  readonly channels: () => Iterable<string>;
  readonly snapshots: Pick<Snapshots, 'of'>;
  readonly twitch: Pick<TwitchPort, 'broadcast'>;
  readonly onFault: (error: unknown) => void;
  readonly now?: () => number;
}

export class Push {
  readonly #options: PushOptions;
  readonly #now: () => number;
  readonly #lines = new Map<string, Line>();
  readonly #timer: NodeJS.Timeout;

  constructor(options: PushOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#timer = setInterval(() => void this.round(), PUSH_MS);
    this.#timer.unref();
  }

  /** When the last message of this channel was taken; null if none was. */
  sentAt(channel: string): number | null {
    return this.#lines.get(channel)?.at ?? null;
  }

  /** One message to each channel whose state is another one; run by the timer once a second. */
  async round(): Promise<void> {
    const channels = [...this.#options.channels()];
    for (const gone of [...this.#lines.keys()].filter((one) => !channels.includes(one)))
      this.#lines.delete(gone);
    await Promise.all(channels.map((channel) => this.#tell(channel)));
  }

  async #tell(channel: string): Promise<void> {
    const line = this.#lines.get(channel) ?? { sent: '', waitUntil: 0, failures: 0, busy: false, at: null };
    this.#lines.set(channel, line);
    const snapshot = this.#options.snapshots.of(channel);
    if (!snapshot || line.busy || snapshot.tag === line.sent || this.#now() < line.waitUntil) return;
    line.busy = true;
    try {
      const wait = await this.#options.twitch.broadcast(channel, messageOf(snapshot.state));
      line.sent = snapshot.tag;
      line.failures = 0;
      line.at = this.#now();
      line.waitUntil = this.#now() + Math.max(0, wait);
    } catch (error) {
      line.failures += 1;
      line.waitUntil = this.#now() + Math.min(LONGEST_WAIT_MS, PUSH_MS * 2 ** line.failures);
      // Told once for each run of failures: a lost network is not worth a line a second.
      if (line.failures === 1) this.#options.onFault(error);
    } finally {
      line.busy = false;
    }
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
