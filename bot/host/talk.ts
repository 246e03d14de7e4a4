/** The last lines of the chats, as the pages show them. Not stored: a restart begins an empty page. */
import type { TalkLine, TalkView } from '../protocol/views.ts';

/** Cut back to `KEEP` whenever there are `MOST`: so most changes append one line instead of sending all. */
const KEEP = 40;
const MOST = 80;

/** Characters that are shown of a name and of a line. */
const NAME = 25;
/** The longest answer of the game: what it asks stands at the end of the line. */
const TEXT = 400;
/** Control characters, and format signs that turn the rest of a page around; joiners of emoji stay. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/gu;

/** What somebody wrote, fit to be shown: one line, of bounded length, nothing invisible. */
export function shownText(text: string, most: number): string {
  const plain = text.replace(UNSEEN, ' ').trim();
  const signs = [...plain.slice(0, most * 2)];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : signs.join('');
}

export class Talk {
  #lines: readonly TalkLine[] = [];
  #n = 0;

  add(line: Omit<TalkLine, 'n'>): void {
    this.#n += 1;
    const lines = this.#lines.length >= MOST ? this.#lines.slice(-KEEP) : this.#lines;
    const shown = { ...line, from: shownText(line.from, NAME), text: shownText(line.text, TEXT) };
    this.#lines = [...lines, { n: this.#n, ...shown }];
  }

  view(): TalkView {
    return { lines: this.#lines };
  }
}
