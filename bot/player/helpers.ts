/** Who in these chats is a helper, by name: only whether the door lets a line pass, and how it is told, hangs on it. */
import type { GameEvent } from '../engine/events.ts';
import type { BagView } from '../protocol/views.ts';
import { fold } from './people.ts';

export class Helpers {
  #names: ReadonlySet<string> = new Set();
  /** What the names were taken from; views are new objects when they change. */
  #of: BagView | null = null;

  /** Pseudonym → name of whom the last events were about: the bag may name them a moment later, or never. */
  #latest: Readonly<Record<string, string>> = {};

  /** Somebody was just made a helper, or has paid for a wish. */
  met(events: readonly GameEvent[], name: string | undefined): void {
    const about = events.find((event) => event.type === 'helperGranted' || event.type === 'redeemed');
    if (about && name) this.#latest = { [about.viewer]: name };
  }

  /** Names by pseudonym, as far as this chat knows them. */
  names(bag: BagView | null): Readonly<Record<string, string>> {
    const known = Object.entries(bag?.helpers ?? {}).map(([key, { name }]) => [key, name] as const);
    return { ...Object.fromEntries(known), ...this.#latest };
  }

  has(name: string, bag: BagView | null): boolean {
    if (bag !== this.#of) {
      this.#of = bag;
      const names = Object.values(bag?.helpers ?? {}).flatMap(({ name: own, also = [] }) => [own, ...also]);
      this.#names = new Set(names.map(fold));
    }
    return this.#names.size > 0 && this.#names.has(fold(name));
  }
}
