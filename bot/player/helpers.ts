/** Who in this chat is a helper, by name: only whether the door lets a line pass hangs on it. */
import type { BagView } from '../protocol/views.ts';
import { fold } from './people.ts';

export class Helpers {
  #names: ReadonlySet<string> = new Set();
  /** What the names were taken from; views are new objects when they change. */
  #of: BagView | null = null;

  has(name: string, bag: BagView | null): boolean {
    if (bag !== this.#of) {
      this.#of = bag;
      this.#names = new Set(Object.values(bag?.helpers ?? {}).map((helper) => fold(helper.name)));
    }
    return this.#names.size > 0 && this.#names.has(fold(name));
  }
}
