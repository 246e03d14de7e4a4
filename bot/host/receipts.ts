/**
 * Receipts of votes: each ballot of a closed poll with the way from it to the root that stands in the log. The ballots
 * come from the file that was kept when the poll was counted, so that a restart forgets none.
 */
import { type Receipt, receiptFor, verifyReceipt } from '../crowd/tally.ts';
import type { GameEvent } from '../engine/events.ts';

export interface Receipted {
  readonly receipt: Receipt;
  /** As in the log. */
  readonly root: string;
}

export interface ReceiptsOptions {
  /** The ballot file of a poll. */
  readonly load: (poll: string) => Promise<Uint8Array | null>;
  /** Everything that happened from this line of the log on. */
  readonly events: () => AsyncIterable<GameEvent>;
  readonly keyOf: (poll: string, voter: string) => string;
  readonly personOf: (voter: string) => string;
}

/** Polls whose roots are at hand; those of before are looked up in the log. */
const RECENT = 24;

export class Receipts {
  readonly #options: ReceiptsOptions;
  /** The last one at the end. */
  readonly #roots = new Map<string, string>();

  constructor(options: ReceiptsOptions) {
    this.#options = options;
  }

  note(events: readonly GameEvent[]): void {
    for (const event of events) {
      const closed = closedBy(event);
      if (closed === null) continue;
      this.#roots.set(closed.poll, closed.root);
      if (this.#roots.size > RECENT) this.#roots.delete(this.#roots.keys().next().value ?? '');
    }
  }

  /** Of the last counted ballot of this person; null if there is none among the recent polls. */
  async last(voter: string): Promise<Receipted | null> {
    const { keyOf, personOf } = this.#options;
    for (const poll of [...this.#roots.keys()].reverse()) {
      // Who was linked since then has voted under the own name.
      for (const person of new Set([personOf(voter), voter])) {
        const found = await this.of(poll, keyOf(poll, person));
        if (found) return found;
      }
    }
    return null;
  }

  /** @param ballot the voter's key in this poll, as receipts and the ballot file have it. */
  async of(poll: string, ballot: string): Promise<Receipted | null> {
    const bytes = await this.#options.load(poll);
    const root = bytes && (await this.#rootOf(poll));
    if (!bytes || !root) return null;
    const leaves = JSON.parse(new TextDecoder().decode(bytes)) as { voter: string; choice: string }[];
    const receipt = receiptFor(poll, leaves, ballot);
    return receipt && verifyReceipt(receipt, root) ? { receipt, root } : null;
  }

  async #rootOf(poll: string): Promise<string | null> {
    const known = this.#roots.get(poll);
    if (known !== undefined) return known;
    for await (const event of this.#options.events()) {
      const closed = closedBy(event);
      if (closed?.poll === poll) return closed.root;
    }
    return null;
  }
}

/** Does this receipt belong to the vote with this root? False for anything malformed. */
export function holds({ receipt, root }: Receipted): boolean {
  return verifyReceipt(receipt, root);
}

/** A vote that ran out without totals has no root, and nobody has a receipt of it. */
function closedBy(event: GameEvent): { readonly poll: string; readonly root: string } | null {
  if (event.type === 'luckClosed') return { poll: `luck-${event.n}`, root: event.root };
  return event.type === 'pollClosed' && event.root !== '' ? { poll: event.poll, root: event.root } : null;
}
