/**
 * A Merkle tree over ballots, shaped like RFC 6962: a list is split at the largest power of two below its length, so
 * no leaf is ever doubled. Leaves, nodes and the root are hashed under different prefixes, so none can pass for
 * another. SHA-256; the same code runs in a browser.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

const LEAF = utf8ToBytes('msig/vote/1/leaf\0');
const NODE = utf8ToBytes('msig/vote/1/node\0');
const ROOT = utf8ToBytes('msig/vote/1/root\0');
const END = new Uint8Array([0]);

export interface Leaf {
  readonly voter: string;
  /** As written: a whole number, or `x`. */
  readonly choice: string;
}

/** JSON keeps the two fields apart whatever they hold. */
export function leafHash({ voter, choice }: Leaf): Uint8Array {
  return sha256(concatBytes(LEAF, utf8ToBytes(JSON.stringify([voter, choice]))));
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(NODE, left, right));
}

/** The largest power of two smaller than `count` (2 and more). */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

function topOf(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(NODE);
  if (leaves.length === 1) return leaves[0]!;
  const split = splitOf(leaves.length);
  return nodeHash(topOf(leaves.slice(0, split)), topOf(leaves.slice(split)));
}

/** What is published: the top, bound to the poll and the number of ballots. 64 hex digits. */
export function rootOf(poll: string, leaves: readonly Uint8Array[]): string {
  return sealed(poll, leaves.length, topOf(leaves));
}

function sealed(poll: string, count: number, top: Uint8Array): string {
  return bytesToHex(sha256(concatBytes(ROOT, utf8ToBytes(poll), END, utf8ToBytes(String(count)), END, top)));
}

/** Hashes beside the way from a leaf to the top, the lowest first, as hex. */
export function pathOf(leaves: readonly Uint8Array[], index: number): string[] {
  if (leaves.length <= 1) return [];
  const split = splitOf(leaves.length);
  const left = leaves.slice(0, split);
  const right = leaves.slice(split);
  return index < split
    ? [...pathOf(left, index), bytesToHex(topOf(right))]
    : [...pathOf(right, index - split), bytesToHex(topOf(left))];
}

/** The root that follows from a leaf and its path; null if the path cannot belong to this place. */
export function rootFrom(
  poll: string,
  leaf: Uint8Array,
  { index, count, path }: { index: number; count: number; path: readonly string[] },
): string | null {
  const sides = sidesOf(index, count);
  if (sides === null || sides.length !== path.length) return null;
  let hash = leaf;
  for (let i = 0; i < path.length; i += 1) {
    if (!/^[0-9a-f]{64}$/.test(path[i]!)) return null;
    const other = hexToBytes(path[i]!);
    hash = sides[i] === 'left' ? nodeHash(hash, other) : nodeHash(other, hash);
  }
  return sealed(poll, count, hash);
}

/** On which side the leaf's own branch lies, from the lowest node up. */
function sidesOf(index: number, count: number): ('left' | 'right')[] | null {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(count) || index < 0 || index >= count)
    return null;
  const sides: ('left' | 'right')[] = [];
  let [at, size] = [index, count];
  while (size > 1) {
    const split = splitOf(size);
    const left = at < split;
    sides.unshift(left ? 'left' : 'right');
    [at, size] = left ? [at, split] : [at - split, size - split];
  }
  return sides;
}
