import { chacha20 } from '@noble/ciphers/chacha.js';
import { expect, it } from 'vitest';
import { keyedChance } from './chance.ts';

const KEY = Uint8Array.from({ length: 32 }, (_, i) => i * 7);

/** Words of a stream as decisions/0003-chance.md says: nonce of seat, purpose, block and counter, little-endian words. */
function words(seat: number, purpose: number, n: number, count: number): number[] {
  const list: number[] = [];
  for (let block = 0; list.length < count; block += 1) {
    const nonce = new DataView(new ArrayBuffer(12));
    nonce.setUint16(0, seat);
    nonce.setUint16(2, purpose);
    nonce.setUint32(4, block);
    nonce.setUint32(8, n);
    const bytes = chacha20(KEY, new Uint8Array(nonce.buffer), new Uint8Array(64));
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < 16; i += 1) list.push(view.getUint32(4 * i, true));
  }
  return list.slice(0, count);
}

/** A power of two divides all words evenly, so none is rejected. */
const SIDES = 0x1000_0000;
const faces = (list: readonly number[]) => list.map((word) => (word % SIDES) + 1);

it('draws the words of the cipher, beyond one block', () => {
  const draws = keyedChance(KEY).draw(3, 'cell', 41);
  expect(Array.from({ length: 40 }, () => draws.int(SIDES))).toEqual(faces(words(3, 1, 41, 40)));
});

it('gives each stream its own numbers, however they are asked in turn', () => {
  const chance = keyedChance(KEY);
  const one = chance.draw(1, 'roll', 0);
  const other = chance.draw(2, 'roll', 0);
  const got: number[][] = [[], []];
  for (let i = 0; i < 20; i += 1) {
    got[0]!.push(one.int(SIDES));
    got[1]!.push(other.int(SIDES));
  }
  expect(got).toEqual([faces(words(1, 0, 0, 20)), faces(words(2, 0, 0, 20))]);
});
