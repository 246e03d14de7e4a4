/**
 * The keys of chance and what is published of them. Pure; the same code verifies an exported game, also in a browser.
 * What it proves, and what not: decisions/0003-chance.md.
 *
 * root (secret, or made from a text) → epoch seed (revealed when the game ends) → commitment (published before the
 * first draw); epoch seed + the players' revealed nonces + the viewers' words → the key that `keyedChance` draws with.
 */
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Chance } from './chance.ts';
import { keyedChance } from './chance.ts';

/** Lower-case hex of 32 bytes. */
const HEX32 = /^[0-9a-f]{64}$/;

export interface PlayerNonce {
  readonly player: string;
  /** 64 hex digits, as in `revealNonce`. */
  readonly nonce: string;
}

/** What a commitment is bound to: hashes are hex SHA-256 of the canonical rules line and of the canonical board. */
export interface Bound {
  readonly game: string;
  readonly rulesHash: string;
  readonly mapHash: string;
}

/** The root of a practice game (`ranked: false`): anybody who knows the text knows the dice. 32 bytes. */
export function rootFromSeedText(text: string): Uint8Array {
  return sha256(utf8ToBytes(`msig/root/1|${text}`));
}

/** One epoch is an evening. @param root 32 bytes. @returns 32 bytes, revealed as hex in the end line of the log. */
export function epochSeed(root: Uint8Array): Uint8Array {
  need32(root, 'root');
  return sha256(joined(utf8ToBytes('msig/epoch/1|'), root));
}

/** The first of a chain of so many seeds, which the commitment is made of; the last one is `epochSeed(root)`. */
export function firstSeed(root: Uint8Array, epochs: number): Uint8Array {
  return seedBefore(epochSeed(root), epochs - 1);
}

/**
 * The seed of the epoch before this one: seeds are shown from the first to the last, and each hashes to the one that
 * was shown before it, so whoever has checked the first has checked them all. Hex in, hex out.
 */
export function nextSeed(seed: string): string {
  needHex(seed, 'epoch seed');
  return bytesToHex(seedBefore(hexToBytes(seed), 1));
}

/** The seed `back` epochs earlier; the same one for 0. */
export function seedBefore(seed: Uint8Array, back: number): Uint8Array {
  need32(seed, 'epoch seed');
  let at = seed;
  for (let left = back; left > 0; left -= 1) at = sha256(joined(utf8ToBytes('msig/chain/1|'), at));
  return at;
}

/** Published in the header before the first draw. Hex. @throws TypeError on a wrong length or a hash that is not hex. */
export function commitmentOf(seed: Uint8Array, bound: Bound): string {
  need32(seed, 'epoch seed');
  needHex(bound.rulesHash, 'rulesHash');
  needHex(bound.mapHash, 'mapHash');
  // The game's name comes last: it is the only part of free length.
  const text = `|${bound.rulesHash}|${bound.mapHash}|${bound.game}`;
  return bytesToHex(sha256(joined(utf8ToBytes('msig/commitment/1|'), seed, utf8ToBytes(text))));
}

/** What `commitNonce` must carry for a nonce that `revealNonce` shows later: its SHA-256. Both are 64 hex digits. */
export function nonceHash(nonce: string): string {
  needHex(nonce, 'nonce');
  return bytesToHex(sha256(hexToBytes(nonce)));
}

export interface KeyParts {
  readonly seed: Uint8Array;
  readonly nonces: readonly PlayerNonce[];
  /** Root over the viewers' words that were closed in the epoch before, 64 hex digits; none in the first epoch. */
  readonly luck?: string | undefined;
}

/**
 * The key of the dice: the host's seed, every nonce revealed so far, in the order of the players' ids, and the viewers'
 * words. Without words the key is what it was before there were any.
 * @returns 32 bytes for `keyedChance`.
 */
export function epochKey(parts: KeyParts): Uint8Array {
  need32(parts.seed, 'epoch seed');
  if (parts.luck !== undefined) needHex(parts.luck, 'root of the words');
  const inOrder = [...parts.nonces].sort((a, b) => (a.player < b.player ? -1 : 1));
  for (const { nonce } of inOrder) needHex(nonce, 'nonce');
  const text = inOrder.map(({ player, nonce }) => `|${player}=${nonce}`).join('');
  const luck = parts.luck === undefined ? '' : `|luck=${parts.luck}`;
  return hmac(sha256, parts.seed, utf8ToBytes(`msig/key/1${text}${luck}`));
}

/**
 * A key that is never the dice's: for the choices of practice bots (`policy`) and for odds, what-if and rehearsals
 * (`dry`). Knowing one tells nothing of the other.
 */
export function sideKey(seed: Uint8Array, use: 'policy' | 'dry'): Uint8Array {
  need32(seed, 'epoch seed');
  return hkdf(sha256, seed, undefined, utf8ToBytes(`msig/side/1|${use}`), 32);
}

/** The part of the state that chance depends on. */
export interface HasNonces {
  readonly players: Readonly<Record<string, { readonly nonce: { readonly value: string | null } | null }>>;
  /** Epochs that are over; absent in the first. */
  readonly epoch?: { readonly n: number; readonly luck?: string };
}

/** Every nonce revealed so far. */
export function noncesOf(state: HasNonces): PlayerNonce[] {
  const list: PlayerNonce[] = [];
  for (const [player, { nonce }] of Object.entries(state.players)) {
    if (nonce?.value) list.push({ player, nonce: nonce.value });
  }
  return list;
}

/**
 * Chance for a command = the key from the seed and the nonces in the state *before* that command. Host and `verify`
 * both take it from here. The returned function remembers its last answer, for the key changes only in the lobby and
 * with the epoch.
 * @param seed of the epoch with the number `epoch`; earlier ones follow from it, later ones cannot be had.
 * @throws RangeError in the returned function for a state of a later epoch.
 */
export function chanceFor(seed: Uint8Array, epoch = 0): (state: HasNonces) => Chance {
  need32(seed, 'epoch seed');
  let players: HasNonces['players'] | null = null;
  let known = '';
  let now = -1;
  let chance: Chance | null = null;
  return (state) => {
    const n = state.epoch?.n ?? 0;
    if (chance !== null && now === n && players !== null && sameNonces(players, state.players)) {
      players = state.players;
      return chance;
    }
    if (n > epoch) throw new RangeError(`epoch ${n}: the seed at hand is of epoch ${epoch}`);
    const nonces = noncesOf(state);
    const luck = state.epoch?.luck;
    const text = `${nonces.map(({ player, nonce }) => player + nonce).join()} ${luck ?? ''}`;
    if (chance === null || text !== known || now !== n)
      chance = keyedChance(epochKey({ seed: seedBefore(seed, epoch - n), nonces, luck }));
    players = state.players;
    known = text;
    now = n;
    return chance;
  };
}

/** Nonces are replaced as a whole when they change, and nobody leaves a game. */
function sameNonces(before: HasNonces['players'], after: HasNonces['players']): boolean {
  if (before === after) return true;
  for (const id in after) if (before[id]?.nonce !== after[id]?.nonce || !(id in before)) return false;
  return true;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function need32(bytes: Uint8Array, what: string): void {
  if (bytes.length !== 32) throw new TypeError(`${what}: got ${bytes.length} bytes, expected 32`);
}

function needHex(text: string, what: string): void {
  if (!HEX32.test(text)) throw new TypeError(`${what}: got "${text.slice(0, 80)}", expected 64 hex digits`);
}
