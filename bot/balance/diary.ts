/** When a streamer of a marathon is on air: evenings, days without, a week away. An evening game is one evening. */
import { mapDraws } from '../engine/board/random.ts';
import type { Draws } from '../engine/chance.ts';
import type { Millis } from '../engine/state.ts';
import { between } from './audience.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Hours after which an evening begins, counted from the start of the game, and how long it lasts. */
const BEGINS = [0, 4] as const;
const LASTS = [3, 7] as const;
/** Of a hundred days: without a stream; the beginning of days off that were planned; of an absence that was not. */
const SKIPPED = 15;
const PLANNED = 3;
const VANISHED = 2;
export const DAYS_OFF = 2;
const DAYS_GONE = [4, 7] as const;

export interface Evening {
  readonly from: Millis;
  readonly until: Millis;
  /** What comes after it: days off are told to the game beforehand. */
  readonly then: 'more' | 'off' | 'gone';
}

/** One seat's evenings, made as far as they are asked for. The same seed and seat: the same diary. */
export class Diary {
  readonly #draws: Draws;
  readonly #evenings: Evening[] = [];
  #day: Millis;

  constructor({
    seed,
    seat,
    begin,
  }: { readonly seed: string; readonly seat: number; readonly begin: Millis }) {
    this.#draws = mapDraws(`balance|diary|${seed}`, seat);
    this.#day = begin;
  }

  /** The evening that is on, or the next one. */
  at(now: Millis): Evening {
    for (let i = Math.max(0, this.#evenings.length - 1); ; i += 1) {
      while (this.#evenings.length <= i) this.#write();
      if (this.#evenings[i]!.until > now) return this.#first(now, i);
    }
  }

  /** When so much time on air will have passed. */
  after(now: Millis, live: Millis): Millis {
    let left = live;
    let at = now;
    for (;;) {
      const evening = this.at(at);
      const from = Math.max(at, evening.from);
      if (evening.until - from > left) return from + left;
      left -= evening.until - from;
      at = evening.until;
    }
  }

  #first(now: Millis, from: number): Evening {
    let i = from;
    while (i > 0 && this.#evenings[i - 1]!.until > now) i -= 1;
    return this.#evenings[i]!;
  }

  #write(): void {
    while (this.#draws.int(100) <= SKIPPED) this.#day += DAY;
    const from = this.#day + between(this.#draws, BEGINS) * HOUR;
    const until = from + between(this.#draws, LASTS) * HOUR;
    const luck = this.#draws.int(100);
    const then = luck <= PLANNED ? 'off' : luck <= PLANNED + VANISHED ? 'gone' : 'more';
    const away = then === 'off' ? DAYS_OFF : then === 'gone' ? between(this.#draws, DAYS_GONE) : 0;
    this.#day += (1 + away) * DAY;
    this.#evenings.push({ from, until, then });
  }
}
