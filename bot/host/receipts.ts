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
  /** The present epoch, and the root of the words for the next one, once they are closed. */
  readonly epoch: () => { readonly n: number; readonly luck?: string | undefined };
}

/** Polls among which a person's last ballot is looked for. */
const RECENT = 24;
const LUCK = /^luck-(\d+)$/;

export class Receipts {
  readonly #options: ReceiptsOptions;
  /** Poll → root; the last one closed at the end. */
  readonly #recent = new Map<string, string>();
  /** Those that closed before; the log is read for them once, when the first is asked for. */
  readonly #old = new Map<string, string>();
  #read: Promise<void> | null = null;

  constructor(options: ReceiptsOptions) {
    this.#options = options;
  }

  note(events: readonly GameEvent[]): void {
    for (const event of events) {
      const closed = closedBy(event);
      if (closed === null) continue;
      this.#recent.set(closed.poll, closed.root);
      const [first] = this.#recent;
      if (this.#recent.size <= RECENT || !first) continue;
      this.#recent.delete(first[0]);
      this.#old.set(...first);
    }
  }

  /** Of the last counted ballot of this person; null if there is none among the recent polls. */
  async last(voter: string): Promise<Receipted | null> {
    const { keyOf, personOf } = this.#options;
    for (const poll of [...this.#recent.keys()].reverse()) {
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
    if (!this.#mayBeClosed(poll)) return null;
    const bytes = await this.#options.load(poll);
    if (!bytes) return null;
    const leaves = JSON.parse(new TextDecoder().decode(bytes)) as { voter: string; choice: string }[];
    // The root comes last: only for a ballot that is there may it cost a look into the log.
    const receipt = receiptFor(poll, leaves, ballot);
    const root = receipt && (await this.#rootOf(poll));
    return receipt && root && verifyReceipt(receipt, root) ? { receipt, root } : null;
  }

  /** The words for an epoch stand in their file while they are still gathered. */
  #mayBeClosed(poll: string): boolean {
    const epoch = LUCK.exec(poll)?.[1];
    if (epoch === undefined) return true;
    const { n, luck } = this.#options.epoch();
    return Number(epoch) <= (luck === undefined ? n : n + 1);
  }

  async #rootOf(poll: string): Promise<string | null> {
    const known = () => this.#recent.get(poll) ?? this.#old.get(poll) ?? null;
    if (known() === null) await this.#readOnce();
    return known();
  }

  /** @throws the driver's error; then the next who asks tries again */
  #readOnce(): Promise<void> {
    this.#read ??= this.#readAll().catch((error: unknown) => {
      this.#read = null;
      throw error;
    });
    return this.#read;
  }

  async #readAll(): Promise<void> {
    for await (const event of this.#options.events()) {
      const closed = closedBy(event);
      if (closed && !this.#recent.has(closed.poll)) this.#old.set(closed.poll, closed.root);
    }
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
