/** Whether the channel is live, from events and from looking, told when it changes. */
import type { StreamStatus } from '../contract.ts';
import { Listeners } from '../listeners.ts';

/** What Kick's list says can be a minute behind its events. */
const TRUST_EVENT_MS = 90_000;

export class Status {
  readonly #listeners = new Listeners<StreamStatus>();
  #now: StreamStatus | null = null;
  #toldAt = Number.NEGATIVE_INFINITY;

  get now(): StreamStatus {
    return this.#now ?? { live: false, since: null, title: '', category: '' };
  }

  onChange(listener: (status: StreamStatus) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** By an event. */
  told(change: Partial<StreamStatus>): void {
    this.#toldAt = Date.now();
    this.#change({ ...this.now, ...change });
  }

  /** By looking. */
  looked(status: StreamStatus): void {
    if (Date.now() - this.#toldAt < TRUST_EVENT_MS) return;
    this.#change(status);
  }

  #change(next: StreamStatus): void {
    const before = this.#now;
    this.#now = next;
    const same =
      before &&
      before.live === next.live &&
      before.title === next.title &&
      before.category === next.category &&
      before.since === next.since;
    if (!same) this.#listeners.tell(next);
  }
}
