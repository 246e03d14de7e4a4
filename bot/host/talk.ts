/** The last lines of the chats, as the pages show them. Not stored: a restart begins an empty page. */
import type { TalkLine, TalkView } from '../protocol/views.ts';

/** Cut back to `KEEP` whenever there are `MOST`: so most changes append one line instead of sending all. */
const KEEP = 40;
const MOST = 80;

export class Talk {
  #lines: readonly TalkLine[] = [];
  #n = 0;

  add(line: Omit<TalkLine, 'n'>): void {
    this.#n += 1;
    const lines = this.#lines.length >= MOST ? this.#lines.slice(-KEEP) : this.#lines;
    this.#lines = [...lines, { n: this.#n, ...line }];
  }

  view(): TalkView {
    return { lines: this.#lines };
  }
}
