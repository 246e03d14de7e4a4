/** One-time codes that join two chats. They are spoken in public, so each lives shortly and works once. */
import { randomInt } from 'node:crypto';

/** Neither 0 1 I L O U, which are misread, nor A E Y, so that no code is a word. */
const DIGITS = '23456789';
const LETTERS = 'BCDFGHJKMNPQRSTVWXZ';
const SIGNS = DIGITS + LETTERS;
const LENGTH = 4;

export const LIFE_MS = 10 * 60_000;
/** Wrong codes of one identity before it has to wait. With all codes taken a guess hits once in some 800 tries. */
export const MOST_TRIES = 5;
export const PAUSE_MS = 10 * 60_000;
/** Live codes of all people. */
export const MOST_CODES = 500;
/** Identities whose wrong codes are remembered. */
const MOST_GUESSERS = 10_000;

export interface Timed {
  readonly code: string;
  until: number;
}

/** The codes that live, each with what it is for. */
export class Codes<T extends Timed> {
  readonly #live = new Map<string, T>();
  readonly #guessers = new Map<string, { wrong: number; until: number }>();

  get size(): number {
    return this.#live.size;
  }
  all(now: number): readonly T[] {
    this.#sweep(now);
    return [...this.#live.values()];
  }
  find(code: string, now: number): T | undefined {
    this.#sweep(now);
    return this.#live.get(code);
  }
  put(about: T): void {
    this.#live.set(about.code, about);
  }
  drop({ code }: Timed): void {
    this.#live.delete(code);
  }

  /** A code that nobody has; null when there are too many. */
  fresh(now: number, random: (below: number) => number = (below) => randomInt(below)): string | null {
    this.#sweep(now);
    if (this.#live.size >= MOST_CODES) return null;
    for (;;) {
      const code = Array.from({ length: LENGTH }, () => SIGNS[random(SIGNS.length)]).join('');
      // Both kinds: digits alone are votes, letters alone may be an answer.
      if (/\d/.test(code) && /\D/.test(code) && !this.#live.has(code)) return code;
    }
  }

  /** Seconds that this guesser has to wait; 0 for none. */
  waits(guesser: string, now: number): number {
    const known = this.#guessers.get(guesser);
    if (!known || known.until <= now || known.wrong < MOST_TRIES) return 0;
    return Math.ceil((known.until - now) / 1000);
  }

  /** @returns tries that are left. */
  wrong(guesser: string, now: number): number {
    const known = this.#guessers.get(guesser);
    const wrong = known && known.until > now ? known.wrong + 1 : 1;
    this.#guessers.delete(guesser);
    this.#guessers.set(guesser, { wrong, until: now + PAUSE_MS });
    for (const oldest of this.#guessers.keys()) {
      if (this.#guessers.size <= MOST_GUESSERS) break;
      this.#guessers.delete(oldest);
    }
    return Math.max(0, MOST_TRIES - wrong);
  }

  forget(guesser: string): void {
    this.#guessers.delete(guesser);
  }

  #sweep(now: number): void {
    for (const [code, { until }] of this.#live) if (until <= now) this.#live.delete(code);
  }
}

const CYRILLIC: Readonly<Record<string, string>> = {
  ...{ В: 'B', С: 'C', Н: 'H', К: 'K', М: 'M', Р: 'P', Т: 'T', Х: 'X', З: '3' },
};

/** A code as it was meant: capitals, and Latin letters where Russian ones look the same. */
export function codeOf(typed: string): string {
  return [...typed.trim().toUpperCase()].map((sign) => CYRILLIC[sign] ?? sign).join('');
}
