/**
 * Chance as the engine sees it: a keyed function from (seat, purpose, counter) to whole numbers.
 * The key is handed in with `decide` and is never part of the state. See decisions/0003-chance.md.
 */
import { chacha20 } from '@noble/ciphers/chacha.js';

/** One draw of the keyed function; every call of `int` takes the next number of the same stream. */
export interface Draws {
  /** A whole number from 1 to `sides`, without modulo bias. `sides` from 1 to 2^31. */
  int(sides: number): number;
}

export interface Chance {
  /** `seat`: 0 for the game itself, 1..8 for players. `n`: how often this seat has drawn for this purpose. */
  draw(seat: number, purpose: string, n: number): Draws;
}

/** Purposes are part of the nonce; a closed list, so that a number never changes its meaning. Append only. */
export const PURPOSES = [
  'roll',
  'cell',
  'trial',
  'use',
  'coin',
  'prize',
  'final',
  'gate',
  'policy',
  'market',
  'expire',
  'start',
  'map',
  'clash',
  'jury',
  'story',
  'fight',
] as const;

const WORDS = 16;
const ZERO = new Uint8Array(4 * WORDS);

/**
 * ChaCha20 under a 32-byte key. Nonce: seat, purpose, counter; 16 words a block, further blocks on demand.
 * @throws TypeError if the key is not 32 bytes.
 */
export function keyedChance(key: Uint8Array): Chance {
  if (key.length !== 32) throw new TypeError(`chance key: got ${key.length} bytes, expected 32`);
  const blocks = new Blocks(key);
  return { draw: (seat, purpose, n) => new Stream(blocks, { seat, kind: kindOf(purpose), n }) };
}

function kindOf(purpose: string): number {
  const kind = (PURPOSES as readonly string[]).indexOf(purpose);
  if (kind < 0) throw new TypeError(`unknown purpose of chance: ${purpose}`);
  return kind;
}

interface Place {
  readonly seat: number;
  readonly kind: number;
  readonly n: number;
}

/** Makes blocks of the key stream, all in one buffer: most streams need a word or two of one, and then no more. */
class Blocks {
  readonly #key: Uint8Array;
  readonly #nonce = new Uint8Array(12);
  readonly #header = new DataView(this.#nonce.buffer);
  readonly #bytes = new Uint8Array(4 * WORDS);
  readonly #words = new DataView(this.#bytes.buffer);
  /** Whose block the buffer holds. */
  #of: Stream | null = null;
  #block = -1;

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** Little-endian on every machine. */
  word(of: Stream, block: number, i: number): number {
    if (this.#of !== of || this.#block !== block) this.#fill(of, block);
    return this.#words.getUint32(i << 2, true);
  }

  #fill(of: Stream, block: number): void {
    const { seat, kind, n } = of.place;
    this.#header.setUint16(0, seat);
    this.#header.setUint16(2, kind);
    this.#header.setUint32(4, block);
    this.#header.setUint32(8, n);
    chacha20(this.#key, this.#nonce, ZERO, this.#bytes);
    this.#of = of;
    this.#block = block;
  }
}

class Stream implements Draws {
  readonly place: Place;
  readonly #blocks: Blocks;
  #used = 0;

  constructor(blocks: Blocks, place: Place) {
    this.#blocks = blocks;
    this.place = place;
  }

  int(sides: number): number {
    if (!(sides >= 1 && sides <= 0x8000_0000))
      throw new RangeError(`a draw from 1 to ${sides} is not possible`);
    const limit = 0x1_0000_0000 - (0x1_0000_0000 % sides);
    for (;;) {
      const value = this.#blocks.word(this, Math.floor(this.#used / WORDS), this.#used % WORDS);
      this.#used += 1;
      if (value < limit) return (value % sides) + 1;
    }
  }
}
