/**
 * Ballots of open polls: one for a person, counted outside the engine, handed to it as one `closePoll` when the poll
 * has been closed for as long as its slowest chat needs. Not stored: after a restart the player processes send theirs again.
 */
import type { CommandOf } from '../engine/commands.ts';
import type { GameState, Millis, Poll } from '../engine/state.ts';
import { settlesAt } from '../engine/trials/polls.ts';
import type { Tally } from '../protocol/views.ts';
import type { Ballot } from '../protocol/wire.ts';

/** One poll's count. `bot/crowd/tally.ts` has the real one; it comes in by injection. */
export interface Count {
  /** False if this ballot changes nothing: not newer than the voter's last one, or the choice is not on offer. */
  put(ballot: {
    readonly voter: string;
    readonly choice: Ballot['choice'];
    readonly sentAt: Millis;
  }): boolean;
  /** Takes a ballot back; false if there is none. */
  drop(voter: string): boolean;
  /** Two voters are one person from now on. True if that changed anything. */
  join(from: string, to: string): boolean;
  live(): Tally;
  closing(): CommandOf<'closePoll'>;
  /** For the export, sorted by voter. */
  ballots(): readonly { readonly voter: string; readonly choice: string }[];
}
export type OpenCount = (poll: Poll) => Count;

export interface VotesOptions {
  readonly open: OpenCount;
  /** `platform:user` → a hash that is another one in every poll. */
  readonly keyOf: (poll: string, voter: string) => string;
  /** `platform:user` → the identity for which this person is counted; itself for most. */
  readonly personOf?: (voter: string) => string;
  /** Told of the ballots of each poll that was counted. */
  readonly onCounted: (poll: string, ballots: ReturnType<Count['ballots']>) => void;
}

/** A clock on another platform may be ahead; further than this a ballot counts by when it came. */
const AHEAD_MS = 5_000;

export class Votes {
  readonly #options: VotesOptions;
  readonly #counts = new Map<string, Count>();
  #live: Readonly<Record<string, Tally>> = {};

  constructor(options: VotesOptions) {
    this.#options = options;
  }

  /** Begins counts for new polls and forgets those that are gone. */
  follow(state: GameState): void {
    const gone = [...this.#counts.keys()].filter((id) => !state.polls[id]);
    const fresh = Object.values(state.polls).filter((poll) => !this.#counts.has(poll.id));
    if (gone.length === 0 && fresh.length === 0) return;
    for (const id of gone) {
      this.#options.onCounted(id, this.#counts.get(id)?.ballots() ?? []);
      this.#counts.delete(id);
    }
    for (const poll of fresh) this.#counts.set(poll.id, this.#options.open(poll));
    this.#live = Object.fromEntries([...this.#counts].map(([id, count]) => [id, count.live()]));
  }

  /**
   * @returns how many of these ballots counted; null if there is no such poll.
   *   A ballot sent after the poll closed does not count, however soon it arrives.
   */
  cast(state: GameState, poll: string, ballots: readonly Ballot[], now: Millis): number | null {
    const count = this.#counts.get(poll);
    const about = state.polls[poll];
    if (!count || !about) return null;
    const { keyOf, personOf = (one) => one } = this.#options;
    let counted = 0;
    for (const { voter, choice, sentAt } of ballots) {
      const when = sentAt > now + AHEAD_MS ? now : sentAt;
      if (when > about.closes) continue;
      if (count.put({ voter: keyOf(poll, personOf(voter)), choice, sentAt: when })) counted += 1;
    }
    if (counted > 0) this.#live = { ...this.#live, [poll]: count.live() };
    return counted;
  }

  /** Takes a ballot back, so that a person who turns out to be known by another id has one. */
  withdraw(poll: string, voter: string): boolean {
    const count = this.#counts.get(poll);
    if (!count?.drop(this.#options.keyOf(poll, voter))) return false;
    this.#live = { ...this.#live, [poll]: count.live() };
    return true;
  }

  /** Who voted under two names, and is one person now, has one vote. True if that changed a count. */
  join({ from, to }: { readonly from: string; readonly to: string }): boolean {
    const { keyOf } = this.#options;
    let changed = false;
    for (const [poll, count] of this.#counts) {
      if (!count.join(keyOf(poll, from), keyOf(poll, to))) continue;
      changed = true;
      this.#live = { ...this.#live, [poll]: count.live() };
    }
    return changed;
  }

  /** Live counts, by poll. The same object until a vote counts. */
  live(): Readonly<Record<string, Tally>> {
    return this.#live;
  }

  /** The command that ends a poll, with what has been counted by now. */
  closing(poll: Poll): CommandOf<'closePoll'> {
    return (this.#counts.get(poll.id) ?? this.#options.open(poll)).closing();
  }
}

/** When the first poll is due to be counted, or null: later than it closes, so that slow platforms are not cut off. */
export function nextPoll(
  state: GameState,
  grace: number,
): { readonly poll: Poll; readonly at: Millis } | null {
  let first: { readonly poll: Poll; readonly at: Millis } | null = null;
  for (const poll of Object.values(state.polls)) {
    const at = settlesAt(poll, grace);
    if (!first || at < first.at) first = { poll, at };
  }
  return first;
}
