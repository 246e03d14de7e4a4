/** One channel for each (game, view) that somebody watches. */
import type { HostedGame } from '../../host/hosted-game.ts';
import { Channel, type Wire } from './fanout.ts';

export class Channels {
  readonly #channels = new Map<string, Channel>();

  /** Lets a socket in. Returns the way to leave, or null if the game has no such view. */
  join(game: HostedGame, view: string, wire: Wire, since?: number): (() => void) | null {
    const name = `${game.id} ${view}`;
    const channel = this.#channels.get(name) ?? Channel.open(game.publisher, view);
    if (!channel) return null;
    this.#channels.set(name, channel);
    channel.add(wire, since);
    return () => {
      channel.remove(wire);
      // The last one out: nobody computes this view any more. Who comes back soon finds the frames gone, and gets a snapshot.
      if (channel.size === 0) setTimeout(() => this.#retire(name, channel), LINGER_MS).unref();
    };
  }

  #retire(name: string, channel: Channel): void {
    if (channel.size > 0 || this.#channels.get(name) !== channel) return;
    this.#channels.delete(name);
    channel.close();
  }

  /** Sockets that watch something, and those of them that are behind; for the metrics. */
  count(): { readonly watching: number; readonly behind: number } {
    let watching = 0;
    let behind = 0;
    for (const channel of this.#channels.values()) {
      watching += channel.size;
      behind += channel.behind;
    }
    return { watching, behind };
  }

  close(): void {
    for (const channel of this.#channels.values()) channel.close();
    this.#channels.clear();
  }
}

/** A page that reloads or a link that blinked finds its frames still there. */
const LINGER_MS = 10_000;
