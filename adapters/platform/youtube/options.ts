/** What the adapter is given, and what it says of itself beyond the contract. */
import type { Health, PlatformAdapter, StreamStatus } from '../contract.ts';
import type { YoutubeAddresses } from './addresses.ts';
import type { Clock } from './clock.ts';
import type { HallTimes } from './hall.ts';
import type { Keeping } from './kept.ts';
import type { YoutubeAccount } from './login.ts';
import type { Dropped, Removal } from './meaning.ts';
import type { SendResult } from './outbox.ts';
import type { ReadMode, Step, StepChange } from './plan.ts';
import type { Costs, QuotaUse } from './quota.ts';
import type { Failure } from './standing.ts';

export interface YoutubeOptions {
  /** Id (`UC…`), `@handle` or address; empty or absent: the channel of the account. */
  readonly channel?: string;
  /** Addresses or ids of single broadcasts, read instead of what the channel has live. */
  readonly videos?: readonly string[];
  /** Reads, writes and moderates. */
  readonly account?: YoutubeAccount;
  /** Reads public chats; used if there is no account. */
  readonly apiKey?: string;
  readonly addresses?: YoutubeAddresses;
  /** The project's units a day and what calls cost, if YouTube's defaults are not right. */
  readonly quota?: { readonly units?: number; readonly costs?: Costs };
  /** Hours that the units have to last; 12. */
  readonly eveningHours?: number;
  /** Keeps the count of units and the places in the chats over a restart. */
  readonly keeping?: Keeping;
  readonly times?: Partial<HallTimes & { readonly startMs: number }>;
  readonly clock?: Clock;
  /** What goes wrong on the way, in a sentence; never chat, never a token. */
  readonly log?: (text: string) => void;
}

export interface QuotaReport extends QuotaUse {
  readonly step: Step;
  /** How it came to that, oldest first. */
  readonly changes: readonly StepChange[];
}

export interface YoutubeHealth extends Health {
  /** Channel id of the account; null with a key alone, or before it is known. */
  readonly as: string | null;
  /** Since when the state is what it is; milliseconds since 1970, as all times here. */
  readonly since: number;
  readonly lastMessageAt: number | null;
  /** How often reading began again after it had stopped. */
  readonly reconnects: number;
  readonly lastFailure: Failure | null;
  readonly dropped: Readonly<Record<Dropped, number>>;
  readonly chats: readonly {
    readonly chat: string;
    readonly title: string;
    readonly up: boolean;
    readonly mode: ReadMode;
  }[];
  readonly stream: StreamStatus | null;
  readonly quota: QuotaReport;
}

export interface YoutubeAdapter extends PlatformAdapter {
  /**
   * As `send`, with the reason when it was refused. YouTube has no replies: `replyTo` (a message id) only chooses the
   * chat, if several are live; without it the line goes where somebody spoke last.
   */
  sendLine(text: string, options?: { readonly replyTo?: string }): Promise<SendResult>;
  /** Calls the listener when moderators take away a line or somebody. */
  onRemoval(listener: (removal: Removal) => void): () => void;
  health(): YoutubeHealth;
}
