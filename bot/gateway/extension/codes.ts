/** One-time codes by which a broadcaster shows that a seat is theirs: shown by the host, typed into the config page. */
import { randomInt } from 'node:crypto';

/** No letter that is taken for another one. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;
const LIVES_MS = 24 * 3_600_000;
const MOST = 500;

export interface Seat {
  readonly game: string;
  readonly player: string;
}

export class SeatCodes {
  readonly #codes = new Map<string, Seat & { readonly until: number }>();

  /** A fresh code for a seat, `7Q2F-K9TM`; earlier ones of the same seat end. */
  make(seat: Seat, now = Date.now()): string {
    for (const [code, { game, player, until }] of this.#codes)
      if ((game === seat.game && player === seat.player) || until < now) this.#codes.delete(code);
    if (this.#codes.size >= MOST) this.#codes.delete(this.#codes.keys().next().value ?? '');
    const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    this.#codes.set(code, { ...seat, until: now + LIVES_MS });
    return `${code.slice(0, 4)}-${code.slice(4)}`;
  }

  /** The seat, the first time; null ever after. Spaces, dashes and small letters are forgiven. */
  spend(typed: string, now = Date.now()): Seat | null {
    const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
    const found = this.#codes.get(code);
    this.#codes.delete(code);
    return found && found.until > now ? { game: found.game, player: found.player } : null;
  }
}
