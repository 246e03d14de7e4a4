/** The last accepted commands, as faces see them. */
import type { LogView, Moment } from '../protocol/views.ts';
import type { Line } from './game/outcome.ts';

/** What a view holds at most; cut back to half, so that most changes append instead of sending all. */
const MOST = 60;
const KEEP = 30;

/** A line as faces see it: no ids, no command. */
export function momentOf(line: Line): Moment {
  const { seq, at, events, who } = line;
  return { seq, at, events, ...(who ? { who } : {}) };
}

export class Chronicle {
  readonly #game: string;
  #moments: readonly Moment[];

  constructor(game: string, moments: readonly Moment[] = []) {
    this.#game = game;
    this.#moments = moments.slice(-MOST);
  }

  add(fresh: readonly Moment[]): void {
    const all = [...this.#moments, ...fresh];
    this.#moments = all.length > MOST ? all.slice(-Math.max(KEEP, Math.min(fresh.length, MOST))) : all;
  }

  view(): LogView {
    return { game: this.#game, moments: this.#moments };
  }
}
