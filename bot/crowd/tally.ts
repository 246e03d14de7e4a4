/** The host's side of a vote: one ballot a person, totals, the published root, receipts. */
import type { CommandOf } from '../engine/commands.ts';
import type { Millis, Poll } from '../engine/state.ts';
import type { Tally } from '../protocol/views.ts';
import { leafHash, pathOf, rootFrom, rootOf } from './merkle.ts';

export interface KeyedBallot {
  /** Keyed hash of platform and id, salted for this poll; the same person on two platforms has one. */
  readonly voter: string;
  readonly choice: number | 'x';
  readonly sentAt: Millis;
}

/** Proof that a ballot was counted as it was cast; to be checked against the published root by anybody. */
export interface Receipt {
  readonly poll: string;
  readonly voter: string;
  readonly choice: string;
  readonly index: number;
  readonly count: number;
  /** Hex hashes, the lowest first. */
  readonly path: readonly string[];
}

export interface VoteTally {
  /** True if it is counted: inside the window, a choice of this poll, and newer than the voter's last one. */
  put(ballot: KeyedBallot): boolean;
  /** Takes a ballot back, because the same person has another one. False if there is none. */
  drop(voter: string): boolean;
  /** Two voters are one person from now on: their newer ballot counts, as that of `to`. True if anything changed. */
  join(from: string, to: string): boolean;
  /** For the board, while the vote runs. */
  live(): Tally;
  /** The command that ends the vote. */
  closing(): CommandOf<'closePoll'>;
  /** Null if this voter has no ballot here. */
  receipt(voter: string): Receipt | null;
  /** The ballot file of the export, sorted by voter. */
  ballots(): readonly { readonly voter: string; readonly choice: string }[];
}

export interface TallyLimits {
  /** Clocks of platforms and ours may differ by this many ms, before the opening and after the closing. */
  readonly skew?: number;
  readonly maxVoters?: number;
}

/** What counts does not depend on the order in which ballots come: the latest `sentAt` wins, then the larger choice. */
export function createTally(poll: Poll, { skew = 2000, maxVoters = 1_000_000 }: TallyLimits = {}): VoteTally {
  const kept = new Map<string, KeyedBallot>();
  const counts = new Map<string, number>();
  const bump = (choice: number | 'x', by: number) =>
    counts.set(String(choice), (counts.get(String(choice)) ?? 0) + by);
  const put = (ballot: KeyedBallot): boolean => {
    const early = ballot.sentAt < poll.opens - skew;
    if (early || ballot.sentAt > poll.closes + skew || !isChoice(poll, ballot.choice)) return false;
    const before = kept.get(ballot.voter);
    if (before ? !isLater(ballot, before) : kept.size >= maxVoters) return false;
    if (before) bump(before.choice, -1);
    bump(ballot.choice, 1);
    kept.set(ballot.voter, ballot);
    return true;
  };
  const drop = (voter: string): boolean => {
    const before = kept.get(voter);
    if (before) bump(before.choice, -1);
    return kept.delete(voter);
  };
  const join = (from: string, to: string): boolean => {
    const moved = kept.get(from);
    if (!moved || from === to) return false;
    kept.delete(from);
    bump(moved.choice, -1);
    const before = kept.get(to);
    if (before && !isLater(moved, before)) return true;
    if (before) bump(before.choice, -1);
    bump(moved.choice, 1);
    kept.set(to, { ...moved, voter: to });
    return true;
  };
  const sorted = () =>
    [...kept.values()]
      .map(({ voter, choice }) => ({ voter, choice: String(choice) }))
      .sort((a, b) => (a.voter < b.voter ? -1 : 1));
  return {
    put,
    join,
    drop,
    live: () => ({ voters: kept.size, totals: counted(poll, counts) }),
    closing: () => ({
      type: 'closePoll',
      poll: poll.id,
      totals: poll.kind === 'number' ? medianOf([...kept.values()]) : counted(poll, counts),
      voters: kept.size,
      root: rootOf(poll.id, sorted().map(leafHash)),
    }),
    receipt: (voter) => receiptFor(poll.id, sorted(), voter),
    ballots: sorted,
  };
}

function isChoice(poll: Poll, choice: number | 'x'): boolean {
  if (poll.kind === 'crowd') return choice === 'x';
  if (typeof choice !== 'number' || !Number.isSafeInteger(choice)) return false;
  return poll.kind === 'number' || (choice >= 1 && choice <= poll.options);
}

function isLater(a: KeyedBallot, b: KeyedBallot): boolean {
  if (a.sentAt !== b.sentAt) return a.sentAt > b.sentAt;
  return typeof a.choice === 'number' && typeof b.choice === 'number' && a.choice > b.choice;
}

/** Votes by option, all options present; nothing for words and free numbers. */
function counted(poll: Poll, counts: ReadonlyMap<string, number>): Record<string, number> {
  const totals: Record<string, number> = {};
  if (poll.kind === 'crowd' || poll.kind === 'number') return totals;
  for (let option = 1; option <= poll.options; option += 1) totals[option] = counts.get(String(option)) ?? 0;
  return totals;
}

/** The middle guess; of an even number of guesses the mean of the two in the middle, rounded down. */
function medianOf(ballots: readonly KeyedBallot[]): Record<string, number> {
  const guesses = ballots.map(({ choice }) => Number(choice)).sort((a, b) => a - b);
  if (guesses.length === 0) return {};
  const half = guesses.length >> 1;
  const median =
    guesses.length % 2 === 1 ? guesses[half]! : Math.floor((guesses[half - 1]! + guesses[half]!) / 2);
  return { median };
}

/** The proof of one ballot among all of a poll, sorted by voter as in the ballot file; null if there is none of this voter. */
export function receiptFor(
  poll: string,
  leaves: readonly { readonly voter: string; readonly choice: string }[],
  voter: string,
): Receipt | null {
  const index = leaves.findIndex((leaf) => leaf.voter === voter);
  if (index < 0) return null;
  const path = pathOf(leaves.map(leafHash), index);
  return { poll, ...leaves[index]!, index, count: leaves.length, path };
}

/** Does this receipt belong to the vote with this published root? False for anything malformed; never throws. */
export function verifyReceipt(receipt: Receipt, root: string): boolean {
  const { poll, voter, choice, index, count, path } = receipt;
  return rootFrom(poll, leafHash({ voter, choice }), { index, count, path }) === root;
}
