/** Whether the channel is live, from events and from looking, told when it changes. */
import type { StreamStatus } from '../contract.ts';
import { Listeners } from '../listeners.ts';
import type { Helix } from './helix.ts';

/** What the API says can be a minute behind the events. */
const TRUST_EVENT_MS = 90_000;

export class Status {
  readonly #listeners = new Listeners<StreamStatus>();
  #now: StreamStatus | null = null;
  #toldAt = Number.NEGATIVE_INFINITY;

  /** A listener that comes late hears how things stand. */
  onChange(listener: (status: StreamStatus) => void): () => void {
    if (this.#now) listener(this.#now);
    return this.#listeners.add(listener);
  }

  /** By an event. */
  told(change: Partial<StreamStatus>): void {
    this.#toldAt = Date.now();
    this.#change({ ...(this.#now ?? { live: false, since: null, title: '', category: '' }), ...change });
  }

  /** By asking. @throws TwitchCallError, TwitchError */
  async look(helix: Helix, channel: string): Promise<void> {
    const [stream, about] = await Promise.all([
      helix.streams.getStreamByUserId(channel),
      helix.channels.getChannelInfoById(channel),
    ]);
    if (this.#now && Date.now() - this.#toldAt < TRUST_EVENT_MS) return;
    this.#change({
      live: stream !== null,
      since: stream ? stream.startDate.getTime() : null,
      title: about?.title ?? '',
      category: about?.gameName ?? '',
    });
  }

  #change(next: StreamStatus): void {
    const before = this.#now;
    this.#now = next;
    const keys = ['live', 'since', 'title', 'category'] as const;
    if (!before || keys.some((key) => before[key] !== next[key])) this.#listeners.tell(next);
  }
}
