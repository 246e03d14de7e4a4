/** What there is at the simulated YouTube: channels, broadcasts with their chats, sign-ins, and the day's units. */

import type { Clock } from '../clock.ts';
import { COSTS, DAY_UNITS, nextPacificMidnight } from '../quota.ts';

export interface SimAuthor {
  readonly id: string;
  readonly name?: string;
  readonly owner?: boolean;
  readonly moderator?: boolean;
  readonly member?: boolean;
}

/** A `liveChatMessage` as it goes over the wire (PLATFORMS.md 3.3). */
export interface SimItem {
  readonly kind: 'youtube#liveChatMessage';
  readonly etag: string;
  readonly id: string;
  readonly snippet: Readonly<Record<string, unknown>> & { readonly type: string };
  readonly authorDetails?: Readonly<Record<string, unknown>>;
}

export interface Chat {
  readonly id: string;
  readonly video: string;
  readonly owner: string;
  readonly title: string;
  readonly startedAt: number;
  /** What was sent to readers lately, redeliveries too. */
  readonly feed: SimItem[];
  /** The place of `feed[0]`, counted from the beginning of the chat; page tokens are places. */
  from: number;
  endedAt: number | null;
  disabled: boolean;
  /** Nobody but the owner and moderators may write. */
  closed: boolean;
  readonly banned: Map<string, number>;
  readonly moderators: Set<string>;
  /** When who read a page last: faster than `pollingIntervalMillis` is refused. */
  readonly polledAt: Map<string, number>;
}

export interface Grant {
  readonly channel: string;
  readonly write: boolean;
  expiresAt: number;
}

export interface Limits {
  units: number;
  costs: { read: number; stream: number; find: number; write: number; moderate: number };
  pollingIntervalMillis: number;
  /** Items of the past that a reader without a token gets. */
  history: number;
  longestText: number;
  /** Lines of one author within 30 s. */
  lines: number;
  /** YouTube ends every stream from time to time (PLATFORMS.md 3.4). */
  streamLifeMs: number;
}

const MOST_FEED = 20_000;

/** The place after the last item. */
export const endOf = (chat: Chat): number => chat.from + chat.feed.length;

export class World {
  readonly clock: Clock;
  readonly chats = new Map<string, Chat>();
  /** Access token → what it may. */
  readonly grants = new Map<string, Grant>();
  /** Refresh token → channel. */
  readonly renewals = new Map<string, { channel: string; write: boolean }>();
  readonly keys = new Set<string>();
  readonly handles = new Map<string, string>();
  readonly written: { chat: string; author: string; text: string; id: string; at: number }[] = [];
  readonly limits: Limits = {
    units: DAY_UNITS,
    costs: { ...COSTS },
    pollingIntervalMillis: 5_000,
    history: 75,
    longestText: 200,
    lines: 30,
    streamLifeMs: Number.POSITIVE_INFINITY,
  };
  readonly #lines = new Map<string, number[]>();
  #used = 0;
  #resetsAt = 0;
  #count: number;
  /** Called when a chat has something new. */
  onFeed: (chat: Chat) => void = () => {};

  /** @param from ids are counted from here: a later run must not repeat those of an earlier one */
  constructor(clock: Clock, from: number) {
    this.clock = clock;
    this.#count = from;
  }

  next(): number {
    this.#count += 1;
    return this.#count;
  }

  /** Units used today; a new day begins at midnight in California (PLATFORMS.md 3.6). */
  get used(): number {
    const now = this.clock.now();
    if (now >= this.#resetsAt) {
      this.#used = 0;
      this.#resetsAt = nextPacificMidnight(now);
    }
    return this.#used;
  }

  /** False if the day does not pay for it; the refused call costs as well, like every failed one. */
  charge(units: number): boolean {
    const pays = this.used + units <= this.limits.units;
    this.#used += pays ? units : 1;
    return pays;
  }

  /** Somebody else with the same project uses them. */
  useUp(units: number): void {
    this.#used = this.used + units;
  }

  push(chat: Chat, ...items: SimItem[]): void {
    chat.feed.push(...items);
    if (chat.feed.length > MOST_FEED) chat.from += chat.feed.splice(0, MOST_FEED / 4).length;
    this.onFeed(chat);
  }

  /** True if this author writes too fast (`rateLimitExceeded`). */
  tooFast(author: string): boolean {
    const now = this.clock.now();
    const lately = (this.#lines.get(author) ?? []).filter((at) => now - at < 30_000);
    lately.push(now);
    this.#lines.set(author, lately);
    return lately.length > this.limits.lines;
  }

  grant(access: string, grant: Grant): void {
    this.grants.set(access, grant);
  }
}
