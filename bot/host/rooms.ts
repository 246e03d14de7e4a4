/** The local chats of a game, and which player processes are there. The gateway's sockets come and go; this stays. */
import type { PlayerId } from '../engine/state.ts';

export interface LocalLine {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly roles: readonly ('broadcaster' | 'moderator' | 'vip' | 'subscriber')[];
  readonly text: string;
  readonly sentAt: number;
}

type Reader = (line: LocalLine) => void;

export class Rooms {
  readonly #readers = new Map<PlayerId, Set<Reader>>();
  readonly #listeners = new Set<(player: PlayerId, up: boolean) => void>();
  #links: Readonly<Record<PlayerId, boolean>> = {};

  /** A player's process is there and takes the lines of that chat. Returns the way to leave. */
  join(player: PlayerId, reader: Reader): () => void {
    const readers = this.#readers.get(player) ?? new Set();
    this.#readers.set(player, readers.add(reader));
    this.#set(player, true);
    return () => {
      readers.delete(reader);
      if (readers.size === 0) this.#set(player, false);
    };
  }

  deliver(player: PlayerId, line: LocalLine): boolean {
    const readers = this.#readers.get(player);
    if (!readers || readers.size === 0) return false;
    for (const reader of readers) reader(line);
    return true;
  }

  /** Seats that ever had a process: is it there now? The same object until something changes. */
  links(): Readonly<Record<PlayerId, boolean>> {
    return this.#links;
  }

  onLinks(listener: (player: PlayerId, up: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(player: PlayerId, up: boolean): void {
    if (this.#links[player] === up) return;
    this.#links = { ...this.#links, [player]: up };
    for (const listener of this.#listeners) listener(player, up);
  }
}
