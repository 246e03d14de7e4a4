import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chanceFor,
  commitmentOf,
  epochKey,
  epochSeed,
  nonceHash,
  rootFromSeedText,
  sideKey,
} from './proof.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const sha = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const ROOT = rootFromSeedText('t');
const SEED = epochSeed(ROOT);
const A = 'aa'.repeat(32);
const B = 'bb'.repeat(32);
const BOUND = { game: 'g1', rulesHash: A, mapHash: B };

test('every step is the hash that decisions/0003-chance.md says, by another implementation', () => {
  expect(hex(ROOT)).toBe(sha('msig/root/1|t').toString('hex'));
  expect(hex(SEED)).toBe(sha('msig/epoch/1|', ROOT).toString('hex'));
  expect(commitmentOf(SEED, BOUND)).toBe(sha('msig/commitment/1|', SEED, `|${A}|${B}|g1`).toString('hex'));
  expect(nonceHash(A)).toBe(sha(Buffer.from(A, 'hex')).toString('hex'));
  const key = createHmac('sha256', SEED).update(`msig/key/1|p1=${A}|p2=${B}`).digest('hex');
  expect(
    hex(
      epochKey({
        seed: SEED,
        nonces: [
          { player: 'p1', nonce: A },
          { player: 'p2', nonce: B },
        ],
      }),
    ),
  ).toBe(key);
});

test('a commitment holds the seed, the game, the rules and the map', () => {
  const one = commitmentOf(SEED, BOUND);
  expect(commitmentOf(epochSeed(SEED), BOUND)).not.toBe(one);
  for (const change of [{ game: 'g2' }, { rulesHash: B }, { mapHash: A }]) {
    expect(commitmentOf(SEED, { ...BOUND, ...change })).not.toBe(one);
  }
});

test('nobody steers the key by the order in which nonces come; every nonce counts', () => {
  const nonce = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(hex);
  fc.assert(
    fc.property(fc.array(nonce, { minLength: 1, maxLength: 8 }), fc.nat(7), (values, pick) => {
      const nonces = values.map((value, i) => ({ player: `p${i + 1}`, nonce: value }));
      const key = hex(epochKey({ seed: SEED, nonces }));
      expect(hex(epochKey({ seed: SEED, nonces: [...nonces].reverse() }))).toBe(key);
      const without = nonces.filter((_, i) => i !== pick % nonces.length);
      expect(hex(epochKey({ seed: SEED, nonces: without }))).not.toBe(key);
    }),
  );
});

test('side keys are neither the dice nor each other', () => {
  const keys = [epochKey({ seed: SEED, nonces: [] }), sideKey(SEED, 'policy'), sideKey(SEED, 'dry'), SEED];
  expect(new Set(keys.map(hex)).size).toBe(4);
});

test('chanceFor follows the nonces in the state', () => {
  const chance = chanceFor(SEED);
  const roll = (state: Parameters<typeof chance>[0]) =>
    Array.from({ length: 8 }, (_, n) => chance(state).draw(1, 'roll', n).int(1_000_000));
  const before = { players: { p1: { nonce: null }, p2: { nonce: { value: null } } } };
  const after = { players: { ...before.players, p2: { nonce: { value: A } } } };
  const first = roll(before);
  expect(roll(after)).not.toEqual(first);
  expect(roll({ players: { ...before.players } })).toEqual(first);
});

test('wrong lengths are named', () => {
  expect(() => epochSeed(new Uint8Array(31))).toThrow('root: got 31 bytes, expected 32');
  expect(() => commitmentOf(SEED, { ...BOUND, mapHash: 'xyz' })).toThrow(
    'mapHash: got "xyz", expected 64 hex digits',
  );
  expect(() => nonceHash('AA'.repeat(32))).toThrow('expected 64 hex digits');
});
