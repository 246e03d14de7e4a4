/** The local chats of a game, and which player processes are there. The gateway's sockets come and go; this stays. */
import type { Channel } from '../engine/diplomacy/channels.ts';
import type { PlayerId } from '../engine/state.ts';
import type { ChatState } from '../protocol/views.ts';

export interface LocalLine {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly roles: readonly ('broadcaster' | 'moderator' | 'vip' | 'subscriber')[];
  readonly text: string;
  readonly sentAt: number;
}

/** What another player said in the game's own chat. */
export interface Spoken {
  readonly from: PlayerId;
  readonly channel: Channel;
  readonly text: string;
}

type Reader = (line: LocalLine) => void;
type Hearer = (line: Spoken) => void;

export class Rooms {
  readonly #readers = new Map<PlayerId, Set<Reader>>();
  readonly #hearers = new Map<PlayerId, Set<Hearer>>();
  readonly #listeners = new Set<() => void>();
  #chats: Readonly<Record<PlayerId, readonly ChatState[]>> = {};
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

  /** A player's process takes what other players say. Returns the way to leave. */
  listen(player: PlayerId, hearer: Hearer): () => void {
    const hearers = this.#hearers.get(player) ?? new Set();
    this.#hearers.set(player, hearers.add(hearer));
    return () => hearers.delete(hearer);
  }

  /** False if no process of that player is there. */
  pass(player: PlayerId, line: Spoken): boolean {
    const hearers = this.#hearers.get(player);
    if (!hearers || hearers.size === 0) return false;
    for (const hearer of hearers) hearer(line);
    return true;
  }

  /** Seats that ever had a process: is it there now? The same object until something changes. */
  links(): Readonly<Record<PlayerId, boolean>> {
    return this.#links;
  }

  /** How the outside chats of a player are, as its process says. */
  report(player: PlayerId, chats: readonly ChatState[]): void {
    if (JSON.stringify(this.#chats[player] ?? []) === JSON.stringify(chats)) return;
    this.#chats = { ...this.#chats, [player]: chats };
    this.#tell();
  }

  /** The same object until something changes. */
  chats(): Readonly<Record<PlayerId, readonly ChatState[]>> {
    return this.#chats;
  }

  /** Called when a process came or went, or its chats changed. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(player: PlayerId, up: boolean): void {
    if (this.#links[player] === up) return;
    this.#links = { ...this.#links, [player]: up };
    // Nobody knows how the chats are while nobody reads them.
    if (!up) this.report(player, []);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
