/**
 * Words for the dice at the edge: one a viewer, the last one counts, sent on in batches. Kept until the host has them,
 * and a while longer: a host that lost its memory is sent them again.
 */
import type { LuckWord } from '../protocol/asks.ts';
import { batchOf } from '../protocol/frame.ts';
import type { FromClient } from '../protocol/wire.ts';

export interface LuckEdge {
  /** False if it changes nothing, or there is no room. */
  add(word: LuckWord): boolean;
  /** Words to send now, of one frame; empty when nothing is new, or the last ones are too recent. */
  flush(at: number): readonly LuckWord[];
  /** Everything again after a broken link; harmless, because the host keeps one word a person. */
  resend(): void;
}

/** As the wire's schema has it. */
const MAX_BATCH = 100;
/** The frame of a batch, with the longest id that the wire takes. */
const AROUND: FromClient = {
  type: 'ask',
  id: '\0'.repeat(120),
  as: { player: 'p1' },
  wish: { type: 'luck', list: [] },
};
/** Two batches a second: nobody waits for a word. */
const FLUSH_EVERY = 500;
/** A word that is older than this is in a key already, or was never wanted. */
const KEPT_MS = 24 * 3_600_000;

export function createLuckEdge({ maxVoters = 50_000 } = {}): LuckEdge {
  const words = new Map<string, LuckWord>();
  const fresh = new Set<string>();
  let last = Number.NEGATIVE_INFINITY;
  function* freshWords(): Iterable<LuckWord> {
    for (const voter of fresh) yield words.get(voter)!;
  }
  return {
    add(word) {
      const before = words.get(word.voter);
      if (before ? before.word === word.word || before.sentAt > word.sentAt : words.size >= maxVoters)
        return false;
      words.set(word.voter, word);
      fresh.add(word.voter);
      return true;
    },
    flush(at) {
      if (fresh.size === 0 || (at - last < FLUSH_EVERY && at >= last)) return [];
      last = at;
      const list = batchOf(freshWords(), { around: AROUND, most: MAX_BATCH });
      for (const { voter } of list) fresh.delete(voter);
      return list;
    },
    resend() {
      const newest = Math.max(0, ...[...words.values()].map(({ sentAt }) => sentAt));
      for (const [voter, { sentAt }] of words) {
        if (newest - sentAt > KEPT_MS) words.delete(voter);
        else fresh.add(voter);
      }
    },
  };
}
