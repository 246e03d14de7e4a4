/** What comes in, by either way, each thing once: sorted, counted, handed on. */
import type { ChatMessage, Donation, Signal, StreamStatus, Votes } from '../contract.ts';
import { Recent } from '../shared/recent.ts';
import { meaningOfEvent, type TwitchRedemption } from './events-meaning.ts';
import type { Frame } from './eventsub.external.ts';
import type { ForeignLine } from './irc.external.ts';
import { type Dropped, meaningOf, type OwnLine } from './meaning.ts';

export interface EarOptions {
  readonly channel: string;
  readonly isOwn: OwnLine;
  readonly log: (text: string) => void;
  readonly message: (message: ChatMessage) => void;
  readonly donation: (donation: Donation) => void;
  readonly redemption: (redemption: TwitchRedemption) => void;
  readonly signal: (signal: Signal) => void;
  readonly stream: (change: Partial<StreamStatus>) => void;
  readonly votes: (kind: 'poll' | 'prediction', votes: Votes) => void;
}

export type EarCounts = Record<Dropped | 'repeated' | 'unknown', number>;

/** Redeliveries come within seconds; the count covers a burst of several thousand lines a second. */
const IDS_KEPT = 20_000;
const IDS_KEPT_MS = 10 * 60_000;

export class Ear {
  readonly #options: EarOptions;
  readonly #messages = new Recent(IDS_KEPT, IDS_KEPT_MS);
  readonly #events = new Recent(IDS_KEPT, IDS_KEPT_MS);
  readonly #strange = new Set<string>();
  readonly counts: EarCounts = { foreign: 0, own: 0, unreadable: 0, counted: 0, repeated: 0, unknown: 0 };
  read = 0;
  lastMessageAt: number | null = null;

  constructor(options: EarOptions) {
    this.#options = options;
  }

  /** A line by IRC. */
  line(line: ForeignLine, author: string | undefined, text: string): void {
    const { channel, isOwn } = this.#options;
    const meaning = meaningOf({ channel, author, text, line, isOwn, now: Date.now() });
    if (typeof meaning === 'string') this.counts[meaning] += 1;
    else this.#message(meaning);
  }

  /** A notification by EventSub; on a move from server to server it may come by both. */
  frame({ metadata, payload }: Frame): void {
    const now = Date.now();
    const type = metadata.subscription_type ?? payload.subscription?.type ?? '';
    const { message_id: id } = metadata;
    if (!id || !payload.event) return this.#count('unreadable');
    if (!this.#events.add(id, now)) return this.#count('repeated');
    const sent = Date.parse(metadata.message_timestamp);
    const at = Number.isFinite(sent) && sent > 0 ? sent : now;
    const { channel, isOwn } = this.#options;
    const meaning = meaningOfEvent({ type, id, at, event: payload.event }, { channel, isOwn });
    if (meaning === 'unknown') return this.#unknown(type);
    if (typeof meaning === 'string') return this.#count(meaning);
    switch (meaning.kind) {
      case 'message':
        return this.#message(meaning.message);
      case 'donation':
        return this.#options.donation(meaning.donation);
      case 'redemption':
        return this.#options.redemption(meaning.redemption);
      case 'signal':
        return this.#options.signal(meaning.signal);
      case 'stream':
        return this.#options.stream(meaning.change);
      case 'poll':
      case 'prediction':
        return this.#options.votes(meaning.kind, meaning.votes);
    }
  }

  /** The same line may come by both ways; its id is the same. */
  #message(message: ChatMessage): void {
    const now = Date.now();
    if (!this.#messages.add(message.id, now)) return this.#count('repeated');
    this.read += 1;
    this.lastMessageAt = now;
    this.#options.message(message);
  }

  #count(reason: keyof EarCounts): void {
    this.counts[reason] += 1;
  }

  /** Logged once a type. */
  #unknown(type: string): void {
    this.counts.unknown += 1;
    if (this.#strange.has(type) || this.#strange.size >= 100) return;
    this.#strange.add(type);
    this.#options.log(`Twitch sent an event that is not known here: ${type.slice(0, 80)}`);
  }
}
