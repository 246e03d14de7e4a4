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
] as const;

const ZERO = new Uint8Array(64);

/**
 * ChaCha20 under a 32-byte key. Nonce: seat, purpose, counter; 16 words a block, further blocks on demand.
 * @throws TypeError if the key is not 32 bytes.
 */
export function keyedChance(key: Uint8Array): Chance {
  if (key.length !== 32) throw new TypeError(`chance key: got ${key.length} bytes, expected 32`);
  return {
    draw(seat, purpose, n) {
      const kind = (PURPOSES as readonly string[]).indexOf(purpose);
      if (kind < 0) throw new TypeError(`unknown purpose of chance: ${purpose}`);
      const nonce = new Uint8Array(12);
      const view = new DataView(nonce.buffer);
      view.setUint16(0, seat);
      view.setUint16(2, kind);
      view.setUint32(8, n);
      let words = new Uint32Array(0);
      let used = 0;
      let block = 0;
      const word = () => {
        if (used === words.length) {
          view.setUint32(4, block);
          words = littleEndian(chacha20(key, nonce, ZERO));
          used = 0;
          block += 1;
        }
        return words[used++]!;
      };
      return {
        int(sides) {
          if (!(sides >= 1 && sides <= 0x8000_0000))
            throw new RangeError(`a draw from 1 to ${sides} is not possible`);
          const limit = 0x1_0000_0000 - (0x1_0000_0000 % sides);
          for (;;) {
            const value = word();
            if (value < limit) return (value % sides) + 1;
          }
        },
      };
    },
  };
}

/** The same numbers on machines of either byte order. */
function littleEndian(bytes: Uint8Array): Uint32Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = new Uint32Array(bytes.length >> 2);
  for (let i = 0; i < words.length; i += 1) words[i] = view.getUint32(i << 2, true);
  return words;
}
