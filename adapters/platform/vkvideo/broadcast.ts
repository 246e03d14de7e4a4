/** The channel and its stream as last read, and who wants to know of changes. */
import type { StreamStatus } from '../contract.ts';
import { Listeners } from '../listeners.ts';
import type { ChannelFacts, Room } from './room.ts';

export class Broadcast {
  readonly #room: Room;
  readonly #listeners = new Listeners<StreamStatus>();
  #facts: ChannelFacts | null = null;
  #closed = false;

  constructor(room: Room) {
    this.#room = room;
  }

  /** Null while nothing is broadcast, or nothing was read yet. */
  get streamId(): string | null {
    return this.#facts?.streamId ?? null;
  }

  /** Tells the listener what is known already, and each change. */
  onStream(listener: (status: StreamStatus) => void): () => void {
    let stopped = false;
    const stop = this.#listeners.add(listener);
    if (this.#facts) queueMicrotask(() => !stopped && this.#facts && listener(this.#facts.status));
    return () => {
      stopped = true;
      stop();
    };
  }

  /** @throws VkvideoError VKVIDEO_NO_CHANNEL, VKVIDEO_LOGIN; Refusal; Error of the network */
  async look(): Promise<ChannelFacts> {
    const facts = await this.#room.facts();
    const before = this.#facts?.status;
    this.#facts = facts;
    if (!this.#closed && JSON.stringify(before) !== JSON.stringify(facts.status))
      this.#listeners.tell(facts.status);
    return facts;
  }

  close(): void {
    this.#closed = true;
  }
}
