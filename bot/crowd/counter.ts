/**
 * Votes at the edge: what a player process counts before the host hears of it. One entry a voter and poll, the last
 * vote counts; they go out at most 4 times a second. Votes are never events.
 */
import type { Millis } from '../engine/state.ts';
import { batchOf } from '../protocol/frame.ts';
import type { Ballot } from '../protocol/wire.ts';

export interface BallotBatch {
  readonly poll: string;
  /** Counts batches of a poll from 0. */
  readonly n: number;
  readonly list: readonly Ballot[];
}

export interface Counter {
  /** A poll opened in this chat; asking again changes nothing. */
  open(poll: string): void;
  /** Forgets a closed poll. What was not sent yet is lost, so flush first. */
  close(poll: string): void;
  /** True if it counts: the poll is open, there is room, and it is new or changes this voter's mind. */
  vote(poll: string, ballot: Ballot): boolean;
  /** Batches to send now, each of one frame; empty when nothing is new or the last ones are too recent. */
  flush(at: Millis): readonly BallotBatch[];
  /** Everything again after a broken link; harmless, because the host keeps one ballot a voter. */
  resend(): void;
  voters(poll: string): number;
}

/** 4 times a second. */
export const FLUSH_EVERY = 250;
/** Ballots of one flush, in as many frames as they take; more of them wait for the next. */
export const MAX_FLUSH = 1_000;
/** As the wire's schema has it. */
const MAX_BATCH = 500;

interface Box {
  readonly votes: Map<string, Ballot>;
  /** Voters whose last ballot has not been sent. */
  readonly fresh: Set<string>;
  n: number;
}

/** `maxVoters`: a poll remembers so many different people; later ones are turned away rather than fill the memory. */
export function createCounter({ maxVoters = 200_000, maxPolls = 16 } = {}): Counter {
  const boxes = new Map<string, Box>();
  let last = Number.NEGATIVE_INFINITY;
  return {
    open(poll) {
      if (boxes.has(poll)) return;
      boxes.set(poll, { votes: new Map(), fresh: new Set(), n: 0 });
      const oldest = boxes.keys().next().value;
      if (boxes.size > maxPolls && oldest !== undefined) boxes.delete(oldest);
    },
    close: (poll) => void boxes.delete(poll),
    vote(poll, ballot) {
      const box = boxes.get(poll);
      if (!box) return false;
      const before = box.votes.get(ballot.voter);
      if (
        before
          ? before.choice === ballot.choice || ballot.sentAt < before.sentAt
          : box.votes.size >= maxVoters
      )
        return false;
      box.votes.set(ballot.voter, ballot);
      box.fresh.add(ballot.voter);
      return true;
    },
    flush(at) {
      if (at - last < FLUSH_EVERY && at >= last) return [];
      const batches = nextBatches(boxes);
      if (batches.length > 0) last = at;
      return batches;
    },
    resend() {
      for (const box of boxes.values()) for (const voter of box.votes.keys()) box.fresh.add(voter);
    },
    voters: (poll) => boxes.get(poll)?.votes.size ?? 0,
  };
}

/** From the first polls that have something new; the others follow with the next flush. */
function nextBatches(boxes: ReadonlyMap<string, Box>): BallotBatch[] {
  const batches: BallotBatch[] = [];
  let room = MAX_FLUSH;
  for (const [poll, box] of boxes) {
    while (room > 0 && box.fresh.size > 0) {
      const batch = nextBatch(poll, box, Math.min(room, MAX_BATCH));
      batches.push(batch);
      room -= batch.list.length;
    }
  }
  return batches;
}

function nextBatch(poll: string, box: Box, most: number): BallotBatch {
  const { n } = box;
  const list = batchOf(freshOf(box), { around: { type: 'ballots', poll, n, list: [] }, most });
  for (const { voter } of list) box.fresh.delete(voter);
  box.n += 1;
  return { poll, n, list };
}

function* freshOf({ fresh, votes }: Box): Iterable<Ballot> {
  for (const voter of fresh) yield votes.get(voter)!;
}
